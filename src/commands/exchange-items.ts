import { z } from 'zod';
import { money } from '../core/money.ts';
import type { Order } from '../core/order.ts';
import type { QuoteItem } from '../core/quote.ts';
import type { ExchangeItem } from '../policy/exchange.ts';
import { mayExchange } from '../policy/exchange.ts';
import { DEFAULT_POLICY } from '../policy/policy.ts';
import type { Shop } from '../shops/shop.ts';
import type { WriteCommand } from './command.ts';
import { lineOf, quoteItem } from './describe-order.ts';
import { doneAsQuoted } from './effect.ts';
import { exchangeItem, orderNumber, reason } from './inputs.ts';
import { policyContext, refusedBy } from './rules.ts';
import { sendBackSentence, wayBackSentence } from './wording.ts';

const input = z.strictObject({ orderNumber, items: z.array(exchangeItem).min(1).max(100), reason });

export const exchangeItems: WriteCommand<z.infer<typeof input>> = {
  name: 'exchange_items',
  effect: 'write',
  description: {
    zh: '把已签收的商品换成同款的其他规格（尺码、颜色等），不涉及差价。先给出确认卡，顾客确认后才执行。',
    en: 'Exchange delivered goods for another option (size, colour …) of the same product at the same price. Shows a card first; nothing happens until the customer confirms it.',
  },
  input,
  orderNumber: (wish) => wish.orderNumber,
  async quote(wish, context, order) {
    const items = await withProducts(wish.items, order, context.shop);
    const refused = refusedBy(mayExchange(order, items, DEFAULT_POLICY, await policyContext(context, order)));
    if (refused) return refused;
    return {
      ok: true,
      quote: {
        command: 'exchange_items',
        input: { orderNumber: order.number, items: wish.items, reason: wish.reason },
        orderId: order.id,
        orderNumber: order.number,
        orderVersion: order.version,
        title: { zh: `换货：订单 ${order.number}`, en: `Exchange from order ${order.number}` },
        items: items.flatMap((item) => replaced(order, item)),
        effects: [
          sendBackSentence(DEFAULT_POLICY),
          wayBackSentence(DEFAULT_POLICY),
          {
            zh: '我们收到并验收后寄出换的商品，这趟运费由我们承担。',
            en: 'Once we have received and checked the goods, we send the replacement and pay for its delivery.',
          },
          { zh: '没有差价，不用补款。', en: 'There is no price difference to pay.' },
        ],
        refund: null,
      },
    };
  },
  async execute(quote, context, key) {
    const { items, reason } = input.parse(quote.input);
    const result = await context.shop.requestReturn({
      key,
      orderId: quote.orderId,
      expectedVersion: quote.orderVersion,
      kind: 'exchange',
      lines: items.map(({ lineId, quantity, variantId }) => ({
        orderLineId: lineId,
        quantity,
        exchangeVariantId: variantId,
      })),
      reason,
      refund: money(0, context.info.currency),
    });
    if (!result.ok) return result;
    const { orderNumber } = quote;
    const title = {
      zh: `订单 ${orderNumber} 的换货申请已提交`,
      en: `An exchange from order ${orderNumber} has been requested`,
    };
    return doneAsQuoted(quote, context, title, result.value.id);
  },
};

async function withProducts(items: z.infer<typeof exchangeItem>[], order: Order, shop: Shop): Promise<ExchangeItem[]> {
  const found: ExchangeItem[] = [];
  for (const item of items) {
    const line = lineOf(order, item.lineId);
    found.push({ ...item, product: line ? await shop.getProduct(line.productId) : null });
  }
  return found;
}

function replaced(order: Order, { lineId, quantity, variantId, product }: ExchangeItem): QuoteItem[] {
  const line = lineOf(order, lineId);
  const variant = product?.variants.find((candidate) => candidate.id === variantId);
  return line && variant
    ? [{ ...quoteItem(line, quantity), replacement: { variantId, options: variant.options } }]
    : [];
}
