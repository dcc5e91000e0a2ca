import { shuffle } from '../../core/sampling.ts';

/** Batches whose rows are of like length are padded little; so many batches are sorted together. */
const SORTED_TOGETHER = 24;

/** Every item once, in random batches of like length. */
export function batchesOf<Item>(
  items: readonly Item[],
  size: number,
  lengthOf: (item: Item) => number,
  random: () => number,
): Item[][] {
  const order = shuffle([...items], random);
  const batches: Item[][] = [];
  for (let from = 0; from < order.length; from += size * SORTED_TOGETHER) {
    const together = order.slice(from, from + size * SORTED_TOGETHER).sort((a, b) => lengthOf(a) - lengthOf(b));
    for (let at = 0; at < together.length; at += size) batches.push(together.slice(at, at + size));
  }
  return shuffle(batches, random);
}
