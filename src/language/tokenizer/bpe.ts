import type { Merge } from './bpe-training.ts';
import { WORD_BEGIN } from './pretokenise.ts';

/** A piece cut into tokens: ids and how many UTF-16 units of the text each takes (the marker takes none). */
export interface Cut {
  ids: readonly number[];
  lengths: readonly number[];
}

/** Shoppers' words repeat; what is rare is cut again. */
const CACHED = 10_000;

/** The first tokens of a piece: its characters, the marker joined with the one after it. Unknown characters are `unknown`. */
export function symbolsOf(piece: string, ids: ReadonlyMap<string, number>, unknown: number): [number[], number[]] {
  const symbols: number[] = [];
  const lengths: number[] = [];
  let marker = '';
  for (const character of piece) {
    if (character === WORD_BEGIN && symbols.length === 0 && piece.length > 1) {
      marker = WORD_BEGIN;
      continue;
    }
    symbols.push(ids.get(marker + character) ?? unknown);
    lengths.push(character.length);
    marker = '';
  }
  return [symbols, lengths];
}

/** Cuts pieces by merges: always the earliest learned one that fits, the leftmost first. */
export function pieceCutter(ids: ReadonlyMap<string, number>, merges: readonly Merge[], unknown: number) {
  const size = ids.size;
  const ranks = new Map<number, { rank: number; merged: number }>();
  const idOf = (token: string): number => ids.get(token) ?? unknown;
  merges.forEach(([left, right], rank) => {
    ranks.set(idOf(left) * size + idOf(right), { rank, merged: idOf(left + right) });
  });
  const cache = new Map<string, Cut>();

  const cut = (piece: string): Cut => {
    const [symbols, lengths] = symbolsOf(piece, ids, unknown);
    while (symbols.length > 1) {
      let best: { rank: number; merged: number } | null = null;
      let place = 0;
      for (let at = 0; at + 1 < symbols.length; at++) {
        const found = ranks.get((symbols[at] ?? 0) * size + (symbols[at + 1] ?? 0));
        if (found !== undefined && (best === null || found.rank < best.rank)) {
          best = found;
          place = at;
        }
      }
      if (best === null) break;
      symbols.splice(place, 2, best.merged);
      lengths.splice(place, 2, (lengths[place] ?? 0) + (lengths[place + 1] ?? 0));
    }
    return { ids: symbols, lengths };
  };
  return (piece: string): Cut => {
    const known = cache.get(piece);
    if (known !== undefined) return known;
    if (cache.size >= CACHED) cache.clear();
    const fresh = cut(piece);
    cache.set(piece, fresh);
    return fresh;
  };
}
