import { isDeepStrictEqual } from 'node:util';
import type { ArticleSync, ArticleVersion, ListedArticle, SyncedSource } from '../../knowledge/ports.ts';
import type { Database, Queries } from '../database.ts';
import { LOCKS } from '../locks.ts';
import { json } from '../values.ts';
import { chunkWriter } from './writer.ts';

interface KeptArticle extends Omit<ListedArticle, 'articleId'> {
  id: string;
  key: string;
  position: number;
  published: number | null;
  newest: number;
}

const KEPT = `select article.id, article.key, article.position, article.published, version.title, version.body, version.topics, version.audience,
    version.valid_from as "validFrom", version.valid_until as "validUntil",
    (select coalesce(max(number), 0) from knowledge_versions where article_id = article.id) as newest
  from knowledge_articles article
  left join knowledge_versions version on version.article_id = article.id and version.number = article.published
  where article.source_id = $1`;

export function articleSync(database: Database): ArticleSync {
  return {
    async states() {
      const rows = await database.query<{ id: string; state: string }>(
        'select id, state from knowledge_sources where state is not null',
      );
      return new Map(rows.map(({ id, state }) => [id, state]));
    },

    sync: (source, state, articles, index, at) =>
      database.transaction(async (queries) => {
        await queries.query(`select pg_advisory_xact_lock(${LOCKS.knowledge})`);
        const [before] = await queries.query<{ state: string }>('select state from knowledge_sources where id = $1', [
          source.id,
        ]);
        if (before?.state === state) return false;
        await queries.query(
          `insert into knowledge_sources (id, kind, name, created_at, state, synced_at) values ($1, $2, $3, $4, $5, $4)
           on conflict (id) do update set name = excluded.name, state = excluded.state, synced_at = excluded.synced_at`,
          [source.id, source.kind, source.name, at, state],
        );
        const kept = new Map((await queries.query<KeptArticle>(KEPT, [source.id])).map((row) => [row.key, row]));
        const writer = chunkWriter(queries);
        const changed: ReturnType<typeof index> = [];
        const removed: string[] = [];
        for (const [place, article] of articles.entries()) {
          const position = source.position + place;
          const known = kept.get(article.articleId);
          kept.delete(article.articleId);
          const version = await publish(queries, source, article, { known, position, at });
          if (!version) continue;
          changed.push(...index(version, position));
          removed.push(version.articleId);
        }
        const gone = [...kept.values()].filter(({ published }) => published !== null).map(({ id }) => id);
        await queries.query('update knowledge_articles set published = null where id = any($1::text[])', [gone]);
        await writer.remove([...gone, ...removed]);
        await writer.put(changed);
        return true;
      }),
  };
}

interface Standing {
  known: KeptArticle | undefined;
  position: number;
  at: string;
}

/** The version that is to be indexed; null where it is already. */
async function publish(
  queries: Queries,
  source: SyncedSource,
  article: ListedArticle,
  { known, position, at }: Standing,
): Promise<ArticleVersion | null> {
  const same = known?.published != null && isDeepStrictEqual(contentOf(known), contentOf(article));
  if (same && known.position === position) return null;
  const number = same ? (known.published ?? 1) : (known?.newest ?? 0) + 1;
  const version: ArticleVersion = { ...article, number, by: source.kind, at, note: '' };
  await queries.query(
    `insert into knowledge_articles (id, source_id, key, position, published) values ($1, $2, $1, $3, $4)
     on conflict (id) do update set position = excluded.position, published = excluded.published`,
    [article.articleId, source.id, position, number],
  );
  if (same) return version;
  const { title, body, topics, audience, validFrom, validUntil, by, note } = version;
  await queries.query(
    `insert into knowledge_versions (article_id, number, title, body, topics, audience, valid_from, valid_until, by, at, note)
     values ($1, $2, $3::jsonb, $4::jsonb, $5, $6, $7, $8, $9, $10, $11)`,
    [article.articleId, number, json(title), json(body), topics, audience, validFrom, validUntil, by, at, note],
  );
  return version;
}

/** What makes two versions of an article differ, as it reads back from the database. */
function contentOf({ title, body, topics, audience, validFrom, validUntil }: Omit<ListedArticle, 'articleId'>) {
  return JSON.parse(json({ title, body, topics, audience, validFrom, validUntil })) as unknown;
}
