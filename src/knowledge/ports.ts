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

export type ArticleContent = Pick<
  ArticleVersion,
  'title' | 'body' | 'topics' | 'audience' | 'validFrom' | 'validUntil'
>;

/** Who changed something, when and why. */
export type Change = Pick<ArticleVersion, 'by' | 'at' | 'note'>;

/** The pieces of a version. */
export type Index = (version: ArticleVersion, articlePosition: number) => IndexedChunk[];

export interface LibrarySource {
  id: string;
  kind: SourceKind;
  name: string;
  /** How it was read last; null where it is listed as a whole by somebody else. */
  settings: ImportSettings | null;
  syncedAt: Instant | null;
  /** Articles that customers may be told, and such as were never published. */
  published: number;
  drafts: number;
}

export type ArticleState = 'published' | 'draft' | 'removed';

/** An article with what its published version says, or where it has none its newest. */
export interface LibraryArticle extends Omit<ArticleVersion, 'articleId' | 'number' | 'body'> {
  id: string;
  sourceId: string;
  sourceKind: SourceKind;
  sourceName: string;
  /** Within its source. */
  key: string;
  state: ArticleState;
  published: number | null;
  newest: number;
  languages: Locale[];
  /** `gone`: not by somebody, its source has it no more. */
  removed: (Change & { gone: boolean }) | null;
}

/** Something that somebody did with a version, beside writing it. */
export interface ArticleAct extends Change {
  act: 'publish' | 'remove';
  version: number | null;
}

export type Appended = { ok: true; version: ArticleVersion } | { ok: false; reason: 'unknown' | 'changed' | 'foreign' };

/** What the shop's people do with articles. Each is one transaction with the pieces that belong to it. */
export interface LibraryStore {
  sources(): Promise<LibrarySource[]>;
  /** In their order; `after`: the id of the last one of the page before. */
  articles(query: {
    sourceId?: string | undefined;
    state?: ArticleState | undefined;
    limit: number;
    after?: string | undefined;
  }): Promise<LibraryArticle[]>;
  article(id: string): Promise<LibraryArticle | null>;
  /** Newest first. */
  versions(id: string): Promise<ArticleVersion[]>;
  /** Oldest first. */
  acts(id: string): Promise<ArticleAct[]>;
  /** @param expected the newest version as the one who writes knows it; null: whatever it is */
  append(
    id: string,
    content: ArticleContent,
    change: Change,
    how: { expected: number | null; publish: boolean },
    index: Index,
  ): Promise<Appended>;
  publish(id: string, number: number, change: Change, index: Index): Promise<Appended>;
  /** How many customers can no longer be told; null where there is no such article or source, or it is listed by somebody else. */
  remove(what: { articleId: string } | { sourceId: string }, change: Change): Promise<number | null>;
}

export type ImportKind = 'file' | 'page' | 'sitemap';

export interface ImportSettings {
  kind: ImportKind;
  /** Of a page or a sitemap. */
  url: string | null;
  /** Other sites that a sitemap may lead to. */
  sites: string[];
  topics: string[];
  audience: Audience;
  validFrom: Instant | null;
  validUntil: Instant | null;
  /** Null: as each text seems to be. */
  language: Locale | null;
  /** Somebody looks at it before customers do. */
  draft: boolean;
}

/** `open`: files may still be added. */
export type ImportState = 'open' | 'queued' | 'running' | 'done' | 'cancelled';
export type ImportFileState = 'arriving' | 'queued' | 'read' | 'unchanged' | 'failed' | 'cancelled';

export interface ImportProblem {
  key: string;
  code: string;
  detail: { zh: string; en: string };
}

/** One file of an import, or one page. */
export interface ImportFile {
  position: number;
  name: string;
  state: ImportFileState;
  /** Articles in it; of these new or changed; taken away because they are no longer in it. */
  articles: number;
  changed: number;
  removed: number;
  /** What was not read of it, and why. */
  problems: ImportProblem[];
}

export interface Import {
  id: string;
  settings: ImportSettings;
  state: ImportState;
  by: string;
  at: Instant;
  finishedAt: Instant | null;
  /** Files or pages, as far as they are known. */
  found: number;
  counts: Record<ImportFileState, number>;
  articles: number;
  changed: number;
  removed: number;
}

/** An article as a file or page has it. */
export interface SourcedArticle {
  id: string;
  key: string;
  /** Of all that the source says of it: the same while that does not change, whatever people do to the article. */
  digest: string;
  content: ArticleContent;
}

/** What came of one file or page. */
export interface TakenFile {
  name: string;
  source: { id: string; name: string; state: string | null };
  /** `same`: nothing of it has changed since it was read last. Null: it could not be read, so all that was known of it stays. */
  articles: SourcedArticle[] | 'same' | null;
  problems: ImportProblem[];
  /** Pages known of now. */
  found: number | null;
}

export interface QueuedFile {
  name: string;
  /** How many times its reading was begun before. */
  attempts: number;
  /** Null for a page. */
  bytes: Uint8Array | null;
}

/** Imports as they are kept, and their queue: an import is worked on by whoever holds its lease, file by file. */
export interface ImportStore {
  open(given: { id: string; settings: ImportSettings } & Pick<Change, 'by' | 'at'>): Promise<void>;
  /** Keeps a file's bytes as they arrive; what throws in between leaves nothing of it. */
  receive(
    id: string,
    name: string,
    content: AsyncIterable<Uint8Array>,
  ): Promise<'received' | 'unknown' | 'closed' | 'repeated'>;
  /** False where it is not open. */
  start(id: string): Promise<boolean>;
  /** What was read stays; the rest is not. False where it has ended. */
  cancel(id: string, at: Instant): Promise<boolean>;
  list(query: { limit: number; before?: string | undefined }): Promise<Import[]>;
  find(id: string): Promise<(Import & { files: ImportFile[] }) | null>;
  sourceState(sourceId: string): Promise<string | null>;
  /** Stops what was opened before that moment and never started. */
  abandon(before: Instant, at: Instant): Promise<void>;
  /** The oldest that nobody works on. */
  claim(owner: string, at: Instant, until: Instant): Promise<Import | null>;
  /** False where it is somebody else's by now, or was cancelled. */
  renew(id: string, owner: string, until: Instant): Promise<boolean>;
  /** The next one that waits; its attempt is counted. Null also where the import is not the owner's. */
  nextFile(id: string, owner: string): Promise<QueuedFile | null>;
  /** Names of what is done with. */
  finished(id: string): Promise<Set<string>>;
  /** A file's articles, its state and its source in one transaction; false where the import is not the owner's any more or the file is done with. */
  take(id: string, owner: string, file: TakenFile, index: Index, at: Instant): Promise<boolean>;
  /** @param gone the source whose pages that were not met are taken away */
  finish(id: string, owner: string, at: Instant, gone: string | null): Promise<void>;
  release(id: string, owner: string): Promise<void>;
}
