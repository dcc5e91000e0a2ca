/** What noise needs of core's seededRandom. */
export interface Dice {
  /** 0 up to, not including, 1. */
  next(): number;
  below(limit: number): number;
}

/** `count` of the items at random, in their order. */
export function pickSome<Item>(items: readonly Item[], count: number, dice: Dice): Item[] {
  const places = new Set<number>();
  while (places.size < Math.min(count, items.length)) places.add(dice.below(items.length));
  return items.filter((_, at) => places.has(at));
}
