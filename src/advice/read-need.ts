import { findAudiences, isRelative } from '../language/lexicon/audiences.ts';
import { findColours } from '../language/lexicon/colours.ts';
import { findMaterials } from '../language/lexicon/materials.ts';
import { findSeasons } from '../language/lexicon/seasons.ts';
import { lowerCase, normalise } from '../language/normalise.ts';
import { readCounts } from '../language/quantities/counts.ts';
import type { MoneyWish } from '../language/quantities/money.ts';
import { readMoney } from '../language/quantities/money.ts';
import { readSizes } from '../language/quantities/sizes.ts';
import { findSpecs } from '../language/quantities/specs.ts';
import { cleanQuery } from './clean-query.ts';
import { findExclusions } from './exclusions.ts';
import type { NeedReading, ProductNeed } from './need.ts';
import type { Change } from './refine.ts';
import { refine } from './refine.ts';
import { findSort } from './sort-words.ts';
import { namesThing } from './things.ts';

interface Stretch {
  start: number;
  end: number;
}

/**
 * A message as a need: price, size, colour, for whom, what not, in which order; what is left are the words for the thing. With the need
 * before it, the message refines that one (「再便宜点的」「有红色吗」) unless it names another thing.
 */
export function readProductNeed(text: string, previous: ProductNeed | undefined, shop: NeedReading): ProductNeed {
  const change = readChange(text, shop);
  return previous ? refine(previous, change) : change.need;
}

function readChange(original: string, { currency }: NeedReading): Change {
  const source = normalise(original);
  const text = lowerCase(source.text);
  const used: Stretch[] = [];
  // Readers of quantities are given the normalised text: its offsets are theirs.
  const amounts = readMoney(source.text, { currency });
  const money = amounts.filter(({ value }) => currencyOf(value) === currency);
  used.push(...amounts);
  const exclusions = findExclusions(blank(text, used));
  used.push(...exclusions);
  const specs = findSpecs(blank(text, used));
  used.push(...specs);
  const sizes = readSizes(blank(source.text, used));
  used.push(...sizes);
  const rest = blank(text, used);
  const materials = findMaterials(rest);
  const [season] = findSeasons(rest);
  const colours = findColours(rest);
  const audiences = findAudiences(rest);
  const sort = findSort(rest);
  // 「四件套」 is a thing, and in "a 500ml bottle" the size stands where the count would end.
  const counts = readCounts(rest)
    .filter(({ end }) => rest[end] !== '套')
    .filter((count) => !used.some(({ start, end }) => start < count.end && end > count.start));
  // 男款 and "women's" only say for whom; 爸爸 also says what he may like.
  used.push(...audiences.filter(({ word }) => !isRelative(word)));
  used.push(...colours, ...sort.stretches, ...counts);
  const named = sizes.find(({ value }) => value.kind === 'absolute')?.value;
  const bare = named ? null : bareSize(blank(text, used));
  if (bare) used.push(bare);
  const size = named?.kind === 'absolute' ? named.size : bare?.size;
  const relative = sizes.find(({ value }) => value.kind === 'relative')?.value;
  const receiver = receiverOf(rest, audiences);
  const price = money.at(-1)?.value;
  // The last colour named holds: 「蓝色的吧，算了灰色」.
  const colour = colours.at(-1)?.name;
  const need: ProductNeed = {
    query: withGift(cleanQuery(blank(source.text, used)), text),
    ...(price && priceNeed(price)),
    ...(size && { size }),
    ...(colour && { colour }),
    ...(receiver && { audience: receiver }),
    ...(exclusions.length > 0 && { exclude: exclusions.flatMap(({ words }) => words) }),
    ...(materials.length > 0 && { materials: [...new Set(materials.map(({ material }) => material))] }),
    ...(season && { season: season.season }),
    ...(specs.length > 0 && { specs: specs.map(({ spec }) => spec) }),
    ...(sort.sort && { sort: sort.sort }),
  };
  return {
    need,
    cheaper: sort.cheaper,
    dearer: sort.dearer,
    freed: sort.freed,
    steps: relative?.kind === 'relative' ? relative.steps : 0,
    text,
  };
}

/** 「送女朋友什么好」: no thing is named, so what the shop calls a gift will do. */
function withGift(query: string, text: string): string {
  const asked = query.replace(/\bpresents?\b/, 'gift').replace('礼品', '礼物');
  if (namesThing(asked) || !/送(?!到|货|达|来|去)|礼物|礼品|随礼|\bgifts?\b|\bpresents?\b/.test(text)) return asked;
  return `${asked}${/\p{Script=Han}/u.test(text) ? ' 礼物' : `${asked && ','} gift`}`.trim();
}

/** 「黑色37」 "he's a 44": a number of shoe size that is nothing else. */
function bareSize(text: string): (Stretch & { size: string }) | null {
  const match = /(?<![a-z\d.#-])(?:3[4-9]|4[0-8])(?:\.5)?(?![a-z\d.%-]|\s*[块元天个件岁号楼斤分人次种款度年月])/u.exec(
    text,
  );
  return match && { size: match[0], start: match.index, end: match.index + match[0].length };
}

function currencyOf(value: MoneyWish): string {
  return value.kind === 'range' ? value.from.currency : value.amount.currency;
}

function priceNeed(value: MoneyWish): Partial<ProductNeed> {
  if (value.kind === 'range') return { minPrice: value.from.amount, maxPrice: value.to.amount };
  if (value.kind === 'max') return { maxPrice: value.amount.amount };
  if (value.kind === 'min') return { minPrice: value.amount.amount };
  return { aroundPrice: value.amount.amount };
}

/** The one who is to have it: behind 送, 给 or "for", else the first who is named. */
function receiverOf(text: string, audiences: ReturnType<typeof findAudiences>): string | undefined {
  const given = audiences.find(({ start }) =>
    /(?:送给?|给|帮|for|to)\s*(?:我|my |our |a |the )?$/.test(text.slice(Math.max(0, start - 10), start)),
  );
  return given?.audience ?? audiences.find(({ audience }) => audience !== null)?.audience ?? undefined;
}

function blank(text: string, stretches: readonly Stretch[]): string {
  let blanked = text;
  for (const { start, end } of stretches)
    blanked = blanked.slice(0, start) + ' '.repeat(end - start) + blanked.slice(end);
  return blanked;
}
