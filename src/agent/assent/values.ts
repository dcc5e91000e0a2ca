import type { Attribute } from '../../core/product.ts';
import type { Quote } from '../../core/quote.ts';
import { findColours } from '../../language/lexicon/colours.ts';
import type { Shown } from './card-words.ts';
import type { Piece } from './pieces.ts';

/** Words that may stand between an option and its value: "the colour to red". */
const BETWEEN: ReadonlySet<string> = new Set(['to', 'is', 'as', '为', '成', '是', '要', '换成', '改成', '的']);

/** Whether the options are said as the card has them: each label beside its own value, and values that could change places in the card's order. */
export function fitsOptions(pieces: readonly Piece[], quote: Quote): boolean {
  const ofKind = (kind: Shown['kind'], at: number) => pieces[at]?.shown.filter((each) => each.kind === kind) ?? [];
  const labelled = (at: number): Shown[] => [
    ...ofKind('value', beside(pieces, at, 1)),
    ...ofKind('value', beside(pieces, at, -1)),
  ];
  const fits = pieces.every((piece, at) => {
    const labels = ofKind('label', at);
    if (labels.length === 0 || labels.length < piece.shown.length) return true;
    const keys = labels.map(({ of }) => of);
    const values = labelled(at);
    // With no value beside it, what it names has to be what changes, and all of it.
    return values.length > 0 ? values.some(({ of }) => keys.includes(of)) : changesOnly(quote, keys);
  });
  return fits && pieces.every((_, at) => isSizeOrNoCount(pieces, at)) && inOrder(pieces, quote);
}

function beside(pieces: readonly Piece[], at: number, step: 1 | -1): number {
  const next = at + step;
  return BETWEEN.has(pieces[next]?.words.join('') ?? '') ? next + step : next;
}

function changesOnly({ items }: Quote, keys: readonly string[]): boolean {
  const [item] = items;
  if (items.length !== 1 || !item?.replacement) return false;
  const { options: next } = item.replacement;
  const valueFor = (options: readonly Attribute[], key: string) =>
    JSON.stringify(options.find((option) => option.key === key)?.value);
  const changed = [...new Set([...item.options, ...next].map(({ key }) => key))].filter(
    (key) => valueFor(next, key) !== valueFor(item.options, key),
  );
  return changed.length === 1 && changed.every((key) => keys.includes(key));
}

/** 「8」 may be a size or a number of pieces: only beside its label it is a size. */
function isSizeOrNoCount(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  const values = piece?.shown.filter(({ kind }) => kind === 'value') ?? [];
  if (!piece || values.length === 0 || !/^(?:\d|10)$/.test(piece.words.join(''))) return true;
  const keys = values.map(({ of }) => of);
  return [beside(pieces, at, 1), beside(pieces, at, -1)].some((next) =>
    pieces[next]?.shown.some(({ kind, of }) => kind === 'label' && keys.includes(of)),
  );
}

/** Two colours, or two figures of one unit, say which is which by their order alone. */
function inOrder(pieces: readonly Piece[], { items }: Quote): boolean {
  const [item] = items;
  const keys = (item?.replacement?.options ?? item?.options ?? []).map(({ key }) => key);
  const said = pieces.flatMap(({ words, shown }) => {
    const values = shown.filter(({ kind }) => kind === 'value');
    return values.length > 0
      ? [{ kind: kindOf(words.join(' ')), places: values.map(({ of }) => keys.indexOf(of)) }]
      : [];
  });
  return said.every(({ kind, places }, at) =>
    said.slice(at + 1).every((later) => later.kind !== kind || Math.min(...places) <= Math.max(...later.places)),
  );
}

function kindOf(words: string): string {
  if (findColours(words).length > 0) return 'colour';
  return /^\d/.test(words) ? `figure ${words.replace(/[\d.]+/, '')}` : 'word';
}
