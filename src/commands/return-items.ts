import { z } from 'zod';
import { money } from '../core/money.ts';
import { claimsOf } from '../policy/claims.ts';
import { refundQuote } from '../policy/refund.ts';
import { mayReturn } from '../policy/return.ts';
import { goodsTerms } from '../policy/terms.ts';
import type { WriteCommand } from './command.ts';
import { quoteItems } from './describe-order.ts';
import { doneAsQuoted, quotedOrder } from './effect.ts';
import { mergedItems, orderNumber, paymentMethodId, reason, reasonKind, returnItem } from './inputs.ts';
import { namedMeans } from './means.ts';
import { policyContext, refusedBy } from './rules.ts';
import { afterInspection, claimSentences, refundSentence, sendBackSentence, wayBackSentence } from './wording.ts';

const input = z.strictObject({
  orderNumber,
  items: z.array(returnItem).min(1).max(100),
  reason,
  reasonKind,
  refundTo: paymentMethodId.optional().describe('Only when the customer names another means of payment for the refund'),
});

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
    const { policy } = context;
    const rules = { ...(await policyContext(context, order)), reason: wish.reasonKind };
    const named = wish.refundTo === undefined ? null : await namedMeans(order, wish.refundTo, context);
    if (named && !named.ok) return named;
    const items = mergedItems(wish.items);
    const to = named?.means ?? null;
    const refused = refusedBy(mayReturn(order, items, policy, rules, to));
    if (refused) return refused;
    const refund = refundQuote(order, items, policy, rules, to ?? undefined);
    const goods = { rule: 'return', items, amount: refund.amount } as const;
    const terms = goodsTerms(order, goods, policy, rules);
    const pays = refund.amount.amount > 0;
    return {
      ok: true,
      quote: {
        command: 'return_items',
        input: {
          orderNumber: order.number,
          items,
          reason: wish.reason,
          reasonKind: wish.reasonKind,
          ...(to && { refundTo: to.id }),
        },
        orderId: order.id,
        orderNumber: order.number,
        orderVersion: order.version,
        title: { zh: `退货：订单 ${order.number}`, en: `Return from order ${order.number}` },
        items: quoteItems(order, items),
        effects: [
          ...claimSentences(claimsOf(order, goods, policy, rules)),
          sendBackSentence(policy),
          ...wayBackSentence(terms),
          pays
            ? refundSentence(order, refund, policy, afterInspection(terms), to)
            : { zh: '这些商品没有可退的金额。', en: 'There is no amount to refund for these goods.' },
        ],
        refund: pays ? refund : null,
      },
    };
  },
  async execute(quote, context, key) {
    const { items, reason: why, refundTo } = input.parse(quote.input);
    const result = await context.shop.requestReturn({
      key,
      ...quotedOrder(quote),
      kind: 'return',
      lines: items.map(({ lineId, quantity }) => ({ orderLineId: lineId, quantity })),
      reason: why,
      refund: quote.refund?.amount ?? money(0, context.info.currency),
      ...(refundTo !== undefined && { refundTo }),
    });
    if (!result.ok) return result;
    const { orderNumber: number } = quote;
    const title = {
      zh: `订单 ${number} 的退货申请已提交`,
      en: `A return from order ${number} has been requested`,
    };
    return doneAsQuoted(quote, context, title, result.value.id);
  },
};
