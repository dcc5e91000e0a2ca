import { PLACES, type Shown } from './card-words.ts';
import type { Piece } from './pieces.ts';

/** Whether the parts of an address are said each in one stretch, and in the order in which addresses are written: figures in another order are another address. */
export function fitsPlaces(pieces: readonly Piece[]): boolean {
  const said = pieces.flatMap((piece) => {
    const shown = piece.shown.filter(({ kind }) => kind === 'place');
    return shown.length > 0 && shown.length === piece.shown.length ? [{ piece, shown }] : [];
  });
  const parts = said.map(({ shown }) => shown.map(({ of }) => of));
  const isOnce = parts.every(
    (own, at) => own.length > 1 || !parts.slice(0, at).some((other) => other.join() === own.join()),
  );
  const ranks = said.flatMap(({ shown }) => rankOf(shown));
  const isHan = said.some(({ piece }) => /\p{Script=Han}/u.test(piece.words.join('')));
  return (
    isOnce &&
    ranks.every((rank, at) => at === 0 || (isHan ? rank <= (ranks[at - 1] ?? 0) : rank >= (ranks[at - 1] ?? 0)))
  );
}

const ORDER: readonly string[] = PLACES;

/** 北京 is a city and a province: its place in the order may be either. */
function rankOf(shown: readonly Shown[]): number[] {
  const ranks = shown.flatMap(({ of }) => {
    const rank = ORDER.indexOf(of);
    return rank < 0 ? [] : [rank];
  });
  return ranks.length === 1 ? ranks : [];
}
