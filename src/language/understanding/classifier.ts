import type { IntentScore } from '../../core/understanding.ts';
import type { Example } from '../corpus/examples.ts';
import type { Features } from './features.ts';
import { featuresOf, shapeOf } from './features.ts';
import type { SparseVector } from './softmax.ts';
import { trainSoftmax } from './softmax.ts';

/** A feature seen once says nothing about other messages. */
const SEEN_AT_LEAST = 2;
/** Chosen by cross-validation on the corpus. */
const TRAINING = { epochs: 4, rate: 2 };

export interface Classifier {
  /** Likeliest first; sums to 1. */
  classify(text: string): IntentScore[];
}

export function trainClassifier(
  examples: readonly Example[],
  features: readonly Features[] = examples.map(({ text }) => featuresOf(text)),
): Classifier {
  const names = [...new Set(examples.map(({ intent }) => intent))];
  const numberOf = new Map(names.map((name, at) => [name, at]));
  const vocabulary = buildVocabulary(features);
  const vectors = features.map((each) => vectorOf(each, vocabulary));
  const labels = examples.map(({ intent }) => numberOf.get(intent) ?? 0);
  const exact = new Map(examples.map(({ text }, at) => [plainText(text), labels[at] ?? 0]));
  const model = trainSoftmax(vectors, labels, names.length, vocabulary.size, TRAINING);
  return {
    classify(text) {
      const known = exact.get(plainText(text));
      const probabilities = model.predict(vectorOf(featuresOf(text), vocabulary));
      if (known !== undefined)
        for (let c = 0; c < names.length; c++)
          probabilities[c] = (probabilities[c] ?? 0) * (1 - SAID_BEFORE) + (c === known ? SAID_BEFORE : 0);
      return names
        .map((name, at) => ({ name, probability: probabilities[at] ?? 0 }))
        .sort((a, b) => b.probability - a.probability);
    },
  };
}

/** The very words of an example leave little doubt. */
const SAID_BEFORE = 0.9;

function plainText(text: string): string {
  return shapeOf(text).text;
}

interface Entry {
  number: number;
  inverseFrequency: number;
}
type Vocabulary = ReadonlyMap<string, Entry>;

function buildVocabulary(features: readonly Features[]): Vocabulary {
  const frequency = new Map<string, number>();
  for (const each of features)
    for (const key of [...each.words, ...each.concepts]) frequency.set(key, (frequency.get(key) ?? 0) + 1);
  const kept = [...frequency].filter(([, count]) => count >= SEEN_AT_LEAST);
  return new Map(
    kept.map(([key, count], number) => [
      key,
      { number, inverseFrequency: Math.log((features.length + 1) / (count + 1)) + 1 },
    ]),
  );
}

/** TF-IDF, each kind of feature brought to length 1 by itself. */
function vectorOf(features: Features, vocabulary: Vocabulary): SparseVector {
  const vector: SparseVector = { indices: [], values: [] };
  for (const keys of [features.words, features.concepts]) {
    const entries = keys.map((key) => vocabulary.get(key)).filter((entry): entry is Entry => entry !== undefined);
    const norm = Math.hypot(...entries.map(({ inverseFrequency }) => inverseFrequency)) || 1;
    for (const { number, inverseFrequency } of entries) {
      vector.indices.push(number);
      vector.values.push(inverseFrequency / norm);
    }
  }
  return vector;
}
