import type { Product, Variant } from '../core/product.ts';
import { materialFamily } from '../language/lexicon/materials.ts';
import { normalise } from '../language/normalise.ts';
import { stem } from '../language/stem.ts';
import type { Entry } from './catalogue.ts';
import type { ProductNeed } from './need.ts';
import { hasMaterial, hasSpec, holdsMaterial, suitsSeason } from './properties.ts';
import { colourFit, hasSize } from './variants.ts';

/** Wishes that may be let go when nothing meets them all, with what letting go costs; the cheapest way out is taken. */
export const WISHES = ['colour', 'season', 'price', 'audience', 'material', 'spec', 'size'] as const;
export type Wish = (typeof WISHES)[number];
export const COST: Record<Wish, number> = {
  colour: 1,
  season: 1.2,
  price: 1.5,
  audience: 2,
  material: 2.5,
  spec: 3,
  size: 4,
};

/** 「两百左右」: the window tried first, 30% to both sides. */
const WINDOW = 0.3;

export interface Fit {
  entry: Entry;
  variant: Variant;
  /** How well the product is made for the one it is for, 0 to 1. */
  audience: number;
}

/** The variant that meets the wishes still held, or null. */
export function fitOf(entry: Entry, need: ProductNeed, dropped: ReadonlySet<Wish>): Fit | null {
  if (isExcluded(entry, need.exclude ?? [])) return null;
  const audience = audienceFit(entry, need.audience);
  if (audience === 0 && !dropped.has('audience')) return null;
  if (!dropped.has('season') && need.season && !suitsSeason(entry.product, need.season)) return null;
  if (!dropped.has('material') && !(need.materials ?? []).every((each) => hasMaterial(entry.product, each)))
    return null;
  const variants = entry.variants.filter(
    (variant) =>
      (dropped.has('spec') || (need.specs ?? []).every((spec) => hasSpec(entry.product, variant, spec))) &&
      (dropped.has('size') || !need.size || hasSize(entry.product, variant, need.size)) &&
      (dropped.has('colour') || !need.colour || colourFit(entry.product, variant, need.colour) >= 1) &&
      (dropped.has('price') || isPriceFit(variant.price.amount, need)) &&
      !(need.exclude ?? []).some((word) => colourFit(entry.product, variant, word) >= 1),
  );
  const [best] = variants.sort((a, b) => variantOrder(entry.product, need, a, b));
  return best ? { entry, variant: best, audience } : null;
}

function isPriceFit(amount: number, need: ProductNeed): boolean {
  const { minPrice = 0, maxPrice = Number.POSITIVE_INFINITY, aroundPrice } = need;
  const isNear = aroundPrice === undefined || Math.abs(amount - aroundPrice) <= aroundPrice * WINDOW;
  return amount >= minPrice && amount <= maxPrice && isNear;
}

function variantOrder(product: Product, need: ProductNeed, a: Variant, b: Variant): number {
  const colour = need.colour ? colourFit(product, b, need.colour) - colourFit(product, a, need.colour) : 0;
  const price =
    need.aroundPrice === undefined
      ? 0
      : Math.abs(a.price.amount - need.aroundPrice) - Math.abs(b.price.amount - need.aroundPrice);
  return colour || price || a.price.amount - b.price.amount || (b.stock ?? 1_000) - (a.stock ?? 1_000);
}

const WOMENS = /女|妈妈|母亲|奶奶|外婆|姥姥|\b(?:women|ladies|mother|mum|mom|grandm)/;
const MENS = /(?<!子)男(?!女)|爸爸|父亲|爷爷|外公|姥爷|\b(?:men|father|dad|grandf|grandpa)/;

function audienceFit(entry: Entry, wanted: string | undefined): number {
  if (!wanted || entry.audience === null) return 0.8;
  if (entry.audience === wanted) return 1;
  if (entry.audience === 'unisex') return wanted === 'kids' ? 0 : 0.8;
  const words = entry.kind.map(({ text }) => text).join('\n');
  const isWomens = entry.audience === 'women' || (WOMENS.test(words) && !MENS.test(words));
  const isMens = entry.audience === 'men' || (MENS.test(words) && !WOMENS.test(words));
  if (wanted === 'men') return entry.audience === 'elderly' && !isWomens ? 0.6 : 0;
  if (wanted === 'women') return entry.audience === 'elderly' && !isMens ? 0.6 : 0;
  if (wanted === 'elderly') return entry.audience === 'kids' ? 0 : 0.5;
  return 0;
}

/** A product has it when its name, tags or attributes say so and do not say that it is without. */
function isExcluded(entry: Entry, words: readonly string[]): boolean {
  const [title, tags] = entry.kind;
  const [attributes, brand] = entry.detail;
  return words.some((raw) => {
    const word = normalise(raw)
      .text.toLowerCase()
      .trim()
      .replace(/的$/, '')
      .replace(/^[带有含](?=\p{Script=Han}{2})/u, '')
      .replace(/(?<=\p{Script=Han})子$/u, '');
    if (word === '') return false;
    const family = materialFamily(word);
    if (family) return holdsMaterial(entry.product, family);
    return [title, tags, attributes, brand].some((field) => {
      if (!field) return false;
      if (!/\p{Script=Han}/u.test(word))
        return (
          field.terms.has(stem(word)) &&
          !new RegExp(`(?:no|without|free of|non)[ -]${word}|${word}[- ]free`).test(field.text)
        );
      const at = field.text.indexOf(word);
      return at >= 0 && !/(?:不含|无|不碰|没有|非|零)$/.test(field.text.slice(Math.max(0, at - 2), at));
    });
  });
}
