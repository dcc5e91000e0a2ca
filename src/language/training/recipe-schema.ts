import { z } from 'zod';
import type { Recipe } from './fit.ts';

const count = (from: number, to: number) => z.int().min(from).max(to);
/** A part of the whole; `share` may be all of it, `lessThanAll` may not, for what is kept is divided by. */
const share = z.number().min(0).max(1);
const lessThanAll = z.number().min(0).lt(1);
const weight = z.number().min(0).max(1_000);
const rate = z.number().min(0).max(100);

/** The context stands before the text: [CLS], two tokens, up to 24 of the turn before and [SEP]. */
const CONTEXT = 28;

/** What a recipe may be. Upper bounds are far above any use: they catch a slip of the finger. */
export const RecipeSchema = z.strictObject({
  vocabulary: count(1, 200_000),
  shape: z
    .strictObject({
      width: count(1, 4_096),
      layers: count(0, 48),
      heads: count(1, 128),
      hidden: count(1, 16_384),
      longest: count(CONTEXT + 1, 4_096),
      features: count(0, 10_000_000),
      featuresHidden: count(0, 16_384),
      sentence: count(1, 4_096),
    })
    .refine(({ width, heads }) => width % heads === 0, { path: ['heads'], error: 'must divide shape.width' }),
  featuresBefore: z.enum(['words', 'grams']),
  featureAtLeast: count(1, 1_000_000),
  tokenDropout: lessThanAll,
  featureDropout: lessThanAll,
  hintDropout: share,
  balance: share,
  training: z.strictObject({
    epochs: count(1, 10_000),
    batch: count(1, 8_192),
    rate,
    tableRate: rate,
    phrasingRate: rate,
    tableEpsilon: z.number().positive().max(1),
    warmUp: count(0, 10_000_000),
    floor: share,
    optimizer: z.enum(['adamw', 'gradient-descent']),
    decay: lessThanAll,
    clip: z.number().positive(),
    dropout: lessThanAll,
    smoothing: lessThanAll,
    given: z.number().min(0.01).max(1_000),
    weights: z.strictObject({
      joint: weight,
      branches: weight,
      boundaries: weight,
      names: weight,
      acts: weight,
      tones: weight,
      contrast: weight,
    }),
    intents: z.enum(['one', 'several']),
    averaged: count(0, 10_000),
    patience: count(0, 10_000),
    threads: count(1, 1_024),
    seed: count(0, 2 ** 32 - 1),
  }),
}) satisfies z.ZodType<Recipe>;
