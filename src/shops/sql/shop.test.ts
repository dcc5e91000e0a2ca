import { expect, it } from 'vitest';
import { describeOnEachDatabase } from '../../../tests/support/database.ts';
import { money } from '../../core/money.ts';
import { CONFORMANCE_SHOP, order, product } from '../conformance/fixture.ts';
import { shopConformance } from '../conformance/suite.ts';
import { sqlShop } from './shop.ts';

describeOnEachDatabase('the embedded shop', (given) => {
  shopConformance('sql', async (data) => {
    const { shopTables, clock } = given.makeStore();
    await shopTables.replace(data, 'test');
    return { shop: sqlShop(shopTables), addOrder: (added) => shopTables.putOrder(added), advance: clock.advance };
  });

  const filled = async () => {
    const { shopTables } = given.makeStore();
    await shopTables.replace(CONFORMANCE_SHOP, 'demo');
    return shopTables;
  };

  it('[SHOP-4] a folder without a shop says so', async () => {
    const { shopTables } = given.makeStore();
    expect([await shopTables.info(), await shopTables.origin()]).toEqual([null, null]);
    await expect(sqlShop(shopTables).info()).rejects.toMatchObject({ code: 'shop.absent' });
    expect(await sqlShop(shopTables).listProducts({ limit: 5 })).toEqual({ items: [], next: null });
  });

  it('[SHOP-20] gives back exactly what was put in', async () => {
    const tables = await filled();
    const shop = sqlShop(tables);
    expect(await shop.info()).toEqual(CONFORMANCE_SHOP.info);
    expect(await tables.origin()).toBe('demo');
    expect((await shop.listProducts({ limit: 100 })).items).toEqual(CONFORMANCE_SHOP.products);
    expect(await shop.getOrder('delivered')).toEqual(CONFORMANCE_SHOP.orders[1]);
    expect(await shop.listCoupons('alice')).toEqual(CONFORMANCE_SHOP.coupons);
    expect(await shop.listArticles()).toEqual(CONFORMANCE_SHOP.articles);
    const customers = await tables.listCustomers({ limit: 2 });
    const rest = await tables.listCustomers({ limit: 2, cursor: customers.next ?? '' });
    expect([...customers.items, ...rest.items].map(({ id }) => id)).toEqual(['1234567890123456789', 'alice', 'many']);
    expect(rest.next).toBeNull();
  });

  it('[SHOP-20] replaces whole or not at all, reports its progress, and names two records with one key', async () => {
    const tables = await filled();
    const before = await tables.catalogueVersion();
    const doubled = { ...CONFORMANCE_SHOP, orders: [order('a', 'X-1'), order('b', '#ｘ-1')] };
    await expect(tables.replace(doubled, 'csv')).rejects.toMatchObject({
      code: 'shop.duplicate',
      publicMessage: { en: expect.stringContaining('x-1') },
    });
    // Refused by the database itself, after most rows were written.
    const broken = { ...CONFORMANCE_SHOP, products: [product('p', [{ id: 'v', amount: 1, stock: -1 }])] };
    await expect(tables.replace(broken, 'csv')).rejects.toThrow();
    expect(await tables.origin()).toBe('demo');
    expect(await tables.getOrder('paid')).not.toBeNull();
    expect(await tables.catalogueVersion()).toBe(before);
    const steps: number[] = [];
    await tables.replace(CONFORMANCE_SHOP, 'csv', (done, total) => steps.push(done / total));
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(steps.at(-1)).toBe(1);
    expect(Number(await tables.catalogueVersion())).toBeGreaterThan(Number(before));
  });

  it('[SHOP-20] several that put a shop in place at once come one after the other', async () => {
    const { shopTables } = given.makeStore();
    await Promise.all(['a', 'b', 'c'].map((origin) => shopTables.replace(CONFORMANCE_SHOP, origin)));
    expect((await shopTables.listProducts({ limit: 100 })).items).toEqual(CONFORMANCE_SHOP.products);
    expect(['a', 'b', 'c']).toContain(await shopTables.origin());
  });

  it('[SHOP-20] a shop that is replaced under way waits for writes, or they find the new one; nobody waits for ever', async () => {
    const tables = await filled();
    const cancel = (round: number, orderId: string) =>
      tables.cancelOrder({
        key: `${round}-${orderId}`,
        orderId,
        expectedVersion: 1,
        reason: '',
        refund: money(0, 'CNY'),
      });
    for (let round = 0; round < 10; round++) {
      const ids = ['paid', 'midnight', ...Array.from({ length: 6 }, (_, index) => `many-${index}`)];
      const all = await Promise.all([
        ...ids.slice(0, 4).map((id) => cancel(round, id)),
        tables.replace(CONFORMANCE_SHOP, 'csv'),
        ...ids.slice(4).map((id) => cancel(round, id)),
        tables.putProduct(product('runner', [{ id: '42', amount: 19_900, stock: 5 }])),
      ]);
      expect(all.filter((result) => typeof result === 'object' && !result.ok)).toEqual([]);
      await tables.replace(CONFORMANCE_SHOP, 'csv');
    }
  });

  it('[SHOP-12] a changed product keeps its place; a new one comes last', async () => {
    const tables = await filled();
    const before = Number(await tables.catalogueVersion());
    await tables.putProduct(product('gift', [{ id: 'gift', amount: 500, stock: 3 }]));
    await tables.putProduct(product('new', [{ id: 'n', amount: 500, stock: 3 }]));
    const { items } = await tables.listProducts({ limit: 100 });
    expect(items[1]).toMatchObject({ id: 'gift', variants: [{ price: { amount: 500 }, stock: 3 }] });
    expect(items.at(-1)?.id).toBe('new');
    expect(Number(await tables.catalogueVersion())).toBeGreaterThan(before);
  });

  it('[SHOP-3] a page marker that no page gave is refused', async () => {
    const shop = sqlShop(await filled());
    for (const cursor of ['x', '', 'WzFd8', Buffer.from('["a"]').toString('base64url')]) {
      await expect(shop.listOrders('many', { limit: 2, cursor })).rejects.toMatchObject({ code: 'shop.bad-cursor' });
    }
  });

  it('[SHOP-10] a refund is split over the means of payment by what is left of each', async () => {
    const tables = await filled();
    const paid = order('split', 'S-1');
    const pay = (id: string, method: string, kind: 'payment' | 'refund', amount: number) => ({
      id,
      method,
      kind,
      amount: money(amount, 'CNY'),
    });
    const payments = [
      pay('1', 'alipay', 'payment', 30_000),
      pay('2', 'gift-card', 'payment', 10_000),
      pay('3', 'alipay', 'refund', 20_000),
    ];
    await tables.putOrder({ ...paid, payments });
    const write = { key: 'k', orderId: 'split', expectedVersion: 1, reason: '', refund: money(20_000, 'CNY') };
    expect(await tables.cancelOrder(write)).toMatchObject({ ok: true });
    const refunds = (await tables.getOrder('split'))?.payments.slice(3);
    expect(refunds).toMatchObject([
      { method: 'alipay', kind: 'refund', amount: money(10_000, 'CNY') },
      { method: 'gift-card', kind: 'refund', amount: money(10_000, 'CNY') },
    ]);
  });

  it('[SHOP-7] one key for two different writes is an error of the program, not an answer', async () => {
    const tables = await filled();
    const write = { key: 'k', orderId: 'paid', expectedVersion: 1, reason: '', refund: money(0, 'CNY') };
    await tables.cancelOrder(write);
    await expect(tables.cancelOrder({ ...write, orderId: 'delivered' })).rejects.toMatchObject({
      code: 'shop.key-reused',
    });
  });
});
