import { mergeQueue } from './merge-queue.ts';

/**
 * Byte-pair encoding (Sennrich et al. 2016, https://arxiv.org/abs/1508.07909): the pair of neighbours seen most often becomes one token, again and
 * again. Counts are kept up to date: a merge touches only the words that contain it.
 */
export type Merge = readonly [left: string, right: string];

interface Word {
  /** Token ids, shrinking as pairs merge. */
  symbols: number[];
  count: number;
}

interface Pair {
  left: number;
  right: number;
  count: number;
  /** Indices of the words that contain it, or did. */
  words: Set<number>;
  /** The count with which it waits in the queue: at least `count`. */
  queued: number;
}

/** Ids stay far below 2^24, and two of them below 2^53. */
const keyOf = (left: number, right: number): number => left * 2 ** 24 + right;

/**
 * Learns merges until `vocabulary` (tokens by id, extended in place) holds `size` tokens or no pair is seen `minimumFrequency` times. Each word
 * comes as its first tokens. Among equally frequent pairs the one with the lowest ids wins, whatever the order of the words.
 */
export function learnMerges(
  words: readonly Word[],
  vocabulary: string[],
  options: { size: number; minimumFrequency: number },
): Merge[] {
  const ids = new Map(vocabulary.map((token, id) => [token, id]));
  const pairs = new Map<number, Pair>();
  const queue = mergeQueue();
  const touched = new Set<Pair>();

  const count = (index: number, word: Word, times: number): void => {
    for (let at = 0; at + 1 < word.symbols.length; at++) {
      const [left = 0, right = 0] = [word.symbols[at], word.symbols[at + 1]];
      const key = keyOf(left, right);
      const pair = pairs.get(key) ?? { left, right, count: 0, words: new Set(), queued: 0 };
      pair.count += times;
      pair.words.add(index);
      pairs.set(key, pair);
      touched.add(pair);
    }
  };
  const enqueue = (pair: Pair): void => {
    pair.queued = pair.count;
    if (pair.count >= options.minimumFrequency) queue.push({ left: pair.left, right: pair.right, count: pair.count });
  };
  const enqueueGrown = (): void => {
    for (const pair of touched) if (pair.count > pair.queued) enqueue(pair);
    touched.clear();
  };

  words.forEach((word, index) => {
    count(index, word, word.count);
  });
  enqueueGrown();
  const merges: Merge[] = [];
  while (vocabulary.length < options.size) {
    const best = queue.pop();
    if (best === undefined) break;
    const pair = pairs.get(keyOf(best.left, best.right));
    if (pair === undefined || best.count !== pair.queued) continue;
    if (pair.count < pair.queued) {
      // Other merges took some of it since: it waits its turn again.
      enqueue(pair);
      continue;
    }
    const [left = '', right = ''] = [vocabulary[pair.left], vocabulary[pair.right]];
    const merged = ids.get(left + right) ?? vocabulary.push(left + right) - 1;
    ids.set(left + right, merged);
    merges.push([left, right]);
    for (const index of pair.words) {
      const word = words[index];
      const shorter = mergePair(word?.symbols ?? [], pair, merged);
      if (word === undefined || shorter.length === word.symbols.length) continue;
      count(index, word, -word.count);
      word.symbols = shorter;
      count(index, word, word.count);
    }
    pairs.delete(keyOf(pair.left, pair.right));
    touched.delete(pair);
    enqueueGrown();
  }
  return merges;
}

function mergePair(symbols: readonly number[], pair: Pair, merged: number): number[] {
  const shorter: number[] = [];
  for (let at = 0; at < symbols.length; at++) {
    const here = symbols[at] ?? 0;
    if (here === pair.left && symbols[at + 1] === pair.right) {
      shorter.push(merged);
      at++;
    } else shorter.push(here);
  }
  return shorter;
}
