import { seededRandom } from '../../../core/clock.ts';
import { money } from '../../../core/money.ts';
import type { GoodsKind } from '../../../core/order.ts';
import type { Attribute, Product, Variant } from '../../../core/product.ts';
import { pair, readData } from '../pair.ts';
import { DEMO_CATEGORIES, yuan } from '../shop-info.ts';
import { sizeChart } from './size-charts.ts';

/** A product as the YAML files beside this one write it. Texts are `中文 | English`. */
interface ProductEntry {
  id: string;
  /** Shape and colours of the drawn picture: `runner navy orange`. */
  picture: string;
  title: string;
  zh: string;
  en: string;
  brand?: string;
  /** Yuan; where an option sets its own prices, the option's count. */
  price?: number;
  was?: number;
  /** A list of values, a range such as `39-44`, or values with their prices in yuan. */
  options?: Record<string, (string | number)[] | string | Record<string, number>>;
  /** About how many of each variant; 0 is sold out. */
  stock: number;
  /** Variants that are gone: `navy/41`, or `41` for that size in every colour. */
  gone?: (string | number)[];
  attributes: Record<string, string | number>;
  tags: string[];
  /** The table of sizes.yaml that its sizes go by. */
  sizes?: string;
  /** Where goods of its kind have a right of return of their own. */
  kind?: GoodsKind;
  active?: boolean;
}

interface Words {
  labels: Record<string, string>;
  colours: Record<string, string>;
  audiences: Record<string, string>;
}

const MOST_IN_STOCK = 200;
const words = readData<Words>('products', 'words.yaml');
const entries = DEMO_CATEGORIES.flatMap((category) =>
  readData<ProductEntry[]>('products', `${category.id}.yaml`).map((entry) => ({ category, entry })),
);

function attribute(key: string, value: string | number): Attribute {
  const dictionary = key === 'colour' ? words.colours : key === 'audience' ? words.audiences : {};
  return { key, label: pair(words.labels[key] ?? key), value: pair(dictionary[value] ?? value) };
}

function slug(value: string | number): string {
  return pair(value)
    .en.toLowerCase()
    .replace(/[^a-z0-9.]+/g, '');
}

interface Choice {
  value: string | number;
  price?: number;
}

function choices(option: (string | number)[] | string | Record<string, number>): Choice[] {
  if (Array.isArray(option)) return option.map((value) => ({ value }));
  if (typeof option !== 'string') return Object.entries(option).map(([value, price]) => ({ value, price }));
  const [from = 0, to = 0] = option.split('-').map(Number);
  return Array.from({ length: to - from + 1 }, (_, index) => ({ value: from + index }));
}

/** The same product has the same stock on every start. */
function seedOf(id: string): number {
  return [...id].reduce((seed, letter) => (seed * 31 + letter.charCodeAt(0)) >>> 0, 7);
}

function variantsOf(entry: ProductEntry): Variant[] {
  let combinations: { options: Attribute[]; slugs: string[]; price?: number }[] = [{ options: [], slugs: [] }];
  for (const [key, option] of Object.entries(entry.options ?? {})) {
    combinations = combinations.flatMap((combination) =>
      choices(option).map(({ value, price }) => ({
        ...combination,
        ...(price !== undefined && { price }),
        options: [...combination.options, attribute(key, value)],
        slugs: [...combination.slugs, slug(value)],
      })),
    );
  }
  const random = seededRandom(seedOf(entry.id));
  return combinations.map(({ options, slugs, price }) => {
    const gone = (entry.gone ?? []).some((rule) =>
      String(rule)
        .split('/')
        .every((part) => slugs.includes(part)),
    );
    const pieces = Math.min(MOST_IN_STOCK, Math.max(1, Math.round(entry.stock * (0.4 + 1.2 * random.next()))));
    const sold = yuan(price ?? entry.price ?? 0);
    return {
      id: [entry.id, ...slugs].join('-'),
      sku: ['XM', entry.id, ...slugs].join('-').toUpperCase(),
      options,
      price: sold,
      ...(entry.was && { compareAt: money(sold.amount + (entry.was - (entry.price ?? 0)) * 100, sold.currency) }),
      stock: entry.stock === 0 || gone ? 0 : pieces,
    };
  });
}

export function demoProducts(): Product[] {
  return entries.map(({ category, entry }) => ({
    id: entry.id,
    title: pair(entry.title),
    description: { zh: entry.zh.trim(), en: entry.en.trim() },
    category,
    ...(entry.brand && { brand: pair(entry.brand) }),
    attributes: [
      ...Object.entries(entry.attributes).map(([key, value]) => attribute(key, value)),
      ...(entry.sizes
        ? [
            sizeChart(
              entry.sizes,
              choices(entry.options?.size ?? []).map(({ value }) => value),
            ),
          ]
        : []),
    ],
    tags: entry.tags,
    variants: variantsOf(entry),
    image: `/demo/pictures/${entry.id}.svg`,
    active: entry.active ?? true,
  }));
}

/** Shape and colour names of each product's picture. */
export function pictureRecipes(): Map<string, { shape: string; colours: string[] }> {
  return new Map(
    entries.map(({ entry }) => {
      const [shape = '', ...colours] = entry.picture.split(' ');
      return [entry.id, { shape, colours }];
    }),
  );
}

/** Products that are not taken back as others are, each with its kind. */
export function specialGoods(): Map<string, GoodsKind> {
  return new Map(entries.flatMap(({ entry }) => (entry.kind ? [[entry.id, entry.kind] as const] : [])));
}
