import type { Order } from '../../core/order.ts';
import { shopConformance } from '../../shops/conformance/suite.ts';
import { memoryShop } from './memory-shop.ts';

shopConformance('the tests’ memory', async (data) => {
  const shop = memoryShop(data, () => '2026-11-12T02:00:00.000Z');
  return { shop, addOrder: async (order: Order) => shop.addOrder(order) };
});
