import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  describeOnEachDatabase,
  lendDatabase,
  storeOn,
  TEST_DATABASE_URL,
  type TestStore,
} from '../../tests/support/database.ts';
import type { Database } from './database.ts';
import { TABLES } from './migrations/migrations.ts';

const AT = '2026-06-01T08:00:00.000Z';
const OTHER_KEY = new Uint8Array(32).fill(9);

async function* chunks(file: Buffer, size = 1_000): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < file.length; start += size) yield file.subarray(start, start + size);
}

async function backupOf(store: TestStore, withKey = true): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  await store.backup(async (chunk) => void parts.push(chunk), { withKey });
  return Buffer.concat(parts);
}

/** Everything in the database, as text. */
async function contents(database: Database): Promise<Record<string, string[]>> {
  const tables: Record<string, string[]> = {};
  for (const table of TABLES) {
    const what = table === 'shop' ? `info, origin` : '*';
    const rows = await database.query<{ line: string }>(
      `select row_to_json(t)::text as line from (select ${what} from ${table}) as t order by 1`,
    );
    tables[table] = rows.map(({ line }) => line);
  }
  return tables;
}

describeOnEachDatabase('backup', (given) => {
  let folder: string;
  const cleanups: (() => Promise<void>)[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'xiaoer-backup-'));
  });
  afterEach(async () => {
    for (const clean of cleanups.splice(0).reverse()) await clean();
    rmSync(folder, { recursive: true, force: true });
  });

  async function filled(): Promise<TestStore> {
    const store = given.makeStore();
    await given.database.query(`insert into meta (name, value) values ('key-check', 'k')`);
    for (const [id, customerId] of [
      ['c1', '1234567890123456789'],
      ['c2', null],
    ] as const) {
      await store.conversations.create({ id, customerId, channel: 'web', locale: 'zh', at: AT });
      await store.conversations.accept(
        id,
        { clientMessageId: 'm', text: '你好 "\n\\' },
        { turnId: `t-${id}`, at: AT, dueAt: AT },
      );
      await store.audit.append({
        at: AT,
        conversationId: id,
        turnId: 't',
        command: 'x',
        decision: 'done',
        payload: { id },
      });
    }
    await store.attempts.count('k', AT, AT);
    await store.shopTables.replace(
      {
        info: {
          id: 's',
          name: { zh: '店' },
          currency: 'CNY',
          timeZone: 'Asia/Shanghai',
          languages: ['zh'],
          idempotency: 'native-key',
        },
        categories: [{ id: '1', name: { zh: '鞋' } }],
        products: [],
        customers: [],
        orders: [],
        returns: [],
        coupons: [],
        articles: [],
      },
      'demo',
    );
    // More than one page of rows, and an integer that JavaScript's numbers do not hold.
    await given.database.query(`insert into meta select 'n' || n, repeat('值', 50) from generate_series(1, 1200) as n`);
    await given.database.query(
      `insert into shop_products values ('p', 0, '{"id": "p", "tags": ["中\\n"], "big": 12345678901234567890}')`,
    );
    await given.database.query(`insert into shop_variants values ('p', 'v', 0, 9007199254740993, '{"id": "v"}')`);
    return store;
  }

  async function empty(kind: 'pglite' | 'postgres'): Promise<Database> {
    const { database, giveBack } = await lendDatabase(kind);
    cleanups.push(giveBack);
    return database;
  }

  for (const target of ['pglite', 'postgres'] as const) {
    it.runIf(target === 'pglite' || TEST_DATABASE_URL)(
      `[STORE-41] restores into ${target}: every row, and the key to read them`,
      async () => {
        const store = await filled();
        const file = await backupOf(store);
        const database = await empty(target);
        const other = storeOn(database, folder, { master: OTHER_KEY });
        await other.restore(chunks(file));
        expect(await contents(database)).toEqual(await contents(given.database));
        expect(await other.conversations.events('c1', 0, 10)).toEqual(await store.conversations.events('c1', 0, 10));
        expect(await other.audit.verify()).toEqual({ ok: true, entries: 2 });
        expect(readFileSync(join(folder, 'master.key'), 'utf8').trim()).toBe(Buffer.alloc(32, 7).toString('hex'));
        expect(readdirSync(folder)).toEqual(['master.key']);
        // What is written next is readable too.
        expect(
          (
            await other.conversations.accept(
              'c2',
              { clientMessageId: 'n', text: '在吗' },
              { turnId: 'n', at: AT, dueAt: AT },
            )
          ).kind,
        ).toBe('accepted');
      },
    );
  }

  it('[STORE-41] replaces what was there; the catalogue’s version still grows', async () => {
    const store = await filled();
    const file = await backupOf(store);
    for (let round = 0; round < 5; round++) {
      await given.database.query('update shop set catalogue_version = catalogue_version + 1');
    }
    const version = Number(await store.shopTables.catalogueVersion());
    const before = await contents(given.database);
    await store.conversations.create({ id: 'later', customerId: null, channel: 'web', locale: null, at: AT });
    await store.restore(chunks(file));
    expect(await store.conversations.get('later')).toBeNull();
    expect(await contents(given.database)).toEqual(before);
    expect(Number(await store.shopTables.catalogueVersion())).toBeGreaterThan(version);
  });

  it('[STORE-41] what is written after a restore is under the restored keys and for the restored customer', async () => {
    const store = await filled();
    const file = await backupOf(store);
    const say = (text: string) =>
      store.conversations.accept('c1', { clientMessageId: text, text }, { turnId: `t-${text}`, at: AT, dueAt: AT });
    const entry = { at: AT, conversationId: 'c1', turnId: 't', command: 'x', decision: 'done' };
    await store.erase('customer:1234567890123456789');
    for (const text of ['1', '2', '3']) await say(text);
    await store.audit.append({ ...entry, payload: 'before' });
    await store.restore(chunks(file));
    await say('after');
    await store.audit.append({ ...entry, payload: 'after' });
    for (const reader of [store, given.makeStore()]) {
      const events = await reader.conversations.events('c1', 0, 10);
      expect(events.map(({ payload }) => 'text' in payload && payload.text)).toEqual(['你好 "\n\\', 'after']);
      expect((await reader.audit.list('c1', { limit: 100 })).items.toReversed().map(({ payload }) => payload)).toEqual([
        { id: 'c1' },
        'after',
      ]);
    }
  });

  it('[STORE-40] is one moment, though others write meanwhile', async () => {
    const store = await filled();
    let stop = false;
    const writing = (async () => {
      for (let index = 0; !stop; index++) {
        await given.database.transaction(async (queries) => {
          await queries.query(`insert into meta (name, value) values ($1, 'x')`, [`pair-${index}`]);
          await queries.query('insert into attempts (key, times) values ($1, array[now()])', [`pair-${index}`]);
        });
      }
    })();
    const files = [await backupOf(store), await backupOf(store)];
    stop = true;
    await writing;
    for (const file of files) {
      const lines = gunzipSync(file).toString().split('\n');
      const pairs = lines.filter((line) => line.includes('pair-'));
      expect(pairs.filter((line) => line.includes('"name"'))).toHaveLength(pairs.length / 2);
      expect(await store.restore(chunks(file), { checkOnly: true })).toMatchObject({ format: 'xiaoer-backup' });
    }
  });

  it('[STORE-42] refuses a file that is damaged, cut off or something else, and changes nothing', async () => {
    const store = await filled();
    const file = await backupOf(store);
    const before = await contents(given.database);
    const text = gunzipSync(file).toString();
    const lines = text.split('\n');
    const flipped = Buffer.from(file);
    flipped[Math.floor(file.length / 2)] = (flipped[Math.floor(file.length / 2)] ?? 0) ^ 0x10;
    const bad: Record<string, Buffer> = {
      nothing: Buffer.alloc(0),
      'no gzip': Buffer.from('hello'),
      'another gzip': gzipSync('hello\n'),
      'half of it': file.subarray(0, file.length >> 1),
      'without its last bytes': file.subarray(0, file.length - 4),
      'one bit': flipped,
      'a row less': gzipSync(lines.toSpliced(40, 1).join('\n')),
      'a row changed': gzipSync(text.replace('值', '假')),
      'no end': gzipSync(`${lines.slice(0, -2).join('\n')}\n`),
      'ends within a line': gzipSync(text.slice(0, -20)),
      'goes on': gzipSync(`${text}{}\n`),
    };
    for (const [what, content] of Object.entries(bad)) {
      await expect(store.restore(chunks(content)), what).rejects.toMatchObject({ code: 'backup.damaged' });
    }
    expect(await contents(given.database)).toEqual(before);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('[STORE-42] refuses a file of a newer program', async () => {
    const store = await filled();
    const text = gunzipSync(await backupOf(store)).toString();
    const newer = gzipSync(text.replace(/"schema":\d+/, '"schema":9999'));
    await expect(store.restore(chunks(newer))).rejects.toMatchObject({ code: 'backup.newer' });
  });

  it('[STORE-43] without the key: no key in the file, and restored only where it is', async () => {
    const store = await filled();
    const file = await backupOf(store, false);
    expect(gunzipSync(file).toString()).not.toContain(Buffer.alloc(32, 7).toString('hex'));
    const database = await empty('pglite');
    const stranger = storeOn(database, folder, { master: OTHER_KEY });
    await expect(stranger.restore(chunks(file))).rejects.toMatchObject({ code: 'backup.without-key' });
    const friend = storeOn(database, folder);
    await friend.restore(chunks(file));
    expect(await friend.conversations.events('c1', 0, 10)).toEqual(await store.conversations.events('c1', 0, 10));
  });

  it('[STORE-43] a configured master key is not replaced behind the owner’s back', async () => {
    const file = await backupOf(await filled());
    const masterKey = Buffer.from(OTHER_KEY).toString('hex');
    const other = storeOn(await empty('pglite'), folder, { master: OTHER_KEY, masterKey });
    await expect(other.restore(chunks(file))).rejects.toMatchObject({ code: 'backup.other-key' });
  });
});
