import type { Localized } from '../core/locale.ts';
import type { Catalogue, Entry } from './catalogue.ts';
import type { QueryWord } from './query.ts';
import { isOfBrand, kindScore, relevance, wordScore } from './query.ts';
import { namesThing } from './things.ts';

/** A product must say nearly as much of the wish as the one that says most. */
const NEARLY = 0.6;
/** Without a word that names goods of this shop, this much of the wish has to be answered: else it is for something else. */
const ENOUGH = 0.6;

/** The products that the words are about; all of them when there are no words. */
export function candidates(catalogue: Catalogue, wanted: readonly QueryWord[]): Entry[] {
  const telling = meant(wanted);
  return ofBrand(catalogue, telling) ?? amongAll(catalogue, telling);
}

/** Goods of the maker that was named and of the kind that was named with it; null where no maker was, or the maker has none of the kind here. */
function ofBrand(catalogue: Catalogue, telling: readonly QueryWord[]): Entry[] | null {
  const brands = telling.filter(({ isBrand }) => isBrand);
  if (brands.length === 0) return null;
  const own = catalogue.entries.filter((entry) => brands.some(({ word }) => isOfBrand(entry, word)));
  const things = telling.filter(({ isBrand, isHead, word }) => !isBrand && (isHead || namesThing(word)));
  const called = own.filter((entry) => things.every(({ word }) => kindScore(entry, word) > 0));
  if (called.length === 0) return null;
  const rest = telling.filter((word) => word.isKind && !brands.includes(word) && !things.includes(word));
  return rest.length > 0 ? nearest(called, (entry) => relevance(entry, rest, kindScore), called) : called;
}

function amongAll(catalogue: Catalogue, telling: readonly QueryWord[]): Entry[] {
  if (telling.length === 0) return catalogue.entries;
  const heads = telling.filter(({ isHead }) => isHead);
  if (heads.length > 0 && !namesSomethingElse(telling)) return ofKind(catalogue, heads, telling);
  // 「厨房都有啥」: a whole category, unless a thing is named that the shop has not (厨房用的剪刀).
  const categories = telling.filter(({ word }) =>
    catalogue.entries.some(({ product }) => isCategoryName(product.category.name, word)),
  );
  if (categories.length > 0 && !telling.some(({ word, isKnown }) => !isKnown && namesThing(word)))
    return ofKind(catalogue, categories, telling);
  const kinds = telling.filter(({ isKind }) => isKind);
  const most = Math.max(0, ...catalogue.entries.map((entry) => relevance(entry, telling)));
  if (most < ENOUGH) return [];
  return nearest(catalogue.entries, (entry) =>
    kinds.length > 0 ? relevance(entry, kinds, kindScore) : relevance(entry, telling, wordScore),
  );
}

/** Where somebody is spoken of (「外婆八十大寿，她啥都不缺」), words that the shop does not know are about that person, unless they name a thing. */
function meant(wanted: readonly QueryWord[]): QueryWord[] {
  const telling = wanted.filter(({ isAudience }) => !isAudience);
  const isPersonal = telling.length < wanted.length;
  return isPersonal ? telling.filter(({ word, isKnown }) => isKnown || namesThing(word)) : telling;
}

function isCategoryName(name: Localized, word: string): boolean {
  return word.length > 1 && [name.zh, name.en?.toLowerCase()].some((text) => text?.includes(word));
}

/** 「跑鞋清洁剂」 is no shoe: an unknown noun behind a head takes its place. */
function namesSomethingElse(telling: readonly QueryWord[]): boolean {
  return telling.some(
    ({ gluedTo, isKnown }) =>
      gluedTo !== null && !isKnown && telling.some((other) => other.isHead && other.surface === gluedTo),
  );
}

/** Goods called by one of the names asked for; of those, the ones that answer most of the rest. */
function ofKind(catalogue: Catalogue, heads: readonly QueryWord[], telling: readonly QueryWord[]): Entry[] {
  const named = heads.flatMap(({ word }) => nearest(catalogue.entries, (entry) => kindScore(entry, word)));
  const known = telling.filter(({ isKnown, isKind }) => isKnown && isKind);
  return nearest([...new Set(named)], (entry) => relevance(entry, known, kindScore));
}

function nearest(entries: readonly Entry[], score: (entry: Entry) => number, none: Entry[] = []): Entry[] {
  const scored = entries.map((entry) => ({ entry, score: score(entry) }));
  const best = Math.max(0, ...scored.map((item) => item.score));
  return best === 0 ? none : scored.filter((item) => item.score >= best * NEARLY).map((item) => item.entry);
}
