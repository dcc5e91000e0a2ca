import type { Row } from '../evaluation/rows.ts';

/** What each head can answer, in the order of its numbers. */
export interface Labels {
  intents: string[];
  /** `O`, then `B-x` and `I-x` of each slot (Ramshaw & Marcus 1995). */
  tags: string[];
  acts: string[];
  tones: string[];
}

export function collectLabels(rows: readonly Row[]): Labels {
  const sorted = (names: Iterable<string>) => [...new Set(names)].sort();
  const slots = sorted(rows.flatMap((row) => row.slots.map(({ name }) => name)));
  return {
    intents: sorted(rows.flatMap(({ intents }) => intents)),
    tags: ['O', ...slots.flatMap((name) => [`B-${name}`, `I-${name}`])],
    acts: sorted(rows.flatMap(({ act }) => act ?? [])),
    tones: sorted(rows.flatMap(({ tones }) => tones ?? [])),
  };
}
