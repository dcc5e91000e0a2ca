import { localize } from '../../core/locale.ts';
import type { Address } from '../../core/order.ts';
import type { Attribute } from '../../core/product.ts';
import type { Quote, QuoteItem } from '../../core/quote.ts';
import { meansWords } from './means-words.ts';
import { isSaidAt, type Token, wordsOf } from './tokens.ts';
import { NEVER } from './words.ts';

/** Something that the card shows, and the words in which it may be said again. */
export interface Shown {
  kind: 'number' | 'title' | 'value' | 'label' | 'place' | 'means' | 'text' | 'reason';
  /** What it is of: an option's key, a part of an address, the goods. */
  of: string;
  words: readonly string[];
  /** Said whole or not at all; else a stretch of it will do. */
  whole: boolean;
}

/** All that the card says will be; of goods that give way to others what they become, and not what they were. */
export function shownOn(quote: Quote): Shown[] {
  return [
    ...(quote.orderNumber === null ? [] : [shown('number', 'order', quote.orderNumber)]),
    ...quote.items.flatMap(titles),
    ...options(quote.items),
    ...places(quote),
    ...meansWords(quote).map((words): Shown => ({ kind: 'means', of: 'means', words, whole: true })),
    ...texts(quote),
  ];
}

function shown(kind: Shown['kind'], of: string, text: string, whole = true): Shown {
  return { kind, of, words: wordsOf(text), whole };
}

function titles({ title }: QuoteItem): Shown[] {
  return [title.zh, title.en].flatMap((name) => (name ? [shown('title', name, name, false)] : []));
}

/** What each of the goods will be. Said of several, a value is an echo only where it is one and the same for all. */
function options(items: readonly QuoteItem[]): Shown[] {
  const [first, ...others] = items.map(({ options: bought, replacement }) => replacement?.options ?? bought);
  const shared = (first ?? []).filter((option) => others.every((each) => each.some((other) => isSame(option, other))));
  return shared.flatMap((option) => {
    const { key, label, value } = option;
    const labels = [...new Set([key, label.zh ?? '', label.en ?? ''].filter(Boolean))].flatMap(spellings);
    const values = [...new Set([value.zh ?? '', value.en ?? ''].filter(Boolean))];
    return [
      ...labels.map((each) => shown('label', key, each)),
      ...values.flatMap(forms).map((each) => shown('value', key, each)),
    ].filter(({ words }) => words.length > 0);
  });
}

/** 「红」 and 「红色」, 「42」 and 「42 码」 are one. */
function forms(value: string): string[] {
  const bare = value.replace(/(?<=.)[色码号]$/u, '');
  return [value, bare, ...['色', '码', '号'].map((end) => bare + end)];
}

/** As it is written on either side of the ocean. */
function spellings(label: string): string[] {
  return [...new Set([label, label.replace(/colour/i, 'color'), label.replace(/color\b/i, 'colour')])];
}

function isSame(one: Attribute, other: Attribute): boolean {
  return one.key === other.key && localize(one.value, 'en') === localize(other.value, 'en');
}

/** Places that are said in one go, from small to large or, in Chinese, from large to small. */
export const PLACES: readonly (keyof Address)[] = [
  'street',
  'street2',
  'district',
  'city',
  'province',
  'postcode',
  'country',
];

function places({ input }: Quote): Shown[] {
  const { address } = input;
  if (typeof address !== 'object' || address === null) return [];
  return Object.entries(address).flatMap(([part, text]) =>
    typeof text === 'string' && text !== ''
      ? [shown('place', part, text, part === 'phone' || part === 'postcode')]
      : [],
  );
}

/** What the customer gave in words, as far as the card tells it: whom an invoice is made out to, a reason. */
function texts({ input, effects }: Quote): Shown[] {
  const reason = effects.flatMap(({ zh, en }) => [
    /^原因：(.+)$/.exec(zh ?? '')?.[1],
    /^Reason: (.+)$/.exec(en ?? '')?.[1],
  ]);
  const given = [input.title, input.taxNumber, input.email, input.returnId];
  return [
    ...given.flatMap((text) => (typeof text === 'string' && text !== '' ? [shown('text', 'text', text)] : [])),
    ...reason.flatMap((text) => (text ? [shown('reason', 'reason', text)] : [])),
  ];
}

/** How many tokens from there on say it; 0: they do not. */
export function lengthSaid({ kind, words, whole }: Shown, tokens: readonly Token[], at: number): number {
  if (kind === 'title') return titleLength(words, tokens, at);
  if (whole) return isSaidAt(words, tokens, at) ? words.length : 0;
  return kind === 'place' ? placeLength(words, tokens, at) : longestStretch(words, tokens, at);
}

/** A number of an address stands beside words of its own part, and whole: 「5」 of "Apt 5" may as well be a house, and 「二号」 is not 「十二号」. */
function placeLength(words: readonly string[], tokens: readonly Token[], at: number): number {
  const lengths = words.map((_, start) => {
    let length = 0;
    while (start + length < words.length && tokens[at + length]?.word === words[start + length]) length++;
    while (length > 0 && !isPlaceName(words, start, start + length)) length--;
    return length;
  });
  const longest = Math.max(0, ...lengths);
  return longest === 1 && isTooShort(tokens[at]?.word ?? '') ? 0 : longest;
}

function isPlaceName(words: readonly string[], from: number, to: number): boolean {
  const isCut = (at: number) => isNumber(words[at - 1]) && isNumber(words[at]);
  if (isCut(from) || isCut(to)) return false;
  const said = words.slice(from, to);
  const names = said.filter((word) => !isNumber(word) && !UNIT.test(word));
  const isWhole = said.length === words.length && names.length > 0;
  return !said.some(isNumber) || names.some((word) => word.length > 1) || names.length > 1 || isWhole;
}

function isNumber(word: string | undefined): boolean {
  return word !== undefined && /^(?:\d.*|[零一二两三四五六七八九十百千]|[a-z])$/.test(word);
}

/** Beside a number they say only what it counts. */
const UNIT = /^[号室楼栋层幢弄座]$/;

const HAN = /^\p{Script=Han}$/u;

function longestStretch(words: readonly string[], tokens: readonly Token[], at: number): number {
  let longest = 0;
  for (let start = 0; start < words.length; start++) {
    let length = 0;
    while (start + length < words.length && tokens[at + length]?.word === words[start + length]) length++;
    longest = Math.max(longest, length);
  }
  return longest === 1 && isTooShort(tokens[at]?.word ?? '') ? 0 : longest;
}

/** A single character of a name or a place says nothing. */
function isTooShort(word: string): boolean {
  return HAN.test(word) || NEVER.has(word);
}

/** 「跑鞋」「鞋子」 "shoes": some of its characters, or one of its words. */
function titleLength(words: readonly string[], tokens: readonly Token[], at: number): number {
  const first = tokens[at]?.word ?? '';
  if (!HAN.test(first)) return isTitleWord(words, first) ? 1 : 0;
  const stretch = longestStretch(
    words.filter((word) => HAN.test(word)),
    tokens,
    at,
  );
  return stretch === 0 && first === words.findLast((word) => HAN.test(word)) && tokens[at + 1]?.word === '子'
    ? 2
    : stretch;
}

function isTitleWord(words: readonly string[], said: string): boolean {
  if (NEVER.has(said) || /^\d+$/.test(said) || said.length < 2) return false;
  return words.some((word) => word === said || pluralsOf(word).includes(said));
}

export function pluralsOf(word: string): string[] {
  if (!/^[a-z]{2,}$/.test(word)) return [];
  return [`${word}s`, `${word}es`, word.replace(/y$/, 'ies')].filter((plural) => plural !== word);
}
