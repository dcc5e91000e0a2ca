import { z } from 'zod';
import type { FactDraft } from '../core/fact.ts';
import type { ReadCommand } from './command.ts';
import { identifier } from './inputs.ts';

export const compareProducts: ReadCommand<{ productIds: string[] }> = {
  name: 'compare_products',
  effect: 'read',
  description: {
    zh: '对比两到四件商品，列出不同的地方。',
    en: 'Compare two to four products and list where they differ.',
  },
  input: z.strictObject({
    productIds: z
      .array(identifier)
      .min(2)
      .max(4)
      .refine((ids) => new Set(ids).size === ids.length, { message: 'must name different products' }),
  }),
  async run({ productIds }, { finder, shop }) {
    const missing = await firstMissing(productIds, shop.getProduct.bind(shop));
    if (missing) return { facts: [missing] };
    const value = await finder.compare(productIds);
    return { facts: [{ kind: 'comparison', value, source: { kind: 'shop', ref: `product:${productIds.join(',')}` } }] };
  },
};

async function firstMissing(ids: string[], find: (id: string) => Promise<unknown>): Promise<FactDraft | null> {
  for (const id of ids) {
    if (!(await find(id))) {
      return { kind: 'not-found', value: { what: 'product' }, source: { kind: 'shop', ref: `product:${id}` } };
    }
  }
  return null;
}
