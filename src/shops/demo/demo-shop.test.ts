import { describe, expect, it } from 'vitest';
import { calendarDays } from '../../core/instant.ts';
import { GOODS_KINDS, type Order } from '../../core/order.ts';
import { attributeOf, inStock } from '../../core/product.ts';
import { DEMO_GUEST_ORDERS } from './guest-orders.ts';
import { DEMO_CUSTOMERS } from './people/customers.ts';
import { SHOPS } from './testing.ts';

const [lin, wang, emily] = DEMO_CUSTOMERS.map(({ id }) => id);

describe.each(SHOPS)('the stories of the demo shop at $now', ({ now, shop }) => {
  const ordersOf = (customerId: string | null | undefined) =>
    shop.orders.filter((order) => order.customerId === customerId);
  const buys = (productId: string) => (order: Order) =>
    order.lines.some((line) => line.productId.startsWith(productId));
  const arrivedWithin = (days: number) => (order: Order) =>
    order.deliveredAt !== undefined && calendarDays('Asia/Shanghai', order.deliveredAt, now) <= days;

  it('[SHOP-31] every customer to sign in as can be tried, each with several orders in different states', () => {
    for (const { id, about } of DEMO_CUSTOMERS) {
      expect(shop.customers.find((customer) => customer.id === id)).toBeDefined();
      expect(about.zh && about.en).toBeTruthy();
      expect(new Set(ordersOf(id).map(({ status }) => status)).size).toBeGreaterThanOrEqual(4);
    }
  });

  it.each([lin, emily])('[SHOP-31] %s has shoes that just arrived, with the next size in stock', (customerId) => {
    const order = ordersOf(customerId).filter(buys('runner-')).find(arrivedWithin(4));
    const line = order?.lines[0];
    const product = shop.products.find(({ id }) => id === line?.productId);
    const size = Number(attributeOf(line?.options ?? [], 'size')?.en);
    const colour = attributeOf(line?.options ?? [], 'colour')?.en;
    const next = product?.variants.find(
      ({ options }) =>
        attributeOf(options, 'size')?.en === String(size + 1) && attributeOf(options, 'colour')?.en === colour,
    );
    expect(next && inStock(next)).toBe(true);
    expect(next?.price).toEqual(line?.unitPrice);
  });

  it.each([lin, emily])('[SHOP-31] %s has one order under way and one that can be cancelled', (customerId) => {
    const [parcel, ...others] = ordersOf(customerId).filter(({ status }) => status === 'shipped');
    expect(others).toEqual([]);
    expect(parcel?.parcels[0]?.events.length).toBeGreaterThan(1);
    expect(
      ordersOf(customerId).filter(({ status }) => status === 'paid' || status === 'awaiting-payment'),
    ).toHaveLength(1);
  });

  it('[SHOP-31] Emily has a kettle that can still be returned for days', () => {
    const order = ordersOf(emily).find(buys('kettle-'));
    expect(order?.status).toBe('delivered');
    expect(order && arrivedWithin(4)(order)).toBe(true);
    expect(order?.lines).toMatchObject([{ returnedQuantity: 0, finalSale: false }]);
  });

  it('[SHOP-31] Mr Wang has two parcels of which one arrived, a failed delivery, an unpaid order and one past the window', () => {
    const orders = ordersOf(wang);
    const two = orders.find(({ parcels }) => parcels.length === 2);
    expect(two?.parcels.map(({ status }) => status === 'delivered').sort()).toEqual([false, true]);
    expect(orders.some(({ parcels }) => parcels.some(({ status }) => status === 'exception'))).toBe(true);
    expect(orders.some(({ status }) => status === 'awaiting-payment')).toBe(true);
    expect(orders.some(({ status, deliveredAt }) => status === 'completed' && deliveredAt)).toBe(true);
  });

  it('[SHOP-57] every after-sales rule has an order to try it on', () => {
    const orders = ordersOf('customer-chen-siyuan');
    const lines = orders.flatMap((order) => order.lines.map((line) => ({ ...line, order })));
    const stillReturnable = (order: Order) => order.status === 'delivered' && arrivedWithin(3)(order);
    for (const kind of GOODS_KINDS)
      expect(
        lines.filter((line) => (line.kind ?? 'ordinary') === kind && stillReturnable(line.order)).length,
        kind,
      ).toBeGreaterThan(0);
    for (const test of ['finalSale', 'onSale', 'gift'] as const)
      expect(lines.filter((line) => line[test] && stillReturnable(line.order)).length, test).toBeGreaterThan(0);
    const abroad = orders.filter(({ crossBorder }) => crossBorder);
    expect(abroad.map(({ status }) => status).sort()).toEqual(['delivered', 'paid']);
    const split = orders.find(({ payments }) => payments.length === 2 && payments[0]?.kind === payments[1]?.kind);
    expect(split?.payments.map(({ method }) => method)).toEqual(['gift-card', 'wechat-pay']);
    expect(split?.lines[0]?.quantity).toBeGreaterThan(1);
    const price = (id: string) =>
      shop.products.flatMap(({ variants }) => variants).find((each) => each.id === id)?.price;
    const fallen = lines.find((line) => line.unitPrice.amount > (price(line.variantId)?.amount ?? 0));
    expect(calendarDays('Asia/Shanghai', fallen?.order.paidAt ?? '', now)).toBeLessThanOrEqual(7);
    expect(orders.some(({ status, cancelReason }) => status === 'cancelled' && cancelReason)).toBe(true);
  });

  it('[SHOP-57] a customer’s payments name the means they were made with', () => {
    for (const order of shop.orders) {
      const own = shop.customers.find(({ id }) => id === order.customerId)?.paymentMethods ?? [];
      for (const { method, paymentMethodId } of order.payments) {
        const named = own.find(({ id }) => id === paymentMethodId);
        expect(named?.method, order.id).toBe(order.customerId === null ? undefined : method);
      }
    }
    const cards = shop.customers.flatMap(({ paymentMethods }) => paymentMethods).filter(({ balance }) => balance);
    expect(cards).toMatchObject([{ method: 'gift-card', balance: { amount: 6_000, currency: 'CNY' } }]);
  });

  it('[SHOP-31] guests find their orders by number and the contact shown', () => {
    expect(DEMO_GUEST_ORDERS.length).toBeGreaterThanOrEqual(3);
    for (const { orderId, contact, about } of DEMO_GUEST_ORDERS) {
      const order = shop.orders.find(({ id }) => id === orderId);
      expect(order?.customerId).toBeNull();
      expect([order?.contact.phone, order?.contact.email]).toContain(contact);
      expect(about.zh && about.en).toBeTruthy();
    }
  });

  it('[SHOP-39] holds nobody’s real data: example.com addresses and one made-up block of phone numbers', () => {
    const contacts = [...shop.customers, ...shop.orders.map(({ contact }) => contact)];
    expect(contacts.filter(({ email }) => !email.endsWith('@example.com'))).toEqual([]);
    const phones = [...contacts.map(({ phone }) => phone), ...shop.orders.map(({ address }) => address.phone)];
    expect(phones.filter((phone) => !/^1380000\d{4}$/.test(phone))).toEqual([]);
    expect(shop.customers.length).toBeGreaterThanOrEqual(43);
    expect(new Set(shop.customers.map(({ phone }) => phone)).size).toBe(shop.customers.length);
  });
});
