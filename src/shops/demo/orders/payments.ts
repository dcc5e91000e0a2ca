import type { Instant } from '../../../core/instant.ts';
import { type Money, money, subtract } from '../../../core/money.ts';
import type { Payment } from '../../../core/order.ts';
import { paymentMethodId } from '../people/means-of-payment.ts';
import type { OrderPlan } from './order-plan.ts';

/** By gift card as far as it was planned to go, the rest by the order's other means. */
export function paymentsOf({ id, customerId, method, giftCard }: OrderPlan, total: Money, at: Instant): Payment[] {
  const card = money(Math.min(giftCard?.amount ?? 0, total.amount), total.currency);
  const payment = (suffix: string, by: string, amount: Money): Payment => ({
    id: `${id}-payment${suffix}`,
    method: by,
    ...(customerId !== null && { paymentMethodId: paymentMethodId(customerId, by) }),
    kind: 'payment',
    amount,
    at,
  });
  const rest = subtract(total, card);
  return [
    ...(card.amount > 0 ? [payment('-gift-card', 'gift-card', card)] : []),
    ...(rest.amount > 0 ? [payment('', method, rest)] : []),
  ];
}

/** Each payment given back whole. */
export function refundsOf(payments: readonly Payment[], at: Instant): Payment[] {
  return payments.map((payment) => ({ ...payment, id: payment.id.replace('-payment', '-refund'), kind: 'refund', at }));
}
