import { expect, it } from 'vitest';
import { canonicalJson } from '../../core/json.ts';
import { money } from '../../core/money.ts';
import type { CancelOrder, RequestReturn, Shop } from '../shop.ts';
import { ADDRESS, CONFORMANCE_SHOP, OTHER_ADDRESS } from './fixture.ts';
import type { MakeShop } from './suite.ts';

const cny = (amount: number) => money(amount, 'CNY');

export function writePromises(makeShop: MakeShop): void {
  const open = async () => (await makeShop(CONFORMANCE_SHOP)).shop;
  const cancel = (shop: Shop, key: string, more: Partial<CancelOrder> = {}) =>
    shop.cancelOrder({ key, orderId: 'paid', expectedVersion: 1, reason: '不想要了', refund: cny(39_800), ...more });
  const giveBack = (shop: Shop, key: string, more: Partial<RequestReturn> = {}) =>
    shop.requestReturn({
      key,
      orderId: 'delivered',
      expectedVersion: 1,
      kind: 'return',
      lines: [{ orderLineId: 'delivered-1', quantity: 1 }],
      reason: '不合适',
      refund: cny(19_900),
      ...more,
    });
  const exchange = (shop: Shop, key: string, exchangeVariantId: string, more: Partial<RequestReturn> = {}) =>
    giveBack(shop, key, {
      kind: 'exchange',
      lines: [{ orderLineId: 'delivered-1', quantity: 1, exchangeVariantId }],
      refund: cny(0),
      ...more,
    });
  const stock = async (shop: Shop, variantId: string) =>
    (await shop.getProduct('runner'))?.variants.find(({ id }) => id === variantId)?.stock;

  it('[SHOP-6] of two cancellations that saw the same version one wins', async () => {
    const shop = await open();
    const results = await Promise.all([cancel(shop, 'k1'), cancel(shop, 'k2')]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'changed' });
    expect(await stock(shop, '42')).toBe(7);
    expect((await shop.getOrder('paid'))?.payments.filter(({ kind }) => kind === 'refund')).toHaveLength(1);
  });

  it('[SHOP-6] a write that saw an older version, or an unknown order, changes nothing', async () => {
    const shop = await open();
    expect(await cancel(shop, 'k1', { expectedVersion: 0 })).toEqual({ ok: false, reason: 'changed' });
    expect(await cancel(shop, 'k2', { orderId: 'nothing' })).toEqual({ ok: false, reason: 'not-found' });
    expect(await shop.getOrder('paid')).toMatchObject({ status: 'paid', version: 1 });
  });

  it('[SHOP-7] one key twenty times at once is one effect and one answer', async () => {
    const shop = await open();
    const results = await Promise.all(Array.from({ length: 20 }, () => cancel(shop, 'k1')));
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(results.filter((result) => result.ok && !result.repeated)).toHaveLength(1);
    expect(new Set(results.map((result) => (result.ok ? canonicalJson(result.value) : ''))).size).toBe(1);
    expect(await shop.getOrder('paid')).toMatchObject({ status: 'cancelled', version: 2 });
    expect(await stock(shop, '42')).toBe(7);
  });

  it('[SHOP-7] a key keeps its answer whatever happened in between', async () => {
    const shop = await open();
    const moved = { orderId: 'paid', expectedVersion: 1, address: OTHER_ADDRESS };
    const first = await shop.changeAddress({ ...moved, key: 'k1' });
    expect(first).toMatchObject({ ok: true, repeated: false });
    await cancel(shop, 'k2', { expectedVersion: 2 });
    const again = await shop.changeAddress({ ...moved, key: 'k1' });
    expect(again).toEqual({ ...first, repeated: true });
  });

  it('[SHOP-7] a return asked for twice under one key is one request with one number', async () => {
    const shop = await open();
    const first = await giveBack(shop, 'k1');
    const again = await giveBack(shop, 'k1');
    expect(again).toEqual({ ...first, repeated: true });
    expect(await shop.listReturns('delivered')).toHaveLength(1);
  });

  it('[SHOP-10] a cancelled order says so and when, and its refund is booked to the means of payment', async () => {
    const shop = await open();
    const result = await cancel(shop, 'k1');
    const order = await shop.getOrder('paid');
    expect(result).toEqual({ ok: true, value: order, repeated: false });
    expect(order).toMatchObject({ status: 'cancelled', version: 2, cancelledAt: expect.stringMatching(/Z$/) });
    expect(order?.payments).toMatchObject([
      { kind: 'payment' },
      { kind: 'refund', method: 'alipay', amount: cny(39_800) },
    ]);
  });

  it('[SHOP-10] what has left the shop is not cancelled, and no more is refunded than was paid', async () => {
    const shop = await open();
    for (const orderId of ['shipped', 'delivered']) {
      expect(await cancel(shop, `k-${orderId}`, { orderId })).toEqual({ ok: false, reason: 'not-possible' });
    }
    expect(await cancel(shop, 'k1', { refund: cny(39_801) })).toEqual({ ok: false, reason: 'not-possible' });
    expect(await cancel(shop, 'k2', { refund: money(1, 'USD') })).toEqual({ ok: false, reason: 'not-possible' });
    expect(await shop.getOrder('paid')).toMatchObject({ status: 'paid', version: 1 });
  });

  it('[SHOP-11] goods come back once, at most as many as were bought', async () => {
    const shop = await open();
    expect(await giveBack(shop, 'k1')).toMatchObject({
      ok: true,
      value: { orderId: 'delivered', kind: 'return', status: 'requested', refund: cny(19_900) },
    });
    const order = await shop.getOrder('delivered');
    expect(order).toMatchObject({ version: 2, lines: [{ returnedQuantity: 1 }] });
    const two = { expectedVersion: 2, lines: [{ orderLineId: 'delivered-1', quantity: 2 }] };
    expect(await giveBack(shop, 'k2', two)).toEqual({ ok: false, reason: 'not-possible' });
    const twice = { expectedVersion: 2, lines: [1, 1].map((quantity) => ({ orderLineId: 'delivered-1', quantity })) };
    expect(await giveBack(shop, 'k3', twice)).toEqual({ ok: false, reason: 'not-possible' });
    expect(await giveBack(shop, 'k4', { expectedVersion: 2 })).toMatchObject({ ok: true });
    expect(await shop.listReturns('delivered')).toHaveLength(2);
  });

  it('[SHOP-11] a return of nothing, of a foreign line, of what has not arrived, or for more money is not possible', async () => {
    const shop = await open();
    const wrong: Partial<RequestReturn>[] = [
      { lines: [] },
      { lines: [{ orderLineId: 'paid-1', quantity: 1 }] },
      { lines: [{ orderLineId: 'delivered-1', quantity: 0 }] },
      { lines: [{ orderLineId: 'delivered-1', quantity: -1 }] },
      { lines: [{ orderLineId: 'delivered-1', quantity: 0.5 }] },
      { orderId: 'shipped', lines: [{ orderLineId: 'shipped-1', quantity: 1 }] },
      { refund: cny(39_801) },
      { refund: cny(-1) },
    ];
    for (const [index, more] of wrong.entries()) {
      expect(await giveBack(shop, `k${index}`, more), JSON.stringify(more)).toEqual({
        ok: false,
        reason: 'not-possible',
      });
    }
    expect(await shop.listReturns('delivered')).toEqual([]);
  });

  it('[SHOP-11] two returns together are promised no more than was paid', async () => {
    const shop = await open();
    await giveBack(shop, 'k1', { refund: cny(39_800) });
    const second = await giveBack(shop, 'k2', { expectedVersion: 2, refund: cny(1) });
    expect(second).toEqual({ ok: false, reason: 'not-possible' });
  });

  it('[SHOP-9] an exchange takes the new piece from stock; what is sold out is not promised', async () => {
    const shop = await open();
    expect(await exchange(shop, 'k1', '44')).toEqual({ ok: false, reason: 'not-possible' });
    expect(await exchange(shop, 'k2', 'nothing')).toEqual({ ok: false, reason: 'not-possible' });
    expect(await exchange(shop, 'k3', '43')).toMatchObject({ ok: true, value: { kind: 'exchange' } });
    expect(await exchange(shop, 'k4', '43', { expectedVersion: 2 })).toEqual({ ok: false, reason: 'not-possible' });
    expect([await stock(shop, '43'), await stock(shop, '44')]).toEqual([0, 0]);
  });

  it('[SHOP-9] an exchange of which one part is sold out takes nothing', async () => {
    const shop = await open();
    const lines = ['43', '44'].map((exchangeVariantId) => ({
      orderLineId: 'delivered-1',
      quantity: 1,
      exchangeVariantId,
    }));
    expect(await exchange(shop, 'k1', '43', { lines })).toEqual({ ok: false, reason: 'not-possible' });
    expect(await stock(shop, '43')).toBe(1);
    expect(await shop.getOrder('delivered')).toMatchObject({ version: 1, lines: [{ returnedQuantity: 0 }] });
  });

  it('[SHOP-9] a cancelled order gives its pieces back', async () => {
    const shop = await open();
    await cancel(shop, 'k1');
    expect(await stock(shop, '42')).toBe(7);
  });

  it('[SHOP-12] the catalogue’s version changes with stock, and stays while nothing changes', async () => {
    const shop = await open();
    const before = await shop.catalogueVersion();
    await shop.listProducts({ limit: 5 });
    await shop.changeAddress({ key: 'k0', orderId: 'paid', expectedVersion: 1, address: OTHER_ADDRESS });
    expect(await shop.catalogueVersion()).toBe(before);
    await cancel(shop, 'k1', { expectedVersion: 2 });
    expect(await shop.catalogueVersion()).not.toBe(before);
  });

  it('[SHOP-13] an address changes whole, and only before shipping', async () => {
    const shop = await open();
    const change = (key: string, orderId: string) =>
      shop.changeAddress({ key, orderId, expectedVersion: 1, address: OTHER_ADDRESS });
    expect(await change('k1', 'paid')).toMatchObject({ ok: true, value: { address: OTHER_ADDRESS, version: 2 } });
    expect((await shop.getOrder('paid'))?.address).toEqual(OTHER_ADDRESS);
    expect(await change('k2', 'shipped')).toEqual({ ok: false, reason: 'not-possible' });
    expect((await shop.getOrder('shipped'))?.address).toEqual(ADDRESS);
  });
}
