import type { Article } from '../core/customer.ts';
import type { Passage } from '../core/fact.ts';
import type { Locale } from '../core/locale.ts';
import { excerpt, joinPieces } from './excerpt.ts';
import type { ArticleIndex } from './index-articles.ts';
import { buildIndex } from './index-articles.ts';
import type { Scored } from './score.ts';
import { scoreChunks } from './score.ts';

interface KnowledgeQuery {
  text: string;
  locale: Locale;
  /** The intent that was understood: articles written for it come first. */
  topic?: string | undefined;
  limit?: number | undefined;
}

/** Searches the shop's articles. */
export interface KnowledgeSearch {
  search(query: KnowledgeQuery): Promise<Passage[]>;
}

export interface KnowledgeSource {
  articles: () => Promise<readonly Article[]>;
  /** Changes whenever an article does. */
  version: () => Promise<string>;
  /** What a question is about, where the one who asks does not say: an intent of the corpus. */
  topicOf?: (text: string) => Promise<string | undefined>;
}

/** Below this a passage does not answer; then nothing is returned, and the clerk says so. */
const ANSWERS = 0.55;
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
    const text = query.text.slice(0, LONGEST_QUESTION);
    const topic = query.topic ?? (await source.topicOf?.(text));
    const scored = scoreChunks(index, { text, topic });
    return passages(onTopic(scored.filter(({ score }) => score >= ANSWERS))).slice(0, query.limit ?? DEFAULT_LIMIT);
  }

  return { search };
}

/** So much better must another article be than the one written for the topic. */
const CLEARLY = 0.25;

/** Where articles were written for the understood intent, others are heard only when they answer better. */
function onTopic(scored: readonly Scored[]): readonly Scored[] {
  const best = scored.find(({ isForTopic }) => isForTopic);
  return best ? scored.filter(({ isForTopic, score }) => isForTopic || score > best.score + CLEARLY) : scored;
}

function passages(scored: readonly Scored[]): Passage[] {
  const byArticle = new Map<string, Scored[]>();
  for (const item of scored)
    byArticle.set(item.chunk.article.id, [...(byArticle.get(item.chunk.article.id) ?? []), item]);
  return [...byArticle.values()].flatMap((items) => {
    const [best] = items;
    if (!best) return [];
    const { article, locale, title } = best.chunk;
    return [
      {
        articleId: article.id,
        title,
        text: answerOf(items),
        locale,
        topics: article.topics,
        score: Math.round(best.score * 1000) / 1000,
      },
    ];
  });
}

/** The best piece. Where another one was asked for than the opening, which answers the topic itself, both in the article's order; else the next one that adds to it. */
function answerOf(items: readonly Scored[]): string {
  const [best, next] = items;
  if (!best) return '';
  const { locale } = best.chunk;
  const own = excerpt(best.chunk.text, locale);
  const opening =
    best.isForTopic && best.chunk.position > 0 ? items.find(({ chunk }) => chunk.position === 0) : undefined;
  if (opening) {
    const both = joinPieces(excerpt(opening.chunk.text, locale), own, locale);
    return both.endsWith(own) ? both : own;
  }
  const adds = next?.matched.some((word) => !best.matched.includes(word));
  return next && adds ? joinPieces(own, excerpt(next.chunk.text, locale), locale) : own;
}
