import MiniSearch from 'minisearch';
import type { Article } from '../core/customer.ts';
import type { Locale } from '../core/locale.ts';
import type { Chunk } from './chunks.ts';
import { chunksOf } from './chunks.ts';
import { indexTerms } from './terms.ts';

/** All articles as one language's reader finds them. */
export interface ArticleIndex {
  chunks: ReadonlyMap<string, Chunk>;
  /** The terms of a piece, and those of the title and heading above it. */
  termsOf(chunk: Chunk): { names: ReadonlySet<string>; terms: ReadonlySet<string> };
  search: MiniSearch<Chunk>;
  isKnown(word: string): boolean;
  /** The first article that the shop lists for a topic. */
  firstFor(topic: string | undefined): string | undefined;
  /** How much a word tells: rare words much, words of every article little. 0.1 to 1. */
  weightOf(word: string): number;
}

export function buildIndex(articles: readonly Article[], locale: Locale): ArticleIndex {
  const chunks = articles.flatMap((article) => chunksOf(article, locale));
  const search = new MiniSearch<Chunk>({
    fields: ['title', 'heading', 'text'],
    tokenize: indexTerms,
    processTerm: (term) => term,
    searchOptions: { boost: { title: 2, heading: 1.5 }, combineWith: 'OR' },
  });
  search.addAll(chunks);
  const none = { names: new Set<string>(), terms: new Set<string>() };
  const terms = new Map(
    chunks.map((chunk) => [
      chunk.id,
      { names: new Set(indexTerms(`${chunk.title}\n${chunk.heading}`)), terms: new Set(indexTerms(chunk.text)) },
    ]),
  );
  const frequency = new Map<string, number>();
  for (const set of terms.values()) {
    for (const term of new Set([...set.names, ...set.terms])) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  const most = Math.log(chunks.length + 1) || 1;
  return {
    chunks: new Map(chunks.map((chunk) => [chunk.id, chunk])),
    termsOf: (chunk) => terms.get(chunk.id) ?? none,
    search,
    firstFor: (topic) => articles.find(({ topics }) => topic !== undefined && topics.includes(topic))?.id,
    isKnown: (word) => frequency.has(word),
    weightOf: (word) => Math.max(Math.log((chunks.length + 1) / (frequency.get(word) ?? 1)) / most, 0.1),
  };
}
