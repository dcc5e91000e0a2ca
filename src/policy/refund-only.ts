import type { Order } from '../core/order.ts';
import type { Verdict } from '../core/verdict.ts';
import { decideGoods, wrongGoods } from './give-back.ts';
import type { GiveBackItem } from './item.ts';
import { paymentUnknown } from './paid.ts';
import type { Policy, PolicyContext } from './policy.ts';
import { refundQuote } from './refund.ts';

/** Whether money may be paid back for goods that stay with the customer, without a person. The sum is `refundQuote`'s. */
export function mayRefundOnly(
  order: Order,
  items: readonly GiveBackItem[],
  policy: Policy,
  context: PolicyContext,
): Verdict {
  const { amount } = refundQuote(order, items, policy, context);
  const verdict = decideGoods(order, { rule: 'refund-only', items, amount }, policy, context);
  if (!verdict.allowed) return verdict;
  return (
    wrongGoods(order, items, 'refund-only', context) ?? paymentUnknown(order) ?? nothingLeft(amount.amount) ?? verdict
  );
}

function nothingLeft(amount: number): Verdict | null {
  if (amount > 0) return null;
  const text = { zh: '这件商品没有可以退的金额了。', en: 'There is no amount left to refund for this item.' };
  return { allowed: false, reasons: [{ rule: 'refund-only.nothing-left', text }] };
}
