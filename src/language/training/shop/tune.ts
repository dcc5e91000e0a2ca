import type { Example } from '../../corpus/examples.ts';
import type { Split } from '../../corpus/split.ts';
import { figuresOf } from '../../evaluation/figures.ts';
import type { ReadExample } from '../../evaluation/read-examples.ts';
import type { Model } from '../../model/model.ts';
import type { Runtime } from '../../network/runtime.ts';
import { asStored } from '../../storage/model-folder.ts';
import type { Lexicon } from '../../understanding/slots/reader.ts';
import type { Recipe } from '../fit.ts';
import { loadHeldOut, trainFromCorpus } from '../from-corpus.ts';
import { readAll } from '../measured.ts';
import type { EpochRecord, TrainingHooks } from '../options.ts';
import { type Comparison, type Objection, objectionsTo } from './comparison.ts';

export interface ShopTraining {
  corpus: string;
  recipe: Recipe;
  /** Gone on from. */
  shipped: Model;
  /** The shop's own that reads now; null where the shipped one does. */
  own: Model | null;
  lexicon: Lexicon;
  /** What this shop's customers say. */
  examples: Split<Example>;
  hooks: TrainingHooks;
}

/** What each model made of the messages. */
export interface Readings {
  general: Record<'old' | 'new' | 'shipped', ReadExample[]>;
  shop: Record<'old' | 'new', ReadExample[]>;
}

export interface ShopTrained {
  model: Model;
  curve: EpochRecord[];
  readings: Readings;
  comparison: Comparison;
  /** It takes over where there is none. */
  objections: Objection[];
}

/** Goes on from the shipped model with the shop's messages among the corpus's, and compares with the one in use and the shipped one. */
export async function trainForShop(
  runtime: Runtime,
  { corpus, recipe, shipped, own, lexicon, examples, hooks }: ShopTraining,
): Promise<ShopTrained> {
  const trained = await trainFromCorpus(runtime, {
    ...{ corpus, recipe, lexicon, base: shipped, extra: examples.training },
    hooks: { ...hooks, start: shipped.parameters },
  });
  const model = asStored(trained.model);
  const held = loadHeldOut(corpus);
  const general = held.length > 0 ? held : trained.development;
  const readBy = (by: Model, some: readonly Example[]) =>
    readAll(runtime, by, { corpus, lexicon }, recipe.training.threads, [...some]);
  const byShipped = await readBy(shipped, general);
  const readings: Readings = {
    general: {
      old: own ? await readBy(own, general) : byShipped,
      new: await readBy(model, general),
      shipped: byShipped,
    },
    shop: { old: await readBy(own ?? shipped, examples.development), new: await readBy(model, examples.development) },
  };
  const comparison: Comparison = {
    general: {
      old: figuresOf(readings.general.old),
      new: figuresOf(readings.general.new),
      shipped: figuresOf(byShipped),
    },
    shop: { old: figuresOf(readings.shop.old), new: figuresOf(readings.shop.new) },
  };
  return { model, curve: trained.curve, readings, comparison, objections: objectionsTo(comparison) };
}

/** A few epochs at a fifth of the pace: it knows the language already. */
export function recipeForShop({ training, ...rest }: Recipe): Recipe {
  const { rate, tableRate, phrasingRate } = training;
  const slower = { rate: rate / 5, tableRate: tableRate / 5, phrasingRate: phrasingRate / 5 };
  return { ...rest, training: { ...training, ...slower, epochs: 3, warmUp: 100, averaged: 2 } };
}
