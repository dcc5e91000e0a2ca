import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../platform/config.ts';
import { type BackupHeader, damaged, readBackup, refused } from './backup-file.ts';
import type { StoreContext } from './context.ts';
import { only, type Queries } from './database.ts';
import { adoptStagedKey, dropStagedKey, stageKey } from './master-key.ts';
import { migrateWithin } from './migrate.ts';
import { TABLES } from './migrations/migrations.ts';

export interface RestoreOptions {
  /** Only looks whether the file is whole and could be restored here. */
  checkOnly?: boolean;
}

/** Rows in one statement. */
const BATCH = 200;

/** The key that the restored data needs; null when it is the one in use. */
function keyFor(header: BackupHeader, vault: StoreContext['vault'], config: Config): Uint8Array | null {
  if (header.keyCheck === vault.check) return null;
  if (header.masterKey === null) {
    throw refused('backup.without-key', {
      zh: '这个备份不含主密钥，而当前的主密钥与它不符：请先设置当时的 XIAOER_MASTER_KEY 或放回 master.key。没有改动任何数据。',
      en: 'This backup holds no master key and the current one does not fit it: set the XIAOER_MASTER_KEY or put back the master.key it was made with. Nothing was changed.',
    });
  }
  if (config.masterKey !== null) {
    throw refused('backup.other-key', {
      zh: '这个备份是用另一个主密钥写的：请去掉 XIAOER_MASTER_KEY，或改成备份时的那个。没有改动任何数据。',
      en: 'This backup was written under another master key: unset XIAOER_MASTER_KEY, or set it to that one. Nothing was changed.',
    });
  }
  return new Uint8Array(Buffer.from(header.masterKey, 'hex'));
}

interface KnowledgeBefore {
  piece: number;
  revision: number;
}

async function knowledgeBefore(queries: Queries): Promise<KnowledgeBefore> {
  return only(
    await queries.query<KnowledgeBefore>(
      `select (select coalesce(max(id), 0) from knowledge_chunks) as piece, (select coalesce(max(revision), 0) from knowledge_changes) as revision`,
    ),
  );
}

/** Who holds pieces in memory knows them by their ids: none of these may come back as another piece. */
async function newIds(queries: Queries, { piece, revision }: KnowledgeBefore): Promise<void> {
  const sequence = `pg_get_serial_sequence('knowledge_chunks', 'id')`;
  await queries.query(
    `select setval(${sequence}, greatest($1::bigint, (select coalesce(max(id), 0) from knowledge_chunks)) + 1)`,
    [piece],
  );
  await queries.query(`update knowledge_chunks set id = nextval(${sequence})`);
  await queries.query('update knowledge_changes set revision = greatest(revision, $1) + 1', [revision]);
  // A backup from before the first change has no row: without one the count would begin again at what was seen before.
  await queries.query(
    'insert into knowledge_changes (revision) select $1::bigint + 1 where $1::bigint > 0 on conflict do nothing',
    [revision],
  );
}

async function load(queries: Queries, path: string): Promise<void> {
  const { version } = only(
    await queries.query<{ version: number }>('select coalesce(max(catalogue_version), 0) as version from shop'),
  );
  const before = await knowledgeBefore(queries);
  await queries.script(`drop table if exists migrations, ${TABLES.join(', ')} cascade`);
  let batch: { table: string; lines: string[] } = { table: '', lines: [] };
  const flush = async () => {
    const { table, lines } = batch;
    batch = { table, lines: [] };
    if (lines.length === 0) return;
    await queries.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [
      `[${lines.join(',')}]`,
    ]);
  };
  await readBackup(path, {
    // The tables as they were when the backup was made; what came later is applied to the restored rows below.
    async header({ schema, tables }) {
      await migrateWithin(queries, schema);
      for (const [table] of tables.toReversed()) await queries.query(`delete from ${table}`);
    },
    async row(table, line) {
      if (table !== batch.table) {
        await flush();
        batch = { table, lines: [] };
      }
      batch.lines.push(line);
      if (batch.lines.length >= BATCH) await flush();
    },
  });
  await flush();
  await migrateWithin(queries);
  // What ran when the backup was made runs nowhere now, and a session that was given back since must not open again.
  await queries.query(`update turns set state = 'waiting', holder = null, lease_until = null where state = 'running'`);
  await queries.query('update knowledge_imports set lease_owner = null, lease_until = null');
  await queries.query('delete from sessions');
  // It may have been carried out, and a card been used, after the backup was made: then the platform knows of it. What cannot be asked twice
  // under one key is looked up first, and no card is pressed again.
  await queries.query(
    `update intents set sent_at = coalesce(sent_at, planned_at), state = case state when 'planned' then 'sent' else state end
     where state in ('awaiting-approval', 'planned')`,
  );
  await queries.query(`update confirmations set state = 'cancelled' where state = 'open'`);
  await newIds(queries, before);
  // Readers that keep an index compare versions: one they have seen must not come back with other goods.
  await queries.query('update shop set catalogue_version = greatest(catalogue_version, $1) + 1', [version]);
}

/**
 * Replaces everything by a backup, or nothing: the whole file is kept and checked first, then loaded in one transaction.
 * @throws AppError `backup.damaged`, `backup.newer`, `backup.without-key`, `backup.other-key`; each leaves all as it was
 */
export async function restoreBackup(
  { database, vault, random, subjects }: StoreContext,
  config: Config,
  source: AsyncIterable<Uint8Array>,
  { checkOnly = false }: RestoreOptions = {},
): Promise<BackupHeader> {
  const path = join(config.dataDir, `restore-${random.id()}.unfinished`);
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      for await (const chunk of source) await file.writeFile(chunk);
    } finally {
      await file.close();
    }
    const header = await readBackup(path);
    const known = new Set<string>(TABLES);
    if (header.tables.some(([table]) => !known.has(table))) throw damaged('unknown table');
    const key = keyFor(header, vault, config);
    if (checkOnly) return header;

    if (key) stageKey(config.dataDir, key);
    try {
      await database.transaction(async (queries) => {
        await load(queries, path);
        // Before the commit: nobody may go on with what the rows said before.
        vault.forget();
        subjects.clear();
      });
    } catch (error) {
      dropStagedKey(config.dataDir);
      throw error;
    }
    await database.durable();
    if (key) {
      adoptStagedKey(config.dataDir);
      vault.use(key);
    }
    return header;
  } finally {
    await rm(path, { force: true });
  }
}
