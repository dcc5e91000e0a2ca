import { isGoods } from './deeds.ts';
import type { Piece } from './pieces.ts';

/** 「换个颜色」「换一双」 "a new address" ask for another than the card shows, unless they name what it shows: 「换一双红色的」. */
export function asksForNoOther(pieces: readonly Piece[]): boolean {
  return pieces.every((piece, at) => !isOpen(piece, pieces[at - 1]) || saysWhich(pieces, at));
}

/** An article that names nothing yet: after a Chinese verb of swapping, and before what only says the kind. */
function isOpen({ role, words }: Piece, before: Piece | undefined): boolean {
  const said = words.join('');
  if (role === 'deed') return /^[换改更调].*个$/.test(said);
  if (role !== 'one') return false;
  return /^(?:a|an|one|single)$/.test(said) || (/^一./.test(said) && SWAP.test(before?.words.join('') ?? ''));
}

const SWAP = /^[换改更调]/;

function saysWhich(pieces: readonly Piece[], at: number): boolean {
  const next = pieces.slice(at + 1).find(({ role, words }) => role !== 'one' && words.join('') !== '的');
  const isHan = /^\p{Script=Han}/u.test(pieces[at]?.words[0] ?? '');
  if (next?.marked === false && next.shown.some(({ kind }) => kind === 'value' || kind === 'place' || kind === 'means'))
    return true;
  if (isHan) return false;
  // "return one", "one mug" count; "an address", "one option" do not.
  const isKind =
    (next?.role === 'object' && !isGoods(next.words)) || (next?.shown.some(({ kind }) => kind === 'label') ?? false);
  return !isKind || next?.marked === true || isLabelled(pieces, next);
}

/** "a size 43" */
function isLabelled(pieces: readonly Piece[], label: Piece | undefined): boolean {
  const value = label && pieces[pieces.indexOf(label) + 1];
  return value?.shown.some(({ kind }) => kind === 'value') ?? false;
}
