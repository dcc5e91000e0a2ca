import { findAudiences } from '../language/lexicon/audiences.ts';
import { normalise } from '../language/normalise.ts';
import { words } from '../language/segment.ts';
import { stem } from '../language/stem.ts';
import type { Catalogue, Entry, Field } from './catalogue.ts';
import { FILLER, FILLER_EN } from './filler.ts';

/** One word of a wish. */
export interface QueryWord {
  word: string;
  /** As the customer wrote it, to be told what was not found. */
  surface: string;
  weight: number;
  /** Names a kind of goods of this shop (a title, tag or category has it); other words say how it should be. */
  isKind: boolean;
  /** Names goods by itself: a title ends in it (跑鞋, kettle). Such a word decides more than one that only describes. */
  isHead: boolean;
  /** Somewhere in the catalogue. */
  isKnown: boolean;
  /** A relative or a group (爸爸, women): helps the order, decides nothing. */
  isAudience: boolean;
  /** Part of one name with the word before it. */
  glued: boolean;
}

const AUDIENCE_WEIGHT = 0.3;
const HEAD_WEIGHT = 2;
/** A description mentions many things that the product is not. */
const SAID_PLAINLY = 0.6;

/** Things that are named by one character. */
const SINGLE = /^[鞋靴拖锅壶杯碗盘碟刀灯被枕床箱包伞帽衣裤裙衫袜椅桌凳筷铲瓶盆毯垫表笔架柜巾镜炉扇]$/;

/** What a wish names: its words without those that only wish. */
export function readQuery(query: string, catalogue: Catalogue): QueryWord[] {
  const text = normalise(query).text.toLowerCase();
  const audiences = new Set(findAudiences(text).map(({ word }) => word.toLowerCase()));
  const seen = new Map<string, QueryWord>();
  for (const { surface, glued } of wishWords(text, catalogue.tags)) {
    const word = /^[a-z']+$/.test(surface) ? stem(surface) : surface;
    if (FILLER.has(surface) || FILLER_EN.has(surface.replace(/'/g, '')) || seen.has(word)) continue;
    if (/^\p{Script=Han}$/u.test(word) && !SINGLE.test(word)) continue;
    const isAudience =
      audiences.has(surface) || findAudiences(surface).some((found) => found.word.length === surface.length);
    const holders = catalogue.entries.filter((entry) => wordScore(entry, word) > 0);
    const isKind = !isAudience && holders.some((entry) => kindScore(entry, word) > 0);
    const isHead = isKind && holders.some((entry) => entry.heads.some((head) => head.endsWith(word)));
    const isKnown = holders.some((entry) => wordScore(entry, word) >= SAID_PLAINLY);
    const weight = isAudience ? AUDIENCE_WEIGHT : catalogue.weightOf(word) * (isHead ? HEAD_WEIGHT : 1);
    seen.set(word, { word, surface, weight, isKind, isHead, isKnown, isAudience, glued });
  }
  return [...seen.values()];
}

interface Piece {
  surface: string;
  /** Written onto the word before it (跑鞋清洁剂, 跑鞋的清洁剂, "kettle descaler"): together they name one thing, which the last one is. */
  glued: boolean;
}

/** Words as the shop itself uses them (its tags, whole), then as the dictionary cuts; 不粘 and 防滑 stay together. */
function wishWords(text: string, tags: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  for (const [stretch] of text.matchAll(/[\p{Script=Han}]+|[\p{L}\p{N}'._-]+(?: +[\p{L}\p{N}'._-]+)*/gu)) {
    const cut = /^\p{Script=Han}/u.test(stretch) ? joinNegations(cutByTags(stretch, tags)) : words(stretch);
    cut.forEach((surface, at) => {
      const before = cut[at - 1] === '的' ? cut[at - 2] : cut[at - 1];
      pieces.push({ surface, glued: before !== undefined && !FILLER.has(before) && !FILLER_EN.has(before) });
    });
  }
  return pieces;
}

function cutByTags(run: string, tags: ReadonlySet<string>): string[] {
  const found: string[] = [];
  let open = '';
  for (let at = 0; at < run.length; ) {
    const tag = longestTag(run, at, tags);
    if (!tag) open += run[at++];
    else {
      found.push(...words(open), tag);
      open = '';
      at += tag.length;
    }
  }
  return [...found, ...words(open)];
}

function longestTag(run: string, at: number, tags: ReadonlySet<string>): string | null {
  for (let size = Math.min(6, run.length - at); size >= 2; size--) {
    const piece = run.slice(at, at + size);
    if (tags.has(piece)) return piece;
  }
  return null;
}

function joinNegations(found: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of found) {
    const before = joined.at(-1);
    if (before !== undefined && /^[不防无]$/.test(before) && /^\p{Script=Han}$/u.test(word))
      joined[joined.length - 1] = before + word;
    else joined.push(word);
  }
  return joined;
}

/** 鞋子, 杯子: the shop writes 跑鞋, 保温杯. Nearly the same word. */
const NEARLY_THE_SAME = 0.6;

/** 1 where the field has the word, less where it has nearly the same, 0 where it has not. */
function holds(field: Field, word: string): number {
  if (field.terms.has(word)) return 1;
  if (!/\p{Script=Han}/u.test(word)) return 0;
  if (field.text.includes(word)) return 1;
  return word.length > 1 && word.endsWith('子') && field.text.includes(word.slice(0, -1)) ? NEARLY_THE_SAME : 0;
}

/** How strongly a product says this word; 0 where it does not. */
export function wordScore(entry: Entry, word: string): number {
  return Math.max(kindScore(entry, word), strongest(entry.detail, word));
}

/** The same, by what it is called alone: a tent that fits into a 登山包 is none. */
function kindScore(entry: Entry, word: string): number {
  return strongest(entry.kind, word);
}

function strongest(fields: readonly Field[], word: string): number {
  let best = 0;
  for (const field of fields) best = Math.max(best, field.weight * holds(field, word));
  return best;
}

/** How well a product answers the words, 0 to 1. */
export function relevance(entry: Entry, wanted: readonly QueryWord[], score = wordScore): number {
  const total = wanted.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return 0;
  return wanted.reduce((sum, { word, weight }) => sum + weight * score(entry, word), 0) / total;
}

/** A product must say nearly as much of the wish as the one that says most. */
const NEARLY = 0.6;
/** Less than this share of a wish is another wish: 「电动牙刷」 is not answered by an electric grinder. */
const ENOUGH = 0.6;
const ENOUGH_WITH_HEAD = 0.3;

/** The products that the words are about; all of them when there are no words. */
export function candidates(catalogue: Catalogue, wanted: readonly QueryWord[]): Entry[] {
  const telling = wanted.filter(({ isAudience }) => !isAudience);
  if (telling.length === 0) return catalogue.entries;
  const kinds = telling.filter(({ isKind }) => isKind);
  const deciding = kinds.length > 0 ? kinds : telling;
  const scored = catalogue.entries.map((entry) => ({
    entry,
    deciding: relevance(entry, deciding, kinds.length > 0 ? kindScore : wordScore),
    all: relevance(entry, telling),
  }));
  const best = Math.max(...scored.map((item) => item.deciding), 0);
  const most = Math.max(...scored.map((item) => item.all), 0);
  const headKnown = isHeadKnown(telling);
  if (best < (kinds.length > 0 ? Number.EPSILON : SAID_PLAINLY) || most < (headKnown ? ENOUGH_WITH_HEAD : ENOUGH))
    return [];
  return scored.filter((item) => item.deciding >= best * NEARLY).map((item) => item.entry);
}

/** Chinese and English both put what a thing is behind how it is. */
function isHeadKnown(telling: readonly QueryWord[]): boolean {
  const last = telling.at(-1);
  if (!last || last.isKnown) return last !== undefined;
  return !last.glued && telling.some(({ isHead }) => isHead);
}
