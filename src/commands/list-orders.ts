import { z } from 'zod';
import type { FactDraft, OrderSummary } from '../core/fact.ts';
import type { Order } from '../core/order.ts';
import type { CommandContext, ReadCommand } from './command.ts';
import { orderView } from './describe-order.ts';

export const listOrders: ReadCommand<{ limit: number }> = {
  name: 'list_orders',
  effect: 'read',
  description: {
    zh: '列出这位顾客的订单，最近的在前；访客只列出已核实的订单。',
    en: 'List this customer’s orders, newest first; for a guest, the orders verified in this conversation.',
  },
  input: z.strictObject({ limit: z.int().min(1).max(20).default(10) }),
  async run({ limit }, context) {
    const { orders, total } = await ordersOf(context, limit);
    const ref = context.actor.kind === 'customer' ? `customer:${context.actor.customerId}` : 'verified-orders';
    const facts: FactDraft[] = [
      { kind: 'orders', value: { orders: orders.map(summary), total }, source: { kind: 'shop', ref } },
    ];
    const seen = new Map<string, string | null>();
    for (const order of orders) {
      const value = await orderView(order, context.shop, seen);
      facts.push({ kind: 'order', value, source: { kind: 'shop', ref: `order:${order.id}` } });
    }
    return { facts };
  },
};

async function ordersOf(
  { shop, actor, verifiedOrderIds }: CommandContext,
  limit: number,
): Promise<{ orders: Order[]; total: number }> {
  const all: Order[] = [];
  if (actor.kind === 'customer') {
    // Counted to the end: "you have N orders" has to be true.
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await shop.listOrders(
        actor.customerId,
        cursor === undefined ? { limit: 100 } : { cursor, limit: 100 },
      );
      all.push(...page.items);
      cursor = page.next;
    }
  } else {
    for (const id of new Set(verifiedOrderIds)) {
      const order = await shop.getOrder(id);
      if (order) all.push(order);
    }
    all.sort((a, b) => (a.placedAt < b.placedAt ? 1 : a.placedAt > b.placedAt ? -1 : 0));
  }
  return { orders: all.slice(0, limit), total: all.length };
}

function summary({ id, number, status, placedAt, total, lines }: Order): OrderSummary {
  return { id, number, status, placedAt, total, titles: lines.map((line) => line.title) };
}
