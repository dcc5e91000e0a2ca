import { z } from 'zod';
import type { DeliveryEstimate } from '../core/after-sales.ts';
import type { FactDraft } from '../core/fact.ts';
import type { Order } from '../core/order.ts';
import { audiencesOf } from '../knowledge/audiences.ts';
import type { AnyOrderReadCommand, CommandContext } from './command.ts';
import { identifier, orderNumber, words } from './inputs.ts';

const input = z
  .strictObject({
    orderNumber: orderNumber.optional(),
    productId: identifier.optional(),
    city: words(100).optional().describe('Where it is to go; only with productId'),
  })
  .refine((wish) => (wish.orderNumber === undefined) !== (wish.productId === undefined), {
    message: 'needs either an orderNumber or a productId',
  });

/** The corpus's name of the question, and its words for the articles' search. */
const TOPIC = 'ask_delivery_time';
const QUESTION = { zh: '配送时间 几天到', en: 'delivery time how many days' };

export const estimateDelivery: AnyOrderReadCommand<z.infer<typeof input>> = {
  name: 'estimate_delivery',
  effect: 'read',
  orderOptional: true,
  description: {
    zh: '查订单预计什么时候到，或一件商品一般多久送到；只用快递给出的日期和店铺说明，没有就是没有。',
    en: 'When an order is expected, or how long a product usually takes: from the carrier’s dates and the shop’s articles alone.',
  },
  input,
  orderNumber: (wish) => wish.orderNumber ?? null,
  async run({ productId, city }, context, order) {
    if (order) return { facts: await ofOrder(order, context) };
    const product = await context.shop.getProduct(productId ?? '');
    const source = { kind: 'shop', ref: `product:${productId}` } as const;
    if (!product) return { facts: [{ kind: 'not-found', value: { what: 'product' }, source }] };
    const unknown = { orderNumber: null, parcels: [] };
    return {
      facts: [{ kind: 'delivery-estimate', value: unknown, source }, ...(await articles(context, city))],
    };
  },
};

async function ofOrder(order: Order, context: CommandContext): Promise<FactDraft[]> {
  const value: DeliveryEstimate = {
    orderNumber: order.number,
    parcels: order.parcels.map(({ trackingNumber, carrier, status, expectedAt }) => ({
      trackingNumber,
      carrier,
      status,
      expectedAt: expectedAt ?? null,
    })),
  };
  const source = { kind: 'shop', ref: `order:${order.id}` } as const;
  const known = value.parcels.some(({ status, expectedAt }) => status === 'delivered' || expectedAt !== null);
  return [
    { kind: 'delivery-estimate', value, source },
    ...(known || order.status === 'cancelled' ? [] : await articles(context, order.address.city)),
  ];
}

async function articles({ knowledge, locale, actor }: CommandContext, city: string | undefined): Promise<FactDraft[]> {
  const passages = await knowledge.search({
    text: [QUESTION[locale], city].filter(Boolean).join(' '),
    locale,
    topic: TOPIC,
    audiences: audiencesOf(actor),
  });
  const ref = [...new Set(passages.map(({ articleId }) => articleId))].join(',');
  return passages.length > 0 ? [{ kind: 'passages', value: { passages }, source: { kind: 'article', ref } }] : [];
}
