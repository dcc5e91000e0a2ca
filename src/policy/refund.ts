import type { PaymentMethod } from '../core/customer.ts';
import type { Localized } from '../core/locale.ts';
import { localize } from '../core/locale.ts';
import type { Money } from '../core/money.ts';
import { allocate, money } from '../core/money.ts';
import type { Order, OrderLine } from '../core/order.ts';
import type { Refund } from '../core/quote.ts';
import { arrivalDays } from './arrival.ts';
import type { GiveBackItem } from './item.ts';
import { totalOf } from './paid.ts';
import type { Policy, PolicyContext } from './policy.ts';
import { refundMethod } from './refund-split.ts';
import { promisedBack, protectedBack, takenBack } from './returned.ts';
import { isPartial } from './situation.ts';

type Part = Refund['parts'][number];

/** What was paid and neither paid back nor promised back: no refund exceeds it. */
export function refundable(order: Order, context: PolicyContext): Money {
  const left =
    totalOf(order, 'payment').amount - totalOf(order, 'refund').amount - promisedBack(order, context.returns);
  return money(Math.max(0, left), order.total.currency);
}

/**
 * What is paid back for `goods`: some lines, or the whole order. The parts add up to the amount.
 * `refundTo` in place of the way it was paid.
 * Lines: price × quantity − their share of discounts, capped at what is left of the payment. The whole order: all that is left of the payment.
 */
export function refundQuote(
  order: Order,
  goods: 'whole' | readonly GiveBackItem[],
  policy: Policy,
  context: PolicyContext,
  refundTo?: PaymentMethod,
): Refund {
  const left = refundable(order, context);
  const parts =
    goods === 'whole'
      ? [...order.lines.flatMap((line) => lineParts(order, line, line.quantity, context)), shippingPart(order)]
      : [
          ...[...merged(goods)].flatMap(([lineId, quantity]) => {
            const line = order.lines.find((candidate) => candidate.id === lineId);
            return line ? lineParts(order, line, quantity, context) : [];
          }),
          ...(refundsShipping(order, goods, policy, context) ? [shippingPart(order)] : []),
        ];
  const counted = parts.reduce((total, part) => total + part.amount.amount, 0);
  const amount = goods === 'whole' ? left : money(Math.min(Math.max(0, counted), left.amount), left.currency);
  const rest = money(amount.amount - counted, amount.currency);
  const method = refundTo?.method ?? refundMethod(order, amount);
  return {
    amount,
    parts: [...parts, { label: rest.amount < 0 ? CAPPED : OTHER, amount: rest }].filter(
      (part) => part.amount.amount !== 0,
    ),
    method,
    withinDays: arrivalDays(policy, method).to,
  };
}

const CAPPED: Localized = { zh: '以实际支付且未退的金额为限', en: 'Limited to what was paid and not yet refunded' };
const OTHER: Localized = { zh: '其他已付金额', en: 'Other amounts paid' };

function merged(goods: readonly GiveBackItem[]): Map<string, number> {
  const wanted = new Map<string, number>();
  // What is no number of pieces is refused elsewhere; here it counts for nothing.
  for (const item of goods.filter(({ quantity }) => Number.isSafeInteger(quantity) && quantity > 0))
    wanted.set(item.lineId, (wanted.get(item.lineId) ?? 0) + item.quantity);
  return wanted;
}

/** Where the rules say so, the delivery cost goes back with the last piece of the order. */
function refundsShipping(
  order: Order,
  goods: readonly GiveBackItem[],
  policy: Policy,
  context: PolicyContext,
): boolean {
  return policy.refundShipping === 'whole-order' && goods.length > 0 && !isPartial(order, goods, context);
}

function shippingPart(order: Order): Part {
  return { label: { zh: '运费', en: 'Shipping' }, amount: order.shippingFee };
}

/** Goods and their discount for the next `quantity` pieces of a line that have not come back yet. */
function lineParts(order: Order, line: OrderLine, quantity: number, context: PolicyContext): Part[] {
  const before = takenBack(line, context.returns);
  const after = Math.min(line.quantity, before + quantity);
  const pieces = after - before;
  if (pieces <= 0) return [];
  const gross = line.unitPrice.amount * pieces;
  const discount = discountOf(order, line);
  const share = Math.min(
    gross,
    cumulative(discount, line.quantity, after) - cumulative(discount, line.quantity, before),
  );
  const currency = line.unitPrice.currency;
  return [
    {
      label: { zh: `${localize(line.title, 'zh')} × ${pieces}`, en: `${localize(line.title, 'en')} × ${pieces}` },
      amount: money(gross, currency),
    },
    { label: { zh: '这件商品分摊的优惠', en: 'Its share of discounts' }, amount: money(-share, currency) },
    {
      label: { zh: '已退过的差价', en: 'Price protection paid before' },
      amount: money(-Math.min(gross - share, protectedShare(order, line, before, after, context)), currency),
    },
  ];
}

/** What price protection paid back before for these pieces. */
function protectedShare(order: Order, line: OrderLine, before: number, after: number, context: PolicyContext): number {
  const whole = money(protectedBack(order, line, context.returns), line.unitPrice.currency);
  return cumulative(whole, line.quantity, after) - cumulative(whole, line.quantity, before);
}

/** The discount on the first `count` of `quantity` pieces. Taken as differences, the shares of all partial returns add up to the whole. */
function cumulative(discount: Money, quantity: number, count: number): number {
  return allocate(discount, [count, quantity - count])[0]?.amount ?? 0;
}

/** The line's own discount and its share of what was taken off the order as a whole. */
export function discountOf(order: Order, line: OrderLine): Money {
  const nets = order.lines.map((each) => Math.max(0, each.unitPrice.amount * each.quantity - each.discount.amount));
  const goods = nets.reduce((total, net) => total + net, 0);
  const offOrder = Math.min(goods, Math.max(0, goods + order.shippingFee.amount - order.total.amount));
  const share =
    goods === 0 ? 0 : (allocate(money(offOrder, order.total.currency), nets)[order.lines.indexOf(line)]?.amount ?? 0);
  return money(line.discount.amount + share, line.discount.currency);
}
