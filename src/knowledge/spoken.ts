import type { ChunkStore, Visibility } from './ports.ts';
import { bestOf, type Scored } from './score.ts';

/**
 * The same pieces in the language of who asked, where their articles have it.
 */
export async function inLanguage(
  scored: readonly Scored[],
  visibility: Visibility,
  store: Pick<ChunkStore, 'ofArticles'>,
): Promise<Scored[]> {
  const articles = [...new Set(scored.map(({ chunk }) => chunk.articleId))];
  const pieces = await store.ofArticles(articles, visibility);
  const spoken = articles.map((id) => {
    const found = scored.filter(({ chunk }) => chunk.articleId === id);
    const own = pieces.filter(({ articleId }) => articleId === id);
    const turned = found.flatMap((each) => {
      const chunk = own.find(({ position }) => position === each.chunk.position) ?? own[0];
      return chunk ? [{ ...each, chunk }] : [];
    });
    return turned.length > 0 ? bestOf(turned) : found;
  });
  return spoken.flat();
}
