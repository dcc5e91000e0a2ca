import { type Agreeing, agrees } from './agreeing.ts';
import type { ChunkStore, Visibility } from './ports.ts';
import { bestOf, type Scored } from './score.ts';

/**
 * The same pieces in the language of who asked, where their articles have it. Where the piece that answers says there otherwise than the rules,
 * the article is quoted as it was found: that was checked, and it is in the language of the question.
 */
export async function inLanguage(
  scored: readonly Scored[],
  visibility: Visibility,
  store: Pick<ChunkStore, 'ofArticles'>,
  agreeing: Agreeing | undefined,
): Promise<Scored[]> {
  const articles = [...new Set(scored.map(({ chunk }) => chunk.articleId))];
  const pieces = await store.ofArticles(articles, visibility);
  const spoken = articles.map(async (id) => {
    const found = scored.filter(({ chunk }) => chunk.articleId === id);
    const own = pieces.filter(({ articleId }) => articleId === id);
    const turned = found.flatMap((each) => {
      const chunk = own.find(({ position }) => position === each.chunk.position) ?? own[0];
      return chunk ? [{ ...each, chunk }] : [];
    });
    const [best, ...others] = bestOf(turned);
    if (!best || !(await agrees(best.chunk, agreeing))) return found;
    const standing = [best];
    for (const other of others) if (await agrees(other.chunk, agreeing)) standing.push(other);
    return standing;
  });
  return (await Promise.all(spoken)).flat();
}
