import { findAudiences } from '../language/lexicon/audiences.ts';
import { normalise } from '../language/normalise.ts';
import { stem } from '../language/stem.ts';
import type { Catalogue, Entry, Field } from './catalogue.ts';
import { namesThing } from './things.ts';
import { cutWish } from './wish-words.ts';

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
  /** A maker of goods of this shop: who names one wants no other. */
  isBrand: boolean;
  /** Somewhere in the catalogue. */
  isKnown: boolean;
  /** A relative or a group (爸爸, women): helps the order, decides nothing. */
  isAudience: boolean;
  /** Stands before a head in the same phrase: 「羊毛的围巾」, "linen shirt". */
  isModifier: boolean;
  /** The word that this noun is written straight onto, if it is. */
  gluedTo: string | null;
  /** Says how a thing is; what one does with it (出差, 跑步) is no property to be missed. */
  isQuality: boolean;
}

const AUDIENCE_WEIGHT = 0.3;
const HEAD_WEIGHT = 2;
/** A description mentions many things that the product is not. */
const SAID_PLAINLY = 0.6;

/** Things that are named by one character. */
const SINGLE = /^[鞋靴拖锅壶杯碗盘碟刀灯被枕床箱包伞帽衣裤裙衫袜椅桌凳筷铲瓶盆毯垫表笔架柜巾镜炉扇]$/;
/** 厨房用品, 户外装备: the shop calls the category 厨房 or 户外. */
const COLLECTIVE = /(?<=\p{Script=Han}{2})(?:用品|装备|产品|商品|类)$/u;

/** What a wish names: its words without those that only wish. */
export function readQuery(query: string, catalogue: Catalogue): QueryWord[] {
  const text = normalise(query).text.toLowerCase();
  const audiences = new Set(findAudiences(text).map(({ word }) => word.toLowerCase()));
  const read: (QueryWord & { phrase: number })[] = [];
  for (const { surface, phrase, gluedTo, isQuality } of cutWish(text, catalogue.tags)) {
    const word = comparable(surface, catalogue);
    if (read.some((other) => other.word === word) || (/^\p{Script=Han}$/u.test(word) && !SINGLE.test(word))) continue;
    const isAudience =
      audiences.has(surface.replace(/'s$/, '')) ||
      findAudiences(surface).some((found) => found.word.length === surface.length);
    const holders = catalogue.entries.filter((entry) => wordScore(entry, word) > 0);
    const isKind = !isAudience && holders.some((entry) => kindScore(entry, word) > 0);
    const isHead = isKind && (namesThing(word) || holders.some((entry) => endsTitle(entry, word)));
    const isBrand = !isAudience && catalogue.entries.some((entry) => isOfBrand(entry, word));
    const isKnown = isKind || holders.some((entry) => wordScore(entry, word) >= SAID_PLAINLY);
    const weight = isAudience ? AUDIENCE_WEIGHT : catalogue.weightOf(word) * (isHead ? HEAD_WEIGHT : 1);
    if (isHead) for (const other of read) if (other.phrase === phrase && other.isQuality) other.isModifier = true;
    read.push({
      word,
      surface,
      weight,
      isKind,
      isHead,
      isBrand,
      isKnown,
      isAudience,
      isModifier: false,
      gluedTo,
      isQuality,
      phrase,
    });
  }
  return read;
}

/** As the shop would write it: stems of English words, 厨房 for 厨房用品 where only that is known. */
function comparable(surface: string, catalogue: Catalogue): string {
  if (/^[a-z']+$/.test(surface)) return stem(surface);
  const shorter = surface.replace(COLLECTIVE, '');
  return shorter === surface || catalogue.entries.some((entry) => wordScore(entry, surface) > 0) ? surface : shorter;
}

function endsTitle({ heads }: Entry, word: string): boolean {
  const singular = word.length > 2 ? word.replace(/子$/, '') : word.replace(/(?<=\p{Script=Han})子$/u, '');
  return heads.some((head) => head.endsWith(word) || head.endsWith(singular));
}

/** The brand in any of its spellings: 华为 where the shop writes 「华为 HUAWEI」 or 「华为」. */
export function isOfBrand({ brand }: Entry, word: string): boolean {
  return word.length > 1 && brand.has(word);
}

/** 鞋子, 杯子: the shop writes 跑鞋, 保温杯. Nearly the same word. */
const NEARLY_THE_SAME = 0.6;

/** 1 where the field has the word, less where it has nearly the same, 0 where it has not. */
function holds(field: Field, word: string): number {
  if (field.terms.has(word)) return 1;
  if (/^[a-z]{7,}$/.test(word))
    return [...field.terms].some((term) => term.length >= 5 && word.startsWith(term)) ? NEARLY_THE_SAME : 0;
  if (!/\p{Script=Han}/u.test(word)) return 0;
  if (field.text.includes(word)) return 1;
  return word.length > 1 && word.endsWith('子') && field.text.includes(word.slice(0, -1)) ? NEARLY_THE_SAME : 0;
}

/** How strongly a product says this word; 0 where it does not. */
export function wordScore(entry: Entry, word: string): number {
  return Math.max(kindScore(entry, word), strongest(entry.detail, word));
}

/** The same, by what it is called alone: a tent that fits into a 登山包 is none. */
export function kindScore(entry: Entry, word: string): number {
  return strongest(entry.kind, word);
}

function strongest(fields: readonly Field[], word: string): number {
  let best = 0;
  for (const field of fields) if (field.weight > best) best = Math.max(best, field.weight * holds(field, word));
  return best;
}

/** How well a product answers the words, 0 to 1. */
export function relevance(entry: Entry, wanted: readonly QueryWord[], score = wordScore): number {
  const total = wanted.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return 0;
  return wanted.reduce((sum, { word, weight }) => sum + weight * score(entry, word), 0) / total;
}
