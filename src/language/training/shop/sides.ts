import { type Split, splitExamples } from '../../corpus/split.ts';

/** A fifth; more where that is nobody. */
const SHARES = [0.2, 0.4, 0.6, 0.8];

/** Each on the side that its own key tells, as the corpus's lines are; somebody on either side where there are enough of them. */
export function bothSides<Item>(items: readonly Item[], keyOf: (item: Item) => string): Split<Item> {
  const keyed = items.map((item) => ({ text: keyOf(item), item }));
  for (const share of SHARES) {
    const { training, development } = splitExamples(keyed, share, 'shop');
    if (training.length > 0 && development.length > 0)
      return { training: training.map(({ item }) => item), development: development.map(({ item }) => item) };
  }
  return { training: [...items], development: [] };
}
