import { z } from 'zod';
import type { OrderReadCommand } from './command.ts';
import { identifier, orderNumber } from './inputs.ts';
import { newestFirst, returnView } from './return-view.ts';

const input = z.strictObject({ orderNumber, returnId: identifier.optional() });

export const trackReturn: OrderReadCommand<z.infer<typeof input>> = {
  name: 'track_return',
  effect: 'read',
  description: {
    zh: '查一个退换货申请到哪一步了、接下来要做什么；不给编号就查这张订单最近的一个。',
    en: 'See where one return or exchange stands and what comes next; without a number, the latest of the order.',
  },
  input,
  orderNumber: (wish) => wish.orderNumber,
  async run({ returnId }, context, order) {
    const found = newestFirst(await context.shop.listReturns(order.id)).find(
      ({ id }) => returnId === undefined || id.toLowerCase() === returnId.toLowerCase(),
    );
    const source = { kind: 'shop', ref: `order:${order.id}` } as const;
    if (!found) return { facts: [{ kind: 'not-found', value: { what: 'return' }, source }] };
    const view = await returnView(found, order, context);
    return { facts: [{ kind: 'returns', value: { returns: [view], total: 1 }, source }] };
  },
};
