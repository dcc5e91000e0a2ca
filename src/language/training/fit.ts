import type { Row } from '../evaluation/rows.ts';
import { softmaxOf } from '../inference/decode.ts';
import { openModel } from '../inference/open.ts';
import { type Predictor, predictAll } from '../inference/predictor.ts';
import { learnFeatures } from '../model/features.ts';
import { createInput, type FeaturesBefore, featureNames, type InputOptions } from '../model/input.ts';
import { collectLabels } from '../model/labels.ts';
import type { Model } from '../model/model.ts';
import type { NetworkShape } from '../model/network.ts';
import type { Runtime } from '../network/runtime.ts';
import { normalise } from '../normalise.ts';
import { trainTokenizer } from '../tokenizer/tokenizer.ts';
import { fitTemperature, fitThreshold } from './calibration.ts';
import { withDropout } from './input-dropout.ts';
import type { TrainingHooks, TrainingOptions } from './options.ts';
import { createLabeller, type LabelledMessage } from './targets.ts';
import { train } from './trainer.ts';

export interface Recipe {
  /** Tokens that the tokenizer may learn. */
  vocabulary: number;
  shape: Pick<
    NetworkShape,
    'width' | 'layers' | 'heads' | 'hidden' | 'longest' | 'features' | 'featuresHidden' | 'sentence'
  >;
  /** Of the turn before: a few words where it says little, all its n-grams where it says much of what comes next. */
  featuresBefore: FeaturesBefore;
  /** A feature seen less often is left out. */
  featureAtLeast: number;
  /** Shares of tokens hidden and of n-grams left out, drawn anew each epoch. */
  tokenDropout: number;
  featureDropout: number;
  hintDropout: number;
  /** 0 counts every message alike, 1 every intent. */
  balance: number;
  training: TrainingOptions;
}

export interface FitData {
  /** What is learned from, in its plain form. */
  rows: readonly Row[];
  /** Picks the epoch and fits the temperature; never learned from. */
  development: readonly Row[];
  /** The rows as an epoch meets them, where they are multiplied or damaged. */
  rewritten?: (random: () => number) => readonly Row[];
  /** Tokens for the context. */
  specials?: readonly string[];
  furtherFeatures?: InputOptions['furtherFeatures'];
  hintKinds?: readonly string[];
  findHints?: InputOptions['findHints'];
  /** A model whose words, labels and shape are kept, where one is gone on from. */
  base?: Pick<Model, 'shape' | 'tokenizer' | 'labels' | 'features'> | undefined;
}

/** Learns from rows with any labels. */
export async function fit(
  runtime: Runtime,
  { rows, development, rewritten, specials = [], furtherFeatures, hintKinds = [], findHints, base }: FitData,
  recipe: Recipe,
  hooks: TrainingHooks,
): Promise<Model & { curve: Awaited<ReturnType<typeof train>>['curve'] }> {
  const { longest } = base?.shape ?? recipe.shape;
  const labels = base?.labels ?? collectLabels(rows);
  const tokenizer =
    base?.tokenizer ??
    trainTokenizer(
      rows.flatMap(({ text, before }) => (before ? [text, before] : [text])),
      { size: recipe.vocabulary, specials },
    );
  const most = recipe.shape.features;
  const namesOf = (row: Row) =>
    featureNames(normalise(row.text), row, { before: recipe.featuresBefore, further: furtherFeatures });
  const features =
    base?.features ?? learnFeatures(most === 0 ? [] : rows.map(namesOf), { most, atLeast: recipe.featureAtLeast });
  const encode = createInput({ tokenizer, longest, features, furtherFeatures, hintKinds, findHints });
  const label = createLabeller(labels);
  const weightOf = balanced(rows, recipe.balance);
  const labelled = (some: readonly Row[]) => some.map((row) => label(row, encode(row.text, row), weightOf(row)));
  const plain = rewritten ? [] : labelled(rows);
  const held = development.map((row) => label(row, encode(row.text, row)));
  const mask = tokenizer.idOf('[MASK]') ?? 1;
  const shape: NetworkShape = {
    ...(base?.shape ?? recipe.shape),
    vocabulary: tokenizer.size,
    features: features.names.length,
    hints: hintKinds.length,
    intents: labels.intents.length,
    slots: labels.slots.length,
    acts: labels.acts.length,
    tones: labels.tones.length,
  };
  const { weights } = recipe.training;
  const training = {
    ...recipe.training,
    weights: {
      ...weights,
      boundaries: shape.slots > 0 ? weights.boundaries : 0,
      names: shape.slots > 0 ? weights.names : 0,
      acts: shape.acts > 1 ? weights.acts : 0,
      tones: shape.tones > 0 ? weights.tones : 0,
    },
  };
  shape.slots = Math.max(1, shape.slots);
  shape.acts = Math.max(1, shape.acts);
  shape.tones = Math.max(1, shape.tones);
  const data = {
    labels,
    messages: (_: number, random: () => number) =>
      (rewritten ? labelled(rewritten(random)) : plain).map((message) => withDropout(message, recipe, mask, random)),
    ...(held.length > 0 ? { score: (predictor: Predictor) => accuracyOf(predictor, held) } : {}),
  };
  const { parameters, curve } = await train(runtime, shape, data, training, hooks);
  const model: Model = {
    ...{ shape, tokenizer, labels, hintKinds, features, parameters },
    ...{ intents: training.intents, temperature: 1, toneThresholds: labels.tones.map(() => 0) },
  };
  const predictor = await openModel(runtime, model, training.threads);
  const predictions = await predictAll(predictor, held);
  // Where several may be right each is a question of its own: there is no softmax to divide.
  if (training.intents === 'one') model.temperature = fitTemperature(predictions, held);
  model.toneThresholds = labels.tones.map((_, tone) => fitThreshold(predictions, held, tone));
  await predictor.close();
  return { ...model, curve };
}

function balanced(rows: readonly Row[], balance: number): (row: Row) => number {
  const counts = new Map<string, number>();
  for (const { intents } of rows) for (const intent of intents) counts.set(intent, (counts.get(intent) ?? 0) + 1);
  const mean = rows.length / Math.max(1, counts.size);
  return ({ intents: [first] }) => (first === undefined ? 1 : (mean / (counts.get(first) ?? mean)) ** balance);
}

/** Share of messages whose likeliest intent is one of theirs, less a little loss to tell equals apart. */
async function accuracyOf(predictor: Predictor, held: readonly LabelledMessage[]): Promise<number> {
  const predictions = await predictAll(predictor, held);
  let score = 0;
  for (const [at, { intents }] of predictions.entries()) {
    const probabilities = softmaxOf(intents);
    const right = held[at]?.intents ?? [];
    const best = probabilities.indexOf(Math.max(...probabilities));
    score += (right.includes(best) ? 1 : 0) + 0.02 * Math.max(0, ...right.map((intent) => probabilities[intent] ?? 0));
  }
  return score / Math.max(1, held.length);
}
