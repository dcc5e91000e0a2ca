import { z } from 'zod';
import { money } from '../core/money.ts';
import { claimsOf } from '../policy/claims.ts';
import { refundQuote } from '../policy/refund.ts';
import { mayRefundOnly } from '../policy/refund-only.ts';
import type { WriteCommand } from './command.ts';
import { quoteItems } from './describe-order.ts';
import { doneAsQuoted, quotedOrder } from './effect.ts';
import { mergedItems, orderNumber, reason, reasonKind, returnItem } from './inputs.ts';
import { policyContext, refusedBy } from './rules.ts';
import { AT_ONCE, claimSentences, refundSentence } from './wording.ts';

const input = z.strictObject({ orderNumber, items: z.array(returnItem).min(1).max(100), reason, reasonKind });

export const refundWithoutReturn: WriteCommand<z.infer<typeof input>> = {
  name: 'refund_without_return',
  effect: 'write',
  description: {
    zh: '仅退款：商品不用寄回，直接退款，只在店铺规则允许的情况下（如破损、少件）。先给出确认卡，顾客确认后才执行。',
    en: 'Refund goods that need not come back, only where the shop’s rules allow it (damaged, missing …). Shows a card first; nothing happens until the customer confirms it.',
  },
  input,
  orderNumber: (wish) => wish.orderNumber,
  async quote(wish, context, order) {
    const { policy } = context;
    const rules = { ...(await policyContext(context, order)), reason: wish.reasonKind };
    const items = mergedItems(wish.items);
    const refused = refusedBy(mayRefundOnly(order, items, policy, rules));
    if (refused) return refused;
    const refund = refundQuote(order, items, policy, rules);
    const goods = { rule: 'refund-only', items, amount: refund.amount } as const;
    return {
      ok: true,
      quote: {
        command: 'refund_without_return',
        input: { orderNumber: order.number, items, reason: wish.reason, reasonKind: wish.reasonKind },
        orderId: order.id,
        orderNumber: order.number,
        orderVersion: order.version,
        title: { zh: `仅退款：订单 ${order.number}`, en: `Refund without a return: order ${order.number}` },
        items: quoteItems(order, items),
        effects: [
          ...claimSentences(claimsOf(order, goods, policy, rules)),
          { zh: '商品不用寄回。', en: 'Nothing has to be sent back.' },
          refundSentence(order, refund, policy, AT_ONCE),
        ],
        refund,
      },
    };
  },
  async execute(quote, context, key) {
    const { items, reason: why } = input.parse(quote.input);
    const result = await context.shop.refundOrder({
      key,
      ...quotedOrder(quote),
      kind: 'refund-only',
      lines: items.map(({ lineId, quantity }) => ({ orderLineId: lineId, quantity })),
      amount: quote.refund?.amount ?? money(0, context.info.currency),
      reason: why,
    });
    if (!result.ok) return result;
    const { orderNumber: number } = quote;
    const title = { zh: `订单 ${number} 的退款已提交`, en: `A refund for order ${number} has been made` };
    return doneAsQuoted(quote, context, title, result.value.id);
  },
};
