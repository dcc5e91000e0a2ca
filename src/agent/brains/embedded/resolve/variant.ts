import { type Localized, localize } from '../../../../core/locale.ts';
import type { OrderLine } from '../../../../core/order.ts';
import type { Attribute, Product, Variant } from '../../../../core/product.ts';
import { attributeOf, inStock } from '../../../../core/product.ts';
import { colourFamily, findColours } from '../../../../language/lexicon/colours.ts';
import { sameSize, sizeRank } from '../../../../language/quantities/same-size.ts';
import { readSizes } from '../../../../language/quantities/sizes.ts';
import { type Extreme, extremeOf, extremeOfPrice } from '../read/extreme.ts';
import { colourOf, namesOption } from '../read/option.ts';
import type { Reading } from '../reading.ts';
import { answerIn, furthest } from './ends.ts';

/** 「大点的」「太小了」: one size up, where no size was named. */
const WANTS_BIGGER =
  /大[一点些]?[码号点些的]|(?<!最)[太有]?[点些]?[小紧挤]了|偏小|\btoo (?:small|tight|short|narrow)\b|\bbigger\b|\blarger\b/i;
const WANTS_SMALLER =
  /小[一点些]?[码号点些的]|[太有]?[点些]?[大松]了|偏大|\btoo (?:big|large|loose|long|wide)\b|\bsmaller\b/i;

export interface Wish {
  variant: Variant | null;
  /** What was asked for and cannot be sent, in the customer's words. */
  missed: string | null;
  /** Guessed from a complaint (「太小了」) and not named: to be asked about, not taken. */
  guessed: Variant | null;
}

/** The variant that the customer wants in place of the bought one: what he does not change stays as it was. */
export function wishedVariant(text: string, product: Product, line: OrderLine): Wish {
  const keys = [...new Set(product.variants.flatMap(({ options }) => options.map(({ key }) => key)))];
  const changes = new Map<string, Localized>();
  let missed: string | null = null;
  for (const key of keys) {
    const asked = askedValue(text, product, line, key);
    if (asked.value) changes.set(key, asked.value);
    missed ??= asked.missed;
  }
  const price = extremeOfPrice(text);
  const variant = price
    ? extremeVariant(product, line, new Map([...boughtNamed(text, line), ...changes]), price)
    : undefined;
  if (variant) return { variant, missed: null, guessed: null };
  if (changes.size === 0) return { variant: null, missed, guessed: missed ? null : nextSize(text, product, line) };
  const exact = withChanges(product, line, changes);
  if (exact && exact.id !== line.variantId && inStock(exact)) return { variant: exact, missed: null, guessed: null };
  const words = [...changes.values()].map((value) => localize(value, /\p{Script=Han}/u.test(text) ? 'zh' : 'en'));
  return { variant: null, missed: words.join(' '), guessed: null };
}

/** The one of that price among those in stock that are as they were named; none where it is the bought one, or several cost the same. */
function extremeVariant(
  product: Product,
  line: OrderLine,
  changes: ReadonlyMap<string, Localized>,
  end: Extreme,
): Variant | undefined {
  const fitting = product.variants.filter((each) => inStock(each) && hasAll(each, changes));
  const prices = fitting.map(({ price }) => price.amount);
  const wanted = end === 'lowest' ? Math.min(...prices) : Math.max(...prices);
  const [only, ...others] = fitting.filter(({ price }) => price.amount === wanted);
  return others.length === 0 && only?.id !== line.variantId ? only : undefined;
}

/** What was bought and is named once more: "the cheapest black one" of black goods. */
function boughtNamed(text: string, { options }: OrderLine): [string, Localized][] {
  return options.filter((option) => namesOption(text, option)).map(({ key, value }) => [key, value]);
}

function hasAll({ options }: Variant, changes: ReadonlyMap<string, Localized>): boolean {
  return [...changes].every(([key, value]) => {
    const own = attributeOf(options, key);
    return own !== undefined && sameText(own, value);
  });
}

/** Those in stock that have all that was named, where not all the rest can stay as it was bought: those that differ least from it first. */
export function nearestTo(text: string, product: Product, line: OrderLine): Variant[] {
  const keys = [...new Set(product.variants.flatMap(({ options }) => options.map(({ key }) => key)))];
  const changes = new Map(
    keys.flatMap((key) => {
      const { value } = askedValue(text, product, line, key);
      return value ? [[key, value] as const] : [];
    }),
  );
  if (changes.size === 0) return [];
  return product.variants
    .filter((variant) => variant.id !== line.variantId && inStock(variant) && hasAll(variant, changes))
    .sort((a, b) => differencesFrom(line, a) - differencesFrom(line, b));
}

function differencesFrom(line: OrderLine, { options }: Variant): number {
  return options.filter(({ key, value }) => {
    const bought = attributeOf(line.options, key);
    return !bought || !sameText(bought, value);
  }).length;
}

function askedValue(
  text: string,
  product: Product,
  line: OrderLine,
  key: string,
): { value: Localized | null; missed: string | null } {
  const values = valuesOf(product, key);
  const bought = attributeOf(line.options, key);
  const others = values.filter((value) => !bought || !sameText(value, bought));
  const label = labelOf(product, key);
  const named = others.filter((value) => namesOption(text, { key, label, value }));
  const longest = named.sort((a, b) => localize(b, 'zh').length - localize(a, 'zh').length)[0];
  if (longest) return { value: longest, missed: null };
  const end = extremeOf(text, key, label);
  const extreme = end ? furthest(product, key, end) : null;
  if (extreme) return { value: bought && sameText(extreme, bought) ? null : extreme, missed: null };
  const answer = answerIn(text, values, [label.zh ?? '', label.en ?? '', key]);
  if (answer && others.includes(answer)) return { value: answer, missed: null };
  if (key === 'colour') {
    const value = colourOf(text, others);
    return { value, missed: value ? null : otherColour(text, bought) };
  }
  if (key !== 'size') return { value: null, missed: null };
  const sizes = readSizes(text);
  const relative = sizes.find(({ value }) => value.kind === 'relative');
  if (relative?.value.kind === 'relative' && bought) {
    const { steps } = relative.value;
    // 「大了，换半码」 names no direction; the complaint does.
    const value = stepFrom(values, bought, steps === 0.5 && WANTS_SMALLER.test(text) ? -steps : steps);
    return { value, missed: value ? null : relative.text };
  }
  const unknown = sizes.find(
    ({ value }) => value.kind === 'absolute' && !(bought && sameSize(localize(bought, 'zh'), value.size)),
  );
  return { value: null, missed: unknown?.text ?? otherNumber(text, bought) };
}

function labelOf(product: Product, key: string): Localized {
  const options = product.variants.flatMap((variant) => variant.options);
  return options.find((option) => option.key === key)?.label ?? { zh: key, en: key };
}

/** 「43」 and nothing else, of goods that come by number. */
function otherNumber(text: string, bought: Localized | undefined): string | null {
  const number = /^\s*(\d{2}(?:\.5)?)\s*[。.!?]?\s*$/.exec(text)?.[1];
  return number && bought && /\d/.test(localize(bought, 'zh')) && !sameSize(localize(bought, 'zh'), number)
    ? number
    : null;
}

/** A colour that was named and is not the bought one. */
function otherColour(text: string, bought: Localized | undefined): string | null {
  const own = bought ? colourFamily(localize(bought, 'zh')) : null;
  return findColours(text).find(({ name }) => colourFamily(name) !== own)?.name ?? null;
}

function withChanges(product: Product, line: OrderLine, changes: ReadonlyMap<string, Localized>): Variant | undefined {
  return product.variants.find(({ options }) =>
    options.every(({ key, value }) => {
      const wanted = changes.get(key) ?? attributeOf(line.options, key);
      return !wanted || sameText(wanted, value);
    }),
  );
}

function nextSize(text: string, product: Product, line: OrderLine): Variant | null {
  const bought = attributeOf(line.options, 'size');
  const steps = WANTS_BIGGER.test(text) ? 1 : WANTS_SMALLER.test(text) ? -1 : 0;
  const value = bought && steps !== 0 ? stepFrom(valuesOf(product, 'size'), bought, steps) : null;
  const variant = value ? withChanges(product, line, new Map([['size', value]])) : undefined;
  return variant && inStock(variant) ? variant : null;
}

/** Half sizes exist only where the shop has them: half a step is the next size. */
function stepFrom(values: readonly Localized[], bought: Localized, steps: number): Localized | null {
  const at = values.findIndex((value) => sameText(value, bought));
  return (at >= 0 && values[at + Math.sign(steps) * Math.ceil(Math.abs(steps))]) || null;
}

/** The product's values of that option, sizes from small to large. */
function valuesOf(product: Product, key: string): Localized[] {
  const values = new Map<string, Localized>();
  for (const { options } of product.variants) {
    const value = attributeOf(options, key);
    if (value) values.set(localize(value, 'en'), value);
  }
  return [...values.values()].sort((a, b) => rankOf(a) - rankOf(b) || 0);
}

const rankOf = (value: Localized): number => sizeRank(localize(value, 'en'));

function sameText(a: Localized, b: Localized): boolean {
  return localize(a, 'en') === localize(b, 'en');
}

/** Variants that can be sent instead of the bought one for the same money, the same in all but one option first. */
export function exchangeable(product: Product, line: OrderLine): Variant[] {
  const differences = ({ options }: Variant) =>
    options.filter(({ key, value }) => {
      const bought = attributeOf(line.options, key);
      return !bought || !sameText(bought, value);
    }).length;
  const today = product.variants.find(({ id }) => id === line.variantId)?.price.amount;
  return product.variants
    .filter((variant) => variant.id !== line.variantId && inStock(variant))
    .filter(({ price }) => price.amount === line.unitPrice.amount || price.amount === today)
    .sort((a, b) => differences(a) - differences(b));
}

/** All others in stock, whatever they cost: those in the wished direction of size first. */
export function othersInStock(product: Product, line: OrderLine, words: string): Variant[] {
  return inDirection(
    product.variants.filter((variant) => variant.id !== line.variantId && inStock(variant)),
    line,
    words,
  );
}

/** 「换个大点的」: the larger ones, if there are any. */
export function inDirection(variants: readonly Variant[], line: OrderLine, words: string): Variant[] {
  const steps = WANTS_BIGGER.test(words) ? 1 : WANTS_SMALLER.test(words) ? -1 : 0;
  const bought = attributeOf(line.options, 'size');
  const fitting = variants.filter(({ options }) => {
    const size = attributeOf(options, 'size');
    return bought && size && Math.sign(rankOf(size) - rankOf(bought)) === steps;
  });
  return steps !== 0 && fitting.length > 0 ? fitting : [...variants];
}

export function optionWords(reading: Reading, options: readonly Attribute[]): string {
  return options.map(({ value }) => localize(value, reading.locale)).join(reading.locale === 'zh' ? ' ' : ', ');
}
