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

/** What may be seen, and when. It decides before anything is ranked or left out for want of room. */
export interface Visibility {
  /** The language that is searched: pieces in it, and those of articles that have no other. */
  locale: Locale;
  audiences: readonly Audience[];
  at: Instant;
}

/** For pieces that hold all of these terms. Several of one question may overlap. */
export interface Probe {
  terms: readonly string[];
  /** How much such a piece gains by it. */
  weight: number;
}

/** Finds pieces; the ranking is done by who asks. */
export interface ChunkStore {
  /**
   * In how many pieces for these audiences each of the terms stands, by the language searched, and how many pieces there are.
   * A term that stands in none is absent. Pieces of other times are counted as well.
   */
  frequencies(
    terms: readonly string[],
    visibility: Pick<Visibility, 'locale' | 'audiences'>,
  ): Promise<{ total: number; of: ReadonlyMap<string, number> }>;
  /** Latin words that may be meant by these misspelt ones: all within two edits, and some that are further, of the pieces that are counted for these. */
  spellings(words: readonly string[], visibility: Pick<Visibility, 'locale' | 'audiences'>): Promise<string[]>;
  /**
   * The `limit` pieces that gain most by the probes, and besides them up to `limit` pieces of the topics, those of the first articles first.
   * A probe that fits more than `PROBE_LIMIT` pieces is followed no further.
   */
  candidates(
    query: Visibility & { probes: readonly Probe[]; topics: readonly string[]; limit: number },
  ): Promise<IndexedChunk[]>;
  /** All pieces of these articles, in order. */
  ofArticles(articleIds: readonly string[], visibility: Visibility): Promise<IndexedChunk[]>;
  /** Of the pieces that may be seen the `limit` whose vectors of that model are nearest by cosine, nearest first; (D). */
  nearest(
    query: Visibility & { vector: Float32Array; model: string; limit: number },
  ): Promise<{ chunk: IndexedChunk; likeness: number }[]>;
}

/** Writes pieces. Who changes articles is given one that works within his own transaction. */
export interface ChunkWriter {
  /** These in place of all pieces of their articles; what is counted of terms follows at once. Nothing is left of a word that stands in no piece any more. */
  put(chunks: readonly IndexedChunk[]): Promise<void>;
  remove(articleIds: readonly string[]): Promise<void>;
  /** Counts all terms anew: mends what does not agree with the pieces. */
  recount(): Promise<void>;
}

/** An article as its source lists it. */
export type ListedArticle = Pick<
  ArticleVersion,
  'articleId' | 'title' | 'body' | 'topics' | 'audience' | 'validFrom' | 'validUntil'
>;

export interface SyncedSource {
  id: string;
  kind: SourceKind;
  name: string;
  /** Place of its first article among those of all sources. */
  position: number;
}

/** Keeps the articles of sources that are listed as a whole: those of the shop's platform, and those the rules write. */
export interface ArticleSync {
  /** What each source's articles were last made from. */
  states(): Promise<ReadonlyMap<string, string>>;
  /**
   * All articles of a source in its order: a version more where one is new or changed, nothing left of what is not listed any more.
   * In one transaction; false where the state is the source's already, also when several processes do it at once: then nothing is done.
   */
  sync(
    source: SyncedSource,
    state: string,
    articles: readonly ListedArticle[],
    index: (version: ArticleVersion, articlePosition: number) => IndexedChunk[],
    at: Instant,
  ): Promise<boolean>;
}

/** What has to be made again when the program or a model changes, a little at a time. */
export interface IndexUpkeep {
  /** Published versions whose pieces were made by other terms than these. */
  outdated(termsVersion: number, limit: number): Promise<{ version: ArticleVersion; articlePosition: number }[]>;
  /** Puts pieces of versions that are still published. */
  replace(chunks: readonly IndexedChunk[]): Promise<void>;
  /** Pieces without a vector of that model. */
  withoutVector(model: string, limit: number): Promise<{ id: number; title: string; heading: string; text: string }[]>;
  setVectors(model: string, vectors: readonly { id: number; vector: Float32Array }[]): Promise<void>;
}
