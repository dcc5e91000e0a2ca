import { PLACES, type Shown } from './card-words.ts';
import type { Piece } from './pieces.ts';

/**
 * Whether the parts of an address are said each in one stretch, and in the order in which addresses are written: figures in another order are
 * another address, and so are the halves of two streets.
 */
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
    said.every((each, at) => at === 0 || joins(said[at - 1], each, pieces)) &&
    ranks.every((rank, at) => at === 0 || (isHan ? rank <= (ranks[at - 1] ?? 0) : rank >= (ranks[at - 1] ?? 0)))
  );
}

interface Said {
  piece: Piece;
  shown: readonly Shown[];
}

/** Said in one breath, one part ends where the next begins. */
function joins(before: Said | undefined, after: Said, pieces: readonly Piece[]): boolean {
  if (!before) return true;
  const between = pieces.slice(pieces.indexOf(before.piece) + 1, pieces.indexOf(after.piece) + 1);
  if (between.some(({ marked }) => marked)) return true;
  const ends = before.shown.some(({ words }) => reaches(words, before.piece.words));
  return ends && after.shown.some(({ words }) => after.piece.words.every((word, at) => words[at] === word));
}

/** 「杭州」 is all of 「杭州市」. */
function reaches(words: readonly string[], said: readonly string[]): boolean {
  const isEnd = (whole: readonly string[]) => whole.slice(-said.length).join(' ') === said.join(' ');
  return isEnd(words) || (/^[省市区县州盟]$/.test(words.at(-1) ?? '') && isEnd(words.slice(0, -1)));
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
