import { findAudiences } from '../language/lexicon/audiences.ts';
import { materialFamily } from '../language/lexicon/materials.ts';
import { stepSize } from '../language/quantities/same-size.ts';
import type { ProductNeed } from './need.ts';
import { namesThing } from './things.ts';

/** What one message says, before it is put onto the need before it. */
export interface Change {
  need: ProductNeed;
  cheaper: boolean;
  dearer: boolean;
  freed: readonly ('price' | 'colour' | 'size')[];
  /** Sizes up or down from the one held. */
  steps: number;
  text: string;
}

/** 「把粉的去掉」 adds an exclusion, 「有红色吗」 a colour, 「再便宜点」 a bound below the price held; another thing begins anew. */
export function refine(previous: ProductNeed, change: Change): ProductNeed {
  const { need } = change;
  if (isAnotherThing(previous, change)) return need;
  // A changed wish begins at the best again.
  const { minPrice, maxPrice, aroundPrice, skip: _skip, ...held } = previous;
  const size =
    need.size ?? stepped(previous.size, change.steps) ?? (change.freed.includes('size') ? undefined : previous.size);
  const colour = need.colour ?? (change.freed.includes('colour') ? undefined : previous.colour);
  const exclude = [...new Set([...(previous.exclude ?? []), ...(need.exclude ?? [])])].filter(
    (word) => word !== need.colour && !isWanted(word, need.materials),
  );
  return withoutGaps({
    ...held,
    query: joinQueries(
      need.audience && need.audience !== previous.audience ? withoutPeople(previous.query) : previous.query,
      need.query,
    ),
    ...priceAfter({ minPrice, maxPrice, aroundPrice }, change),
    size,
    colour: colour !== undefined && exclude.includes(colour) ? undefined : colour,
    audience: need.audience ?? previous.audience,
    exclude: exclude.length > 0 ? exclude : undefined,
    materials: materialsAfter(previous, change),
    season: need.season ?? previous.season,
    specs: need.specs ?? previous.specs,
    sort: need.sort ?? (change.dearer ? undefined : previous.sort),
  });
}

function isWanted(word: string, materials: readonly string[] = []): boolean {
  const family = materialFamily(word);
  return family !== null && materials.some((each) => each.replace('pure ', '') === family);
}

/** "Anything without leather?" no longer wants leather. */
function materialsAfter({ materials }: ProductNeed, { need }: Change): string[] | undefined {
  const unwanted = new Set((need.exclude ?? []).map(materialFamily));
  const kept = need.materials ?? (materials ?? []).filter((each) => !unwanted.has(each.replace('pure ', '')));
  return kept.length > 0 ? kept : undefined;
}

type Prices = Pick<ProductNeed, 'minPrice' | 'maxPrice' | 'aroundPrice'>;

function priceAfter(held: Prices, { need, cheaper, dearer, freed }: Change): Prices {
  if (need.minPrice !== undefined || need.maxPrice !== undefined || need.aroundPrice !== undefined) {
    return { minPrice: need.minPrice, maxPrice: need.maxPrice, aroundPrice: need.aroundPrice };
  }
  if (freed.includes('price')) return {};
  const named = held.aroundPrice ?? held.maxPrice;
  if (cheaper && held.aroundPrice !== undefined) return { maxPrice: held.aroundPrice - 1 };
  if (dearer && named !== undefined) return { minPrice: named };
  return held;
}

function isAnotherThing(previous: ProductNeed, { need, text }: Change): boolean {
  if (need.query === '' || !namesThing(need.query) || previous.query.includes(need.query)) return false;
  // 「跑步穿的那种鞋」 still speaks of shoes.
  const things = namesThing(previous.query) ? need.query.split(' ').filter(namesThing) : [];
  return (
    !things.every((thing) => sharesThing(previous.query, thing)) &&
    !/^(?:是|要|那|有没有)?.{0,6}(?:的那种|that kind)/.test(text)
  );
}

/** The last character of a Chinese name and the last word of an English one say what it is. */
function sharesThing(query: string, thing: string): boolean {
  const last = /\p{Script=Han}$/u.test(thing) ? thing.replace(/子$/, '').slice(-1) : (thing.split(' ').at(-1) ?? thing);
  return query.includes(last);
}

/** 爸爸 no longer counts once it is for somebody else. */
function withoutPeople(query: string): string {
  return query
    .split(' ')
    .filter((word) => findAudiences(word).length === 0)
    .join(' ');
}

function joinQueries(before: string, after: string): string {
  return [...new Set([...before.split(' '), ...after.split(' ')])].filter(Boolean).join(' ');
}

function stepped(size: string | undefined, steps: number): string | undefined {
  return size === undefined || steps === 0 ? undefined : (stepSize(size, steps) ?? size);
}

function withoutGaps(need: ProductNeed): ProductNeed {
  return Object.fromEntries(Object.entries(need).filter(([, value]) => value !== undefined)) as unknown as ProductNeed;
}
