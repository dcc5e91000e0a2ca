import { type DocumentIndex, openDocumentIndex } from '../../../src/cli/evaluation/retrieval/document-index.ts';
import { systemClock } from '../../../src/core/clock.ts';
import type { Locale } from '../../../src/core/locale.ts';
import type { ListedArticle } from '../../../src/knowledge/ports.ts';
import { detectLocale } from '../../../src/language/language.ts';
import type { Embedder } from '../../../src/models/embedder.ts';
import { loadConfig } from '../../../src/platform/config.ts';
import type { Reader } from '../../../src/reader.ts';
import { shopEmbedder } from '../../../src/shop-embedder.ts';
import { openPgliteInMemory } from '../../../src/store/pglite.ts';
import type { Contestant, Hit, Index } from '../contestant.ts';

/** Pieces that are compared: several may be of one article. */
const PIECES = 80;

/** An article as it is without its text in one language. */
function without(article: ListedArticle, locale: Locale): ListedArticle {
  const other = locale === 'zh' ? 'en' : 'zh';
  const only = (text: ListedArticle['body']) => ({ [other]: text[other] ?? '' }) as ListedArticle['body'];
  return { ...article, title: only(article.title), body: only(article.body) };
}

interface Parts {
  topics?: boolean;
  embedder?: () => Promise<Embedder | undefined>;
}

/** Ours in whole and in its halves, as a shop has it on PGlite. */
export function ours(reader: Reader): Contestant[] {
  const embedder = shopEmbedder({
    ...{ config: loadConfig({ env: { XIAOER_EMBEDDINGS: 'own' } }), reader },
    fetch: () => Promise.reject(new Error('nothing is fetched here')),
  });
  const topicsOf = async (text: string) =>
    new Map((await reader.understand(text)).intents.map(({ name, probability }) => [name, probability]));

  function contestant(name: string, parts: Parts, search: Search | null = null): Contestant {
    return {
      ...{ name, settings: [''], refuses: search === null },
      async open(articles, locale): Promise<Index> {
        const database = await openPgliteInMemory();
        const index = await openDocumentIndex({
          database,
          ...(parts.topics && { topicsOf }),
          ...(parts.embedder && { embedder: parts.embedder }),
        });
        await index.put(articles);
        return {
          search: async (text, limit) => {
            if (search) return search(index, text, locale);
            const found = await index.search({ text, locale, limit });
            return found.map(({ articleId, score = 0 }) => ({ articleId, score }));
          },
          hide: (ids) =>
            index.put(articles.map((each) => (ids.includes(each.articleId) ? without(each, locale) : each))),
          show: () => index.put(articles),
          close: () => database.close(),
        };
      },
    };
  }

  type Search = (index: DocumentIndex, text: string, locale: Locale) => Promise<Hit[]>;
  const nearest: Search = async ({ chunks }, text, locale) => {
    const model = await embedder();
    const [vector] = (await model?.embed([text])) ?? [];
    if (!model || !vector) return [];
    const seen = { locale: detectLocale(text) ?? locale, audiences: ['public'] as const, at: systemClock.now() };
    const near = await chunks.nearest({ ...seen, vector, model: model.model, limit: PIECES });
    return near.map(({ chunk, likeness }) => ({ articleId: chunk.articleId, score: likeness }));
  };

  return [
    contestant('Xiaoer, as it ships', { topics: true }),
    contestant('Xiaoer, with its own vectors', { topics: true, embedder }),
    contestant('Xiaoer, words alone', {}),
    contestant('Xiaoer, vectors alone', { embedder }, nearest),
  ];
}
