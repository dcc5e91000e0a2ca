import type { Import, ImportStore, Index, TakenFile } from '../../knowledge/ports.ts';
import { failpoint } from '../../platform/failpoints.ts';
import { type Database, durableTransaction, type Queries } from '../database.ts';
import { LOCKS } from '../locks.ts';
import { json } from '../values.ts';
import { findImport } from './import-rows.ts';
import { takeAway } from './library.ts';
import { takeOver } from './take-over.ts';

type Queue = Pick<
  ImportStore,
  'sourceState' | 'claim' | 'renew' | 'nextFile' | 'finished' | 'take' | 'finish' | 'release'
>;

/** Own articles come after those of the rules and of the shop. */
const OWN = 1_000_000_000;

/** An import is worked on by whoever holds the lease of its row. */
export function importQueue(database: Database): Queue {
  return {
    async sourceState(sourceId) {
      const [row] = await database.query<{ state: string | null }>(
        'select state from knowledge_sources where id = $1',
        [sourceId],
      );
      return row?.state ?? null;
    },

    claim: (owner, at, until) =>
      database.transaction(async (queries) => {
        // The embedded database has one owner: whoever else held a lease is gone.
        const [claimed] = await queries.query<{ id: string }>(
          `update knowledge_imports set state = 'running', lease_owner = $1, lease_until = $3
           where id = (select id from knowledge_imports
             where state in ('queued', 'running') and (lease_until is null or lease_until <= $2 or ($4 and lease_owner <> $1))
             order by id limit 1 for update skip locked)
           returning id`,
          [owner, at, until, database.kind === 'pglite'],
        );
        return claimed ? findImport(queries, claimed.id) : null;
      }),

    async renew(id, owner, until) {
      const rows = await database.query(
        `update knowledge_imports set lease_until = $3 where id = $1 and lease_owner = $2 and state = 'running' returning id`,
        [id, owner, until],
      );
      return rows.length > 0;
    },

    async nextFile(id, owner) {
      const [file] = await durableTransaction(database, (queries) =>
        queries.query<{ position: number; name: string; attempts: number }>(
          `update knowledge_import_files set attempts = attempts + 1
           where import_id = $1 and position = (
             select min(position) from knowledge_import_files where import_id = $1 and state = 'queued')
             and exists (select from knowledge_imports where id = $1 and lease_owner = $2 and state = 'running')
           returning position, name, attempts - 1 as attempts`,
          [id, owner],
        ),
      );
      if (!file) return null;
      const { position, ...named } = file;
      const held = await database.query<{ bytes: Uint8Array }>(
        'select bytes from knowledge_import_parts where import_id = $1 and position = $2 order by part',
        [id, position],
      );
      return { ...named, bytes: new Uint8Array(Buffer.concat(held.map(({ bytes }) => bytes))) };
    },

    async finished(id) {
      const rows = await database.query<{ name: string }>(
        `select name from knowledge_import_files where import_id = $1 and state in ('read', 'unchanged', 'failed')`,
        [id],
      );
      return new Set(rows.map(({ name }) => name));
    },

    async take(id, owner, file, index, at) {
      const taken = await durableTransaction(database, async (queries) => {
        const job = await lockOwn(queries, id, owner);
        if (!job) return false;
        const [row] = await queries.query<{ state: string }>(
          'select state from knowledge_import_files where import_id = $1 and name = $2',
          [id, file.name],
        );
        if (row && row.state !== 'queued') return false;
        const outcome = await takeArticles(queries, job, file, index, at);
        await noteFile(queries, id, file, outcome);
        failpoint('import.before-commit');
        return true;
      });
      if (taken) failpoint('import.file-taken');
      return taken;
    },

    finish: (id, owner, at, gone) =>
      durableTransaction(database, async (queries) => {
        const job = await lockOwn(queries, id, owner);
        if (!job) return;
        if (gone !== null && !job.settings.draft) await takeUnmet(queries, job, gone, at);
        await queries.query(
          `update knowledge_imports set state = 'done', finished_at = $2, lease_owner = null, lease_until = null where id = $1`,
          [id, at],
        );
      }),

    async release(id, owner) {
      await database.query(
        'update knowledge_imports set lease_owner = null, lease_until = null where id = $1 and lease_owner = $2',
        [id, owner],
      );
    },
  };
}

async function lockOwn(queries: Queries, id: string, owner: string): Promise<Import | null> {
  const rows = await queries.query(
    `select id from knowledge_imports where id = $1 and lease_owner = $2 and state = 'running' for update`,
    [id, owner],
  );
  return rows.length > 0 ? findImport(queries, id) : null;
}

interface Outcome {
  state: 'read' | 'unchanged' | 'failed';
  articles: number;
  changed: number;
  removed: number;
}

async function takeArticles(
  queries: Queries,
  { settings, by }: Import,
  { name, source, articles, problems }: TakenFile,
  index: Index,
  at: string,
): Promise<Outcome> {
  const nothing = { articles: 0, changed: 0, removed: 0 };
  if (articles === null) return { state: 'failed', ...nothing };
  if (articles === 'same') return { state: 'unchanged', ...nothing };
  await queries.query(`select pg_advisory_xact_lock(${LOCKS.knowledge})`);
  await queries.query(
    `insert into knowledge_sources (id, kind, name, settings, created_at, state, synced_at) values ($1, $2, $3, $4::jsonb, $5, $6, $5)
     on conflict (id) do update set settings = excluded.settings, state = excluded.state, synced_at = excluded.synced_at`,
    [source.id, settings.kind, source.name, json(settings), at, source.state],
  );
  const unread = problems.filter(({ code }) => code !== 'repeated').map(({ key }) => key);
  const { changed, removed } = await takeOver(
    queries,
    { sourceId: source.id, file: name, draft: settings.draft, unread, position: OWN },
    articles,
    { by, at, note: name },
    index,
  );
  return { state: changed + removed > 0 ? 'read' : 'unchanged', articles: articles.length, changed, removed };
}

async function noteFile(
  queries: Queries,
  id: string,
  { name, problems, found }: TakenFile,
  { state, articles, changed, removed }: Outcome,
): Promise<void> {
  const [{ position } = { position: 0 }] = await queries.query<{ position: number }>(
    `insert into knowledge_import_files (import_id, position, name, state, articles, changed, removed, problems)
     select $1, (select coalesce(max(position), 0) + 1 from knowledge_import_files where import_id = $1), $2, $3, $4, $5, $6, $7::jsonb
     on conflict (import_id, name) do update set state = excluded.state, articles = excluded.articles, changed = excluded.changed,
       removed = excluded.removed, problems = excluded.problems
     returning position`,
    [id, name, state, articles, changed, removed, json(problems)],
  );
  await queries.query('delete from knowledge_import_parts where import_id = $1 and position = $2', [id, position]);
  if (found !== null) await queries.query('update knowledge_imports set found = $2 where id = $1', [id, found]);
}

/** Pages of the source that the sitemap leads to no more. */
async function takeUnmet(queries: Queries, { id, by }: Import, sourceId: string, at: string): Promise<void> {
  const unmet = await queries.query<{ id: string }>(
    `select id from knowledge_articles where source_id = $1 and published is not null
       and file not in (select name from knowledge_import_files where import_id = $2) order by id for update`,
    [sourceId, id],
  );
  const ids = unmet.map((article) => article.id);
  const removed = await takeAway(queries, ids, { by, at, note: '' }, true);
  await queries.query('update knowledge_imports set removed = $2 where id = $1', [id, removed]);
}
