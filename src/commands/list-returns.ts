import { z } from 'zod';
import type { ReturnView } from '../core/after-sales.ts';
import type { AnyOrderReadCommand } from './command.ts';
import { orderNumber } from './inputs.ts';
import { ownOrders } from './own-orders.ts';
import { newestFirst, returnView } from './return-view.ts';

const input = z.strictObject({ orderNumber: orderNumber.optional() });

/** Orders whose returns are looked at when none is named. */
const RECENT_ORDERS = 100;

export const listReturns: AnyOrderReadCommand<z.infer<typeof input>> = {
  name: 'list_returns',
  effect: 'read',
  orderOptional: true,
  description: {
    zh: '列出这位顾客的退货、换货、仅退款和价保申请及进度；可以只看一张订单的。',
    en: 'List this customer’s returns, exchanges, refunds and price protections and where they stand; of one order, or of all.',
  },
  input,
  orderNumber: (wish) => wish.orderNumber ?? null,
  async run(_input, context, named) {
    const orders = named ? [named] : (await ownOrders(context)).slice(0, RECENT_ORDERS);
    const returns: ReturnView[] = [];
    for (const order of orders) {
      for (const request of await context.shop.listReturns(order.id))
        returns.push(await returnView(request, order, context));
    }
    const order = new Map(newestFirst(returns.map(({ request }) => request)).map(({ id }, index) => [id, index]));
    returns.sort((a, b) => (order.get(a.request.id) ?? 0) - (order.get(b.request.id) ?? 0));
    const ref = named ? `order:${named.id}` : 'own-orders';
    const waiting = (await context.ownWaiting()).filter(({ value }) => !named || value.orderNumber === named.number);
    return {
      facts: [
        { kind: 'returns', value: { returns, total: returns.length }, source: { kind: 'shop', ref } },
        ...waiting,
      ],
    };
  },
};
