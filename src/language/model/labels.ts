import type { Row } from '../evaluation/rows.ts';

/** What each head can answer, in the order of its numbers. */
export interface Labels {
  intents: string[];
  slots: string[];
  acts: string[];
  tones: string[];
}

export function collectLabels(rows: readonly Row[]): Labels {
  const sorted = (names: Iterable<string>) => [...new Set(names)].sort();
  return {
    intents: sorted(rows.flatMap(({ intents }) => intents)),
    slots: sorted(rows.flatMap((row) => row.slots.map(({ name }) => name))),
    acts: sorted(rows.flatMap(({ act }) => act ?? [])),
    tones: sorted(rows.flatMap(({ tones }) => tones ?? [])),
  };
}
