import type { PaymentMethod } from '../core/customer.ts';
import type { Order } from '../core/order.ts';
import type { Verdict } from '../core/verdict.ts';
import { decide } from './decide.ts';
import { belowDiscount, differenceQuote, unsettled } from './difference.ts';
import { refusal } from './give-back.ts';
import type { Policy, PolicyContext } from './policy.ts';
import { type ExchangeItem, lineOf, wrongReplacements } from './replacement.ts';
import { orderSituation } from './situation.ts';

/**
 * Whether items of an order that was not sent may become other variants of their products without a person. Whole lines change.
 * @param settlement what a difference in price is settled with; null when the customer named nothing
 */
export function mayChangeItems(
  order: Order,
  items: readonly ExchangeItem[],
  settlement: PaymentMethod | null,
  policy: Policy,
  context: PolicyContext,
): Verdict {
  const difference = differenceQuote(order, items).amount;
  const amount = { ...difference, amount: Math.abs(difference.amount) };
  const verdict = decide('items', policy.rules.items, orderSituation(order, context, amount), {
    status: order.status,
    wish: { zh: '改商品', en: 'A change of items' },
    window: null,
    days: null,
  });
  if (!verdict.allowed) return verdict;
  return (
    wrongLines(order, items) ??
    wrongReplacements(order, items, 'items', () => policy.sameVariant === 'allowed') ??
    belowDiscount(order, items) ??
    unsettled(order, items, 'items', settlement, policy, context) ??
    verdict
  );
}

function wrongLines(order: Order, items: readonly ExchangeItem[]): Verdict | null {
  if (items.length === 0)
    return refusal('items.no-items', {
      zh: '还不知道您要改的是哪件商品。',
      en: 'It is not clear yet which item to change.',
    });
  for (const item of items) {
    const line = lineOf(order, item);
    if (!line)
      return refusal('items.line-unknown', { zh: '这单里没有这件商品。', en: 'That item is not part of this order.' });
    if (item.quantity !== line.quantity)
      return refusal('items.quantity', {
        zh: `这件商品一共 ${line.quantity} 件，只能一起改。`,
        en: `There are ${line.quantity} pieces of that item, and they can only be changed together.`,
      });
    if (items.filter(({ lineId }) => lineId === item.lineId).length > 1)
      return refusal('items.twice', { zh: '同一件商品说了两次。', en: 'The same item was named twice.' });
  }
  return null;
}
