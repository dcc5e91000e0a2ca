import MiniSearch from 'minisearch';
import { searchTerms, words } from '../../../src/language/segment.ts';
import { type Contestant, keyOf, textsOf } from '../contestant.ts';

const FUZZY = 'prefix, fuzzy 0.2, title × 2';
const TERMS = 'our terms, title × 2';

/**
 * https://lucaong.github.io/minisearch/: words of jieba with what its guide recommends for a search box, and without it; and, as a gift, the
 * terms that ours indexes (sub-words, pairs of characters and stems, no empty words).
 */
export const miniSearch: Contestant = {
  name: 'MiniSearch',
  settings: [FUZZY, 'title × 2', TERMS, `${TERMS}, ${FUZZY}`],
  refuses: false,
  async open(articles, locale, setting) {
    const documents = new Map(textsOf(articles).map((text) => [keyOf(text), { id: keyOf(text), ...text }]));
    const index = new MiniSearch({
      fields: ['title', 'body'],
      storeFields: ['articleId'],
      tokenize: setting.startsWith(TERMS) ? searchTerms : (text) => words(text),
      searchOptions: { boost: { title: 2 }, ...(setting.endsWith(FUZZY) && { prefix: true, fuzzy: 0.2 }) },
    });
    index.addAll([...documents.values()]);
    const hidden = (ids: readonly string[]) =>
      ids.flatMap((articleId) => documents.get(keyOf({ articleId, locale })) ?? []);
    return {
      search: async (text, limit) =>
        index
          .search(text)
          .slice(0, limit)
          .map(({ articleId, score }) => ({ articleId: String(articleId), score })),
      async hide(ids) {
        for (const document of hidden(ids)) index.remove(document);
      },
      show: async (ids) => index.addAll(hidden(ids)),
      close: async () => undefined,
    };
  },
};
