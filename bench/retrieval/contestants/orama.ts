import { create, insert, insertMultiple, remove, search } from '@orama/orama';
import { createTokenizer } from '@orama/tokenizers/mandarin';
import type { Locale } from '../../../src/core/locale.ts';
import { searchTerms } from '../../../src/language/segment.ts';
import { type Contestant, keyOf, textsOf } from '../contestant.ts';

const SCHEMA = { articleId: 'string', title: 'string', body: 'string' } as const;
const PROPERTIES: ('title' | 'body')[] = ['title', 'body'];

const OWN = ['tolerance 1, title × 2', 'tolerance 0, title × 2'];
const TERMS = 'our terms, tolerance 0, title × 2';

/** Its own for both languages, the English one with its stemmer; or the terms that ours indexes, as a gift. */
function tokenizerFor(locale: Locale, setting: string) {
  if (setting === TERMS)
    return {
      language: locale === 'zh' ? 'mandarin' : 'english',
      normalizationCache: new Map<string, string>(),
      tokenize: (text: string) => [...new Set(searchTerms(text))],
    };
  return locale === 'en' ? { stemming: true, language: 'english' } : createTokenizer();
}

export const orama: Contestant = {
  name: 'Orama',
  settings: [...OWN, TERMS],
  refuses: false,
  async open(articles, locale, setting) {
    const index = create({ schema: SCHEMA, components: { tokenizer: tokenizerFor(locale, setting) } });
    const documents = new Map(
      textsOf(articles).map((text) => {
        const { articleId, title, body } = text;
        return [keyOf(text), { id: keyOf(text), articleId, title, body }];
      }),
    );
    await insertMultiple(index, [...documents.values()]);
    const tolerance = setting.startsWith('tolerance 1') ? 1 : 0;
    return {
      async search(term, limit) {
        const options = { properties: PROPERTIES, threshold: 1, boost: { title: 2 } };
        const { hits } = await search(index, { term, limit, tolerance, ...options });
        return hits.map(({ document, score }) => ({ articleId: document.articleId, score }));
      },
      async hide(ids) {
        for (const articleId of ids) await remove(index, keyOf({ articleId, locale }));
      },
      async show(ids) {
        for (const articleId of ids) {
          const document = documents.get(keyOf({ articleId, locale }));
          if (document) await insert(index, document);
        }
      },
      close: async () => undefined,
    };
  },
};
