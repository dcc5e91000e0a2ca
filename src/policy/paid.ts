import type { Money } from '../core/money.ts';
import { sum } from '../core/money.ts';
import type { Order, Payment } from '../core/order.ts';
import type { Verdict } from '../core/verdict.ts';
import { refuse } from '../core/verdict.ts';
import { PERSON_DECIDES } from './people.ts';

export function totalOf(order: Order, kind: Payment['kind']): Money {
  return sum(
    order.payments.filter((payment) => payment.kind === kind).map((payment) => payment.amount),
    order.total.currency,
  );
}

/** A paid order without a payment on record: how much to give back is a person's to find out. */
export function paymentUnknown(order: Order): Verdict | null {
  if (order.status === 'awaiting-payment' || order.total.amount === 0) return null;
  if (order.payments.some((payment) => payment.kind === 'payment')) return null;
  return refuse(
    'refund.payment-unknown',
    {
      zh: '这单查不到付款记录，退款金额要由同事核实。',
      en: 'I find no payment on record for this order, so a colleague has to check the amount to refund.',
    },
    PERSON_DECIDES,
  );
}
