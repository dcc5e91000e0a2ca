import type { ArticleAct, ArticleVersion, LibraryArticle, LibrarySource, LibraryStore } from '../../knowledge/ports.ts';
import type { Queries } from '../database.ts';

type Reading = Pick<LibraryStore, 'sources' | 'articles' | 'article' | 'versions' | 'acts'>;

export const VERSION = `version.article_id as "articleId", version.number, version.title, version.body, version.topics, version.audience,
  version.valid_from as "validFrom", version.valid_until as "validUntil", version.by, version.at, version.note`;

const STATE = `case when article.published is not null then 'published' when article.removed_at is not null then 'removed' else 'draft' end`;

const ARTICLE = `select article.id, article.source_id as "sourceId", source.kind as "sourceKind", source.name as "sourceName", article.key,
    ${STATE} as state, article.published, newest.number as newest, version.title, version.topics, version.audience,
    version.valid_from as "validFrom", version.valid_until as "validUntil", version.by, version.at, version.note,
    array(select locale from unnest(array['zh', 'en']) as locale where trim(version.body ->> locale) <> '') as languages,
    case when article.published is null and article.removed_at is not null then jsonb_build_object(
      'by', article.removed_by, 'at', to_char(article.removed_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'note', article.removed_note, 'gone', article.gone) end as removed
  from knowledge_articles article
  join knowledge_sources source on source.id = article.source_id
  cross join lateral (select max(number) as number from knowledge_versions where article_id = article.id) as newest
  join knowledge_versions version on version.article_id = article.id and version.number = coalesce(article.published, newest.number)`;

/** What there is to see of articles. */
export function readArticles(queries: Queries): Reading {
  return {
    sources: () =>
      queries.query<LibrarySource>(
        `select source.id, source.kind, source.name, nullif(source.settings, '{}') as settings, source.synced_at as "syncedAt",
           count(article.id) filter (where article.published is not null)::integer as published,
           count(article.id) filter (where article.published is null and article.removed_at is null)::integer as drafts
         from knowledge_sources source left join knowledge_articles article on article.source_id = source.id
         group by source.id order by source.created_at, source.name`,
      ),

    articles: ({ sourceId, state, limit, after }) =>
      queries.query<LibraryArticle>(
        `${ARTICLE}
         where ($1::text is null or article.source_id = $1) and ($2::text is null or ${STATE} = $2)
           and ($3::text is null or (article.position, article.id) > (select position, id from knowledge_articles where id = $3))
         order by article.position, article.id limit $4`,
        [sourceId ?? null, state ?? null, after ?? null, limit],
      ),

    async article(id) {
      const rows = await queries.query<LibraryArticle>(`${ARTICLE} where article.id = $1`, [id]);
      return rows[0] ?? null;
    },

    versions: (id) =>
      queries.query<ArticleVersion>(
        `select ${VERSION} from knowledge_versions version where article_id = $1 order by number desc`,
        [id],
      ),

    acts: (id) =>
      queries.query<ArticleAct>(
        'select act, version, by, at, note from knowledge_acts where article_id = $1 order by number',
        [id],
      ),
  };
}
