import type { IndexedChunk } from './ports.ts';

/** Robertson's parameters, as usual: how soon a repeated term says no more, and how much a long text has to say. */
const K1 = 1.2;
const B = 0.75;
/** A term of a title or a heading counts so much more. */
const IN_NAME = 2;

type Held = [IndexedChunk, { names: ReadonlySet<string>; terms: ReadonlySet<string> }];

/**
 * BM25 of pieces, 0 to 1 of the best of them. Terms are kept once a piece, so each occurs once in its text.
 * @param rarity inverse document frequency of the question's terms
 */
export function bm25(rarity: ReadonlyMap<string, number>, held: readonly Held[]): Map<IndexedChunk, number> {
  const lengths = held.map(([, { terms }]) => terms.size);
  const average = lengths.reduce((sum, length) => sum + length, 0) / (lengths.length || 1) || 1;
  const scores = held.map(([chunk, { names, terms }]): [IndexedChunk, number] => {
    const saturation = K1 * (1 - B + (B * terms.size) / average);
    let score = 0;
    for (const [term, idf] of rarity) {
      const occurrence = (terms.has(term) ? 1 : 0) + (names.has(term) ? IN_NAME : 0);
      score += (idf * occurrence * (K1 + 1)) / (occurrence + saturation);
    }
    return [chunk, score];
  });
  const best = Math.max(...scores.map(([, score]) => score)) || 1;
  return new Map(scores.map(([chunk, score]) => [chunk, score / best]));
}
