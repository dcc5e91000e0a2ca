import type { Locale } from '../../core/locale.ts';
import type { ArticleSync, ChunkStore, ChunkWriter, IndexedChunk, Visibility } from '../ports.ts';
import { editDistance } from '../spelling.ts';

/** Pieces in memory, found by looking at each of them. */
export function memoryChunks(): ChunkStore & ChunkWriter & ArticleSync {
  let chunks: IndexedChunk[] = [];
  const states = new Map<string, string>();

  const isFor = (chunk: IndexedChunk, locale: Locale) => chunk.alone || chunk.locale === locale;
  const held = new WeakMap<IndexedChunk, Set<string>>();
  const termsOf = (chunk: IndexedChunk) => {
    const known = held.get(chunk) ?? new Set([...chunk.nameTerms, ...chunk.textTerms]);
    held.set(chunk, known);
    return known;
  };
  const seen = ({ locale, audiences, at }: Visibility) =>
    chunks.filter(
      (chunk) =>
        isFor(chunk, locale) &&
        audiences.includes(chunk.audience) &&
        (chunk.validFrom === null || chunk.validFrom <= at) &&
        (chunk.validUntil === null || at < chunk.validUntil),
    );
  const countedFor = ({ locale, audiences }: Pick<Visibility, 'locale' | 'audiences'>) =>
    chunks.filter((chunk) => isFor(chunk, locale) && audiences.includes(chunk.audience)).map(termsOf);
  const inOrder = (one: IndexedChunk, other: IndexedChunk) =>
    one.articlePosition - other.articlePosition || one.position - other.position;

  return {
    async frequencies(terms, visibility) {
      const counted = countedFor(visibility);
      const of = terms.map((term): [string, number] => [term, counted.filter((each) => each.has(term)).length]);
      return { total: counted.length, of: new Map(of.filter(([, count]) => count > 0)) };
    },

    async spellings(words, visibility) {
      const known = new Set(
        countedFor(visibility).flatMap((terms) => [...terms].filter((term) => /^[a-z]{4,}$/.test(term))),
      );
      return [...known].filter((term) => words.some((word) => editDistance(word, term) <= 2));
    },

    async candidates({ probes, topics, limit, ...visibility }) {
      const scored = seen(visibility).map((chunk) => {
        const terms = termsOf(chunk);
        const fitting = probes.filter((probe) => probe.terms.every((term) => terms.has(term)));
        return { chunk, weight: fitting.reduce((sum, { weight }) => sum + weight, 0) };
      });
      const found = scored
        .filter(({ weight }) => weight > 0)
        .sort((one, other) => other.weight - one.weight || inOrder(one.chunk, other.chunk))
        .slice(0, limit)
        .map(({ chunk }) => chunk);
      const written = seen(visibility)
        .filter((chunk) => chunk.topics.some((topic) => topics.includes(topic)))
        .sort(inOrder)
        .slice(0, limit);
      return [...new Set([...found, ...written])];
    },

    async ofArticles(articleIds, visibility) {
      return seen(visibility)
        .filter(({ articleId }) => articleIds.includes(articleId))
        .sort(inOrder);
    },

    async nearest({ vector, model, limit, ...visibility }) {
      const compared = seen(visibility).flatMap((chunk) =>
        chunk.vector && chunk.vectorModel === model ? [{ chunk, likeness: cosine(vector, chunk.vector) }] : [],
      );
      return compared.sort((one, other) => other.likeness - one.likeness).slice(0, limit);
    },

    async put(put) {
      const articles = new Set(put.map(({ articleId }) => articleId));
      chunks = [...chunks.filter(({ articleId }) => !articles.has(articleId)), ...put];
    },

    async remove(articleIds) {
      chunks = chunks.filter(({ articleId }) => !articleIds.includes(articleId));
    },

    async recount() {},

    states: async () => new Map(states),

    async sync(source, state, articles, index, at) {
      if (states.get(source.id) === state) return false;
      const ids = new Set(articles.map(({ articleId }) => articleId));
      const { position } = source;
      const isOfSource = (chunk: IndexedChunk) =>
        chunk.articlePosition >= position && chunk.articlePosition < position + SPAN;
      chunks = [
        ...chunks.filter((chunk) => !isOfSource(chunk) && !ids.has(chunk.articleId)),
        ...articles.flatMap((article, place) =>
          index({ ...article, number: 1, by: source.id, at, note: '' }, position + place),
        ),
      ];
      states.set(source.id, state);
      return true;
    },
  };
}

/** Sources stand further apart than they have articles. */
const SPAN = 1_000_000;

function cosine(one: Float32Array, other: Float32Array): number {
  let [product, own, its] = [0, 0, 0];
  for (let at = 0; at < one.length; at++) {
    const [a, b] = [one[at] ?? 0, other[at] ?? 0];
    product += a * b;
    own += a * a;
    its += b * b;
  }
  return product / (Math.sqrt(own * its) || 1);
}
