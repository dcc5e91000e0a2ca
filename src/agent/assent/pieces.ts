import type { Quote } from '../../core/quote.ts';
import { lengthSaid, type Shown, shownOn } from './card-words.ts';
import { CHARGE, deedOf, REFUND } from './deeds.ts';
import { sumLength } from './sums.ts';
import { isSaidAt, type Token } from './tokens.ts';
import {
  BEFORE_DEED,
  BOTH,
  CHOOSING,
  CONFIRMS,
  FILLER,
  GO_ON,
  IN,
  MANY,
  NUMBER_WORDS,
  ONE,
  TOWARD,
  YES,
  YES_APART,
} from './words.ts';

/** What a stretch of a message does. */
export type Role =
  | 'yes'
  | 'confirms'
  | 'filler'
  | 'go-on'
  | 'toward'
  | 'before-deed'
  | 'in'
  | 'deed'
  | 'object'
  | 'consequence'
  | 'shown'
  | 'one'
  | 'both'
  | 'many'
  | 'count'
  | 'sum';

export interface Piece {
  role: Role;
  words: readonly string[];
  /** The first of a sentence. */
  opens: boolean;
  apart: boolean;
  /** A mark stands before it. */
  marked: boolean;
  /** What of the card it says once more; several things may go by one name. */
  shown: readonly Shown[];
}

interface Found {
  role: Role;
  length: number;
  shown?: readonly Shown[];
}

/** The message, piece by piece, the longest that fits each time; null as soon as one is neither known nor an echo of the card. */
export function piecesOf(tokens: readonly Token[], quote: Quote): Piece[] | null {
  const find = finder(quote);
  const pieces: Piece[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = find(tokens, at, pieces.length === 0);
    const first = tokens[at];
    if (!found || !first) return null;
    const words = tokens.slice(at, at + found.length).map(({ word }) => word);
    const { opens, apart, marked } = first;
    pieces.push({ role: found.role, words, opens, apart, marked, shown: found.shown ?? [] });
    at += found.length;
  }
  return pieces;
}

function finder(quote: Quote): (tokens: readonly Token[], at: number, isFirst: boolean) => Found | null {
  const deed = deedOf(quote);
  const card = shownOn(quote);
  const money = [...(quote.refund ? REFUND : []), ...(quote.charge ? CHARGE : [])];
  // Of equally long ones the first counts.
  const lists: readonly (readonly [Role, readonly string[][]])[] = [
    ['deed', deed?.verbs ?? []],
    ['object', deed?.objects ?? []],
    ['one', ONE],
    ['both', BOTH],
    ['many', MANY],
    ['consequence', money],
    ['go-on', GO_ON],
    ['toward', TOWARD],
    ['before-deed', BEFORE_DEED],
    ['in', IN],
    ['filler', deed?.replaces ? CHOOSING : []],
    ['yes', YES],
    ['confirms', CONFIRMS],
    ['filler', FILLER],
  ];
  return (tokens, at, isFirst) => {
    if (!deed) return null;
    const isHan = /^\p{Script=Han}/u.test(tokens[at]?.word ?? '');
    const ends = (length: number) =>
      at + length === tokens.length || tokens[at + length]?.[isHan ? 'apart' : 'marked'] === true;
    const spoken = [...(isFirst ? [['yes', YES] as const] : []), ...lists].flatMap(([role, phrases]): Found[] =>
      phrases.filter((words) => isSaidAt(words, tokens, at)).map(({ length }) => ({ role, length })),
    );
    const apart = YES_APART.filter((words) => isSaidAt(words, tokens, at) && ends(words.length));
    const found: Found[] = [
      ...apart.map(({ length }): Found => ({ role: 'yes', length })),
      ...echoed(card, tokens, at),
      ...amount(tokens, at, quote),
      ...spoken,
    ];
    const longest = Math.max(0, ...found.map(({ length }) => length));
    const all = found.filter(({ length }) => length === longest);
    if (!isFirst) return byRole(all) ?? null;
    // A message begins with a yes and nothing else.
    return all.find(({ role }) => role === 'yes') ?? all.find(({ role }) => role === 'confirms') ?? null;
  };
}

/** What the deed is called comes before what the goods are called. */
function byRole(all: readonly Found[]): Found | undefined {
  return all.find(({ role }) => role === 'deed') ?? all[0];
}

function echoed(card: readonly Shown[], tokens: readonly Token[], at: number): Found[] {
  const said = card
    .map((shown) => ({ shown, length: lengthSaid(shown, tokens, at) }))
    .filter(({ length }) => length > 0);
  const longest = Math.max(0, ...said.map(({ length }) => length));
  const meant = said.filter(({ length }) => length === longest).map(({ shown }) => shown);
  return meant.length > 0 ? [{ role: 'shown', length: longest, shown: meant }] : [];
}

/** A sum with its currency, or a number of pieces. */
function amount(tokens: readonly Token[], at: number, quote: Quote): Found[] {
  const length = sumLength(tokens, at, quote);
  if (length > 0) return [{ role: 'sum', length }];
  const word = tokens[at]?.word ?? '';
  return /^\d{1,2}$/.test(word) || NUMBER_WORDS.has(word) ? [{ role: 'count', length: 1 }] : [];
}
