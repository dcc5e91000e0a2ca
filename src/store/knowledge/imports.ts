import type { ImportFile, ImportFileState, ImportStore } from '../../knowledge/ports.ts';
import { type Database, durableTransaction, type Queries } from '../database.ts';
import { json } from '../values.ts';
import { importQueue } from './import-queue.ts';
import { findImport, IMPORT, type ImportRow, importOf } from './import-rows.ts';

/** Bytes in one row: a backup and a restore hold a few hundred of them at once. */
const PART = 64 * 1024;

export function importStore(database: Database): ImportStore {
  return {
    ...importQueue(database),

    open: ({ id, settings, by, at }) =>
      durableTransaction(database, async (queries) => {
        await queries.query(
          `insert into knowledge_imports (id, settings, state, by, at) values ($1, $2::jsonb, 'open', $3, $4)`,
          [id, json(settings), by, at],
        );
        if (settings.kind !== 'page') return;
        await queries.query(
          `insert into knowledge_import_files (import_id, position, name, state) values ($1, 1, $2, 'queued')`,
          [id, settings.url],
        );
      }),

    async receive(id, name, content) {
      const position = await database.transaction((queries) => addFile(queries, id, name));
      if (typeof position === 'string') return position;
      try {
        let part = 0;
        for await (const bytes of parts(content)) {
          await database.query(
            'insert into knowledge_import_parts (import_id, position, part, bytes) values ($1, $2, $3, $4)',
            [id, position, part++, bytes],
          );
        }
        return await durableTransaction(database, async (queries) => {
          const still = await lockOpen(queries, id);
          if (still) await setState(queries, id, position, 'queued');
          else await dropFile(queries, id, position);
          return still ? 'received' : 'closed';
        });
      } catch (error) {
        await database.transaction((queries) => dropFile(queries, id, position));
        throw error;
      }
    },

    start: (id) =>
      durableTransaction(database, async (queries) => {
        if (!(await lockOpen(queries, id))) return false;
        await queries.query(`update knowledge_imports set state = 'queued' where id = $1`, [id]);
        // Left over where a program ended while they arrived.
        await queries.query(
          `delete from knowledge_import_parts where import_id = $1 and position in
             (select position from knowledge_import_files where import_id = $1 and state = 'arriving')`,
          [id],
        );
        await queries.query(`delete from knowledge_import_files where import_id = $1 and state = 'arriving'`, [id]);
        return true;
      }),

    cancel: (id, at) => durableTransaction(database, (queries) => cancelOne(queries, id, at)),

    async abandon(before, at) {
      const left = await database.query<{ id: string }>(
        `select id from knowledge_imports where state = 'open' and at < $1`,
        [before],
      );
      for (const { id } of left) await durableTransaction(database, (queries) => cancelOne(queries, id, at));
    },

    async list({ limit, before }) {
      const rows = await database.query<ImportRow>(
        `${IMPORT} where $1::text is null or import.id < $1 order by import.id desc limit $2`,
        [before ?? null, limit],
      );
      return rows.map(importOf);
    },

    async find(id) {
      const found = await findImport(database, id);
      if (!found) return null;
      const files = await database.query<ImportFile>(
        `select position, name, state, articles, changed, removed, problems from knowledge_import_files where import_id = $1 order by position`,
        [id],
      );
      return { ...found, files };
    },
  };
}

async function cancelOne(queries: Queries, id: string, at: string): Promise<boolean> {
  const ended = await queries.query(
    `update knowledge_imports set state = 'cancelled', finished_at = $2, lease_owner = null, lease_until = null
     where id = $1 and state in ('open', 'queued', 'running') returning id`,
    [id, at],
  );
  if (ended.length === 0) return false;
  await queries.query('delete from knowledge_import_parts where import_id = $1', [id]);
  await queries.query(
    `update knowledge_import_files set state = 'cancelled' where import_id = $1 and state in ('queued', 'arriving')`,
    [id],
  );
  return true;
}

async function lockOpen(queries: Queries, id: string): Promise<boolean> {
  const rows = await queries.query(`select id from knowledge_imports where id = $1 and state = 'open' for update`, [
    id,
  ]);
  return rows.length > 0;
}

async function addFile(
  queries: Queries,
  id: string,
  name: string,
): Promise<number | 'unknown' | 'closed' | 'repeated'> {
  const [found] = await queries.query<{ open: boolean }>(
    `select state = 'open' and settings ->> 'kind' = 'file' as open from knowledge_imports where id = $1 for update`,
    [id],
  );
  if (!found) return 'unknown';
  if (!found.open) return 'closed';
  const [added] = await queries.query<{ position: number }>(
    `insert into knowledge_import_files (import_id, position, name, state)
     select $1, (select coalesce(max(position), 0) + 1 from knowledge_import_files where import_id = $1), $2, 'arriving'
     on conflict (import_id, name) do nothing returning position`,
    [id, name],
  );
  return added?.position ?? 'repeated';
}

function setState(queries: Queries, id: string, position: number, state: ImportFileState) {
  return queries.query(
    `update knowledge_import_files set state = $3 where import_id = $1 and position = $2 and state = 'arriving'`,
    [id, position, state],
  );
}

async function dropFile(queries: Queries, id: string, position: number): Promise<void> {
  await queries.query('delete from knowledge_import_parts where import_id = $1 and position = $2', [id, position]);
  await queries.query(
    `delete from knowledge_import_files where import_id = $1 and position = $2 and state in ('arriving', 'cancelled')`,
    [id, position],
  );
}

/** The same bytes in pieces of one size. */
async function* parts(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of content) {
    held.push(chunk);
    size += chunk.byteLength;
    if (size < PART) continue;
    const all = Buffer.concat(held);
    let at = 0;
    for (; at + PART <= all.length; at += PART) yield all.subarray(at, at + PART);
    held = [all.subarray(at)];
    size = all.length - at;
  }
  if (size > 0) yield Buffer.concat(held);
}
