import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type BackupHeader, FORMAT, FORMAT_VERSION } from './backup-file.ts';
import type { StoreContext } from './context.ts';
import { only, type Queries } from './database.ts';
import { SCHEMA } from './migrate.ts';
import { TABLES } from './migrations/migrations.ts';

export interface BackupOptions {
  /** False leaves the master key out: the file alone then gives nothing away, and restoring needs the key from elsewhere. */
  withKey?: boolean;
}

/** Rows fetched at once. */
const BATCH = 500;

async function* rowsOf(queries: Queries, table: string): AsyncGenerator<string> {
  // The database's own JSON of a row: it needs no code per table, and big integers and times pass through untouched.
  await queries.query(
    `declare copying no scroll cursor for select row_to_json(copied)::text as line from ${table} as copied`,
  );
  for (;;) {
    const rows = await queries.query<{ line: string }>(`fetch ${BATCH} from copying`);
    for (const { line } of rows) yield line;
    if (rows.length < BATCH) break;
  }
  await queries.query('close copying');
}

async function* linesOf(queries: Queries, header: BackupHeader): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const line = (text: string) => {
    const bytes = Buffer.from(`${text}\n`);
    hash.update(bytes);
    return bytes;
  };
  yield line(JSON.stringify(header));
  for (const [table] of header.tables) {
    yield line(JSON.stringify(table));
    for await (const row of rowsOf(queries, table)) yield line(row);
  }
  yield Buffer.from(`${JSON.stringify({ sha256: hash.digest('hex') })}\n`);
}

/** One consistent snapshot of everything, while others go on reading and (on PostgreSQL) writing. */
export async function writeBackup(
  { database, vault, clock }: StoreContext,
  write: (chunk: Uint8Array) => Promise<void>,
  { withKey = true }: BackupOptions = {},
): Promise<BackupHeader> {
  return database.transaction(async (queries) => {
    const tables: BackupHeader['tables'] = [];
    for (const table of TABLES) {
      tables.push([table, only(await queries.query<{ rows: number }>(`select count(*) as rows from ${table}`)).rows]);
    }
    const header: BackupHeader = {
      format: FORMAT,
      version: FORMAT_VERSION,
      schema: SCHEMA,
      createdAt: clock.now(),
      tables,
      keyCheck: vault.check,
      masterKey: withKey ? Buffer.from(vault.master).toString('hex') : null,
    };
    await pipeline(Readable.from(linesOf(queries, header)), createGzip(), async (compressed: AsyncIterable<Buffer>) => {
      for await (const chunk of compressed) await write(chunk);
    });
    return header;
  }, 'repeatable read');
}
