import { z } from 'zod';
import { mayRemind } from '../policy/remind.ts';
import type { WriteCommand } from './command.ts';
import { doneAsQuoted, quotedOrder } from './effect.ts';
import { orderNumber } from './inputs.ts';
import { policyContext, refusedBy } from './rules.ts';

const input = z.strictObject({ orderNumber, what: z.enum(['dispatch', 'delivery']) });

const WORDS = {
  dispatch: { zh: '催发货', en: 'dispatch', of: '发货' },
  delivery: { zh: '催派送', en: 'delivery', of: '送达' },
};

export const expedite: WriteCommand<z.infer<typeof input>> = {
  name: 'expedite',
  effect: 'write',
  description: {
    zh: '替顾客催发货（dispatch）或催派送（delivery）：只登记一次催促，不承诺时间。先给出确认卡，顾客确认后才执行。',
    en: 'Ask the shop to hurry the dispatch or the delivery of an order: a reminder is recorded, no time is promised. Shows a card first; nothing happens until the customer confirms it.',
  },
  input,
  orderNumber: (wish) => wish.orderNumber,
  async quote({ what }, context, order) {
    const refused = refusedBy(mayRemind(order, what, context.policy, await policyContext(context, order)));
    if (refused) return refused;
    const words = WORDS[what];
    return {
      ok: true,
      quote: {
        command: 'expedite',
        input: { orderNumber: order.number, what },
        orderId: order.id,
        orderNumber: order.number,
        orderVersion: order.version,
        title: { zh: `${words.zh}：订单 ${order.number}`, en: `Hurry the ${words.en} of order ${order.number}` },
        items: [],
        effects: [
          {
            zh: `给店铺登记一次${words.zh}。`,
            en: `A request to hurry the ${words.en} is recorded with the shop.`,
          },
          {
            zh: `${words.of}时间还是以实际为准，这里不能保证。`,
            en: 'It promises no particular day.',
          },
        ],
        refund: null,
      },
    };
  },
  async execute(quote, context, key) {
    const { what } = input.parse(quote.input);
    const result = await context.shop.remind({ key, ...quotedOrder(quote), what });
    if (!result.ok) return result;
    const title = {
      zh: `订单 ${quote.orderNumber} 的${WORDS[what].zh}已登记`,
      en: `A request to hurry the ${WORDS[what].en} of order ${quote.orderNumber} has been recorded`,
    };
    return doneAsQuoted(quote, context, title);
  },
};
