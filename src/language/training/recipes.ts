import type { Recipe } from './fit.ts';

/** For a set of messages with labels of any kind. Chosen on held-out tenths of the training halves of banking77 and clinc150. */
export function recipeFor(intents: 'one' | 'several'): Recipe {
  return {
    vocabulary: 6_000,
    shape: { width: 128, layers: 2, heads: 4, hidden: 512, longest: 96, features: 2 ** 16, sentence: 64 },
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
      warmUp: 200,
      floor: 0.02,
      optimizer: 'adamw',
      decay: 0.01,
      clip: 5,
      dropout: 0.2,
      smoothing: intents === 'one' ? 0.1 : 0,
      weights: { joint: 1, branches: 0.5, boundaries: 1, names: 1, acts: 0.3, tones: 0.3, contrast: 0.1 },
      intents,
      averaged: 3,
      patience: 0,
      threads: 2,
      seed: 1,
    },
  };
}

const GENERAL = recipeFor('one');

/** For the model that is shipped, learned from corpus/: fewer features keep it small, larger batches keep it quick, and slots count double, for most tokens belong to none. */
export const SHIPPED: Recipe = {
  ...GENERAL,
  shape: { ...GENERAL.shape, features: 53_500 },
  balance: 0.3,
  training: {
    ...GENERAL.training,
    batch: 64,
    rate: 1.5e-3,
    epochs: 14,
    weights: { ...GENERAL.training.weights, boundaries: 2, names: 2, acts: 1, tones: 1 },
  },
};
