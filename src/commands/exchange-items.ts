import { z } from 'zod';
import { money } from '../core/money.ts';
import { claimsOf } from '../policy/claims.ts';
import { differenceQuote } from '../policy/difference.ts';
import { mayExchange } from '../policy/exchange.ts';
import { goodsTerms } from '../policy/terms.ts';
import type { WriteCommand } from './command.ts';
import { doneAsQuoted, quotedOrder } from './effect.ts';
import { exchangeItem, orderNumber, paymentMethodId, reason, reasonKind } from './inputs.ts';
import { namedMeans } from './means.ts';
import { replaced, withProducts } from './replacements.ts';
import { policyContext, refusedBy } from './rules.ts';
import { settled } from './settlement.ts';
import { claimSentences, differenceSentence, sendBackSentence, wayBackSentence } from './wording.ts';

const input = z.strictObject({
  orderNumber,
  items: z.array(exchangeItem).min(1).max(100),
  reason,
  reasonKind,
  paymentMethodId: paymentMethodId
    .optional()
    .describe('What a difference in price is settled with, where there is one'),
});

const WHEN_SENT = { zh: '换的商品寄出时', en: 'When the replacement is sent, ' };
const WHEN_CHECKED = { zh: '我们收到并验收后，', en: 'Once we have received and checked the goods, ' };

export const exchangeItems: WriteCommand<z.infer<typeof input>> = {
  name: 'exchange_items',
  effect: 'write',
  description: {
    zh: '把已签收的商品换成同款的其他规格（尺码、颜色等）；有差价时按店铺规则结算。先给出确认卡，顾客确认后才执行。',
    en: 'Exchange delivered goods for another option (size, colour …) of the same product; a price difference is settled as the shop’s rules say. Shows a card first; nothing happens until the customer confirms it.',
  },
  input,
  orderNumber: (wish) => wish.orderNumber,
  async quote(wish, context, order) {
    const { policy } = context;
    const rules = { ...(await policyContext(context, order)), reason: wish.reasonKind };
    const named = wish.paymentMethodId === undefined ? null : await namedMeans(order, wish.paymentMethodId, context);
    if (named && !named.ok) return named;
    const means = named?.means ?? null;
    const items = await withProducts(wish.items, order, context.shop);
    const refused = refusedBy(mayExchange(order, items, policy, rules, means));
    if (refused) return refused;
    const difference = differenceQuote(order, items);
    const size = { ...difference.amount, amount: Math.abs(difference.amount.amount) };
    const goods = { rule: 'exchange', items, amount: size } as const;
    const terms = goodsTerms(order, goods, policy, rules);
    return {
      ok: true,
      quote: {
        command: 'exchange_items',
        input: {
          orderNumber: order.number,
          items: wish.items,
          reason: wish.reason,
          reasonKind: wish.reasonKind,
          ...(means && { paymentMethodId: means.id }),
        },
        orderId: order.id,
        orderNumber: order.number,
        orderVersion: order.version,
        title: { zh: `换货：订单 ${order.number}`, en: `Exchange from order ${order.number}` },
        items: items.flatMap((item) => replaced(order, item)),
        effects: [
          ...claimSentences(claimsOf(order, goods, policy, rules)),
          sendBackSentence(policy),
          ...wayBackSentence(terms),
          {
            zh: '我们收到并验收后寄出换的商品，这趟运费由我们承担。',
            en: 'Once we have received and checked the goods, we send the replacement and pay for its delivery.',
          },
          differenceSentence(
            difference.amount,
            means,
            policy,
            difference.amount.amount > 0 ? WHEN_SENT : WHEN_CHECKED,
            order,
          ),
        ],
        ...settled(difference, means, policy),
      },
    };
  },
  async execute(quote, context, key) {
    const { items, reason: why, paymentMethodId: refundTo } = input.parse(quote.input);
    const none = money(0, context.info.currency);
    const refund = quote.refund?.amount ?? none;
    const difference = quote.charge?.amount ?? money(-refund.amount, refund.currency);
    const result = await context.shop.requestReturn({
      key,
      ...quotedOrder(quote),
      kind: 'exchange',
      lines: items.map(({ lineId, quantity, variantId }) => ({
        orderLineId: lineId,
        quantity,
        exchangeVariantId: variantId,
      })),
      reason: why,
      refund,
      ...(refundTo !== undefined && { refundTo }),
      ...(difference.amount !== 0 && { difference }),
    });
    if (!result.ok) return result;
    const { orderNumber: number } = quote;
    const title = {
      zh: `订单 ${number} 的换货申请已提交`,
      en: `An exchange from order ${number} has been requested`,
    };
    return doneAsQuoted(quote, context, title, result.value.id);
  },
};
