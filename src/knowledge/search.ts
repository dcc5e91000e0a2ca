import type { Article } from '../core/customer.ts';
import type { Passage } from '../core/fact.ts';
import type { Locale } from '../core/locale.ts';
import { excerpt, joinPieces } from './excerpt.ts';
import type { ArticleIndex } from './index-articles.ts';
import { buildIndex } from './index-articles.ts';
import type { Scored } from './score.ts';
import { scoreChunks } from './score.ts';

export interface KnowledgeQuery {
  text: string;
  locale: Locale;
  /** The intent that was understood: articles written for it come first. */
  topic?: string | undefined;
  limit?: number | undefined;
}

/** The same shape as in commands/, which this room may not import. */
export interface KnowledgeSearch {
  search(query: KnowledgeQuery): Promise<Passage[]>;
}

export interface KnowledgeSource {
  articles: () => Promise<readonly Article[]>;
  /** Changes whenever an article does. */
  version: () => Promise<string>;
}

/** Below this a passage does not answer; then nothing is returned, and the clerk says so. */
const ANSWERS = 0.5;
const DEFAULT_LIMIT = 3;
/** A text for a question holds no more than this; the rest of a longer one is not looked at. */
const LONGEST_QUESTION = 500;

export function createKnowledge(source: KnowledgeSource): KnowledgeSearch {
  let version: string | null = null;
  let indexes: Promise<Record<Locale, ArticleIndex>> | null = null;

  async function current(): Promise<Record<Locale, ArticleIndex>> {
    const now = await source.version();
    if (now !== version || !indexes) {
      version = now;
      const building = source
        .articles()
        .then((articles) => ({ zh: buildIndex(articles, 'zh'), en: buildIndex(articles, 'en') }));
      indexes = building;
      // A failed reading must not be kept.
      building.catch(() => {
        if (indexes === building) indexes = null;
      });
    }
    return indexes;
  }

  async function search(query: KnowledgeQuery): Promise<Passage[]> {
    const index = (await current())[query.locale];
    const scored = scoreChunks(index, { ...query, text: query.text.slice(0, LONGEST_QUESTION) });
    return passages(scored.filter(({ score }) => score >= ANSWERS)).slice(0, query.limit ?? DEFAULT_LIMIT);
  }

  return { search };
}

/** The best piece of each article, with the next best beside it where both are short and the next one adds to the answer. */
function passages(scored: readonly Scored[]): Passage[] {
  const byArticle = new Map<string, Scored[]>();
  for (const item of scored)
    byArticle.set(item.chunk.article.id, [...(byArticle.get(item.chunk.article.id) ?? []), item]);
  return [...byArticle.values()].flatMap((items) => {
    const [best, next] = items;
    if (!best) return [];
    const { article, locale, title, text } = best.chunk;
    const adds = next?.matched.some((word) => !best.matched.includes(word));
    return [
      {
        articleId: article.id,
        title,
        text:
          next && adds
            ? joinPieces(excerpt(text, locale), excerpt(next.chunk.text, locale), locale)
            : excerpt(text, locale),
        locale,
        topics: article.topics,
        score: Math.round(best.score * 1000) / 1000,
      },
    ];
  });
}
