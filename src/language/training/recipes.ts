import type { Recipe } from './fit.ts';

const NARROW = { width: 128, hidden: 512, featuresHidden: 0 };
const WIDE = { width: 192, hidden: 768, featuresHidden: 128 };
/** Branches that learn each for itself err in different places, and together less. */
const APART = { joint: 0, branches: 1 };
const TOGETHER = { joint: 1, branches: 0.5 };

/** Chosen on held-out tenths of the training halves of banking77 and clinc150. */
const ONE: Recipe = {
  vocabulary: 6_000,
  shape: { ...WIDE, layers: 2, heads: 4, longest: 96, features: 2 ** 16, sentence: 64 },
  featuresBefore: 'grams',
  featureAtLeast: 2,
  tokenDropout: 0.15,
  featureDropout: 0.5,
  hintDropout: 0.3,
  balance: 0,
  training: {
    epochs: 12,
    batch: 32,
    rate: 1e-3,
    tableRate: 2e-2,
    tableEpsilon: 1e-8,
    phrasingRate: 5e-3,
    warmUp: 200,
    floor: 0.02,
    optimizer: 'adamw',
    decay: 0.01,
    clip: 5,
    dropout: 0.2,
    smoothing: 0.1,
    given: 1,
    weights: { ...APART, boundaries: 1, names: 1, acts: 0.3, tones: 0.3, contrast: 0.1 },
    intents: 'one',
    averaged: 3,
    patience: 0,
    threads: 2,
    seed: 1,
  },
};

/**
 * Chosen on a held-out tenth of crosswoz_zh's training half. Where each label is a question of its own nearly all answers are no, each of next to no
 * surprise. Adam makes steps of full length of these too, and a rare n-gram ends up against every label it was not seen with; with an ε of the size of a
 * real slope they count by their size. And a hundred questions a message are a hundred times as loud as one: slots must be heard beside them.
 */
const SEVERAL: Recipe = {
  ...ONE,
  shape: { ...ONE.shape, ...NARROW, longest: 160, features: 2 ** 17 },
  training: {
    ...ONE.training,
    epochs: 18,
    tableRate: 4,
    tableEpsilon: 1e-2,
    smoothing: 0,
    given: 3,
    weights: { ...ONE.training.weights, ...TOGETHER, boundaries: 15, names: 25 },
    intents: 'several',
  },
};

/** For a set of messages with labels of any kind. */
export function recipeFor(intents: 'one' | 'several'): Recipe {
  return intents === 'one' ? ONE : SEVERAL;
}

/** For the model that is shipped, learned from corpus/: fewer features keep it small, larger batches keep it quick, and where slots stand counts double, for most tokens belong to none. */
export const SHIPPED: Recipe = {
  ...ONE,
  shape: { ...ONE.shape, ...NARROW, features: 52_100 },
  featuresBefore: 'words',
  balance: 0.3,
  training: {
    ...ONE.training,
    batch: 64,
    rate: 1.5e-3,
    epochs: 14,
    weights: { ...ONE.training.weights, boundaries: 2, acts: 1, tones: 1 },
  },
};
