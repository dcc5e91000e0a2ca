import type { Locale } from '../../../src/core/locale.ts';
import { searchTerms, words } from '../../../src/language/segment.ts';
import type { Database } from '../../../src/store/database.ts';
import { openPgliteInMemory } from '../../../src/store/pglite.ts';
import { type Contestant, type Hit, type Text, textsOf } from '../contestant.ts';

/** https://www.postgresql.org/docs/current/textsearch-controls.html: the function and its normalisation. */
const RANKINGS: Record<string, string> = {
  'ts_rank_cd, 1 + log(length)': 'ts_rank_cd(tokens, query, 1)',
  'ts_rank_cd, length': 'ts_rank_cd(tokens, query, 2)',
  'ts_rank_cd, none': 'ts_rank_cd(tokens, query, 0)',
  'ts_rank, 1 + log(length)': 'ts_rank(tokens, query, 1)',
  'ts_rank, none': 'ts_rank(tokens, query, 0)',
};

const TERMS = ', our terms';

/** Chinese goes in as words of jieba, for PostgreSQL cuts none; or, as a gift, as the terms that ours indexes. */
const spacing = (setting: string) => (text: string, locale: Locale) => {
  if (locale === 'en') return text;
  return (setting.endsWith(TERMS) ? searchTerms(text) : words(text)).join(' ');
};

async function write(database: Database, texts: readonly Text[], spaced: ReturnType<typeof spacing>): Promise<void> {
  for (const { articleId, locale, title, body } of texts) {
    const configuration = locale === 'zh' ? 'simple' : 'english';
    await database.query(
      `insert into searched (article_id, locale, tokens) values ($1, $2,
         setweight(to_tsvector('${configuration}', $3), 'A') || setweight(to_tsvector('${configuration}', $4), 'D'))`,
      [articleId, locale, spaced(title, locale), spaced(body, locale)],
    );
  }
}

/** All words of a whole question stand in next to no article: any of them counts. */
const anyOf = (configuration: string, parameter: string) =>
  `replace(plainto_tsquery('${configuration}', ${parameter})::text, '&', '|')::tsquery`;

export const fullText: Contestant = {
  name: 'PostgreSQL full text',
  settings: Object.keys(RANKINGS).flatMap((ranking) => [ranking, ranking + TERMS]),
  refuses: false,
  async open(articles, locale, setting) {
    const texts = textsOf(articles);
    const database = await openPgliteInMemory();
    await database.script(
      `create table searched (article_id text not null, locale text not null, tokens tsvector not null);
       create index on searched using gin (tokens)`,
    );
    const spaced = spacing(setting);
    await write(database, texts, spaced);
    const inLocale = (ids: readonly string[]) =>
      texts.filter((text) => text.locale === locale && ids.includes(text.articleId));
    return {
      search: (text, limit) =>
        database.query<Hit>(
          `select article_id as "articleId", ${RANKINGS[setting.replace(TERMS, '')]} as score from searched
           join (values ('zh', ${anyOf('simple', '$1')}), ('en', ${anyOf('english', '$2')})) as asked (locale, query)
             on asked.locale = searched.locale and tokens @@ query
           order by score desc, article_id limit $3`,
          [spaced(text, 'zh'), text, limit],
        ),
      async hide(ids) {
        await database.query('delete from searched where locale = $1 and article_id = any($2::text[])', [locale, ids]);
      },
      show: (ids) => write(database, inLocale(ids), spaced),
      close: () => database.close(),
    };
  },
};
