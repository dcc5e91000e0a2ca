import type { Instant } from '../core/instant.ts';
import type { Locale, Localized } from '../core/locale.ts';

/** Who may be told: everybody, customers who have signed in, or only the shop's people. */
export type Audience = 'public' | 'signed-in' | 'internal';

export type SourceKind = 'shop' | 'rules' | 'file' | 'page' | 'sitemap' | 'written';

/** One state of an article. Never changed afterwards. */
export interface ArticleVersion {
  articleId: string;
  /** From 1. */
  number: number;
  title: Localized;
  /** Markdown. */
  body: Localized;
  topics: string[];
  audience: Audience;
  /** Null: from always, for ever. `validUntil` itself is no longer within. */
  validFrom: Instant | null;
  validUntil: Instant | null;
  by: string;
  at: Instant;
  note: string;
}

/** A piece of an article that can stand as an answer, as a search finds it. */
export interface IndexedChunk {
  articleId: string;
  version: number;
  /** Of several articles for one topic the one with the lowest is the general one. */
  articlePosition: number;
  /** Place in the article, from 0. */
  position: number;
  locale: Locale;
  /** The article has no other language: found from both. */
  alone: boolean;
  title: string;
  heading: string;
  /** The article's own words without Markdown's marks. */
  text: string;
  topics: string[];
  audience: Audience;
  validFrom: Instant | null;
  validUntil: Instant | null;
  /** Distinct terms of title and heading. */
  nameTerms: string[];
  /** Distinct terms of the text. */
  textTerms: string[];
  /** By which version of the function that makes terms. */
  termsVersion: number;
  /** (D), with the model that made it; null where none did. */
  vector: Float32Array | null;
  vectorModel: string | null;
}

/** What may be seen, and when. It stands in the statement that finds, before anything is ranked. */
export interface Visibility {
  /** The language that is searched: pieces in it, and those of articles that have no other. */
  locale: Locale;
  audiences: readonly Audience[];
  at: Instant;
}

/** Finds pieces; the ranking is done by who asks. */
export interface ChunkStore {
  /** In how many pieces each of the terms stands, by the language searched, and how many pieces there are. A term that is not counted yet is absent. */
  frequencies(terms: readonly string[], locale: Locale): Promise<{ total: number; of: ReadonlyMap<string, number> }>;
  /** Pieces with at least one of the terms or one of the topics. At most `limit`, those with the most of the terms first. */
  candidates(
    query: Visibility & { terms: readonly string[]; topics: readonly string[]; limit: number },
  ): Promise<IndexedChunk[]>;
  /** All pieces of these articles, in order. */
  ofArticles(articleIds: readonly string[], visibility: Visibility): Promise<IndexedChunk[]>;
  /** The `limit` pieces whose vectors of that model are nearest by cosine, nearest first; (D). */
  nearest(
    query: Visibility & { vector: Float32Array; model: string; limit: number },
  ): Promise<{ chunk: IndexedChunk; likeness: number }[]>;
}
