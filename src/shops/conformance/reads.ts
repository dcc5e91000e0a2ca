import { expect, it } from 'vitest';
import { dateIn } from '../../core/instant.ts';
import { money } from '../../core/money.ts';
import type { Page, PageRequest } from '../shop.ts';
import { CONFORMANCE_SHOP, LARGE, LONG_ID, LONG_NUMBER, order } from './fixture.ts';
import type { MakeShop } from './suite.ts';

async function walk<T>(list: (page: PageRequest) => Promise<Page<T>>, limit: number, between?: () => Promise<void>) {
  const items: T[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await list({ limit, ...(cursor !== undefined && { cursor }) });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    items.push(...page.items);
    cursor = page.next;
    await between?.();
  }
  return items;
}

export function readPromises(makeShop: MakeShop): void {
  const open = () => makeShop(CONFORMANCE_SHOP);
  const ids = (items: { id: string }[]) => items.map(({ id }) => id);

  it('[SHOP-1] amounts are whole minor units in the shop’s currency, zero and very large ones too', async () => {
    const { shop } = await open();
    const price = async (id: string) => (await shop.getProduct(id))?.variants[0]?.price;
    expect(await price('gift')).toEqual(money(0, 'CNY'));
    expect(await price('yacht')).toEqual(money(LARGE, 'CNY'));
    expect((await shop.getOrder('paid'))?.total).toEqual(money(39_800, 'CNY'));
    expect((await shop.info()).currency).toBe('CNY');
  });

  it('[SHOP-2] identifiers and numbers of 19 digits stay exact strings', async () => {
    const { shop } = await open();
    const found = await shop.findOrder(LONG_NUMBER);
    expect(found).toMatchObject({ id: LONG_ID, number: LONG_NUMBER, customerId: LONG_ID });
    expect((await shop.getOrder(LONG_ID))?.number).toBe(LONG_NUMBER);
    expect(await shop.getOrder('1234567890123456788')).toBeNull();
    expect((await shop.getCustomer(LONG_ID))?.id).toBe(LONG_ID);
    expect(ids((await shop.listOrders(LONG_ID, { limit: 10 })).items)).toEqual([LONG_ID]);
  });

  it('[SHOP-3] pages of products have neither gap nor repeat, whatever their size', async () => {
    const { shop } = await open();
    const all = ids(CONFORMANCE_SHOP.products);
    for (const limit of [1, 3, 11, 100]) {
      const seen = ids(await walk((page) => shop.listProducts(page), limit));
      expect(seen.toSorted()).toEqual(all.toSorted());
    }
  });

  it('[SHOP-3] orders come newest first, without gap or repeat, also those of one instant', async () => {
    const { shop } = await open();
    for (const limit of [1, 2, 3, 4, 10]) {
      const orders = await walk((page) => shop.listOrders('many', page), limit);
      expect(ids(orders).toSorted()).toEqual(Array.from({ length: 10 }, (_, index) => `many-${index}`));
      const times = orders.map(({ placedAt }) => placedAt);
      expect(times).toEqual(times.toSorted().reverse());
    }
  });

  it('[SHOP-3] orders that arrive between two pages shift nothing', async () => {
    const { shop, addOrder } = await open();
    let added = 0;
    const seen = await walk(
      (page) => shop.listOrders('many', page),
      2,
      async () => {
        const id = `new-${++added}`;
        await addOrder(order(id, `N-${added}`, { customerId: 'many', placedAt: '2026-06-01T00:00:00.000Z' }));
      },
    );
    expect(ids(seen).toSorted()).toEqual(Array.from({ length: 10 }, (_, index) => `many-${index}`));
    expect(ids((await shop.listOrders('many', { limit: 1 })).items)[0]).toMatch(/^new-/);
  });

  it('[SHOP-4] what does not exist is null or empty, never an error', async () => {
    const { shop } = await open();
    for (const id of ['nothing', '', ' ', '#', '％', "' or 1=1 --", 'a\0b', '\uD83D', '0'.repeat(5_000)]) {
      expect(await shop.getProduct(id)).toBeNull();
      expect(await shop.getCustomer(id)).toBeNull();
      expect(await shop.getOrder(id)).toBeNull();
      expect(await shop.findOrder(id)).toBeNull();
      expect(await shop.listReturns(id)).toEqual([]);
      expect(await shop.listOrders(id, { limit: 5 })).toEqual({ items: [], next: null });
    }
  });

  it('[SHOP-4] a customer’s coupons are the general ones and their own, a guest’s the general ones', async () => {
    const { shop } = await open();
    expect(ids(await shop.listCoupons('alice')).toSorted()).toEqual(['all', 'own']);
    expect(ids(await shop.listCoupons('many'))).toEqual(['all']);
    expect(ids(await shop.listCoupons(null))).toEqual(['all']);
    expect(ids(await shop.listArticles())).toEqual(['delivery']);
    expect(ids(await shop.listCategories())).toEqual(['shoes']);
  });

  it('[SHOP-5] an order is found by its number whatever its width, case, spaces and leading #', async () => {
    const { shop } = await open();
    for (const number of ['A-1001', 'a-1001', '#A-1001', ' A-1001 ', 'Ａ－１００１', '＃ａ-1001', 'A - 1001']) {
      expect((await shop.findOrder(number))?.id, number).toBe('paid');
    }
    for (const number of ['A1001x', 'A-100', '1001', 'A-10011'])
      expect(await shop.findOrder(number), number).toBeNull();
  });

  it('[SHOP-8] instants stay exact: a millisecond before midnight in the shop’s zone is still that day', async () => {
    const { shop } = await open();
    const { timeZone } = await shop.info();
    const placedAt = (await shop.getOrder('midnight'))?.placedAt ?? '';
    expect(placedAt).toBe('2026-05-31T15:59:59.999Z');
    expect(dateIn(timeZone, placedAt)).toBe('2026-05-31');
  });
}
