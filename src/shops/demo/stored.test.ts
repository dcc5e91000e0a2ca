import { expect, it } from 'vitest';
import { describeOnEachDatabase } from '../../../tests/support/database.ts';
import { sqlShop } from '../sql/shop.ts';
import { demoShop } from './demo-shop.ts';
import { DEMO_GUEST_ORDERS } from './guest-orders.ts';
import { NOWS } from './testing.ts';

describeOnEachDatabase('the demo in the embedded shop', (given) => {
  it('[SHOP-35] is taken in whole, comes back as it was, and every order is found by its number', async () => {
    const { shopTables } = given.makeStore();
    const data = demoShop(NOWS[0]);
    await shopTables.replace(data, 'demo');
    const shop = sqlShop(shopTables);
    const products = await shop.listProducts({ limit: 100 });
    expect(products.items).toEqual(expect.arrayContaining(data.products));
    expect(products.items).toHaveLength(data.products.length);
    expect(await shop.listArticles()).toHaveLength(data.articles.length);
    for (const order of data.orders) expect(await shop.findOrder(order.number)).toEqual(order);
    for (const request of data.returns) expect(await shop.listReturns(request.orderId)).toEqual([request]);
    for (const { orderId, contact } of DEMO_GUEST_ORDERS) {
      expect(JSON.stringify((await shop.getOrder(orderId))?.contact)).toContain(contact);
    }
  });
});
