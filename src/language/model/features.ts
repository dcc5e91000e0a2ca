import { lowerCase, type NormalisedText } from '../normalise.ts';
import { words } from '../segment.ts';

/** Longest run of characters that is a feature of its own. */
const LONGEST_GRAM = 4;
/** Beyond this a message is a letter; its beginning says what it is about. UTF-16 units. */
const READ_AT_MOST = 600;

/** Numbers of features with their weights. */
export interface SparseFeatures {
  /** (F) below `buckets`. */
  buckets: Int32Array;
  /** (F) */
  weights: Float32Array;
}

/** How rare each bucket is in the training texts: ln((N + 1) / (n + 1)) + 1. */
export type InverseFrequencies = Float32Array;

/**
 * Character runs of one to four within words, words and pairs of words, hashed into so many buckets (Weinberger et al. 2009).
 * Digits count as their kind. What a linear classifier over n-grams sees.
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

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/), over UTF-16 units. */
export function bucketOf(feature: string, buckets: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at++) hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % buckets;
}

/** Groups of features: each is brought to length 1 by itself, so that many n-grams do not drown a few words of the business. */
export type FeatureGroups = readonly (readonly string[])[];

/** tf·idf with a logarithmic count, each group brought to length 1 (Salton & Buckley 1988). */
export function sparseFeatures(groups: FeatureGroups, buckets: number, rarity?: InverseFrequencies): SparseFeatures {
  const found: number[] = [];
  const weights: number[] = [];
  for (const group of groups) {
    const counts = new Map<number, number>();
    for (const feature of group) {
      const bucket = bucketOf(feature, buckets);
      if (rarity?.[bucket] !== 0) counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
    }
    const weighed = [...counts].map(([bucket, count]) => (1 + Math.log(count)) * (rarity?.[bucket] ?? 1));
    const length = Math.hypot(...weighed) || 1;
    found.push(...counts.keys());
    weights.push(...weighed.map((weight) => weight / length));
  }
  return { buckets: Int32Array.from(found), weights: Float32Array.from(weights) };
}

/** Counted over the training texts; a bucket seen less than `atLeast` times has rarity 0 and is left out. */
export function measureRarity(texts: Iterable<FeatureGroups>, buckets: number, atLeast: number): InverseFrequencies {
  const seen = new Int32Array(buckets);
  let count = 0;
  for (const groups of texts) {
    count++;
    for (const bucket of new Set(groups.flat().map((feature) => bucketOf(feature, buckets))))
      seen[bucket] = (seen[bucket] ?? 0) + 1;
  }
  return Float32Array.from(seen, (times) => (times < atLeast ? 0 : Math.log((count + 1) / (times + 1)) + 1));
}
