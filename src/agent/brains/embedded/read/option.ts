import type { Localized } from '../../../../core/locale.ts';
import { localize } from '../../../../core/locale.ts';
import type { Attribute } from '../../../../core/product.ts';
import { colourFamily, findColours } from '../../../../language/lexicon/colours.ts';
import { sameSize } from '../../../../language/quantities/same-size.ts';
import { readSizes } from '../../../../language/quantities/sizes.ts';

/** Whether a text names this value of an option: by its words, as a size, or as a colour of its family. */
export function namesOption(text: string, option: Attribute): boolean {
  if (readSizes(text).some(({ value }) => value.kind === 'absolute' && saysSize(option.value, value.size))) return true;
  const forms = [option.value.zh, option.value.en].filter((form) => form !== undefined);
  return forms.some((form) => saysWords(text, form) || saysMeasure(text, form) || saysApart(text, form, option));
}

/** "Not water-resistant" of an option “water resistance” that is “not resistant”: what it is called may stand between its words. */
function saysApart(text: string, form: string, { key, label }: Attribute): boolean {
  const words = form.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const names = `${key} ${label.en ?? ''}`.toLowerCase().match(/[a-z]{3,}/g) ?? [];
  if (words.length < 2 || names.length === 0 || /\p{Script=Han}/u.test(form)) return false;
  return new RegExp(`\\b${words.join(`(?:[\\s-]+(?:${names.join('|')}))?[\\s-]+`)}\\b`, 'i').test(text);
}

/** "17 inch" is "17-inch", "4-hour" is "4 hours", "1000 ml" is "1000ml". */
const UNITS =
  'hours?|inch(?:es)?|ft|foot|feet|ml|l|lit(?:er|re)s?|gb|tb|mp|mah|w|oz|lbs?|mm|cm|kg|g|cups?|pieces?|bar|degrees?|x';
const MEASURE = new RegExp(`(\\d+(?:\\.\\d+)?)[ -]?(${UNITS})\\b`, 'gi');
const SAME_UNIT: readonly (readonly [RegExp, string])[] = [
  [/^(?:foot|feet|ft)$/, 'ft'],
  [/^inch(?:es)?$/, 'inch'],
  [/^(?:l|lit(?:er|re)s?)$/, 'l'],
  [/^(\w{3,}?)s$/, '$1'],
];

function measured(text: string): string {
  return text.toLowerCase().replace(MEASURE, (_, figure: string, unit: string) => {
    const [pattern, name] = SAME_UNIT.find(([same]) => same.test(unit)) ?? [];
    return ` ${figure}${pattern && name ? unit.replace(pattern, name) : unit} `;
  });
}

function saysMeasure(text: string, form: string): boolean {
  const value = measured(form).trim();
  if (!/^\d+(?:\.\d+)?[a-z]+/.test(value)) return false;
  return ` ${measured(text).replace(/[^\p{L}\p{N}.]+/gu, ' ')} `.includes(
    ` ${value.replace(/[^\p{L}\p{N}.]+/gu, ' ')} `,
  );
}

function saysSize(value: Localized, size: string): boolean {
  return [value.zh, value.en].some((form) => form !== undefined && sameSize(form, size));
}

/** What makes a number a price, a count, a day or an age. */
const NO_SIZE = '块|元|岁|天|件|个|%|yuan|dollars|bucks|days|years';

function saysWords(text: string, form: string): boolean {
  const bare = form.replace(/[码号色]$/, '').toLowerCase();
  if (!bare) return false;
  if (/^[\w.]+$/.test(bare)) {
    return new RegExp(`(?<![\\w.¥$'-])${bare.replaceAll('.', '\\.')}(?![\\w.]|-\\d|\\s*(?:${NO_SIZE}))`, 'i').test(
      text,
    );
  }
  return text.toLowerCase().includes(bare);
}

/** 「蓝的」 for a product that comes in 藏青 and no other blue. */
export function colourOf(text: string, values: readonly Localized[]): Localized | null {
  const families = findColours(text).map(({ name }) => colourFamily(name));
  const fitting = values.filter(
    (value) => families.includes(colourFamily(localize(value, 'zh'))) && families.length > 0,
  );
  const [only] = fitting;
  return only && fitting.length === 1 && colourFamily(localize(only, 'zh')) !== null ? only : null;
}

/** Whether a text names a size or a colour at all. */
export function saysOption(text: string): boolean {
  return readSizes(text).length > 0 || findColours(text).length > 0 || /^\d{2}(?:\.5)?$/.test(text);
}
