import type { Passage } from '../core/fact.ts';
import { excerpt, joinPieces } from './excerpt.ts';
import type { Scored } from './score.ts';

/** Of the first `limit` articles the pieces that `passagesOf` may quote: the two that answer best, and the opening. */
export function quotable(scored: readonly Scored[], limit: number): Scored[] {
  const quoted = byArticle(scored).slice(0, limit);
  const kept = new Set(quoted.flatMap((items) => [...items.slice(0, 2), ...items.filter(isOpening).slice(0, 1)]));
  return scored.filter((each) => kept.has(each));
}

const isOpening = ({ chunk }: Scored): boolean => chunk.position === 0;

function byArticle(scored: readonly Scored[]): Scored[][] {
  return [...Map.groupBy(scored, ({ chunk }) => chunk.articleId).values()];
}

/** What is quoted of each article, in the order of their best pieces. */
export function passagesOf(scored: readonly Scored[]): Passage[] {
  return byArticle(scored).flatMap((items) => {
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
  const opening = best.forTopic > 0.5 && best.chunk.position > 0 ? items.find(isOpening) : undefined;
  if (opening) {
    const both = joinPieces(excerpt(opening.chunk.text, locale), own, locale);
    return both.endsWith(own) ? both : own;
  }
  const adds = next?.matched.some((word) => !best.matched.includes(word));
  return next && adds ? joinPieces(own, excerpt(next.chunk.text, locale), locale) : own;
}
