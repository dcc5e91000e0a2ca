import { seededRandom } from '../../../src/core/clock.ts';
import { BOUNDARIES } from '../../../src/language/model/boundaries.ts';
import type { Labels } from '../../../src/language/model/labels.ts';
import type { NetworkShape } from '../../../src/language/model/network.ts';
import { initialise, type Parameters } from '../../../src/language/network/parameters.ts';
import { trainingGraph } from '../../../src/language/training/objective.ts';
import type { TrainingOptions } from '../../../src/language/training/options.ts';
import { recipeFor } from '../../../src/language/training/recipes.ts';
import type { LabelledMessage } from '../../../src/language/training/targets.ts';

/** A training that is timed: made-up messages, all of one length, in the sizes of the model that is shipped. */
export interface Task {
  shape: NetworkShape;
  labels: Labels;
  options: TrainingOptions;
  start: Parameters;
  batch: LabelledMessage[];
}

export const MESSAGES = 32;
export const TOKENS = 32;
/** Of a message of 32 tokens, about half of them left out. */
const FEATURES = 96;
const PREFIX = 3;
/** Of 32 tokens: words of the dictionary, forms, listed values. */
const HINTS = 8;

const named = (kind: string, count: number): string[] => Array.from({ length: count }, (_, at) => `${kind}${at}`);

export function createTask(size: { width: number; layers: number }, threads: number): Task {
  const { next: random, below } = seededRandom(7);
  const labels: Labels = {
    intents: named('intent', 90),
    slots: named('slot', 20),
    acts: named('act', 12),
    tones: named('tone', 2),
  };
  const recipe = recipeFor('one');
  const shape: NetworkShape = {
    ...recipe.shape,
    ...{ ...size, hidden: 4 * size.width, vocabulary: recipe.vocabulary, featuresHidden: 0, hints: 25 },
    ...{ intents: labels.intents.length, slots: labels.slots.length },
    ...{ acts: labels.acts.length, tones: labels.tones.length },
  };
  // The rate stays: both sides step alike without a schedule of their own.
  const steady = { warmUp: 0, floor: 1, batch: MESSAGES, averaged: 1, patience: 0 };
  const options: TrainingOptions = { ...recipe.training, ...steady, threads };
  const { parameters } = trainingGraph(shape, options);
  const start = initialise(parameters, random);
  // It begins at zero, where nothing of it could be compared.
  start.get('wording.table')?.forEach((_, at, table) => {
    table[at] = (random() - 0.5) / 10;
  });
  const batch = Array.from({ length: MESSAGES }, (): LabelledMessage => {
    const spans = Array.from({ length: TOKENS - PREFIX }, (_, at) => ({ start: at, end: at + 1 }));
    return {
      tokens: Int32Array.from({ length: TOKENS }, () => below(shape.vocabulary)),
      prefix: PREFIX,
      spans,
      features: {
        numbers: Int32Array.from({ length: FEATURES }, () => below(shape.features)),
        weights: Float32Array.from({ length: FEATURES }, () => FEATURES ** -0.5),
      },
      hints: Array.from({ length: HINTS }, () => {
        const from = below(spans.length - 2);
        return { kind: below(shape.hints), from, to: from + 2 };
      }),
      intents: [below(shape.intents)],
      boundaries: Int32Array.from(spans, () => below(BOUNDARIES)),
      names: Int32Array.from(spans, () => below(shape.slots)),
      act: below(shape.acts),
      tones: below(4) === 0 ? [below(shape.tones)] : [],
      weight: 1,
    };
  });
  return { shape, labels, options, start, batch };
}
