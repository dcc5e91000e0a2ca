import { z } from 'zod';
import type { FactDraft, OrderSummary } from '../core/fact.ts';
import type { Order } from '../core/order.ts';
import type { ReadCommand } from './command.ts';
import { orderView } from './describe-order.ts';
import { ownOrders } from './own-orders.ts';

export const listOrders: ReadCommand<{ limit: number }> = {
  name: 'list_orders',
  effect: 'read',
  description: {
    zh: '列出这位顾客的订单，最近的在前；访客只列出已核实的订单。',
    en: 'List this customer’s orders, newest first; for a guest, the orders verified in this conversation.',
  },
  input: z.strictObject({ limit: z.int().min(1).max(20).default(10) }),
  async run({ limit }, context) {
    const all = await ownOrders(context);
    const orders = all.slice(0, limit);
    const ref = context.customerId === null ? 'verified-orders' : `customer:${context.customerId}`;
    const facts: FactDraft[] = [
      { kind: 'orders', value: { orders: orders.map(summary), total: all.length }, source: { kind: 'shop', ref } },
    ];
    const seen = new Map<string, string | null>();
    for (const order of orders) {
      const value = await orderView(order, context.shop, seen);
      facts.push({ kind: 'order', value, source: { kind: 'shop', ref: `order:${order.id}` } });
    }
    return { facts };
  },
};

function summary({ id, number, status, placedAt, total, lines }: Order): OrderSummary {
  return { id, number, status, placedAt, total, titles: lines.map((line) => line.title) };
}
