import { describe, expect, it } from 'vitest';
import { calendarDays, DAY, elapsed } from '../../../core/instant.ts';
import type { Order } from '../../../core/order.ts';
import { ORDER_STATUSES, RETURN_STATUSES } from '../../../core/order.ts';
import { demoShop } from '../demo-shop.ts';
import { NOWS, SHOPS } from '../testing.ts';

const ZONE = 'Asia/Shanghai';

const paidOf = (order: Order, kind: 'payment' | 'refund') =>
  order.payments
    .filter((payment) => payment.kind === kind)
    .reduce((amount, payment) => amount + payment.amount.amount, 0);

const goodsOf = (order: Order) =>
  order.lines.reduce((amount, line) => amount + line.unitPrice.amount * line.quantity - line.discount.amount, 0);

/** Hour and minute by the shop's clock. */
const clockOf = (at: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' }).format(new Date(at));

describe.each(SHOPS)('the demo history at $now', ({ now, shop }) => {
  const { orders, returns } = shop;
  const byStatus = (status: string) => orders.filter((order) => order.status === status);

  it('[SHOP-32] has 300 orders over every status and the last 90 days', () => {
    expect(orders).toHaveLength(300);
    for (const status of ORDER_STATUSES) expect(byStatus(status).length, status).toBeGreaterThan(3);
    const ages = orders.map(({ placedAt }) => elapsed(placedAt, now) / DAY);
    expect(Math.max(...ages)).toBeLessThanOrEqual(90);
    expect(Math.min(...ages)).toBeGreaterThan(0);
    expect(ages.filter((age) => age > 75).length).toBeGreaterThan(10);
  });

  it('[SHOP-33] adds up to the last fen', () => {
    for (const order of orders) {
      const goods = goodsOf(order);
      expect(order.total.amount, order.id).toBe(goods + order.shippingFee.amount);
      expect(order.shippingFee.amount, order.id).toBe(goods >= 9_900 ? 0 : 800);
      for (const { discount, unitPrice, quantity, gift } of order.lines) {
        expect(discount.amount).toBeGreaterThanOrEqual(0);
        if (gift) expect(discount.amount).toBe(unitPrice.amount * quantity);
        else expect(discount.amount).toBeLessThan(unitPrice.amount * quantity);
      }
      expect(paidOf(order, 'payment'), order.id).toBe(order.paidAt ? order.total.amount : 0);
      if (order.status === 'cancelled') expect(paidOf(order, 'refund'), order.id).toBe(paidOf(order, 'payment'));
      expect(paidOf(order, 'refund')).toBeLessThanOrEqual(paidOf(order, 'payment'));
    }
    expect(orders.filter((order) => order.lines.some(({ discount }) => discount.amount > 0)).length).toBeGreaterThan(
      50,
    );
    expect(orders.filter((order) => order.shippingFee.amount > 0).length).toBeGreaterThan(10);
  });

  it('[SHOP-34] tells each story in order, and nothing of the future', () => {
    for (const order of orders) {
      const { placedAt, paidAt, shippedAt, deliveredAt, cancelledAt } = order;
      const told = [placedAt, paidAt, shippedAt, deliveredAt ?? cancelledAt, now].filter((at) => at !== undefined);
      expect(told, order.id).toEqual([...told].sort());
      for (const { at } of order.payments) expect(at && at < now, order.id).toBe(true);
      expect(clockOf(placedAt) >= '07:30' && clockOf(placedAt) <= '23:59', placedAt).toBe(true);
    }
  });

  it('[SHOP-34] gives each status what belongs to it', () => {
    for (const order of orders) {
      const unpaid =
        order.status === 'awaiting-payment' || (order.status === 'cancelled' && order.payments.length === 0);
      const sent = ['partially-shipped', 'shipped', 'delivered', 'completed'].includes(order.status);
      const arrived = order.status === 'delivered' || order.status === 'completed';
      expect(order.paidAt === undefined, order.id).toBe(unpaid);
      expect(order.shippedAt !== undefined && order.parcels.length > 0, order.id).toBe(sent);
      expect(order.deliveredAt !== undefined, order.id).toBe(arrived);
      expect(order.cancelledAt !== undefined, order.id).toBe(order.status === 'cancelled');
      if (order.deliveredAt) {
        const open = calendarDays(ZONE, order.deliveredAt, now) <= 7;
        expect(order.status, order.id).toBe(open ? 'delivered' : 'completed');
      }
    }
  });

  it('[SHOP-34] packs every sent line into exactly one parcel, with its scans oldest first', () => {
    for (const order of orders.filter(({ parcels }) => parcels.length > 0)) {
      const packed = order.parcels.flatMap(({ lineIds }) => lineIds);
      expect(new Set(packed).size, order.id).toBe(packed.length);
      const lines = order.lines.map(({ id }) => id);
      if (order.status === 'partially-shipped') expect(packed.length).toBeLessThan(lines.length);
      else expect(new Set(packed), order.id).toEqual(new Set(lines));
      for (const { events, status, expectedAt } of order.parcels) {
        const times = events.map(({ at }) => at);
        expect(times).toEqual([...times].sort());
        expect(times[0] && order.shippedAt && times[0] >= order.shippedAt, order.id).toBe(true);
        expect(times.at(-1) && (times.at(-1) ?? '') <= now).toBe(true);
        expect(events.every(({ place, text }) => place.zh && place.en && text.zh && text.en)).toBe(true);
        expect(
          status === 'delivered' ? expectedAt === undefined : (expectedAt ?? '') > now,
          `${order.id} ${status}`,
        ).toBe(true);
      }
      const all = order.parcels.every(({ status }) => status === 'delivered');
      if (order.status !== 'partially-shipped') expect(all, order.id).toBe(order.deliveredAt !== undefined);
    }
    expect(orders.some(({ parcels }) => parcels.length === 2)).toBe(true);
    expect(orders.some(({ parcels }) => parcels.some(({ status }) => status === 'exception'))).toBe(true);
  });

  it('[SHOP-38] ships as the carriers article says: EMS to remote areas, bulky goods with two carriers only', () => {
    const remote = ['新疆维吾尔自治区', '西藏自治区'];
    for (const order of orders) {
      const bulky = order.lines.some(({ productId }) => productId === 'shelf-oak' || productId === 'desk-folding');
      for (const { carrier } of order.parcels) {
        if (bulky) expect(['京东快递', '顺丰速运']).toContain(carrier.zh);
        else if (remote.includes(order.address.province)) expect(carrier.zh).toBe('邮政 EMS');
        else expect(['顺丰速运', '中通快递', '京东快递', '圆通速递']).toContain(carrier.zh);
      }
    }
  });

  it('[SHOP-35] refers only to what exists, under names and numbers that occur once', () => {
    const variants = new Map(shop.products.flatMap((product) => product.variants.map(({ id }) => [id, product.id])));
    const customers = new Map(shop.customers.map((customer) => [customer.id, customer]));
    for (const order of orders) {
      const bought = order.lines.map(({ variantId }) => variantId);
      expect(new Set(bought).size, order.id).toBe(bought.length);
      for (const line of order.lines) expect(variants.get(line.variantId), line.variantId).toBe(line.productId);
      if (order.customerId) expect(customers.get(order.customerId)?.phone, order.id).toBe(order.contact.phone);
      expect(order.number).toMatch(/^XE\d{8}-\d{4}$/);
    }
    const names = [
      ...orders.map(({ number }) => number),
      ...[...orders, ...returns, ...shop.customers, ...shop.coupons, ...shop.articles].map(({ id }) => id),
      ...orders.flatMap(({ lines, payments, parcels }) => [...lines, ...payments, ...parcels].map(({ id }) => id)),
      ...orders.flatMap(({ parcels }) => parcels.map(({ trackingNumber }) => trackingNumber)),
    ];
    expect(new Set(names).size).toBe(names.length);
    expect(orders.filter(({ customerId }) => customerId === null).length).toBeGreaterThan(5);
  });

  it('[SHOP-36] has returns and exchanges in every status, asked for within the window', () => {
    for (const kind of ['return', 'exchange'] as const) {
      for (const status of RETURN_STATUSES) {
        expect(
          returns.filter((each) => each.kind === kind && each.status === status).length,
          `${kind} ${status}`,
        ).toBeGreaterThan(0);
      }
    }
    const products = new Map(shop.products.flatMap((product) => product.variants.map(({ id }) => [id, product.id])));
    for (const request of returns) {
      const order = orders.find(({ id }) => id === request.orderId);
      expect(order?.deliveredAt && order.deliveredAt < request.createdAt && request.createdAt < now, request.id).toBe(
        true,
      );
      expect(calendarDays(ZONE, order?.deliveredAt ?? '', request.createdAt)).toBeLessThanOrEqual(7);
      for (const { orderLineId, quantity, exchangeVariantId } of request.lines) {
        const line = order?.lines.find(({ id }) => id === orderLineId);
        const counts = request.status !== 'refused' && request.status !== 'cancelled';
        expect(line?.returnedQuantity, request.id).toBe(counts ? quantity : 0);
        expect(line?.finalSale).toBe(false);
        expect(exchangeVariantId !== undefined).toBe(request.kind === 'exchange');
        if (exchangeVariantId) expect(products.get(exchangeVariantId)).toBe(line?.productId);
        expect(exchangeVariantId).not.toBe(line?.variantId);
      }
      const due = request.kind === 'return' && request.status === 'completed' ? (request.refund?.amount ?? 0) : 0;
      expect(order && paidOf(order, 'refund'), request.id).toBe(due);
    }
    const given = orders.filter(({ lines }) => lines.some(({ returnedQuantity }) => returnedQuantity > 0));
    expect(given.every(({ id }) => returns.some(({ orderId }) => orderId === id))).toBe(true);
  });
});

describe('the demo history', () => {
  it('[SHOP-32] is the same whenever it is made for the same instant', () => {
    expect(demoShop(NOWS[0])).toEqual(SHOPS[0]?.shop);
  });

  it('[SHOP-32] can be made for any minute of a day', () => {
    for (let minute = 0; minute < 24 * 60; minute += 97) {
      const now = new Date(Date.parse('2026-09-14T00:00:30.000Z') + minute * 60_000).toISOString();
      expect(demoShop(now).orders).toHaveLength(300);
    }
  });
});
