import { calendarDays, elapsed, HOUR, type Instant } from '../core/instant.ts';
import { type Money, minorDigits } from '../core/money.ts';
import type { Order, OrderLine } from '../core/order.ts';
import type { ReasonKind } from './inputs.ts';
import type { GiveBackItem } from './item.ts';
import type { PolicyContext } from './policy.ts';
import { standing, takenBack } from './returned.ts';
import type { Situation } from './table/condition.ts';

const yesNo = (is: boolean | undefined) => (is ? 'yes' : 'no');

function hoursSince(at: Instant | undefined, { now }: PolicyContext): number | null {
  return at === undefined ? null : Math.max(0, elapsed(at, now)) / HOUR;
}

function daysSince(at: Instant | undefined, { now, timeZone }: PolicyContext): number | null {
  return at === undefined ? null : Math.max(0, calendarDays(timeZone, at, now));
}

/** In whole units of its currency, as the tables count. */
function units(amount: Money): number {
  return amount.amount / 10 ** minorDigits(amount.currency);
}

export function customerOf(order: Order, { guest }: PolicyContext): 'guest' | 'signed-in' {
  return (guest ?? order.customerId === null) ? 'guest' : 'signed-in';
}

/** An order as a whole. @param amount what would move */
export function orderSituation(order: Order, context: PolicyContext, amount: Money): Situation {
  return {
    status: order.status,
    customer: customerOf(order, context),
    'items-changed': yesNo(order.itemsChangedAt !== undefined),
    'cross-border': yesNo(order.crossBorder),
    'hours-since-order': hoursSince(order.placedAt, context),
    'hours-since-payment': hoursSince(order.paidAt, context),
    amount: units(amount),
  };
}

/** One item of what is to come back. @param items all that is asked for together */
export function goodsSituation(
  order: Order,
  line: OrderLine,
  item: GiveBackItem | undefined,
  items: readonly GiveBackItem[],
  context: PolicyContext,
  amount: Money,
): Situation {
  return {
    ...orderSituation(order, context, amount),
    standing: yesNo(standing(context.returns).some(({ kind }) => kind === 'return' || kind === 'exchange')),
    reason: reasonOf(item, context),
    goods: line.kind ?? 'ordinary',
    opened: yesNo(item?.opened),
    used: yesNo(item?.used),
    'final-sale': yesNo(line.finalSale),
    'on-sale': yesNo(line.onSale),
    gift: yesNo(line.gift),
    partial: yesNo(isPartial(order, items, context)),
    'days-since-delivery': daysSince(order.deliveredAt, context),
    'hours-since-delivery': hoursSince(order.deliveredAt, context),
    'days-since-payment': daysSince(order.paidAt, context),
  };
}

export function reasonOf(item: GiveBackItem | undefined, context: PolicyContext): ReasonKind {
  return item?.reason ?? context.reason ?? 'no-reason';
}

/** Pieces of the order stay with the customer that could still come back. */
export function isPartial(order: Order, items: readonly GiveBackItem[], { returns }: PolicyContext): boolean {
  return order.lines.some((line) => {
    const wanted = items.reduce((total, item) => total + (item.lineId === line.id ? item.quantity : 0), 0);
    return wanted < line.quantity - takenBack(line, returns);
  });
}
