import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../../core/clock.ts';
import { AppError } from '../../core/errors.ts';
import { type Example, loadExamples } from '../corpus/examples.ts';
import { gibberish } from '../corpus/gibberish.ts';
import { type Grammar, loadGrammar, refill } from '../corpus/grammar.ts';
import { addNoise } from '../corpus/noise.ts';
import { inSomeContext, QUESTIONS, rowOf } from '../corpus/rows.ts';
import { splitExamples } from '../corpus/split.ts';
import type { Row } from '../evaluation/rows.ts';
import { afterToken, askedToken } from '../model/input.ts';
import type { Model } from '../model/model.ts';
import type { Runtime } from '../network/runtime.ts';
import { conceptFeatures } from '../understanding/features.ts';
import { createHints, HINT_KINDS } from '../understanding/hints.ts';
import type { Lexicon } from '../understanding/slots/reader.ts';
import { type FitData, fit, type Recipe } from './fit.ts';
import type { EpochRecord, TrainingHooks } from './options.ts';

export interface CorpusTraining {
  /** The corpus's folder. */
  corpus: string;
  recipe: Recipe;
  hooks: TrainingHooks;
  /** Learned from as they are written: their slots are not swapped. */
  extra?: readonly Example[];
  /** Words of a shop's catalogue, as further hints. */
  lexicon?: Lexicon;
  /** A model whose words and labels are kept, where one is gone on from. */
  base?: FitData['base'];
  /** Left out, to measure what it is worth. */
  without?: readonly CorpusPart[];
}

/** What is made of the corpus beside its lines. */
export type CorpusPart = 'grammar' | 'noise' | 'context' | 'concepts' | 'hints';

export interface TrainedFromCorpus {
  model: Model;
  curve: EpochRecord[];
  /** What was kept back: it chose the epoch and the temperature. */
  development: Example[];
}

/** Share of an epoch's messages that are damaged as real ones are. */
const NOISY = 0.5;

/** Messages that mean nothing, for each that means something. */
const NONSENSE = 0.02;

export async function trainFromCorpus(
  runtime: Runtime,
  { corpus, recipe, hooks, extra = [], lexicon, base, without = [] }: CorpusTraining,
): Promise<TrainedFromCorpus> {
  const has = (part: CorpusPart) => !without.includes(part);
  const { training, development } = splitExamples(loadCorpus(corpus));
  const lists = loadGrammar(join(corpus, 'grammar'));
  const grammar = has('grammar') ? lists : null;
  const noise = has('noise') ? NOISY : 0;
  const intents = [...new Set(training.map(({ intent }) => intent))].sort();
  const rowsOf = (examples: readonly Example[]) =>
    examples.map((example) => (has('context') ? rowOf(example) : withoutContext(rowOf(example))));
  const inContext = (examples: readonly Example[], random: () => number) =>
    has('context') ? rowsOf(examples).map((row) => inSomeContext(row, intents, random)) : rowsOf(examples);
  const data: FitData = {
    // In contexts, so that each context's features are as frequent as they will be.
    rows: inContext([...training, ...extra], seededRandom(recipe.training.seed).next),
    development: rowsOf(development),
    rewritten: (random) => [
      ...inContext(rewrite(training, extra, { grammar, noise, random }), random),
      ...gibberish(training, Math.round(training.length * NONSENSE), random).map((row) =>
        has('context') ? inSomeContext(row, intents, random) : row,
      ),
    ],
    specials: has('context') ? [null, ...QUESTIONS].map(askedToken).concat([null, ...intents].map(afterToken)) : [],
    furtherFeatures: has('concepts') ? conceptFeatures : undefined,
    ...(has('hints') && { hintKinds: HINT_KINDS, findHints: createHints(lists, lexicon) }),
    base,
  };
  const { curve, ...model } = await fit(runtime, data, recipe, hooks);
  return { model, curve, development };
}

/** Throws `corpus.empty` where there is nothing to learn from, `corpus.missing` and `corpus.mark`. */
function loadCorpus(corpus: string): Example[] {
  const examples = loadExamples(corpus);
  if (examples.length === 0) throw new AppError('corpus.empty', { detail: corpus });
  return examples;
}

/** As an epoch meets them: other values in the slots, and some of the damage of real messages. */
function rewrite(
  training: readonly Example[],
  extra: readonly Example[],
  { grammar, noise, random }: { grammar: Grammar | null; noise: number; random: () => number },
): Example[] {
  const dice = { next: random, below: (limit: number) => Math.floor(random() * limit) };
  const noisy = (example: Example) => (random() < noise ? addNoise(example, dice) : example);
  const refilled = (example: Example) => (grammar ? refill(example, grammar, random) : example);
  return [...training.map((example) => noisy(refilled(example))), ...extra.map(noisy)];
}

export function withoutContext(row: Row): Row {
  return { ...row, before: null, asked: null, after: null };
}

/** The corpus's part that nobody may tune on; empty where its folder has none. */
export function loadHeldOut(corpus: string): Example[] {
  const folder = join(corpus, 'held-out');
  return existsSync(folder) ? loadExamples(folder) : [];
}
