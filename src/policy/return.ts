import type { PaymentMethod } from '../core/customer.ts';
import type { Order } from '../core/order.ts';
import type { Verdict } from '../core/verdict.ts';
import { refuse } from '../core/verdict.ts';
import { decideGoods, wrongGoods } from './give-back.ts';
import type { GiveBackItem } from './item.ts';
import { paymentUnknown } from './paid.ts';
import type { Policy, PolicyContext } from './policy.ts';
import { refundQuote } from './refund.ts';

/**
 * Whether these goods may come back for money without a person.
 * @param refundTo where the customer wants the money; null: back the way it was paid
 */
export function mayReturn(
  order: Order,
  items: readonly GiveBackItem[],
  policy: Policy,
  context: PolicyContext,
  refundTo: PaymentMethod | null = null,
): Verdict {
  const { amount } = refundQuote(order, items, policy, context);
  const verdict = decideGoods(order, { rule: 'return', items, amount }, policy, context);
  if (!verdict.allowed) return verdict;
  return (
    wrongGoods(order, items, 'return', context) ??
    paymentUnknown(order) ??
    (refundTo && wrongTarget(order, refundTo, policy)) ??
    verdict
  );
}

/** A refund goes back to a means of payment that paid, or, where the shop does that, to a gift card that the customer has. */
function wrongTarget(order: Order, { id, method }: PaymentMethod, policy: Policy): Verdict | null {
  const paid = order.payments.some((payment) => payment.kind === 'payment' && payment.paymentMethodId === id);
  if (paid || (policy.refundTo === 'original-or-gift-card' && method === 'gift-card')) return null;
  return refuse(
    'return.refund-to',
    policy.refundTo === 'original'
      ? { zh: '退款只能原路退回。', en: 'The refund can only go back the way it was paid.' }
      : {
          zh: '退款只能原路退回，或者退到您已有的礼品卡。',
          en: 'The refund can only go back the way it was paid, or to a gift card that you have.',
        },
  );
}
