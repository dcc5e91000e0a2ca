import { z } from 'zod';
import { money } from '../core/money.ts';
import type { Order } from '../core/order.ts';
import { mayProtectPrice, type ProtectedItem, protectionQuote } from '../policy/price-protection.ts';
import { takenBack } from '../policy/returned.ts';
import type { CommandContext, WriteCommand } from './command.ts';
import { lineOf, quoteItems } from './describe-order.ts';
import { doneAsQuoted, quotedOrder } from './effect.ts';
import { mergedItems, orderNumber, returnItem } from './inputs.ts';
import { policyContext, refusedBy } from './rules.ts';
import { AT_ONCE, refundSentence } from './wording.ts';

const input = z.strictObject({
  orderNumber,
  items: z.array(returnItem).min(1).max(100).optional().describe('Absent: all goods of the order that became cheaper'),
});

export const priceProtection: WriteCommand<z.infer<typeof input>> = {
  name: 'price_protection',
  effect: 'write',
  description: {
    zh: '价保：买后降价了，在店铺规定的天数内退回差价。先给出确认卡，顾客确认后才执行。',
    en: 'Price protection: goods became cheaper after they were bought; refund the difference within the shop’s days. Shows a card first; nothing happens until the customer confirms it.',
  },
  input,
  orderNumber: (wish) => wish.orderNumber,
  async quote(wish, context, order) {
    const { policy } = context;
    const rules = await policyContext(context, order);
    const kept = order.lines
      .map((line) => ({ lineId: line.id, quantity: line.quantity - takenBack(line, rules.returns) }))
      .filter(({ quantity }) => quantity > 0);
    const all = await withProducts(wish.items ? mergedItems(wish.items) : kept, order, context);
    const cheaper = all.filter((item) => protectionQuote(order, [item], policy, rules).amount.amount > 0);
    const items = wish.items || cheaper.length === 0 ? all : cheaper;
    const refused = refusedBy(mayProtectPrice(order, items, policy, rules));
    if (refused) return refused;
    const refund = protectionQuote(order, items, policy, rules);
    const wanted = items.map(({ lineId, quantity }) => ({ lineId, quantity }));
    return {
      ok: true,
      quote: {
        command: 'price_protection',
        input: { orderNumber: order.number, items: wanted },
        orderId: order.id,
        orderNumber: order.number,
        orderVersion: order.version,
        title: { zh: `价保退差：订单 ${order.number}`, en: `Price protection for order ${order.number}` },
        items: quoteItems(order, wanted),
        effects: [
          {
            zh: '按现在的价格补退差价，商品和订单不变。',
            en: 'The difference to today’s price is refunded; goods and order stay as they are.',
          },
          refundSentence(order, refund, policy, AT_ONCE),
        ],
        refund,
      },
    };
  },
  async execute(quote, context, key) {
    const { items = [] } = input.parse(quote.input);
    const result = await context.shop.refundOrder({
      key,
      ...quotedOrder(quote),
      kind: 'price-protection',
      lines: items.map(({ lineId, quantity }) => ({ orderLineId: lineId, quantity })),
      amount: quote.refund?.amount ?? money(0, context.info.currency),
      reason: 'price-protection',
    });
    if (!result.ok) return result;
    const { orderNumber: number } = quote;
    const title = { zh: `订单 ${number} 的差价已退`, en: `The price difference of order ${number} has been refunded` };
    return doneAsQuoted(quote, context, title, result.value.id);
  },
};

async function withProducts(
  items: readonly { lineId: string; quantity: number }[],
  order: Order,
  { shop }: CommandContext,
): Promise<ProtectedItem[]> {
  const found: ProtectedItem[] = [];
  for (const { lineId, quantity } of items) {
    const line = lineOf(order, lineId);
    found.push({ lineId, quantity, product: line ? await shop.getProduct(line.productId) : null });
  }
  return found;
}
