import type { Localized } from '../../../../core/locale.ts';
import { localize } from '../../../../core/locale.ts';
import type { Attribute } from '../../../../core/product.ts';
import { colourFamily, findColours } from '../../../../language/lexicon/colours.ts';
import { sameSize } from '../../../../language/quantities/same-size.ts';
import { readSizes } from '../../../../language/quantities/sizes.ts';

/** Whether a text names this value of an option: by its words, as a size, or as a colour of its family. */
export function namesOption(text: string, option: Attribute): boolean {
  if (readSizes(text).some(({ value }) => value.kind === 'absolute' && saysSize(option.value, value.size))) return true;
  return [option.value.zh, option.value.en].some((form) => form !== undefined && saysWords(text, form));
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
    return new RegExp(`(?<![\\w.¥$-])${bare.replaceAll('.', '\\.')}(?![\\w.]|-\\d|\\s*(?:${NO_SIZE}))`, 'i').test(text);
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
