import { money } from '../core/money.ts';
import type { Order } from '../core/order.ts';
import type { Verdict } from '../core/verdict.ts';
import { decide } from './decide.ts';
import type { Policy, PolicyContext } from './policy.ts';
import { orderSituation } from './situation.ts';

/** Whether the delivery address may be changed without a person. */
export function mayChangeAddress(order: Order, policy: Policy, context: PolicyContext): Verdict {
  const nothing = money(0, order.total.currency);
  return decide('address', policy.rules.address, orderSituation(order, context, nothing), {
    status: order.status,
    wish: { zh: '改地址', en: 'A change of the address' },
    window: null,
    days: null,
  });
}
