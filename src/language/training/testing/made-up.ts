import type { Row } from '../../evaluation/rows.ts';
import { learnFeatures } from '../../model/features.ts';
import { createInput, featureNames } from '../../model/input.ts';
import { collectLabels, type Labels } from '../../model/labels.ts';
import type { NetworkShape } from '../../model/network.ts';
import { normalise } from '../../normalise.ts';
import { trainTokenizer } from '../../tokenizer/tokenizer.ts';
import type { TrainingOptions } from '../options.ts';
import { createLabeller, type LabelledMessage } from '../targets.ts';

const THINGS = ['red shoes', 'blue coat', 'green kettle', 'white lamp', 'black boots'];
const FRAMES = [
  ['return', 'ask', 'please take back my', ''],
  ['return', 'complain', 'i send back the', ' now'],
  ['track', 'ask', 'where is my', ''],
  ['track', 'complain', 'still waiting for the', ' !'],
  ['stock', 'ask', 'do you have the', ''],
  ['stock', 'ask', 'is the', ' sold out'],
] as const;

/** Sixty lines that nobody wrote: three intents, one slot, two acts, one tone, half of them said after something else. */
export function madeUpRows(): Row[] {
  return FRAMES.flatMap(([intent, act, before, behind]) =>
    THINGS.flatMap((thing, at) => {
      const start = before.length + 1;
      const row = {
        text: `${before} ${thing}${behind}`,
        intents: [intent],
        slots: [{ name: 'product', start, end: start + thing.length }],
        act,
        tones: act === 'complain' ? ['angry'] : [],
      };
      return [row, { ...row, before: THINGS[(at + 1) % THINGS.length] ?? null }];
    }),
  );
}

export interface MadeUp {
  labels: Labels;
  messages: LabelledMessage[];
  shape: NetworkShape;
}

/** The same lines as a network of a few thousand numbers takes them. */
export function madeUp(): MadeUp {
  const rows = madeUpRows();
  const labels = collectLabels(rows);
  const tokenizer = trainTokenizer(
    rows.map(({ text }) => text),
    { size: 200, specials: [] },
  );
  const features = learnFeatures(
    rows.map(({ text }) => featureNames(normalise(text), {}, { before: 'words' })),
    { most: 256, atLeast: 1 },
  );
  const size = { width: 8, layers: 1, heads: 2, hidden: 16, longest: 40, sentence: 4, featuresHidden: 4, hints: 0 };
  const encode = createInput({ tokenizer, longest: size.longest, features });
  const label = createLabeller(labels);
  const messages = rows.map((row) => label(row, encode(row.text, row)));
  const { intents, slots, acts, tones } = labels;
  const heads = { intents: intents.length, slots: slots.length, acts: acts.length, tones: tones.length };
  return {
    labels,
    messages,
    shape: { ...size, ...heads, vocabulary: tokenizer.size, features: features.names.length },
  };
}

export const OPTIONS: TrainingOptions = {
  epochs: 4,
  batch: 16,
  rate: 0.01,
  tableRate: 0.05,
  phrasingRate: 0.02,
  tableEpsilon: 1e-8,
  warmUp: 4,
  floor: 0.1,
  optimizer: 'adamw',
  decay: 0.01,
  clip: 1,
  dropout: 0.1,
  smoothing: 0.1,
  given: 2,
  weights: { joint: 1, branches: 0.5, boundaries: 1, names: 1, acts: 0.5, tones: 0.5, contrast: 0.2 },
  intents: 'one',
  averaged: 0,
  patience: 0,
  threads: 1,
  seed: 7,
};
