import { expect, it } from 'vitest';
import type { ReturnRequest } from '../../core/order.ts';
import type { RefundOrder, RequestReturn, Shop } from '../shop.ts';
import { AFTER_SALES_SHOP, bootOrder, cny, line } from './after-sales-shop.ts';
import { stockOf } from './items.ts';
import { balance } from './money.ts';
import type { MakeShop } from './suite.ts';

const NO = { ok: false, reason: 'not-possible' };

export function giveBackPromises(makeShop: MakeShop): void {
  const open = async () => (await makeShop(AFTER_SALES_SHOP)).shop;
  const one = [{ orderLineId: 'arrived-1', quantity: 1 }];
  const request = (shop: Shop, key: string, more: Partial<RequestReturn> = {}) =>
    shop.requestReturn({
      key,
      orderId: 'arrived',
      expectedVersion: 1,
      kind: 'return',
      lines: one,
      reason: '不合适',
      refund: cny(20_000),
      ...more,
    });
  const exchange = (shop: Shop, key: string, variantId: string, more: Partial<RequestReturn> = {}) =>
    request(shop, key, {
      kind: 'exchange',
      lines: [{ orderLineId: 'arrived-1', quantity: 2, exchangeVariantId: variantId }],
      refund: cny(0),
      ...more,
    });
  const refund = (shop: Shop, key: string, more: Partial<RefundOrder> = {}) =>
    shop.refundOrder({
      key,
      orderId: 'arrived',
      expectedVersion: 1,
      kind: 'refund-only',
      lines: one,
      amount: cny(20_000),
      reason: '破损',
      ...more,
    });
  const withdraw = (shop: Shop, key: string, returnId: string, expectedVersion = 2, orderId = 'arrived') =>
    shop.cancelReturn({ key, orderId, expectedVersion, returnId });

  it('[SHOP-47] a return keeps where its money goes: the customer’s means, or one that the order was paid with', async () => {
    const shop = await open();
    expect(await request(shop, 'k1', { refundTo: 'gift-1' })).toMatchObject({
      ok: true,
      value: { refundTo: 'gift-1' },
    });
    expect(await shop.listReturns('arrived')).toMatchObject([{ kind: 'return', refundTo: 'gift-1' }]);
    expect(await balance(shop, 'gift-1')).toBe(10_000);
    expect(await request(shop, 'k2', { expectedVersion: 2, refundTo: 'foreign-gift' })).toEqual(NO);
    expect(await request(shop, 'k3', { expectedVersion: 2, refundTo: 'alipay-1' })).toMatchObject({ ok: true });
  });

  it('[SHOP-47] an exchange keeps its difference, and a gift card has to hold what it will be charged with', async () => {
    const shop = await open();
    const dearer = { difference: cny(8_000), refundTo: 'gift-1' };
    expect(await exchange(shop, 'k1', 'boot-44', dearer)).toMatchObject({ ok: true, value: dearer });
    expect(await balance(shop, 'gift-1')).toBe(10_000);
    expect(await stockOf(shop, 'boot')).toMatchObject({ 'boot-42': 0, 'boot-44': 0 });
    const other = await open();
    expect(await exchange(other, 'k1', 'boot-44', { ...dearer, difference: cny(10_001) })).toEqual(NO);
    expect(await exchange(other, 'k2', 'boot-44', { difference: cny(8_000) })).toEqual(NO);
    expect(await exchange(other, 'k3', 'boot-44', { ...dearer, refundTo: 'foreign-gift' })).toEqual(NO);
    expect(await stockOf(other, 'boot')).toMatchObject({ 'boot-44': 2 });
  });

  it('[SHOP-47] what an exchange costs less is promised as its refund, neither more nor less', async () => {
    const shop = await open();
    const cheaper = { difference: cny(-10_000) };
    expect(await exchange(shop, 'k1', 'boot-41', { ...cheaper, refund: cny(0) })).toEqual(NO);
    expect(await exchange(shop, 'k2', 'boot-41', { ...cheaper, refund: cny(10_001) })).toEqual(NO);
    expect(await request(shop, 'k3', { ...cheaper, refund: cny(10_000) })).toEqual(NO);
    expect(await exchange(shop, 'k4', 'boot-41', { ...cheaper, refund: cny(10_000) })).toMatchObject({ ok: true });
    const rest = { expectedVersion: 2, lines: [{ orderLineId: 'arrived-2', quantity: 1 }] };
    expect(await request(shop, 'k5', { ...rest, refund: cny(50_001) })).toEqual(NO);
    expect(await request(shop, 'k6', { ...rest, refund: cny(50_000) })).toMatchObject({ ok: true });
  });

  it('[SHOP-48] a refund without return is booked at once and kept as completed', async () => {
    const shop = await open();
    const result = await refund(shop, 'k', {
      orderId: 'split-arrived',
      lines: [{ orderLineId: 'split-arrived-2', quantity: 1 }],
    });
    expect(result).toMatchObject({
      ok: true,
      value: { kind: 'refund-only', status: 'completed', refund: cny(20_000), reason: '破损' },
    });
    expect(await shop.listReturns('split-arrived')).toHaveLength(1);
    const order = await shop.getOrder('split-arrived');
    expect(order?.payments.slice(2)).toMatchObject([
      { kind: 'refund', paymentMethodId: 'alipay-1', amount: cny(15_000) },
      { kind: 'refund', paymentMethodId: 'gift-1', amount: cny(5_000) },
    ]);
    expect(order).toMatchObject({ version: 2, status: 'delivered', lines: [{}, { returnedQuantity: 0 }] });
    expect(await balance(shop, 'gift-1')).toBe(15_000);
  });

  it('[SHOP-48] a piece that was refunded is neither refunded nor returned again', async () => {
    const shop = await open();
    const both = [{ orderLineId: 'arrived-1', quantity: 2 }];
    await refund(shop, 'k1');
    expect(await refund(shop, 'k2', { expectedVersion: 2, lines: both })).toEqual(NO);
    expect(await request(shop, 'k3', { expectedVersion: 2, lines: both })).toEqual(NO);
    expect(await request(shop, 'k4', { expectedVersion: 2 })).toMatchObject({ ok: true });
    expect(await refund(shop, 'k5', { expectedVersion: 3 })).toEqual(NO);
  });

  it('[SHOP-48] a lower price is made up for while the goods may still come back; never for more than is left', async () => {
    const shop = await open();
    const lower = { kind: 'price-protection', amount: cny(1_000) } as const;
    expect(await refund(shop, 'k1', lower)).toMatchObject({ ok: true, value: { kind: 'price-protection' } });
    const all = [
      { orderLineId: 'arrived-1', quantity: 2 },
      { orderLineId: 'arrived-2', quantity: 1 },
    ];
    expect(await request(shop, 'k2', { expectedVersion: 2, lines: all, refund: cny(59_001) })).toEqual(NO);
    expect(await request(shop, 'k3', { expectedVersion: 2, lines: all, refund: cny(59_000) })).toMatchObject({
      ok: true,
    });
    expect(await refund(shop, 'k4', { ...lower, expectedVersion: 3, amount: cny(1) })).toEqual(NO);
  });

  it('[SHOP-48] nothing is refunded of what was never paid, was cancelled, or for no money', async () => {
    const shop = await open();
    const of = (orderId: string) => ({ orderId, lines: [{ orderLineId: `${orderId}-1`, quantity: 1 }] });
    expect(await refund(shop, 'k1', of('unpaid'))).toEqual(NO);
    expect(await refund(shop, 'k2', { amount: cny(0) })).toEqual(NO);
    expect(await refund(shop, 'k3', { amount: cny(-1) })).toEqual(NO);
    expect(await refund(shop, 'k4', { amount: cny(60_001) })).toEqual(NO);
    await shop.cancelOrder({ key: 'k5', orderId: 'unsent', expectedVersion: 1, reason: '', refund: cny(0) });
    expect(await refund(shop, 'k6', { ...of('unsent'), expectedVersion: 2 })).toEqual(NO);
    // A parcel that never came: the order is still under way.
    expect(await refund(shop, 'k7', of('sent'))).toMatchObject({ ok: true });
  });

  it('[SHOP-49] a withdrawn return leaves pieces and money as if it had not been', async () => {
    const shop = await open();
    const made = await request(shop, 'k1', { refund: cny(60_000) });
    const id = made.ok ? made.value.id : '';
    expect(await withdraw(shop, 'k2', id)).toMatchObject({ ok: true, value: { id, status: 'cancelled' } });
    expect(await shop.listReturns('arrived')).toMatchObject([{ id, status: 'cancelled' }]);
    expect(await shop.getOrder('arrived')).toMatchObject({ version: 3, lines: [{ returnedQuantity: 0 }, {}] });
    expect(await withdraw(shop, 'k3', id, 3)).toEqual(NO);
    expect(await request(shop, 'k4', { expectedVersion: 3, refund: cny(60_000) })).toMatchObject({ ok: true });
  });

  it('[SHOP-49] a withdrawn exchange puts what was held back on the shelf, once', async () => {
    const shop = await open();
    const made = await exchange(shop, 'k1', 'boot-43');
    expect(await stockOf(shop, 'boot')).toMatchObject({ 'boot-43': 2 });
    const id = made.ok ? made.value.id : '';
    await Promise.all([withdraw(shop, 'k2', id), withdraw(shop, 'k3', id), withdraw(shop, 'k2', id)]);
    expect(await stockOf(shop, 'boot')).toMatchObject({ 'boot-43': 4, 'boot-42': 0 });
  });

  it('[SHOP-49] what was received, settled or refused, or belongs to another order, is not withdrawn', async () => {
    const statuses = ['requested', 'approved', 'received', 'completed', 'refused', 'cancelled'] as const;
    const returns = statuses.map(
      (status): ReturnRequest => ({
        id: `r-${status}`,
        orderId: 'arrived',
        kind: 'return',
        status,
        lines: [{ orderLineId: 'arrived-1', quantity: 1 }],
        reason: '',
        refund: null,
        createdAt: '2026-05-25T00:00:00.000Z',
      }),
    );
    const lines = [line('arrived-1', { quantity: 9, returnedQuantity: 4 })];
    const orders = [
      bootOrder('arrived', { status: 'delivered', lines }),
      bootOrder('foreign', { customerId: 'other' }),
    ];
    const { shop } = await makeShop({ ...AFTER_SALES_SHOP, orders, returns });
    expect(await withdraw(shop, 'k1', 'r-requested', 1, 'foreign')).toEqual(NO);
    for (const status of ['received', 'completed', 'refused', 'cancelled', 'nothing']) {
      expect(await withdraw(shop, `k-${status}`, `r-${status}`, 1), status).toEqual(NO);
    }
    expect(await withdraw(shop, 'k2', 'r-approved', 1)).toMatchObject({ ok: true });
    expect(await withdraw(shop, 'k3', 'r-requested', 2)).toMatchObject({ ok: true });
    expect(await shop.getOrder('arrived')).toMatchObject({ lines: [{ returnedQuantity: 2 }] });
  });
}
