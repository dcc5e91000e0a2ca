import type { ArticleVersion, Change, Index, SourcedArticle } from '../../knowledge/ports.ts';
import type { Queries } from '../database.ts';
import { json } from '../values.ts';
import { takeAway, writeVersions } from './library.ts';
import { chunkWriter } from './writer.ts';

interface Known {
  id: string;
  key: string;
  position: number;
  published: number | null;
  digest: string | null;
  /** Somebody took it away; its source still has it. */
  unwanted: boolean;
  newest: number;
}

interface Unit {
  sourceId: string;
  /** The file or page. */
  file: string;
  draft: boolean;
  /** Keys of what could not be read this time. */
  unread: readonly string[];
  /** Place of the first article that is new. */
  position: number;
}

/** The articles of one file or page in place of those that it had. What people made of an article stays until its source says something else. */
export async function takeOver(
  queries: Queries,
  { sourceId, file, draft, unread, position }: Unit,
  articles: readonly SourcedArticle[],
  change: Change,
  index: Index,
): Promise<{ changed: number; removed: number }> {
  const selection = 'source_id = $1 and (file = $2 or key = any($3::text[]))';
  const selected = [sourceId, file, articles.map(({ key }) => key)];
  // Two statements: one that had to wait for a row would still see the versions from before.
  await queries.query(`select id from knowledge_articles where ${selection} order by id for update`, selected);
  const rows = await queries.query<Known>(
    `select article.id, article.key, article.position, article.published, article.source_digest as digest,
       article.removed_at is not null and not article.gone as unwanted,
       (select coalesce(max(number), 0) from knowledge_versions where article_id = article.id) as newest
     from knowledge_articles article where ${selection}`,
    selected,
  );
  const known = new Map(rows.map((row) => [row.key, row]));
  const next = await firstFree(queries, position);
  const written: { version: ArticleVersion; position: number; article: SourcedArticle }[] = [];
  for (const [place, article] of articles.entries()) {
    const before = known.get(article.key);
    known.delete(article.key);
    const stands = before && (before.published !== null || before.unwanted || draft);
    if (before?.digest === article.digest && stands) continue;
    const version = { ...article.content, ...change, articleId: article.id, number: (before?.newest ?? 0) + 1 };
    written.push({ version, position: before?.position ?? next + place, article });
  }
  const gone = [...known.values()].filter(({ key, published }) => published !== null && !unread.includes(key));
  const removed = draft ? 0 : await takeAway(queries, idsOf(gone), change, true);
  await writeArticles(queries, written, { sourceId, file, draft });
  await writeVersions(
    queries,
    written.map(({ version }) => version),
  );
  if (!draft && written.length > 0) {
    const writer = chunkWriter(queries);
    await writer.remove(written.map(({ version }) => version.articleId));
    await writer.put(written.flatMap((each) => index(each.version, each.position)));
  }
  return { changed: written.length, removed };
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

async function firstFree(queries: Queries, position: number): Promise<number> {
  const [row] = await queries.query<{ free: number }>(
    'select greatest($1::bigint, coalesce(max(position) + 1, 0)) as free from knowledge_articles',
    [position],
  );
  return row?.free ?? position;
}

async function writeArticles(
  queries: Queries,
  written: readonly { version: ArticleVersion; position: number; article: SourcedArticle }[],
  { sourceId, file, draft }: Pick<Unit, 'sourceId' | 'file' | 'draft'>,
): Promise<void> {
  if (written.length === 0) return;
  const rows = written.map(({ version, position, article }) => ({
    ...{ id: article.id, key: article.key, position, number: version.number, digest: article.digest },
  }));
  await queries.query(
    `insert into knowledge_articles (id, source_id, key, position, file, source_digest, published)
     select id, $2, key, position, $3, digest, case when $4 then null else number end
     from jsonb_to_recordset($1::jsonb) as article (id text, key text, position bigint, number integer, digest text)
     on conflict (id) do update set file = excluded.file, source_digest = excluded.source_digest,
       published = coalesce(excluded.published, knowledge_articles.published),
       gone = knowledge_articles.gone and $4,
       removed_by = case when $4 then knowledge_articles.removed_by end,
       removed_at = case when $4 then knowledge_articles.removed_at end,
       removed_note = case when $4 then knowledge_articles.removed_note end`,
    [json(rows), sourceId, file, draft],
  );
}
