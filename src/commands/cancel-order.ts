import { z } from 'zod';
import type { Localized } from '../core/locale.ts';
import { money } from '../core/money.ts';
import { cancelReasonOf, mayCancel } from '../policy/cancel.ts';
import { refundQuote } from '../policy/refund.ts';
import type { WriteCommand } from './command.ts';
import { quoteItem } from './describe-order.ts';
import { doneAsQuoted, quotedOrder } from './effect.ts';
import { line, orderNumber } from './inputs.ts';
import { policyContext, refusedBy } from './rules.ts';
import { AT_ONCE, refundSentence } from './wording.ts';

const input = z.strictObject({
  orderNumber,
  reason: line(500)
    .default('')
    .describe('In the customer’s words; some shops take only reasons of their own and name them'),
});

const NOT_PAID: Localized = { zh: '没有需要退回的款项。', en: 'There is no payment to give back.' };

export const cancelOrder: WriteCommand<z.infer<typeof input>> = {
  name: 'cancel_order',
  effect: 'write',
  description: {
    zh: '取消整张还没发货的订单。先给出确认卡，顾客确认后才执行。',
    en: 'Cancel a whole order that has not been sent. Shows a card first; nothing happens until the customer confirms it.',
  },
  input,
  orderNumber: (wish) => wish.orderNumber,
  async quote({ reason }, context, order) {
    const { policy } = context;
    const rules = await policyContext(context, order);
    const refused = refusedBy(mayCancel(order, { reason }, policy, rules));
    if (refused) return refused;
    const refund = refundQuote(order, 'whole', policy, rules);
    const pays = refund.amount.amount > 0;
    const known = policy.cancelReasons?.find(({ id }) => id === cancelReasonOf(policy, reason));
    return {
      ok: true,
      quote: {
        command: 'cancel_order',
        input: { orderNumber: order.number, reason: known?.id ?? reason },
        orderId: order.id,
        orderNumber: order.number,
        orderVersion: order.version,
        title: { zh: `取消订单 ${order.number}`, en: `Cancel order ${order.number}` },
        items: order.lines.map((each) => quoteItem(each, each.quantity)),
        effects: [
          { zh: '整单取消，商品不再发出。', en: 'The whole order is cancelled and nothing will be sent.' },
          ...(known ? [{ zh: `原因：${known.zh}`, en: `Reason: ${known.en}` }] : []),
          pays ? refundSentence(order, refund, policy, AT_ONCE) : NOT_PAID,
        ],
        refund: pays ? refund : null,
      },
    };
  },
  async execute(quote, context, key) {
    const { reason } = input.parse(quote.input);
    const result = await context.shop.cancelOrder({
      key,
      ...quotedOrder(quote),
      reason,
      refund: quote.refund?.amount ?? money(0, context.info.currency),
    });
    if (!result.ok) return result;
    const { orderNumber } = quote;
    const title = { zh: `订单 ${orderNumber} 已取消`, en: `Order ${orderNumber} has been cancelled` };
    return doneAsQuoted(quote, context, title);
  },
};
