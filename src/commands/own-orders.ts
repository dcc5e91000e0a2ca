import type { Order } from '../core/order.ts';
import type { CommandContext } from './command.ts';

/** All orders that the actor may see, newest first: the customer's own, or those a guest has verified in this conversation. */
export async function ownOrders({ shop, customerId, verifiedOrderIds }: CommandContext): Promise<Order[]> {
  const all: Order[] = [];
  if (customerId !== null) {
    // Counted to the end: "you have N orders" has to be true.
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await shop.listOrders(customerId, cursor === undefined ? { limit: 100 } : { cursor, limit: 100 });
      all.push(...page.items);
      cursor = page.next;
    }
    return all;
  }
  for (const id of new Set(verifiedOrderIds)) {
    const order = await shop.getOrder(id);
    if (order) all.push(order);
  }
  return all.sort((a, b) => (a.placedAt < b.placedAt ? 1 : a.placedAt > b.placedAt ? -1 : 0));
}
