import type { Localized } from '../core/locale.ts';
import type { Attribute, Product, Variant } from '../core/product.ts';
import { attributeOf, inStock } from '../core/product.ts';
import { normalise } from '../language/normalise.ts';
import { searchTerms } from '../language/segment.ts';
import { stem } from '../language/stem.ts';
import { SIZE_CHART } from './size-table.ts';

/** A field of a product as the finder reads it: normalised lower-case text and its terms. */
export interface Field {
  text: string;
  terms: ReadonlySet<string>;
  /** How much a word in this field says about what the product is. */
  weight: number;
}

/** A product that may be offered: active, with something in stock. */
export interface Entry {
  product: Product;
  /** Variants that can be bought now. */
  variants: Variant[];
  /** Names what it is: title, tags, category. */
  kind: Field[];
  /** Says how it is: attributes, options, brand, description. */
  detail: Field[];
  /** What its titles end in, without the measures behind. */
  heads: string[];
  audience: string | null;
  /** The maker's names, as terms. */
  brand: ReadonlySet<string>;
}

export interface Catalogue {
  entries: Entry[];
  byId: ReadonlyMap<string, Product>;
  /** Chinese search words as the shop wrote them. */
  tags: ReadonlySet<string>;
  /** Rare words tell more. 0.2 to 1. */
  weightOf(word: string): number;
}

function both(text: Localized | undefined): string {
  return text ? `${text.zh ?? ''}\n${text.en ?? ''}` : '';
}

function field(source: string, weight: number): Field {
  const text = normalise(source).text.toLowerCase();
  return { text, terms: new Set(searchTerms(text)), weight };
}

function describe(attributes: readonly Attribute[]): string {
  return attributes
    .filter(({ key }) => key !== SIZE_CHART)
    .map((attribute) => `${both(attribute.label)}\n${both(attribute.value)}`)
    .join('\n');
}

/** `men`, `women`, `kids`, `elderly`, `unisex`, or null where the shop does not say. */
function audienceOf(product: Product): string | null {
  const value = attributeOf(product.attributes, 'audience');
  if (!value) return null;
  const text = both(value).toLowerCase();
  if (/通用|男女|unisex|everyone|all/.test(text)) return 'unisex';
  if (/老|elderly|senior/.test(text)) return 'elderly';
  if (/童|孩|婴|宝|kid|child|baby|toddler/.test(text)) return 'kids';
  if (/女|妈|women|ladies|female|mother/.test(text)) return 'women';
  return /男|爸|\bmen|male|father/.test(text) ? 'men' : null;
}

/** 「远行登山包 45 升」 ends in 登山包, "Whistling Stovetop Kettle, 3 L" in "kettle". */
function headsOf({ title }: Product): string[] {
  const chinese = normalise(title.zh ?? '')
    .text.replace(/[ ,，、(]*[\d.]+ ?\p{L}{0,3}\)?$/u, '')
    .trim();
  const english = normalise(title.en ?? '')
    .text.toLowerCase()
    .replace(/^[\d.,]+ ?(?:l|ml|w|mah|cm|m)?\b/, '');
  const last = english
    .split(/,| for | with |\d/)[0]
    ?.trim()
    .split(/[ -]/)
    .at(-1);
  return [chinese, stem(last ?? '')].filter(Boolean);
}

/** Below what a rival may lack: 鞋靴 makes no boot of a shoe where boots are asked for. */
const CATEGORY_WEIGHT = 0.55;

function entryOf(product: Product): Entry {
  const options = [
    ...new Set(product.variants.flatMap((variant) => variant.options.map(({ value }) => both(value)))),
  ].join('\n');
  return {
    product,
    variants: product.variants.filter(inStock),
    kind: [
      field(both(product.title), 1),
      field(product.tags.join('\n'), 0.95),
      field(both(product.category.name), CATEGORY_WEIGHT),
    ],
    detail: [
      field(describe(product.attributes), 0.8),
      field(both(product.brand), 0.9),
      field(options, 0.6),
      field(both(product.description), 0.5),
    ],
    heads: headsOf(product),
    audience: audienceOf(product),
    brand: new Set(searchTerms(normalise(both(product.brand)).text)),
  };
}

export function readCatalogue(products: readonly Product[]): Catalogue {
  const entries = products.filter((product) => product.active && product.variants.length > 0).map(entryOf);
  const frequency = new Map<string, number>();
  for (const entry of entries) {
    for (const term of new Set([...entry.kind, ...entry.detail].flatMap(({ terms }) => [...terms]))) {
      frequency.set(term, (frequency.get(term) ?? 0) + 1);
    }
  }
  const most = Math.log(entries.length + 1) || 1;
  return {
    entries,
    byId: new Map(products.map((product) => [product.id, product])),
    tags: new Set(
      entries
        .flatMap(({ product }) => product.tags.map((tag) => normalise(tag).text))
        .filter((tag) => /^\p{Script=Han}{2,6}$/u.test(tag)),
    ),
    weightOf: (word) => Math.max(Math.log((entries.length + 1) / (frequency.get(word) ?? 1)) / most, 0.2),
  };
}
