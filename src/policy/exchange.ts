import type { PaymentMethod } from '../core/customer.ts';
import type { Order } from '../core/order.ts';
import type { Verdict } from '../core/verdict.ts';
import { differenceQuote, unsettled } from './difference.ts';
import { decideGoods, wrongGoods } from './give-back.ts';
import type { Policy, PolicyContext } from './policy.ts';
import { type ExchangeItem, wrongReplacements } from './replacement.ts';
import { reasonOf } from './situation.ts';

const AS_IT_SHOULD_BE = ['no-reason', 'other'];

/**
 * Whether these goods may be exchanged for other variants of the same product without a person.
 * @param method what a difference in price is settled with; null when the customer named nothing
 */
export function mayExchange(
  order: Order,
  items: readonly ExchangeItem[],
  policy: Policy,
  context: PolicyContext,
  method: PaymentMethod | null = null,
): Verdict {
  const difference = differenceQuote(order, items).amount;
  const amount = { ...difference, amount: Math.abs(difference.amount) };
  const verdict = decideGoods(order, { rule: 'exchange', items, amount }, policy, context);
  if (!verdict.allowed) return verdict;
  const sameAllowed = (item: ExchangeItem) =>
    policy.sameVariant === 'allowed' || !AS_IT_SHOULD_BE.includes(reasonOf(item, context));
  return (
    wrongGoods(order, items, 'exchange', context) ??
    wrongReplacements(order, items, 'exchange', sameAllowed) ??
    unsettled(order, items, 'exchange', method, policy, context) ??
    verdict
  );
}
