import type { Localized } from '../core/locale.ts';
import type { Attribute, Product, Variant } from '../core/product.ts';
import { attributeOf } from '../core/product.ts';
import { isMadeOf } from '../language/lexicon/materials.ts';
import { type Season, seasonsOf } from '../language/lexicon/seasons.ts';
import { normalise } from '../language/normalise.ts';
import { findSpecs, inchesIn } from '../language/quantities/specs.ts';
import { SIZE_CHART } from './size-table.ts';

function textOf(...values: (Localized | undefined)[]): string {
  return normalise(values.map((value) => `${value?.zh ?? ''}\n${value?.en ?? ''}`).join('\n')).text;
}

/** Says nothing of what a thing is made of. */
const BESIDE = new Set([
  SIZE_CHART,
  'care',
  'returns',
  'warranty',
  'colour',
  'size',
  'audience',
  'season',
  'occasion',
  'stove',
]);

/** What a product says that it is made of, or has in it. */
function substance({ title, attributes, tags }: Product): string {
  const said = attributes.filter(({ key }) => !BESIDE.has(key)).map(({ value }) => value);
  return `${textOf(title, ...said)}\n${tags.join('\n')}`;
}

/** A wish is met by what the shop says of the goods, and by nothing less: in each language it says it in. */
export function hasMaterial(product: Product, material: string): boolean {
  const stated = attributeOf(product.attributes, 'material');
  if (!stated) return isMadeOf(substance(product), material);
  const readings = [stated.zh, stated.en].filter((text): text is string => text !== undefined);
  return readings.every((text) => isMadeOf(normalise(text).text, material));
}

/** Whatever part of it is of the material, it is not without. */
export function holdsMaterial(product: Product, family: string): boolean {
  return isMadeOf(substance(product), family);
}

/** Goods that say nothing of a season suit any. */
export function suitsSeason(product: Product, season: string): boolean {
  const stated = attributeOf(product.attributes, 'season');
  if (!stated) return true;
  return [stated.zh, stated.en].some((text) => text !== undefined && seasonsOf(text).has(season as Season));
}

/** The variant's own option decides where it carries a number of that unit, else the product's attributes and its name. */
export function hasSpec(product: Product, variant: Variant, spec: string): boolean {
  const laptop = /^laptop (\d+(?:\.\d)?)in$/.exec(spec);
  if (laptop) {
    const room = inchesIn(textOf(attributeOf(product.attributes, 'laptop')));
    return room !== null && room >= Number(laptop[1]);
  }
  const unit = spec.replace(/^[\d.]+/, '');
  const own = specsOf(variant.options).filter((said) => said.endsWith(unit));
  if (own.length > 0) return own.includes(spec);
  return [...specsOf(product.attributes), ...findSpecs(textOf(product.title)).map((said) => said.spec)].includes(spec);
}

function specsOf(attributes: readonly Attribute[]): string[] {
  return attributes.flatMap(({ value }) => findSpecs(textOf(value))).map(({ spec }) => spec);
}
