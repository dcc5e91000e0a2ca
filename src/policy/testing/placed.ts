import { DAY, type Instant, instant } from '../../core/instant.ts';
import type { GoodsKind, Order, OrderStatus } from '../../core/order.ts';
import type { Product } from '../../core/product.ts';
import type { ReasonKind } from '../inputs.ts';
import type { PolicyContext } from '../policy.ts';
import { cny, sampleLine, sampleOrder, samplePayment, sampleRequest } from './sample-order.ts';

/** What an order is like, in the words of the tables. */
export interface Wish {
  status: OrderStatus;
  standing: boolean;
  reason: ReasonKind;
  goods: GoodsKind;
  opened: boolean;
  used: boolean;
  finalSale: boolean;
  onSale: boolean;
  gift: boolean;
  partial: boolean;
  crossBorder: boolean;
}

export const EVERYDAY_WISH: Wish = {
  status: 'delivered',
  standing: false,
  reason: 'no-reason',
  goods: 'ordinary',
  opened: false,
  used: false,
  finalSale: false,
  onSale: false,
  gift: false,
  partial: false,
  crossBorder: false,
};

/** Two pairs of shoes at ¥9 like that, received and paid at these moments, and what is asked of them. */
export function placed(wish: Wish, since: { delivered?: Instant; paid?: Instant }, now: Instant, timeZone: string) {
  const line = sampleLine({
    quantity: 2,
    unitPrice: cny(900),
    kind: wish.goods,
    finalSale: wish.finalSale,
    onSale: wish.onSale,
    gift: wish.gift,
  });
  const { deliveredAt: _, ...sample } = sampleOrder();
  const order: Order = {
    ...sample,
    status: wish.status,
    lines: [line, sampleLine({ id: 'line-2', unitPrice: cny(1_000), quantity: wish.standing ? 1 : 0 })].filter(
      ({ quantity }) => quantity > 0,
    ),
    shippingFee: cny(0),
    total: cny(wish.standing ? 2_800 : 1_800),
    payments: [samplePayment({ amount: cny(wish.standing ? 2_800 : 1_800) })],
    ...(since.delivered && { deliveredAt: since.delivered }),
    ...(since.paid && { paidAt: since.paid }),
    ...(wish.crossBorder && { crossBorder: true }),
  };
  // The other line is on its way back where a return stands.
  const returns = wish.standing
    ? [sampleRequest({ lines: [{ orderLineId: 'line-2', quantity: 1 }], refund: cny(0) })]
    : [];
  const context: PolicyContext = { timeZone, now, returns, reason: wish.reason };
  const item = { lineId: 'line-1', quantity: wish.partial ? 1 : 2, opened: wish.opened, used: wish.used };
  return { order, context, items: [item] };
}

/** The shoes as they are sold now: ¥4 cheaper, in another size at the same price. */
export const CHEAPER: Product = {
  id: 'shoe',
  title: { zh: '轻便跑鞋', en: 'Light running shoes' },
  description: { zh: '', en: '' },
  category: { id: 'shoes', name: { zh: '鞋', en: 'Shoes' } },
  attributes: [],
  tags: [],
  active: true,
  variants: ['42', '43'].map((size) => ({
    id: `shoe-${size}`,
    sku: size,
    options: [],
    price: cny(500),
    stock: null,
  })),
};

/** The first instant of the day after `date` on that zone's clock, found by asking the calendar alone. */
export function endOfDay(zone: string, date: string): number {
  const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
  let before = Date.parse(date) - DAY;
  let after = Date.parse(date) + 3 * DAY;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (calendar.format(middle) > date) after = middle;
    else before = middle;
  }
  return after;
}

/** `YYYY-MM-DD` of an instant on that zone's clock, `days` later. */
export function dateAfter(zone: string, at: Instant, days: number): string {
  const date = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(Date.parse(at));
  return instant(Date.parse(date) + days * DAY).slice(0, 10);
}
