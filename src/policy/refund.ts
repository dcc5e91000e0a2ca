import type { Localized } from '../core/locale.ts';
import { localize } from '../core/locale.ts';
import type { Money } from '../core/money.ts';
import { allocate, money } from '../core/money.ts';
import type { Order, OrderLine } from '../core/order.ts';
import type { Refund } from '../core/quote.ts';
import type { GiveBackItem } from './give-back.ts';
import { totalOf } from './paid.ts';
import type { Policy, PolicyContext } from './policy.ts';
import { refundMethod } from './refund-split.ts';
import { promisedBack, takenBack } from './returned.ts';

type Part = Refund['parts'][number];

/** What was paid and neither paid back nor promised back: no refund exceeds it. */
export function refundable(order: Order, context: PolicyContext): Money {
  const left =
    totalOf(order, 'payment').amount - totalOf(order, 'refund').amount - promisedBack(order, context.returns);
  return money(Math.max(0, left), order.total.currency);
}

/**
 * What is paid back for `goods`: some lines, or the whole order. The parts add up to the amount.
 * Lines: price × quantity − their share of discounts, capped at what is left of the payment. The whole order: all that is left of the payment.
 */
export function refundQuote(
  order: Order,
  goods: 'whole' | readonly GiveBackItem[],
  policy: Policy,
  context: PolicyContext,
): Refund {
  const left = refundable(order, context);
  const parts =
    goods === 'whole'
      ? [...order.lines.flatMap((line) => lineParts(order, line, line.quantity, context)), shippingPart(order)]
      : [...merged(goods)].flatMap(([lineId, quantity]) => {
          const line = order.lines.find((candidate) => candidate.id === lineId);
          return line ? lineParts(order, line, quantity, context) : [];
        });
  const counted = parts.reduce((total, part) => total + part.amount.amount, 0);
  const amount = goods === 'whole' ? left : money(Math.min(Math.max(0, counted), left.amount), left.currency);
  const rest = money(amount.amount - counted, amount.currency);
  return {
    amount,
    parts: [...parts, { label: rest.amount < 0 ? CAPPED : OTHER, amount: rest }].filter(
      (part) => part.amount.amount !== 0,
    ),
    method: refundMethod(order, amount),
    withinDays: policy.refund.withinDays,
  };
}

const CAPPED: Localized = { zh: '以实际支付且未退的金额为限', en: 'Limited to what was paid and not yet refunded' };
const OTHER: Localized = { zh: '其他已付金额', en: 'Other amounts paid' };

function merged(goods: readonly GiveBackItem[]): Map<string, number> {
  const wanted = new Map<string, number>();
  for (const item of goods) wanted.set(item.lineId, (wanted.get(item.lineId) ?? 0) + item.quantity);
  return wanted;
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
  ];
}

/** The discount on the first `count` of `quantity` pieces. Taken as differences, the shares of all partial returns add up to the whole. */
function cumulative(discount: Money, quantity: number, count: number): number {
  return allocate(discount, [count, quantity - count])[0]?.amount ?? 0;
}

/** The line's own discount and its share of what was taken off the order as a whole. */
function discountOf(order: Order, line: OrderLine): Money {
  const nets = order.lines.map((each) => Math.max(0, each.unitPrice.amount * each.quantity - each.discount.amount));
  const goods = nets.reduce((total, net) => total + net, 0);
  const offOrder = Math.min(goods, Math.max(0, goods + order.shippingFee.amount - order.total.amount));
  const share =
    goods === 0 ? 0 : (allocate(money(offOrder, order.total.currency), nets)[order.lines.indexOf(line)]?.amount ?? 0);
  return money(line.discount.amount + share, line.discount.currency);
}
