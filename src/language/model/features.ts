import { lowerCase, type NormalisedText } from '../normalise.ts';
import { words } from '../segment.ts';

/** Longest run of characters that is a feature of its own. */
const LONGEST_GRAM = 4;
/** Beyond this a message is a letter; its beginning says what it is about. UTF-16 units. */
const READ_AT_MOST = 600;

/** Numbers of features with their weights; the weights' squares add up to 1. */
export interface SparseFeatures {
  /** (F) below `buckets`, each once. */
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

/** tf·idf with a logarithmic count, brought to length 1 (Salton & Buckley 1988). */
export function sparseFeatures(found: readonly string[], buckets: number, rarity?: InverseFrequencies): SparseFeatures {
  const counts = new Map<number, number>();
  for (const feature of found) {
    const bucket = bucketOf(feature, buckets);
    if (rarity && rarity[bucket] === 0) continue;
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  }
  const weights = Float32Array.from(counts, ([bucket, count]) => (1 + Math.log(count)) * (rarity?.[bucket] ?? 1));
  const length = Math.hypot(...weights) || 1;
  return { buckets: Int32Array.from(counts.keys()), weights: weights.map((weight) => weight / length) };
}

/** Counted over the training texts; a bucket seen less than `atLeast` times has rarity 0 and is left out. */
export function measureRarity(
  texts: Iterable<readonly string[]>,
  buckets: number,
  atLeast: number,
): InverseFrequencies {
  const seen = new Int32Array(buckets);
  let count = 0;
  for (const found of texts) {
    count++;
    for (const bucket of new Set(found.map((feature) => bucketOf(feature, buckets))))
      seen[bucket] = (seen[bucket] ?? 0) + 1;
  }
  return Float32Array.from(seen, (times) => (times < atLeast ? 0 : Math.log((count + 1) / (times + 1)) + 1));
}
