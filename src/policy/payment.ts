import type { PaymentMethod } from '../core/customer.ts';
import type { Order } from '../core/order.ts';
import type { Verdict } from '../core/verdict.ts';
import { decide } from './decide.ts';
import { notCovered } from './difference.ts';
import { no, refusal } from './give-back.ts';
import { paymentUnknown } from './paid.ts';
import type { Policy, PolicyContext } from './policy.ts';
import { orderSituation } from './situation.ts';

/** Whether an order that was not sent may be paid by another means of payment of the customer's without a person. */
export function mayChangePayment(order: Order, method: PaymentMethod, policy: Policy, context: PolicyContext): Verdict {
  const verdict = decide('payment', policy.rules.payment, orderSituation(order, context, order.total), {
    status: order.status,
    wish: { zh: '换付款方式', en: 'A change of the payment' },
    window: null,
    days: null,
  });
  if (!verdict.allowed) return verdict;
  return paymentUnknown(order) ?? notOne(order, method) ?? notCovered(method, order.total, 'payment') ?? verdict;
}

function notOne(order: Order, method: PaymentMethod): Verdict | null {
  const [payment, ...more] = order.payments;
  if (more.length > 0 || payment?.kind !== 'payment') {
    return no('payment.several', {
      zh: '这单有不止一笔款项，换付款方式要由同事来办。',
      en: 'There is more than one payment on this order, so a colleague has to change it.',
    });
  }
  const same = payment.paymentMethodId ? payment.paymentMethodId === method.id : payment.method === method.method;
  if (!same) return null;
  return refusal('payment.same-method', {
    zh: '这单本来就是用这个方式付的。',
    en: 'The order is already paid by that means of payment.',
  });
}
