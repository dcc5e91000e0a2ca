import type { Localized } from '../../../core/locale.ts';

/** What a shop calls its things. */
export interface ShopWords {
  products: readonly Localized[];
  categories: readonly Localized[];
  brands: readonly Localized[];
  articles: readonly ShopArticle[];
}

export interface ShopArticle {
  title: Localized;
  /** Intents that it answers. */
  topics: readonly string[];
}
