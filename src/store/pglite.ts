import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import { AppError } from '../core/errors.ts';
import type { Log } from '../platform/log.ts';
import { type Database, type Isolation, type Parameter, type Queries, withoutValues } from './database.ts';
import { makeFlusher, notDurable } from './flush.ts';
import { readImage } from './image.ts';
import { TABLES } from './migrations/migrations.ts';
import { type Disk, realDisk, realSync, syncSegment } from './sync.ts';
import { PARSERS, storable } from './values.ts';

/** Segments of 16 MB. PGlite has neither checkpointer nor autovacuum: the log would grow until the process ends. */
const SEGMENTS_BETWEEN_CHECKPOINTS = 4;

/** Without `-F` (no fsync); by fsync, because Emscripten's fdatasync does nothing. */
const START = [...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'), '-c', 'wal_sync_method=fsync'];

/** What a transaction is unless it is told otherwise. */
const DEFAULT_ISOLATION: Isolation = 'read committed';

type Runner = Pick<Transaction, 'query' | 'exec'>;

function queriesOf(runner: Runner): Queries {
  return {
    kind: 'pglite',
    async query<Row>(sql: string, parameters: readonly Parameter[] = []) {
      const values = parameters.map((value) => (typeof value === 'string' ? storable(value) : value));
      try {
        return (await runner.query<Row>(sql, values)).rows;
      } catch (error) {
        throw withoutValues(error);
      }
    },
    async script(sql) {
      await runner.exec(sql);
    },
  };
}

function databaseOf(pglite: PGlite, flush: () => Promise<void>, after: () => void): Database {
  const noticing = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work;
    after();
    return result;
  };
  const outer = queriesOf(pglite);
  return {
    kind: 'pglite',
    query: (sql, parameters) => noticing(outer.query(sql, parameters)),
    script: (sql) => noticing(outer.script(sql)),
    transaction: (work, isolation = DEFAULT_ISOLATION) =>
      noticing(
        pglite.transaction(async (transaction) => {
          if (isolation !== DEFAULT_ISOLATION) await transaction.exec(`set transaction isolation level ${isolation}`);
          return await work(queriesOf(transaction));
        }),
      ),
    durable: flush,
    async close() {
      await pglite.close();
      await flush();
    },
  };
}

function unreadable(folder: string, cause: unknown): AppError {
  return new AppError('store.damaged', {
    cause,
    publicMessage: {
      zh: `打不开数据库 ${folder}：它可能已损坏，或由其他版本写成。请把它移走，再用 xiaoer restore 恢复备份。`,
      en: `The database ${folder} cannot be opened: it may be damaged, or written by another version. Move it away and restore a backup with xiaoer restore.`,
    },
  });
}

/**
 * A new folder is forced to the disk aside; the first promise waits for it, and until then a crash begins anew. That the marker is gone
 * must be on the disk too: one that came back would throw away what was promised since.
 */
async function found(folder: string, unfinished: string, disk: Disk): Promise<void> {
  await disk.syncTree(folder);
  rmSync(unfinished);
  disk.syncNow(dirname(unfinished));
}

export interface PgliteOptions {
  log?: Log | undefined;
  disk?: Disk;
}

/** The embedded database in `<dataDir>/database`. The caller holds the folder's lock. */
export async function openPglite(dataDir: string, { log, disk = realDisk }: PgliteOptions = {}): Promise<Database> {
  const folder = join(dataDir, 'database');
  const unfinished = join(dataDir, 'database.unfinished');
  mkdirSync(dataDir, { recursive: true });
  // Killed while the folder was being made: nothing in it was ever promised to anybody.
  if (existsSync(unfinished)) rmSync(folder, { recursive: true, force: true });
  const fresh = !existsSync(join(folder, 'PG_VERSION'));
  if (fresh) {
    writeFileSync(unfinished, '');
    disk.syncNow(dataDir);
  }
  const image = fresh ? await readImage() : null;

  const flusher = makeFlusher((segment) => syncSegment(disk, segment));
  const segments = new Set<string>();
  // PostgreSQL forces every file of a folder it has not shut down itself, one after the other: a new one is forced as a whole below.
  let isNew = fresh;
  const during: Disk = { ...disk, syncNow: (path) => (isNew ? undefined : disk.syncNow(path)) };
  const pglite = await PGlite.create({
    dataDir: folder,
    parsers: PARSERS,
    startParams: START,
    extensions: { realSync: realSync(during, flusher, (path) => segments.add(path)) },
    ...(image && { loadDataDir: image }),
  }).catch((cause: unknown) => {
    throw unreadable(folder, cause);
  });
  isNew = false;
  const founded = fresh ? found(folder, unfinished, disk) : Promise.resolve();
  founded.catch(() => undefined);

  let tidying = false;
  const tidy = async () => {
    tidying = true;
    segments.clear();
    try {
      await pglite.exec(`vacuum analyze ${TABLES.join(', ')}`);
      await pglite.exec('checkpoint');
    } catch (error) {
      if (!pglite.closed) log?.warn('database.not-tidied', { error });
    } finally {
      tidying = false;
    }
  };
  return databaseOf(
    pglite,
    async () => {
      await founded.catch((cause: unknown) => {
        throw notDurable(cause);
      });
      await flusher.flush();
    },
    () => {
      if (!tidying && segments.size > SEGMENTS_BETWEEN_CHECKPOINTS) void tidy();
    },
  );
}

/** An embedded database that lives in memory alone: for tests and for making the image. */
export async function openPgliteInMemory(): Promise<Database & { dump(): Promise<Uint8Array> }> {
  const image = await readImage();
  const pglite = await PGlite.create({ parsers: PARSERS, ...(image && { loadDataDir: image }) });
  const nothing = async () => undefined;
  return {
    ...databaseOf(pglite, nothing, () => undefined),
    async dump() {
      return new Uint8Array(await (await pglite.dumpDataDir('gzip')).arrayBuffer());
    },
  };
}
