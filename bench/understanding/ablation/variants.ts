import type { Recipe } from '../../../src/language/training/fit.ts';
import type { CorpusPart } from '../../../src/language/training/from-corpus.ts';

/** The network as it is, but for one thing. */
export interface Variant {
  name: string;
  recipe: Recipe;
  /** Left out of what is made of the corpus. */
  without: readonly CorpusPart[];
}

type Weights = Recipe['training']['weights'];

/** Those that differ from the recipe; of the corpus's own parts only where it is the corpus that is trained on. */
export function variantsOf(recipe: Recipe, isCorpus: boolean): Variant[] {
  const whole = JSON.stringify(recipe);
  const varied = Object.entries(CHANGES)
    .map(([name, change]) => ({ name, recipe: change(recipe), without: [] }))
    .filter((variant) => JSON.stringify(variant.recipe) !== whole);
  const parts = Object.entries(isCorpus ? PARTS : {}).map(([name, part]) => ({ name, recipe, without: [part] }));
  return [{ name: 'the whole recipe', recipe, without: [] }, ...varied, ...parts];
}

const weighing = (recipe: Recipe, weights: Partial<Weights>): Recipe => ({
  ...recipe,
  training: { ...recipe.training, weights: { ...recipe.training.weights, ...weights } },
});

const shaped = (recipe: Recipe, shape: Partial<Recipe['shape']>): Recipe => ({
  ...recipe,
  shape: { ...recipe.shape, ...shape },
});

/** Feed-forward networks are as much wider as they were. */
const wide = (recipe: Recipe, width: number): Recipe =>
  shaped(recipe, { width, hidden: (recipe.shape.hidden / recipe.shape.width) * width });

const CHANGES: Record<string, (recipe: Recipe) => Recipe> = {
  'without n-grams': (recipe) => shaped(recipe, { features: 0 }),
  // What is left has one answer alone: there are no branches to weigh.
  'without encoder: n-grams alone': (recipe) => weighing(shaped(recipe, { layers: 0 }), { joint: 1, branches: 0 }),
  'without hidden layer over n-grams': (recipe) => shaped(recipe, { featuresHidden: 0 }),
  'without losses of the branches': (recipe) => weighing(recipe, { joint: 1, branches: 0 }),
  'branches and a common loss': (recipe) => weighing(recipe, { joint: 1, branches: 0.5 }),
  'branches apart, no common loss': (recipe) => weighing(recipe, { joint: 0, branches: 1 }),
  'without contrast': (recipe) => weighing(recipe, { contrast: 0 }),
  'without hidden tokens': (recipe) => ({ ...recipe, tokenDropout: 0 }),
  'without n-grams left out': (recipe) => ({ ...recipe, featureDropout: 0 }),
  'without averaging': (recipe) => ({ ...recipe, training: { ...recipe.training, averaged: 1 } }),
  '1 layer': (recipe) => shaped(recipe, { layers: 1 }),
  '2 layers': (recipe) => shaped(recipe, { layers: 2 }),
  '4 layers': (recipe) => shaped(recipe, { layers: 4 }),
  'width 64': (recipe) => wide(recipe, 64),
  'width 128': (recipe) => wide(recipe, 128),
  'width 192': (recipe) => wide(recipe, 192),
};

const PARTS: Record<string, CorpusPart> = {
  'without context': 'context',
  'without swapped slots': 'grammar',
  'without noise': 'noise',
  'without concepts': 'concepts',
  'without hints of lists, forms and dictionary': 'hints',
};
