import { z } from 'zod';
import { adviseSize as byTable } from '../advice/advise-size.ts';
import type { ReadCommand } from './command.ts';
import { identifier } from './inputs.ts';

const input = z.strictObject({
  productId: identifier,
  height: z.number().min(50).max(230).optional().describe('cm'),
  weight: z.number().min(3).max(250).optional().describe('kg'),
  chest: z.number().min(40).max(180).optional().describe('cm'),
  waist: z.number().min(40).max(180).optional().describe('cm'),
  foot: z.number().min(8).max(36).optional().describe('Length of the foot in cm'),
});

export const adviseSize: ReadCommand<z.infer<typeof input>> = {
  name: 'advise_size',
  effect: 'read',
  description: {
    zh: '按商品自己的尺码表和顾客的身高、体重、脚长等查该穿几码；在两码之间会列出两码，表外或没有表就是没有。单位厘米、公斤。',
    en: 'The size by the product’s own size table for a customer’s measures; between two sizes both are named, outside the table or without one there is none. Centimetres and kilograms.',
  },
  input,
  async run({ productId, ...measures }, { shop }) {
    const product = await shop.getProduct(productId);
    const source = { kind: 'shop', ref: `product:${productId}` } as const;
    if (!product) return { facts: [{ kind: 'not-found', value: { what: 'product' }, source }] };
    return { facts: [{ kind: 'size-advice', value: byTable(product, measures), source }] };
  },
};
