import { z } from '@hono/zod-openapi';
import { localeSchema, localizedSchema, moneySchema } from './common.ts';

const category = z.strictObject({ id: z.string(), name: localizedSchema });
const attribute = z.strictObject({ key: z.string(), label: localizedSchema, value: localizedSchema });

const demoSchema = z
  .strictObject({
    customers: z.array(z.strictObject({ id: z.string(), name: z.string(), about: localizedSchema })),
    guestOrders: z.array(z.strictObject({ number: z.string(), contact: z.string(), about: localizedSchema })),
  })
  .openapi('Demo');

export const shopSchema = z
  .strictObject({
    name: localizedSchema,
    currency: z.string(),
    languages: z.array(localeSchema),
    categories: z.array(category),
    demo: demoSchema.nullable(),
  })
  .openapi('Shop');

export const productSchema = z
  .strictObject({
    id: z.string(),
    title: localizedSchema,
    description: localizedSchema,
    category,
    attributes: z.array(attribute),
    variants: z.array(
      z.strictObject({
        id: z.string(),
        options: z.array(attribute),
        price: moneySchema,
        compareAt: moneySchema.optional(),
        stock: z.int().nullable(),
      }),
    ),
    image: z.string().optional(),
  })
  .openapi('Product');

export const productsSchema = z
  .strictObject({ products: z.array(productSchema), next: z.string().nullable() })
  .openapi('Products');

export const articleSchema = z
  .strictObject({ id: z.string(), title: localizedSchema, body: localizedSchema })
  .openapi('Article');

export const demoSignInRequestSchema = z.strictObject({ customerId: z.string().min(1).max(128) }).openapi('DemoSignIn');
export const demoSignInResponseSchema = z.strictObject({ shopToken: z.string() }).openapi('DemoSignedIn');
