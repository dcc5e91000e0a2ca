import type { Comparison, FactValues } from '../core/fact.ts';

/** What the shop counts money in. */
export interface NeedReading {
  currency: string;
}

/** A need as read from the customer's words; every member narrows. */
export interface ProductNeed {
  /** Free words in any language: kind, brand, use. */
  query: string;
  category?: string | undefined;
  /** In the shop's minor units, inclusive. */
  minPrice?: number | undefined;
  maxPrice?: number | undefined;
  /** 「两百左右」: ranks by closeness, in minor units. */
  aroundPrice?: number | undefined;
  size?: string | undefined;
  colour?: string | undefined;
  /** `men`, `women`, `kids`, `elderly`. */
  audience?: string | undefined;
  exclude?: string[] | undefined;
  /** What it is to be made of: `cotton`, `pure cotton`, `stainless steel`. */
  materials?: string[] | undefined;
  /** `spring`, `summer`, `autumn`, `winter`. */
  season?: string | undefined;
  /** Properties with a number: `20000mah`, `65w`, `laptop 15in`. */
  specs?: string[] | undefined;
  sort?: 'fit' | 'price-up' | 'price-down' | undefined;
  /** How many of the best have been seen before. */
  skip?: number | undefined;
  limit?: number | undefined;
}

/** Finds and compares the shop's products. */
export interface ProductFinder {
  find(need: ProductNeed): Promise<FactValues['product-matches']>;
  compare(productIds: string[]): Promise<Comparison>;
}
