import type {
  Appended,
  ArticleAct,
  ArticleContent,
  ArticleVersion,
  Change,
  LibraryStore,
  SourceKind,
} from '../../knowledge/ports.ts';
import { type Database, durableTransaction, type Queries } from '../database.ts';
import { json } from '../values.ts';
import { readArticles, VERSION } from './articles.ts';
import { chunkWriter } from './writer.ts';

interface Locked {
  id: string;
  kind: SourceKind;
  position: number;
  published: number | null;
  newest: number;
}

/** They are as somebody else lists them: what were changed here would be gone with the next listing. */
const LISTED: readonly SourceKind[] = ['shop', 'rules'];

export function libraryStore(database: Database): LibraryStore {
  return {
    ...readArticles(database),

    append: (id, content, change, { expected, publish }, index) =>
      changing(database, id, async (queries, article) => {
        if (expected !== null && expected !== article.newest) return { ok: false, reason: 'changed' };
        const version = { ...content, ...change, articleId: id, number: article.newest + 1 };
        await writeVersions(queries, [version]);
        if (!publish) return { ok: true, version };
        await show(queries, article, version.number);
        await chunkWriter(queries).remove([id]);
        await chunkWriter(queries).put(index(version, article.position));
        return { ok: true, version };
      }),

    publish: (id, number, change, index) =>
      changing(database, id, async (queries, article) => {
        const [version] = await queries.query<ArticleVersion>(
          `select ${VERSION} from knowledge_versions version where article_id = $1 and number = $2`,
          [id, number],
        );
        if (!version) return { ok: false, reason: 'unknown' };
        if (article.published === number) return { ok: true, version };
        await show(queries, article, number);
        await noteActs(queries, [id], { act: 'publish', version: number, ...change });
        await chunkWriter(queries).remove([id]);
        await chunkWriter(queries).put(index(version, article.position));
        return { ok: true, version };
      }),

    remove: (what, change) =>
      durableTransaction(database, async (queries) => {
        if ('sourceId' in what) return removeSource(queries, what.sourceId, change);
        const article = await lock(queries, what.articleId);
        if (!article || LISTED.includes(article.kind)) return null;
        return takeAway(queries, [article.id], change, false);
      }),
  };
}

async function changing(
  database: Database,
  id: string,
  work: (queries: Queries, article: Locked) => Promise<Appended>,
): Promise<Appended> {
  return durableTransaction(database, async (queries) => {
    const article = await lock(queries, id);
    if (!article) return { ok: false, reason: 'unknown' };
    return LISTED.includes(article.kind) ? { ok: false, reason: 'foreign' } : work(queries, article);
  });
}

/** Two statements: one that had to wait for the row would still see the versions from before. */
async function lock(queries: Queries, id: string): Promise<Locked | null> {
  await queries.query('select id from knowledge_articles where id = $1 for update', [id]);
  const rows = await queries.query<Locked>(
    `select article.id, source.kind, article.position, article.published,
       (select max(number) from knowledge_versions where article_id = article.id) as newest
     from knowledge_articles article join knowledge_sources source on source.id = article.source_id
     where article.id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

function show(queries: Queries, { id }: Locked, number: number) {
  return queries.query(
    `update knowledge_articles set published = $2, gone = false, removed_by = null, removed_at = null, removed_note = null where id = $1`,
    [id, number],
  );
}

async function removeSource(queries: Queries, sourceId: string, change: Change): Promise<number | null> {
  const [source] = await queries.query<{ kind: SourceKind }>(
    'select kind from knowledge_sources where id = $1 for update',
    [sourceId],
  );
  if (!source || LISTED.includes(source.kind)) return null;
  // The same file is read anew when it is brought in again.
  await queries.query('update knowledge_sources set state = null where id = $1', [sourceId]);
  const articles = await queries.query<{ id: string }>(
    'select id from knowledge_articles where source_id = $1 and removed_at is null order by id for update',
    [sourceId],
  );
  const ids = articles.map(({ id }) => id);
  return takeAway(queries, ids, change, true);
}

/** Out of sight with the commit. `gone`: comes back by itself when the source has it again. */
export async function takeAway(
  queries: Queries,
  ids: readonly string[],
  change: Change,
  gone: boolean,
): Promise<number> {
  if (ids.length === 0) return 0;
  const shown = await queries.query<{ id: string }>(
    'select id from knowledge_articles where id = any($1::text[]) and published is not null',
    [ids],
  );
  await queries.query(
    `update knowledge_articles set published = null, removed_by = $2, removed_at = $3, removed_note = $4, gone = $5 where id = any($1::text[])`,
    [ids, change.by, change.at, change.note, gone],
  );
  await noteActs(queries, ids, { act: 'remove', version: null, ...change });
  await chunkWriter(queries).remove(ids);
  return shown.length;
}

/** The articles' rows are locked. */
async function noteActs(queries: Queries, ids: readonly string[], { act, version, by, at, note }: ArticleAct) {
  await queries.query(
    `insert into knowledge_acts (article_id, number, act, version, by, at, note)
     select id, (select coalesce(max(number), 0) + 1 from knowledge_acts where article_id = id), $2, $3, $4, $5, $6
     from unnest($1::text[]) as article (id)`,
    [ids, act, version, by, at, note],
  );
}

/** Versions in one statement. */
const BATCH = 200;

export async function writeVersions(
  queries: Queries,
  versions: readonly (ArticleContent & Pick<ArticleVersion, 'articleId' | 'number'> & Change)[],
): Promise<void> {
  for (let at = 0; at < versions.length; at += BATCH) {
    await queries.query(
      `insert into knowledge_versions (article_id, number, title, body, topics, audience, valid_from, valid_until, by, at, note)
       select "articleId", number, title, body, topics, audience, "validFrom", "validUntil", by, at, note
       from jsonb_to_recordset($1::jsonb) as version ("articleId" text, number integer, title jsonb, body jsonb, topics text[], audience text,
         "validFrom" timestamptz, "validUntil" timestamptz, by text, at timestamptz, note text)`,
      [json(versions.slice(at, at + BATCH))],
    );
  }
}
