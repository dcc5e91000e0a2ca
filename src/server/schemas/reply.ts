import { z } from '@hono/zod-openapi';
import { instantSchema, localeSchema } from './common.ts';

const citation = z.strictObject({ articleId: z.string(), title: z.string(), quote: z.string() }).openapi('Citation');

const productCard = z
  .strictObject({
    productId: z.string(),
    variantId: z.string(),
    title: z.string(),
    options: z.string(),
    price: z.string(),
    compareAt: z.string().optional(),
    stock: z.string(),
    inStock: z.boolean(),
    reason: z.string(),
    image: z.string().optional(),
  })
  .openapi('ProductCard');

export const confirmationCardSchema = z
  .strictObject({
    token: z.string(),
    title: z.string(),
    orderNumber: z.string().nullable(),
    items: z.array(z.string()),
    effects: z.array(z.string()),
    refund: z.string().nullable(),
    expiresAt: instantSchema,
    until: z.string().optional(),
  })
  .openapi('ConfirmationCard');

const orderCard = z
  .strictObject({
    number: z.string(),
    status: z.string(),
    placedAt: z.string(),
    total: z.string(),
    lines: z.array(
      z.strictObject({
        title: z.string(),
        options: z.string(),
        quantity: z.int(),
        price: z.string(),
        image: z.string().optional(),
      }),
    ),
  })
  .openapi('OrderCard');

const trackingCard = z
  .strictObject({
    orderNumber: z.string(),
    status: z.string(),
    parcels: z.array(
      z.strictObject({
        carrier: z.string(),
        trackingNumber: z.string(),
        status: z.string(),
        expected: z.string().optional(),
        events: z.array(z.strictObject({ at: z.string(), place: z.string(), text: z.string() })),
      }),
    ),
  })
  .openapi('TrackingCard');

const block = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('products'), products: z.array(productCard) }),
    z.strictObject({
      kind: z.literal('comparison'),
      titles: z.array(z.string()),
      rows: z.array(z.strictObject({ label: z.string(), values: z.array(z.string()) })),
    }),
    z.strictObject({ kind: z.literal('orders'), orders: z.array(orderCard) }),
    z.strictObject({ kind: z.literal('tracking'), tracking: trackingCard }),
    z.strictObject({ kind: z.literal('confirmation'), card: confirmationCardSchema }),
    z.strictObject({
      kind: z.literal('done'),
      title: z.string(),
      lines: z.array(z.string()),
      reference: z.string().nullable(),
    }),
    z.strictObject({ kind: z.literal('note'), title: z.string(), lines: z.array(z.string()) }),
    z.strictObject({
      kind: z.literal('choices'),
      choices: z.array(z.strictObject({ label: z.string(), send: z.string() })),
    }),
  ])
  .openapi('Block');

export const citationSchema = citation;

export const replySchema = z
  .strictObject({ locale: localeSchema, text: z.string(), blocks: z.array(block), citations: z.array(citation) })
  .openapi('Reply', { description: '`text` is plain text with line breaks; nothing in it is HTML.' });
