import { localize } from '../../../../core/locale.ts';
import type { OrderLine } from '../../../../core/order.ts';
import type { Attribute, Product, Variant } from '../../../../core/product.ts';
import { attributeOf, inStock } from '../../../../core/product.ts';
import type { Reading } from '../reading.ts';

/** Sizes of clothing from small to large; numbers sort by value. */
const LETTERS = ['xxs', 'xs', 's', 'm', 'l', 'xl', 'xxl', '2xl', 'xxxl', '3xl', '4xl', '5xl'];

/** 「大一码」 is +1, 「小两号」 −2. */
const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/[大加]两[码号]|two sizes (?:up|bigger|larger)/i, 2],
  [/[小减]两[码号]|two sizes (?:down|smaller)/i, -2],
  [
    /[大加]一?[码号]|大一点|大点|(?:one |a |next )?size (?:up|bigger|larger)|(?:bigger|larger|next) (?:size|one)|\bbigger\b|\blarger\b/i,
    1,
  ],
  [/[小减]一?[码号]|小一点|小点|(?:one |a )?size (?:down|smaller)|smaller (?:size|one)|\bsmaller\b/i, -1],
];

export interface Wish {
  variant: Variant | null;
  /** What was asked for and does not exist or is sold out, in the customer's words. */
  missed: string | null;
}

function sizeRank(value: string): number {
  const letter = LETTERS.indexOf(value.toLowerCase().replace(/[码号\s]/g, ''));
  if (letter >= 0) return letter;
  return Number(/\d+(?:\.\d+)?/.exec(value)?.[0] ?? Number.NaN);
}

/** The product's values of that option, sizes from small to large. */
export function valuesOf(product: Product, key: string): string[] {
  const values = new Set(
    product.variants.flatMap(({ options }) => {
      const value = attributeOf(options, key);
      return value ? [localize(value, 'en')] : [];
    }),
  );
  return [...values].sort((a, b) => sizeRank(a) - sizeRank(b) || 0);
}

function sameValue(options: readonly Attribute[], key: string, value: string): boolean {
  const own = attributeOf(options, key);
  return own !== undefined && localize(own, 'en') === value;
}

/** What the text asks for of one option: an absolute value, or a size relative to the bought one. */
function askedValue(
  text: string,
  product: Product,
  line: OrderLine,
  key: string,
): { value: string | null; words: string | null } {
  const values = valuesOf(product, key);
  const shown = (value: string) => localizedValues(product, key, value);
  const bought = attributeOf(line.options, key);
  const boughtValue = bought ? localize(bought, 'en') : null;
  const absolute = values.filter(
    (value) => value !== boughtValue && shown(value).some((form) => saysValue(text, form)),
  );
  const longest = absolute.sort((a, b) => b.length - a.length)[0];
  if (longest) return { value: longest, words: null };
  if (key !== 'size' || !boughtValue) return { value: null, words: null };
  const step = RELATIVE.find(([pattern]) => pattern.test(text))?.[1];
  if (step !== undefined) {
    const value = values[values.indexOf(boughtValue) + step];
    return value
      ? { value, words: null }
      : { value: null, words: RELATIVE.find(([pattern]) => pattern.test(text))?.[0].exec(text)?.[0] ?? null };
  }
  const other = /(?<![\d-])(\d{2}(?:\.5)?)\s?(?:码|号|eu\b)?(?!\d)|\bsize\s(\w{1,4})\b/i.exec(
    text.replace(/\d{5,}/g, ' '),
  );
  const words = other?.[1] ?? other?.[2];
  return { value: null, words: words && words !== boughtValue && /\d|^[xsml]+$/i.test(words) ? words : null };
}

function localizedValues(product: Product, key: string, value: string): string[] {
  const found = product.variants
    .flatMap(({ options }) => options)
    .find((option) => option.key === key && localize(option.value, 'en') === value);
  return found ? [found.value.zh, found.value.en].filter((form) => form !== undefined) : [value];
}

function saysValue(text: string, form: string): boolean {
  const bare = form.replace(/[码号色]$/, '');
  if (/^[\w.]+$/.test(bare))
    return new RegExp(`(?<![\\w.-])${bare.replace('.', '\\.')}(?![\\w.]|-\\d)`, 'i').test(text);
  return text.toLowerCase().includes(bare.toLowerCase()) && bare.length > 0;
}

/** The variant that the customer wants in place of the bought one: everything that he does not change stays as it was. */
export function wishedVariant(text: string, product: Product, line: OrderLine): Wish {
  const keys = [...new Set(product.variants.flatMap(({ options }) => options.map(({ key }) => key)))];
  const asked = keys.map((key) => ({ key, ...askedValue(text, product, line, key) }));
  const missed = asked.find(({ words }) => words !== null)?.words ?? null;
  const changes = asked.filter(({ value }) => value !== null);
  if (changes.length === 0) return { variant: null, missed };
  const variant = product.variants.find(({ options }) =>
    keys.every((key) => {
      const change = changes.find((candidate) => candidate.key === key)?.value;
      const kept = attributeOf(line.options, key);
      const value = change ?? (kept ? localize(kept, 'en') : null);
      return value === null || sameValue(options, key, value);
    }),
  );
  if (variant && inStock(variant)) return { variant, missed: null };
  const words = changes.map(({ key, value }) => localizedValues(product, key, value ?? '')[0] ?? value ?? '').join(' ');
  return { variant: null, missed: words };
}

/** Variants that can be sent instead of the bought one, the same in all but one option first. */
export function exchangeable(product: Product, line: OrderLine): Variant[] {
  const differences = (variant: Variant) =>
    variant.options.filter(({ key, value }) => !sameValue(line.options, key, localize(value, 'en'))).length;
  return product.variants
    .filter((variant) => variant.id !== line.variantId && inStock(variant))
    .sort((a, b) => differences(a) - differences(b));
}

export function optionWords(reading: Reading, options: readonly Attribute[]): string {
  return options.map((option) => localize(option.value, reading.locale)).join(reading.locale === 'zh' ? ' ' : ', ');
}
