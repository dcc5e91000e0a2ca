import type { Probe } from './ports.ts';
import type { Question } from './question.ts';

/** Rows that the rarest terms of a question may point to together. */
const ROWS = 2_000;
/** So many of them have to stand in one piece. */
const MOST_TOGETHER = 3;
const CODE_WEIGHT = 3;
/** Parts of a word find what the word itself does not. */
const PART = 0.4;

/**
 * The rarest terms of a question, as many as point to a bounded number of pieces. Where all of them are common, pieces that hold several.
 * @param known in how many pieces each term stands; a term that is absent stands in none
 */
export function chooseProbes(
  { wanted, codes }: Pick<Question, 'wanted' | 'codes'>,
  known: ReadonlyMap<string, number>,
): Probe[] {
  const possible = new Map<string, Probe & { rows: number }>();
  const add = (terms: readonly string[], weight: number) => {
    const key = terms.join(' ');
    const rows = Math.min(...terms.map((term) => known.get(term) ?? 0));
    if (rows > 0 && weight > (possible.get(key)?.weight ?? 0)) possible.set(key, { terms, weight, rows });
  };
  for (const { weight, ways, parts } of wanted) {
    for (const { terms, share } of ways) add(terms, weight * share);
    for (const part of parts) add([part], weight * PART);
  }
  for (const code of codes) add([code], CODE_WEIGHT);
  const rarest = [...possible.values()].sort((one, other) => one.rows - other.rows);
  let rows = 0;
  const chosen = rarest.filter((probe, at) => {
    rows += probe.rows;
    return at === 0 || rows <= ROWS;
  });
  if (rows <= ROWS) return chosen.map(({ terms, weight }) => ({ terms, weight }));
  // The common ones still tell where they stand together.
  const together = rarest.slice(0, MOST_TOGETHER).map((_, at) => rarest.slice(0, at + 1));
  return [...chosen.map((probe) => [probe]), ...together.slice(1)].map((probes) => ({
    terms: [...new Set(probes.flatMap(({ terms }) => terms))],
    weight: probes.at(-1)?.weight ?? 0,
  }));
}
