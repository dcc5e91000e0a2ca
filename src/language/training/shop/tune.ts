import type { Example } from '../../corpus/examples.ts';
import { splitExamples } from '../../corpus/split.ts';
import { figuresOf } from '../../evaluation/figures.ts';
import type { Model } from '../../model/model.ts';
import type { Runtime } from '../../network/runtime.ts';
import { asStored } from '../../storage/model-folder.ts';
import type { Lexicon } from '../../understanding/slots/reader.ts';
import type { Recipe } from '../fit.ts';
import { loadHeldOut, trainFromCorpus } from '../from-corpus.ts';
import { readAll } from '../measured.ts';
import type { TrainingHooks } from '../options.ts';
import { type Comparison, isBetter, type Sides } from './comparison.ts';

export interface ShopTraining {
  corpus: string;
  recipe: Recipe;
  /** Gone on from. */
  shipped: Model;
  /** Compared with. */
  inUse: Model;
  lexicon: Lexicon;
  /** What this shop's customers say. */
  examples: readonly Example[];
  hooks: TrainingHooks;
}

export interface ShopTrained {
  model: Model;
  comparison: Comparison;
  isBetter: boolean;
}

/** The shop's part that is kept back is told from its own text, as the corpus's is. */
export function splitShop(examples: readonly Example[]): { training: Example[]; development: Example[] } {
  return splitExamples(examples, 0.1, 'shop');
}

/** Goes on from the shipped model with the shop's messages among the corpus's, and compares with the one in use. */
export async function trainForShop(
  runtime: Runtime,
  { corpus, recipe, shipped, inUse, lexicon, examples, hooks }: ShopTraining,
): Promise<ShopTrained> {
  const { training, development: ofShop } = splitShop(examples);
  const start = shipped.parameters;
  const trained = await trainFromCorpus(runtime, {
    ...{ corpus, recipe, lexicon, base: shipped, extra: training },
    hooks: { ...hooks, start },
  });
  const model = asStored(trained.model);
  const held = loadHeldOut(corpus);
  const general = held.length > 0 ? held : trained.development;
  const sidesOn = async (some: readonly Example[]): Promise<Sides> => {
    const read = async (by: Model) =>
      figuresOf(await readAll(runtime, by, { corpus, lexicon }, recipe.training.threads, [...some]));
    return { old: await read(inUse), new: await read(model) };
  };
  const comparison = { general: await sidesOn(general), shop: await sidesOn(ofShop) };
  return { model, comparison, isBetter: isBetter(comparison) };
}

/** A few epochs at a fifth of the pace: it knows the language already. */
export function recipeForShop({ training, ...rest }: Recipe): Recipe {
  const { rate, tableRate } = training;
  return {
    ...rest,
    training: { ...training, epochs: 3, rate: rate / 5, tableRate: tableRate / 5, warmUp: 100, averaged: 2 },
  };
}
