import { z } from 'zod';
import { decimal, id, text } from '../fields.ts';

const options = z.record(z.string(), z.coerce.string());

const address = z.object({ address1: text, address2: text, city: text, state: text, country: text, zip: text });

export const product = z.object({ name: text, product_id: id, variants: z.record(z.string(), z.unknown()) });

export const variant = z.object({ item_id: id, options, available: z.boolean(), price: decimal });

export const user = z.object({
  name: z.object({ first_name: text, last_name: text }),
  address,
  email: text,
  payment_methods: z.record(
    z.string(),
    z.object({ id, source: text, brand: text, last_four: text, balance: decimal.optional() }),
  ),
});

export const order = z.object({
  order_id: id,
  user_id: id,
  address,
  items: z.array(z.object({ name: text, product_id: id, item_id: id, price: decimal, options })),
  fulfillments: z.array(z.object({ tracking_id: z.array(id), item_ids: z.array(id) })).default([]),
  status: text,
  payment_history: z
    .array(z.object({ transaction_type: z.enum(['payment', 'refund']), amount: decimal, payment_method_id: id }))
    .default([]),
});
