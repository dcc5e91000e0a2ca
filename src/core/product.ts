import type { Localized } from './locale.ts';
import type { Money } from './money.ts';

/** A named property. `key` is the standard English term (`colour`, `size`, `material`, `audience` …) or the platform's own. */
export interface Attribute {
  key: string;
  /** As the platform calls it, where `key` is the standard term instead and the record is to go back. */
  sourceKey?: string;
  label: Localized;
  value: Localized;
}

export interface Category {
  id: string;
  name: Localized;
}

/** One sellable combination of options of a product (SKU). */
export interface Variant {
  id: string;
  sku: string;
  options: Attribute[];
  price: Money;
  /** The price before a reduction, when there is one. */
  compareAt?: Money;
  /** Pieces that can be sold now; null when the shop does not count them. */
  stock: number | null;
}

export interface Product {
  id: string;
  title: Localized;
  description: Localized;
  category: Category;
  brand?: Localized;
  attributes: Attribute[];
  /** Search words of both languages that title and attributes do not contain. */
  tags: string[];
  variants: Variant[];
  /** Path or address of a picture. */
  image?: string;
  /** False when it is no longer for sale: never recommended, still shown in old orders. */
  active: boolean;
}

export function inStock(variant: Variant): boolean {
  return variant.stock === null || variant.stock > 0;
}

/** The value of an option or attribute by key. */
export function attributeOf(attributes: readonly Attribute[], key: string): Localized | undefined {
  return attributes.find((attribute) => attribute.key === key)?.value;
}
