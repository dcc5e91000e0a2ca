import type { Localized } from '../core/locale.ts';
import type { Product, Variant } from '../core/product.ts';
import { attributeOf } from '../core/product.ts';
import { colourFamily } from '../language/lexicon/colours.ts';
import { normalise } from '../language/normalise.ts';
import { sameSize } from '../language/quantities/same-size.ts';
import { sizeByTable } from './size-table.ts';

function readings(value: Localized | undefined): string[] {
  return value ? [value.zh, value.en].filter((text): text is string => Boolean(text)) : [];
}

/** The option a size wish is about: `size`, or whichever option or attribute carries such a value (1.7 L, 1.8 m). */
export function hasSize(product: Product, variant: Variant, size: string): boolean {
  const own = attributeOf(variant.options, 'size');
  // US 8.5 is what the product's own table makes of it.
  const wanted = own ? (sizeByTable(product, size) ?? size) : size;
  if (own) return readings(own).some((value) => sameSize(value, wanted));
  const others = [...variant.options, ...product.attributes.filter(({ key }) => key !== 'audience')];
  return others.some(({ value }) => readings(value).some((reading) => sameSize(reading, size)));
}

/** 2: that very colour; 1: a shade of it; 0: another. */
export function colourFit(product: Product, variant: Variant, colour: string): number {
  const value = attributeOf(variant.options, 'colour') ?? attributeOf(product.attributes, 'colour');
  const wanted = plain(colour);
  const names = readings(value).map(plain);
  if (names.includes(wanted)) return 2;
  const family = colourFamily(wanted);
  // A named shade (藏青) is not met by its family's other shades; the family's own name (蓝色) is met by all.
  const isFamilyName = family !== null && (wanted === family || colourIsGeneral(wanted));
  if (family && names.some((name) => colourFamily(name) === family)) return isFamilyName ? 1 : 0.5;
  return 0;
}

function plain(name: string): string {
  return normalise(name)
    .text.toLowerCase()
    .trim()
    .replace(/色$/, '')
    .replace(/^gray$/, 'grey');
}

function colourIsGeneral(name: string): boolean {
  return /^(?:[黑白灰银金蓝绿红粉橙黄米棕紫]|black|white|gr[ae]y|silver|gold|blue|green|red|pink|orange|yellow|beige|brown|purple)$/.test(
    name,
  );
}
