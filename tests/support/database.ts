import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { manualClock, seededRandom, systemClock, systemRandom } from '../../src/core/clock.ts';
import { loadConfig } from '../../src/platform/config.ts';
import type { Database } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { TABLES } from '../../src/store/migrations/migrations.ts';
import { openPgliteInMemory } from '../../src/store/pglite.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { makeStore, type Store } from '../../src/store/store.ts';
import { makeVault } from '../../src/store/vault.ts';

/** Set by `npm test` where a PostgreSQL can be started; without it only the embedded half runs. */
export const TEST_DATABASE_URL = process.env.XIAOER_TEST_DATABASE_URL ?? null;

export type TestStore = Store & { clock: ReturnType<typeof manualClock> };

export interface TestDatabase {
  kind: 'pglite' | 'postgres';
  readonly database: Database;
  makeStore(): TestStore;
}

/** An empty schema of its own, so that files can run at the same time. Call `drop` when done. */
export async function postgresSchema(url: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${systemRandom(systemClock).id().toLowerCase()}`;
  const admin = await openPostgres(url);
  await admin.script(`create schema ${name}`);
  const own = new URL(url);
  own.searchParams.set('options', `-c search_path=${name}`);
  return {
    url: own.href,
    async drop() {
      await admin.script(`drop schema ${name} cascade`);
      await admin.close();
    },
  };
}

let seed = 1;

/** A store over an open, migrated database: its own clock at 2026-06-01T08:00:00Z, and randomness not repeated within the file. */
export function storeOn(
  database: Database,
  dataDir: string,
  { master = new Uint8Array(32).fill(7), masterKey }: { master?: Uint8Array; masterKey?: string } = {},
): TestStore {
  const clock = manualClock('2026-06-01T08:00:00.000Z');
  const random = seededRandom(seed++);
  const vault = makeVault(master, random);
  const config = loadConfig({ dataDir, env: masterKey ? { XIAOER_MASTER_KEY: masterKey } : {} });
  return { ...makeStore({ database, vault, clock, random }, config), clock };
}

async function emptyTables(database: Database): Promise<void> {
  await database.script(`${TABLES.toReversed()
    .map((table) => `delete from ${table};`)
    .join('\n')}
    insert into shop (catalogue_version) values (0);`);
}

/** Embedded ones that nobody uses now: to start one takes most of a second, to empty its tables a millisecond. */
const idle: Database[] = [];

/** A database of the current schema with empty tables. Give it back when nothing writes to it any more: the next file may get it. */
export async function lendDatabase(
  kind: TestDatabase['kind'],
): Promise<{ database: Database; giveBack(): Promise<void> }> {
  if (kind === 'postgres') {
    const schema = await postgresSchema(TEST_DATABASE_URL ?? '');
    const database = await openPostgres(schema.url);
    await migrate(database);
    return {
      database,
      async giveBack() {
        await database.close();
        await schema.drop();
      },
    };
  }
  const used = idle.pop();
  const database = used ?? (await openPgliteInMemory());
  await (used ? emptyTables(used) : migrate(database));
  return { database, giveBack: async () => void idle.push(database) };
}

function suite(kind: TestDatabase['kind'], name: string, tests: (given: TestDatabase) => void): void {
  describe(`${name} (${kind})`, () => {
    let database: Database;
    let giveBack: (() => Promise<void>) | null = null;
    let folder: string;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'xiaoer-test-'));
      ({ database, giveBack } = await lendDatabase(kind));
    });
    beforeEach(() => emptyTables(database));
    afterAll(async () => {
      await giveBack?.();
      rmSync(folder, { recursive: true, force: true });
    });

    tests({
      kind,
      get database() {
        return database;
      },
      makeStore: () => storeOn(database, folder),
    });
  });
}

/** Runs the tests on PGlite (in memory) and, where one is given, on PostgreSQL; before each test all tables are empty. */
export function describeOnEachDatabase(name: string, tests: (given: TestDatabase) => void): void {
  suite('pglite', name, tests);
  if (TEST_DATABASE_URL) suite('postgres', name, tests);
}
