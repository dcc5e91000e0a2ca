import type { Order } from '../core/order.ts';
import { hoursText, windowSince, windowText } from './days.ts';
import type { GoodsRule } from './inputs.ts';
import type { Policy, PolicyContext } from './policy.ts';
import { EVERYDAY } from './probe.ts';
import type { Situation } from './table/condition.ts';
import { lastAllowed, type Table } from './table/table.ts';
import { WISHES } from './wishes.ts';
import type { Words } from './words/names.ts';

/** The last number at which a wish is still allowed; null without a limit, or when it never is. */
function limitOf(table: Table, situation: Situation, input: string): number | null {
  const last = lastAllowed(table, situation, input);
  return last !== null && Number.isFinite(last) ? last : null;
}

/** The window that a wish stands in, in words; null where no rule counts days or hours, or nobody knows since when. */
export function openWindow(
  table: Table,
  situation: Situation,
  rule: GoodsRule,
  order: Order,
  { now, timeZone }: PolicyContext,
): Words | null {
  const what = WISHES[rule];
  const sinceDelivery = limitOf(table, situation, 'days-since-delivery');
  if (sinceDelivery !== null && order.deliveredAt !== undefined)
    return windowText(windowSince(timeZone, order.deliveredAt, now, sinceDelivery), sinceDelivery, what);
  const sincePayment = limitOf(table, situation, 'days-since-payment');
  if (sincePayment !== null && order.paidAt !== undefined)
    return windowText(windowSince(timeZone, order.paidAt, now, sincePayment), sincePayment, what, 'payment');
  const hours = limitOf(table, situation, 'hours-since-delivery');
  const gone = situation['hours-since-delivery'];
  return hours !== null && typeof gone === 'number' ? hoursText(hours, gone > hours, what) : null;
}

/** Days after delivery within which it is possible once the order has arrived; null without a limit. */
export function daysOnceDelivered(table: Table, situation: Situation): number | null {
  return limitOf(table, { ...situation, status: 'delivered' }, 'days-since-delivery');
}

/** The same for ordinary goods with which nothing is wrong. */
export function usualReturnDays(policy: Policy): number | null {
  return daysOnceDelivered(policy.rules.return, EVERYDAY);
}
