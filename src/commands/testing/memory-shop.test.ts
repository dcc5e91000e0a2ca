import { manualClock } from '../../core/clock.ts';
import type { Order } from '../../core/order.ts';
import { shopConformance } from '../../shops/conformance/suite.ts';
import { memoryShop } from './memory-shop.ts';

shopConformance('the tests’ memory', async (data) => {
  const clock = manualClock('2026-06-01T08:00:00.000Z');
  const shop = memoryShop(data, clock.now);
  return { shop, addOrder: async (order: Order) => shop.addOrder(order), advance: clock.advance };
});
