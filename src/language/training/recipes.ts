import type { Recipe } from './fit.ts';

/**
 * Where each label is a question of its own nearly all answers are no, each of next to no surprise. Adam makes steps of full length of these too, and a
 * rare n-gram ends up against every label it was not seen with; with an ε of the size of a real slope they count by their size.
 */
const TABLE = {
  one: { tableRate: 2e-2, tableEpsilon: 1e-8 },
  several: { tableRate: 4, tableEpsilon: 1e-2 },
};

/** A hundred questions a message are a hundred times as loud as one: slots must be heard beside them. */
const SLOTS = { one: { boundaries: 1, names: 1 }, several: { boundaries: 10, names: 10 } };

/** For a set of messages with labels of any kind. Chosen on held-out tenths of the training halves of banking77 and clinc150. */
export function recipeFor(intents: 'one' | 'several'): Recipe {
  return {
    vocabulary: 6_000,
    shape: { width: 128, layers: 2, heads: 4, hidden: 512, longest: 96, features: 2 ** 16, sentence: 64 },
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
      ...TABLE[intents],
      warmUp: 200,
      floor: 0.02,
      optimizer: 'adamw',
      decay: 0.01,
      clip: 5,
      dropout: 0.2,
      smoothing: intents === 'one' ? 0.1 : 0,
      given: 2,
      weights: { joint: 1, branches: 0.5, ...SLOTS[intents], acts: 0.3, tones: 0.3, contrast: 0.1 },
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
  featuresBefore: 'words',
  balance: 0.3,
  training: {
    ...GENERAL.training,
    batch: 64,
    rate: 1.5e-3,
    epochs: 14,
    weights: { ...GENERAL.training.weights, boundaries: 2, names: 2, acts: 1, tones: 1 },
  },
};
