import { localize } from '../../core/locale.ts';
import type { Quote, QuoteItem } from '../../core/quote.ts';
import { pluralsOf } from './card-words.ts';
import { isGoods } from './deeds.ts';
import type { Piece } from './pieces.ts';
import { wordsOf } from './tokens.ts';
import { NUMBER_WORDS } from './words.ts';

/** Whether as many are spoken of as the card shows: all of its goods or none by name, and no other number of pieces. */
export function countsFit(pieces: readonly Piece[], { items }: Quote): boolean {
  const total = piecesIn(items);
  const titles = pieces.filter(({ shown }) => shown.some(({ kind }) => kind === 'title'));
  const named = items.filter((item) => titles.some((piece) => names(piece, item)));
  if (titles.length > 0 && named.length < items.length) return false;
  if (titles.some((piece) => !areAlike(items.filter((item) => names(piece, item))))) return false;
  return pieces.every((piece, at) => {
    const { role, words } = piece;
    if (role === 'one' || isItOfDeed(piece, pieces[at - 1]))
      return items.length === 0 || total === 1 || isBesideOther(piece, pieces[at + 1]);
    if (role === 'both') return total === 2 && (items.length === 1 || titles.length === 0 || areAlike(items));
    if (role === 'many')
      return total > 1 || (words[0] === 'ones' && items.every(({ title }) => /s$/.test(title.en ?? '')));
    if (role === 'count') return items.length === 1 && countOf(words) === total;
    if (role === 'object' && /^items?$|^product$/.test(words.join(' ')))
      return words[0] === 'items' ? total > 1 : total === 1;
    return titles.includes(piece) ? isInNumber(piece, items) : true;
  });
}

/** "return it": of several goods that is one. */
function isItOfDeed({ words, marked }: Piece, before: Piece | undefined): boolean {
  return words.join() === 'it' && !marked && before?.role === 'deed';
}

/** "this order", "this exchange", "this address": one, but of nothing that is counted. 「这个退了」 is. */
function isBesideOther({ words }: Piece, next: Piece | undefined): boolean {
  if (!next || next.marked || !/^(?:this|that|这|这个)$/.test(words.join(''))) return false;
  if (next.role === 'object') return !isGoods(next.words);
  if (next.role === 'deed') return /^[a-z]/.test(next.words[0] ?? '');
  return (
    next.role === 'consequence' ||
    (next.shown.length > 0 && next.shown.every(({ kind }) => kind !== 'title' && kind !== 'value'))
  );
}

function piecesIn(items: readonly QuoteItem[]): number {
  return items.reduce((total, { quantity }) => total + quantity, 0);
}

function areAlike([first, ...others]: readonly QuoteItem[]): boolean {
  const name = ({ title }: QuoteItem) => `${localize(title, 'zh')} ${localize(title, 'en')}`;
  return others.every((other) => first && name(other) === name(first));
}

function countOf([word = '']: readonly string[]): number {
  return NUMBER_WORDS.get(word) ?? Number(word);
}

function names({ shown }: Piece, { title }: QuoteItem): boolean {
  return shown.some(({ kind, of }) => kind === 'title' && (of === title.zh || of === title.en));
}

/** "the mug" is one of two no more than "the mugs" is one; goods that only come by the pair are called alike either way. */
function isInNumber(piece: Piece, items: readonly QuoteItem[]): boolean {
  const [said = ''] = piece.words;
  const own = items.filter((item) => names(piece, item));
  const words = own.flatMap(({ title }) => wordsOf(title.en ?? ''));
  const isAsWritten = words.includes(said);
  const heads = own.map(({ title }) => wordsOf(title.en ?? '').at(-1));
  if (piecesIn(own) === 1) return isAsWritten || /\p{Script=Han}/u.test(said);
  const isHead = heads.includes(said) && !said.endsWith('s');
  return !isHead || words.some((word) => pluralsOf(said).includes(word));
}
