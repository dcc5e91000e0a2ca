import { z } from 'zod';
import type { ReadCommand } from './command.ts';
import { identifier } from './inputs.ts';

export const getProduct: ReadCommand<{ productId: string }> = {
  name: 'get_product',
  effect: 'read',
  description: {
    zh: '查一件商品的详情：规格、价格、库存、参数。',
    en: 'Look up one product: its options, prices, stock and properties.',
  },
  input: z.strictObject({ productId: identifier }),
  async run({ productId }, { shop }) {
    const product = await shop.getProduct(productId);
    const source = { kind: 'shop', ref: `product:${productId}` } as const;
    return {
      facts: [
        product
          ? { kind: 'product', value: product, source }
          : { kind: 'not-found', value: { what: 'product' }, source },
      ],
    };
  },
};
