import { money } from '../core/money.ts';
import type { Order } from '../core/order.ts';
import type { Verdict } from '../core/verdict.ts';
import { decide } from './decide.ts';
import type { Policy, PolicyContext } from './policy.ts';
import { orderSituation } from './situation.ts';

const NOTHING = { window: null, days: null };

/** Whether an invoice may be requested, or one that was requested be made out anew, without a person. */
export function mayRequestInvoice(order: Order, policy: Policy, context: PolicyContext): Verdict {
  const situation = {
    ...orderSituation(order, context, money(0, order.total.currency)),
    invoice: order.invoice?.status ?? 'none',
  };
  const wish = { zh: '开发票', en: 'An invoice' };
  return decide('invoice', policy.rules.invoice, situation, { ...NOTHING, status: order.status, wish });
}
