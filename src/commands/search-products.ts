import { z } from 'zod';
import type { ProductNeed } from '../advice/need.ts';
import type { ReadCommand } from './command.ts';
import { identifier, line, words } from './inputs.ts';

const price = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

export const searchProducts: ReadCommand<ProductNeed> = {
  name: 'search_products',
  effect: 'read',
  description: {
    zh: '按需求找商品：用途、品类、价格、尺码、颜色、给谁用。价格以分为单位。',
    en: 'Find products for a need: use, category, price, size, colour, for whom. Prices are in minor units (cents).',
  },
  input: z.strictObject({
    query: line(500).default(''),
    category: identifier.optional(),
    minPrice: price.optional(),
    maxPrice: price.optional(),
    aroundPrice: price.optional(),
    size: words(64).optional(),
    colour: words(64).optional(),
    audience: words(32).optional().describe('men, women, kids or elderly'),
    exclude: z.array(words(100)).max(20).optional(),
    materials: z
      .array(words(64))
      .max(5)
      .optional()
      .describe('What it has to be made of, e.g. cotton, "pure cotton", steel, leather'),
    season: z.enum(['spring', 'summer', 'autumn', 'winter']).optional(),
    specs: z
      .array(words(64))
      .max(5)
      .optional()
      .describe('Properties with a number, e.g. 20000mah, 65w, 32gb, "laptop 15in"'),
    sort: z.enum(['fit', 'price-up', 'price-down']).optional(),
    skip: z.int().min(0).max(1000).optional().describe('How many of the best have been shown before'),
    limit: z.int().min(1).max(20).optional(),
  }),
  async run(need, { finder }) {
    const value = await finder.find(need);
    return { facts: [{ kind: 'product-matches', value, source: { kind: 'shop', ref: 'catalogue' } }] };
  },
};
