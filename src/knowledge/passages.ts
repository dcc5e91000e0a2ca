import type { Passage } from '../core/fact.ts';
import { excerpt, joinPieces } from './excerpt.ts';
import type { Scored } from './score.ts';

/** What is quoted of each article, in the order of their best pieces. */
export function passagesOf(scored: readonly Scored[]): Passage[] {
  const byArticle = new Map<string, Scored[]>();
  for (const item of scored)
    byArticle.set(item.chunk.articleId, [...(byArticle.get(item.chunk.articleId) ?? []), item]);
  return [...byArticle.values()].flatMap((items) => {
    const [best] = items;
    if (!best) return [];
    const { articleId, locale, title, topics } = best.chunk;
    return [{ articleId, title, text: answerOf(items), locale, topics, score: Math.round(best.score * 1000) / 1000 }];
  });
}

/** The best piece. Where another one was asked for than the opening, which answers the topic itself, both in the article's order; else the next one that adds to it. */
function answerOf(items: readonly Scored[]): string {
  const [best, next] = items;
  if (!best) return '';
  const { locale } = best.chunk;
  const own = excerpt(best.chunk.text, locale);
  const opening =
    best.forTopic > 0.5 && best.chunk.position > 0 ? items.find(({ chunk }) => chunk.position === 0) : undefined;
  if (opening) {
    const both = joinPieces(excerpt(opening.chunk.text, locale), own, locale);
    return both.endsWith(own) ? both : own;
  }
  const adds = next?.matched.some((word) => !best.matched.includes(word));
  return next && adds ? joinPieces(own, excerpt(next.chunk.text, locale), locale) : own;
}
