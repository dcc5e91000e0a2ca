import { z } from 'zod';
import type { OrderReadCommand } from './command.ts';
import { orderView } from './describe-order.ts';
import { orderNumber } from './inputs.ts';

export const getOrder: OrderReadCommand<{ orderNumber: string }> = {
  name: 'get_order',
  effect: 'read',
  description: {
    zh: '查一张订单：商品、金额、状态、地址。',
    en: 'Look up one order: its items, amounts, status and address.',
  },
  input: z.strictObject({ orderNumber }),
  orderNumber: (input) => input.orderNumber,
  async run(_input, { shop }, order) {
    const value = await orderView(order, shop);
    return { facts: [{ kind: 'order', value, source: { kind: 'shop', ref: `order:${order.id}` } }] };
  },
};
