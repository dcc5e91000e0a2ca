import { elapsed, HOUR } from '../core/instant.ts';
import { money } from '../core/money.ts';
import type { Order, Reminder } from '../core/order.ts';
import type { Verdict } from '../core/verdict.ts';
import { decide } from './decide.ts';
import type { Policy, PolicyContext } from './policy.ts';
import { orderSituation } from './situation.ts';

/** Whether the shop, or the carrier, may be asked to hurry. */
export function mayRemind(order: Order, what: Reminder['what'], policy: Policy, context: PolicyContext): Verdict {
  const last = order.reminders?.findLast((reminder) => reminder.what === what);
  const situation = {
    ...orderSituation(order, context, money(0, order.total.currency)),
    what,
    'hours-since-reminder': last ? Math.max(0, elapsed(last.at, context.now)) / HOUR : null,
  };
  const wish = { zh: '催促', en: 'A reminder' };
  return decide('remind', policy.rules.remind, situation, { window: null, days: null, status: order.status, wish });
}
