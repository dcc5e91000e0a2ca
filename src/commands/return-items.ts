import { z } from 'zod';
import { money } from '../core/money.ts';
import { DEFAULT_POLICY } from '../policy/policy.ts';
import { refundQuote } from '../policy/refund.ts';
import { mayReturn } from '../policy/return.ts';
import type { WriteCommand } from './command.ts';
import { lineOf, quoteItem } from './describe-order.ts';
import { doneAsQuoted } from './effect.ts';
import { orderNumber, reason, returnItem } from './inputs.ts';
import { policyContext, refusedBy } from './rules.ts';
import { AFTER_INSPECTION, refundSentence, sendBackSentence, wayBackSentence } from './wording.ts';

const input = z.strictObject({ orderNumber, items: z.array(returnItem).min(1).max(100), reason });

export const returnItems: WriteCommand<z.infer<typeof input>> = {
  name: 'return_items',
  effect: 'write',
  description: {
    zh: '为已签收的商品申请退货退款。先给出确认卡，顾客确认后才执行。',
    en: 'Request a return of delivered goods for a refund. Shows a card first; nothing happens until the customer confirms it.',
  },
  input,
  orderNumber: (wish) => wish.orderNumber,
  async quote(wish, context, order) {
    const rules = await policyContext(context, order);
    const items = merged(wish.items);
    const refused = refusedBy(mayReturn(order, items, DEFAULT_POLICY, rules));
    if (refused) return refused;
    const refund = refundQuote(order, items, DEFAULT_POLICY, rules);
    const pays = refund.amount.amount > 0;
    return {
      ok: true,
      quote: {
        command: 'return_items',
        input: { orderNumber: order.number, items, reason: wish.reason },
        orderId: order.id,
        orderNumber: order.number,
        orderVersion: order.version,
        title: { zh: `退货：订单 ${order.number}`, en: `Return from order ${order.number}` },
        items: items.flatMap(({ lineId, quantity }) => {
          const line = lineOf(order, lineId);
          return line ? [quoteItem(line, quantity)] : [];
        }),
        effects: [
          sendBackSentence(DEFAULT_POLICY),
          wayBackSentence(DEFAULT_POLICY),
          pays
            ? refundSentence(order, refund, AFTER_INSPECTION)
            : { zh: '这些商品没有可退的金额。', en: 'There is no amount to refund for these goods.' },
        ],
        refund: pays ? refund : null,
      },
    };
  },
  async execute(quote, context, key) {
    const { items, reason } = input.parse(quote.input);
    const result = await context.shop.requestReturn({
      key,
      orderId: quote.orderId,
      expectedVersion: quote.orderVersion,
      kind: 'return',
      lines: items.map(({ lineId, quantity }) => ({ orderLineId: lineId, quantity })),
      reason,
      refund: quote.refund?.amount ?? money(0, context.info.currency),
    });
    if (!result.ok) return result;
    const { orderNumber } = quote;
    const title = {
      zh: `订单 ${orderNumber} 的退货申请已提交`,
      en: `A return from order ${orderNumber} has been requested`,
    };
    return doneAsQuoted(quote, context, title, result.value.id);
  },
};

/** The same line named twice is one line. */
function merged(items: z.infer<typeof returnItem>[]): z.infer<typeof returnItem>[] {
  const wanted = new Map<string, number>();
  for (const { lineId, quantity } of items) wanted.set(lineId, (wanted.get(lineId) ?? 0) + quantity);
  return [...wanted].map(([lineId, quantity]) => ({ lineId, quantity }));
}
