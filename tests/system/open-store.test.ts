import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock, systemRandom } from '../../src/core/clock.ts';
import { loadConfig } from '../../src/platform/config.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { postgresSchema, TEST_DATABASE_URL } from '../support/database.ts';

const AT = '2026-06-01T08:00:00.000Z';

describe('opening the store', () => {
  let folder: string;
  const open: Store[] = [];
  const start = async (env: Record<string, string> = {}) => {
    const config = loadConfig({ dataDir: folder, env });
    const store = await openStore({ config, clock: systemClock, random: systemRandom() });
    open.push(store);
    return store;
  };
  const stop = async () => {
    for (const store of open.splice(0)) await store.close();
  };
  const greet = async (store: Store) => {
    await store.conversations.create({ id: 'c1', customerId: 'alice', channel: 'web', locale: null, at: AT });
    await store.conversations.accept('c1', { clientMessageId: '1', text: '你好' }, { turnId: 't1', at: AT, dueAt: AT });
  };
  const read = async (store: Store) => (await store.conversations.events('c1', 0, 10)).map(({ payload }) => payload);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'xiaoer-store-'));
  });
  afterEach(async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('[STORE-14] makes a key on the first start, for its owner’s eyes alone, and reads with it afterwards', async () => {
    const first = await start();
    expect(first.kind).toBe('pglite');
    await first.ping();
    await greet(first);
    await stop();
    expect(statSync(join(folder, 'master.key')).mode & 0o777).toBe(0o600);
    expect(await read(await start())).toMatchObject([{ text: '你好' }]);
  });

  it('[STORE-14] refuses data whose key is gone or another, makes none in its place, and takes the right one by environment', async () => {
    await greet(await start());
    await stop();
    const key = readFileSync(join(folder, 'master.key'), 'utf8').trim();
    rmSync(join(folder, 'master.key'));
    await expect(start()).rejects.toMatchObject({ code: 'store.wrong-key' });
    expect(readdirSync(folder)).toEqual(['database']);
    await expect(start({ XIAOER_MASTER_KEY: '0'.repeat(64) })).rejects.toMatchObject({ code: 'store.wrong-key' });
    expect(await read(await start({ XIAOER_MASTER_KEY: key }))).toMatchObject([{ text: '你好' }]);
  });

  it('[STORE-14] after a restore was cut off, takes the one of two keys that fits', async () => {
    await greet(await start());
    await stop();
    const key = readFileSync(join(folder, 'master.key'), 'utf8');
    writeFileSync(join(folder, 'master.key.restoring'), `${'0'.repeat(64)}\n`);
    await start();
    await stop();
    expect(readdirSync(folder).sort()).toEqual(['database', 'master.key']);
    writeFileSync(join(folder, 'master.key'), `${'0'.repeat(64)}\n`);
    writeFileSync(join(folder, 'master.key.restoring'), key);
    expect(await read(await start())).toMatchObject([{ text: '你好' }]);
    expect(readFileSync(join(folder, 'master.key'), 'utf8')).toBe(key);
  });

  it('[STORE-12] a folder in use is refused, and free again after closing', async () => {
    await start();
    await expect(start()).rejects.toMatchObject({ code: 'store.locked' });
    await stop();
    await start();
  });

  it('[STORE-17] a PostgreSQL that cannot be reached is said to be, without its password', async () => {
    const error = await start({ DATABASE_URL: 'postgres://somebody:geheim@127.0.0.1:1/shop' }).catch(
      (caught) => caught,
    );
    expect(error).toMatchObject({ code: 'store.unavailable' });
    expect(error.publicMessage.zh).toContain('DATABASE_URL');
    expect(`${error.message} ${JSON.stringify(error.publicMessage)}`).not.toContain('geheim');
  });

  it.runIf(TEST_DATABASE_URL)('[STORE-14] of several that share a PostgreSQL, all need the one key', async () => {
    const schema = await postgresSchema(TEST_DATABASE_URL ?? '');
    const elsewhere = mkdtempSync(join(tmpdir(), 'xiaoer-store-'));
    try {
      const [one, two] = await Promise.all([start({ DATABASE_URL: schema.url }), start({ DATABASE_URL: schema.url })]);
      await greet(one);
      expect(await read(two)).toMatchObject([{ text: '你好' }]);
      const config = loadConfig({ dataDir: elsewhere, env: { DATABASE_URL: schema.url } });
      const third = openStore({ config, clock: systemClock, random: systemRandom() });
      await expect(third).rejects.toMatchObject({ code: 'store.wrong-key' });
    } finally {
      await stop();
      await schema.drop();
      rmSync(elsewhere, { recursive: true, force: true });
    }
  });
});
