import { lowerCase, type NormalisedText } from '../normalise.ts';
import { words } from '../segment.ts';

/** Longest run of characters that is a feature of its own. */
const LONGEST_GRAM = 4;
/** Beyond this a message is a letter; its beginning says what it is about. UTF-16 units. */
const READ_AT_MOST = 600;

/** Numbers of features with their weights. */
export interface SparseFeatures {
  /** (F) */
  numbers: Int32Array;
  /** (F) */
  weights: Float32Array;
}

/** The features that a model knows: a name's place is its number. */
export interface FeatureVocabulary {
  names: readonly string[];
  /** How rare each is in the training texts: ln((N + 1) / (n + 1)) + 1. */
  rarity: Float32Array<ArrayBuffer>;
  numberOf(name: string): number | undefined;
  /** The known ones of some features by their numbers, in the order in which they come first, and how often each is among them. */
  count(features: readonly string[]): { numbers: number[]; counts: number[] };
}

/**
 * Character runs of one to four within words, words and pairs of words. Digits count as their kind. What a linear classifier over n-grams sees.
 */
export function grams(source: NormalisedText): string[] {
  const text = lowerCase(source.text.slice(0, READ_AT_MOST)).replace(/\d/g, '0');
  const found: string[] = [];
  for (const [run] of text.matchAll(/[\p{L}\p{N}]+|[^\p{L}\p{N}\s]/gu)) {
    const bounded = [...` ${run} `];
    for (let length = 1; length <= LONGEST_GRAM; length++)
      for (let at = 0; at + length <= bounded.length; at++) {
        const gram = bounded.slice(at, at + length).join('');
        if (gram !== ' ') found.push(`c${gram}`);
      }
  }
  const spoken = words(text);
  for (const [at, word] of spoken.entries()) found.push(`w${word}`, `p${spoken[at - 1] ?? '^'} ${word}`);
  return found;
}

/** Groups of features: each is brought to length 1 by itself, so that many n-grams do not drown a few words of the business. */
export type FeatureGroups = readonly (readonly string[])[];

/** tf·idf with a logarithmic count, each group brought to length 1 (Salton & Buckley 1988). What is not in the vocabulary is left out. */
export function sparseFeatures(groups: FeatureGroups, vocabulary: FeatureVocabulary): SparseFeatures {
  const found: number[] = [];
  const weights: number[] = [];
  for (const group of groups) {
    const { numbers, counts } = vocabulary.count(group);
    const weighed = numbers.map((number, at) => (1 + Math.log(counts[at] ?? 0)) * (vocabulary.rarity[number] ?? 0));
    const length = Math.hypot(...weighed) || 1;
    for (const number of numbers) found.push(number);
    for (const weight of weighed) weights.push(weight / length);
  }
  return { numbers: Int32Array.from(found), weights: Float32Array.from(weights) };
}

export function featureVocabulary(names: readonly string[], rarity: Float32Array<ArrayBuffer>): FeatureVocabulary {
  const numbersByName = new Map(names.map((name, at) => [name, at]));
  // All zero between two groups: a message has hundreds of features, for which a map of its own would be the dearest part.
  const times = new Uint32Array(names.length);
  const count = (group: readonly string[]) => {
    const numbers: number[] = [];
    for (const feature of group) {
      const number = numbersByName.get(feature);
      if (number === undefined) continue;
      const before = times[number] ?? 0;
      if (before === 0) numbers.push(number);
      times[number] = before + 1;
    }
    const counts = numbers.map((number) => times[number] ?? 0);
    for (const number of numbers) times[number] = 0;
    return { numbers, counts };
  };
  return { names, rarity, numberOf: (name) => numbersByName.get(name), count };
}

/** The features of the training texts that were seen `atLeast` so often, the most frequent ones where there are more than `most`. */
export function learnFeatures(
  texts: Iterable<FeatureGroups>,
  { most, atLeast }: { most: number; atLeast: number },
): FeatureVocabulary {
  const seen = new Map<string, number>();
  let count = 0;
  for (const groups of texts) {
    count++;
    for (const feature of new Set(groups.flat())) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  }
  const kept = [...seen]
    .filter(([, times]) => times >= atLeast)
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, most);
  return featureVocabulary(
    kept.map(([name]) => name),
    Float32Array.from(kept, ([, times]) => Math.log((count + 1) / (times + 1)) + 1),
  );
}
