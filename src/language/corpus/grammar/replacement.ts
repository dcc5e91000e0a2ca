import type { Locale } from '../../../core/locale.ts';
import type { Slot } from '../../../core/understanding.ts';
import { normalise } from '../../normalise.ts';
import { chineseDate } from './chinese-dates.ts';
import { chinesePrice } from './chinese-prices.ts';
import { email, phone } from './contacts.ts';
import { digits, redraw } from './draw.ts';
import { englishDate } from './english-dates.ts';
import { englishPrice } from './english-prices.ts';
import { fitsArticle, isSameNumber } from './fitting.ts';
import { measure } from './measures.ts';
import { orderNumber } from './orders.ts';
import { parcelNumber } from './parcels.ts';
import { quantity } from './quantities.ts';
import type { SlotValues, ValueGroup } from './values.ts';
import { likelyGroup, listedGroup } from './values.ts';

/** Another surface of the same kind, or null where this one is of no kind known. */
type Generator = (surface: string, random: () => number, locale: Locale) => string | null;

const GENERATORS: Record<string, Generator> = {
  order_id: orderNumber,
  tracking_id: parcelNumber,
  phone,
  email,
  quantity,
  attribute: measure,
  price: (surface, random, locale) => (locale === 'zh' ? chinesePrice : englishPrice)(surface, random),
  date: (surface, random, locale) => (locale === 'zh' ? chineseDate : englishDate)(surface, random),
};

/** Slots whose values are built from others at the end: 婴儿[床], walking [boots]. */
const BY_END = new Set(['product', 'category']);
/** Their digits are anybody's. */
const REDRAWN: Record<string, (value: string, random: () => number) => string> = {
  address: redraw,
  coupon: (code, random) =>
    code.replace(/(?<=^[A-Z]+)\d+$/, (number) => `${1 + Math.floor(random() * 9)}${digits(number.length - 1, random)}`),
};
/** Draws of a value that fits after "a" or "an" and in number, before the surface is left alone. */
const TRIES = 8;

/** Another value for the slot, `before` being the text up to it; null where its surface is of no kind known. */
export function otherValue(
  slot: Slot,
  before: string,
  locale: Locale,
  values: SlotValues | undefined,
  random: () => number,
): string | null {
  const surface = normalise(slot.text).text.trim();
  const listed = values ? listedGroup(values, surface) : null;
  if (listed) return fromGroup(listed, slot, surface, before, locale, random);
  const made = GENERATORS[slot.name]?.(surface, random, locale) ?? null;
  if (made !== null || !values) return made;
  // "my mum's"
  const owner = locale === 'en' ? /^(.+[^s])'s$/.exec(surface)?.[1] : undefined;
  const owners = owner === undefined ? null : listedGroup(values, owner);
  if (owner !== undefined && owners) {
    const other = fromGroup(owners, slot, owner, before, locale, random);
    return other === null ? null : `${other}${other.endsWith('s') ? "'" : "'s"}`;
  }
  const group = likelyGroup(values, surface, BY_END.has(slot.name));
  return group ? fromGroup(group, slot, surface, before, locale, random) : null;
}

function fromGroup(
  group: ValueGroup,
  slot: Slot,
  surface: string,
  before: string,
  locale: Locale,
  random: () => number,
): string | null {
  for (let turn = 0; turn < TRIES; turn++) {
    const value = group.values[Math.floor(random() * group.values.length)];
    if (value === undefined) return null;
    if (value === surface) continue;
    if (locale === 'en' && !fitsArticle(value, before)) continue;
    if (locale === 'en' && slot.name === 'product' && !isSameNumber(value, surface)) continue;
    return (REDRAWN[slot.name] ?? ((same: string) => same))(value, random);
  }
  return null;
}
