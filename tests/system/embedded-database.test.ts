import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, durableTransaction } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openPglite } from '../../src/store/pglite.ts';
import { type Disk, realDisk } from '../../src/store/sync.ts';

describe('the embedded database', () => {
  let folder: string;
  const open: Database[] = [];
  const start = async (disk: Partial<Disk> = {}) => {
    const database = await openPglite(folder, { disk: { ...realDisk, ...disk } });
    open.push(database);
    return database;
  };
  const close = async () => {
    for (const database of open.splice(0)) await database.close();
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'xiaoer-pglite-'));
  });
  afterEach(async () => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('[STORE-4] keeps its rows over a restart', async () => {
    const first = await start();
    await migrate(first);
    await first.query(`insert into meta (name, value) values ('a', '中')`);
    await close();
    expect(await (await start()).query('select * from meta')).toEqual([{ name: 'a', value: '中' }]);
  });

  it('[STORE-4] begins again when it was killed while its folder was being made', async () => {
    mkdirSync(join(folder, 'database'));
    writeFileSync(join(folder, 'database', 'PG_VERSION'), '18');
    writeFileSync(join(folder, 'database.unfinished'), '');
    const database = await start();
    await migrate(database);
    expect(await database.query('select * from meta')).toEqual([]);
    expect(existsSync(join(folder, 'database.unfinished'))).toBe(false);
  });

  it('[STORE-4] a folder that holds no sound database is reported and left as it is', async () => {
    mkdirSync(join(folder, 'database'));
    writeFileSync(join(folder, 'database', 'PG_VERSION'), '18\n');
    await expect(start()).rejects.toMatchObject({ code: 'store.damaged' });
    expect(readdirSync(join(folder, 'database'))).toContain('PG_VERSION');
  });

  it('[STORE-5] a durable transaction forces the log segment it wrote to the disk before it resolves', async () => {
    const order: string[] = [];
    const database = await start({
      sync: async (path) => {
        await sleep(20);
        order.push(`disk has ${basename(path)}`);
      },
    });
    await migrate(database);
    const [position] = await database.query<{ segment: string }>(
      'select pg_walfile_name(pg_current_wal_lsn()) as segment',
    );
    order.length = 0;
    await durableTransaction(database, async (queries) => {
      await queries.query(`insert into meta (name, value) values ('a', '1')`);
      order.push('inserted');
    });
    order.push('promised');
    expect(order).toEqual(['inserted', `disk has ${position?.segment}`, 'promised']);
  });

  it('[STORE-47] checkpoints go on while segments that they recycled still wait for a slow disk', async () => {
    let release = () => {};
    let stuck = Promise.resolve();
    const database = await start({
      sync: async (path) => {
        await stuck;
        await realDisk.sync(path);
      },
    });
    await migrate(database);
    stuck = new Promise((resolve) => {
      release = resolve;
    });
    for (let round = 0; round < 3; round++) {
      for (let segment = 0; segment < 4; segment++) {
        await database.query(`insert into meta (name, value) values ($1, '1')`, [`${round}-${segment}`]);
        await database.query('select pg_switch_wal()');
      }
      await database.query('checkpoint');
    }
    release();
    await database.durable();
    expect(await database.query('select count(*) as count from meta')).toEqual([{ count: 12 }]);
  });

  it('[STORE-5] twenty durable transactions at once share flushes', async () => {
    let flushes = 0;
    const database = await start({
      sync: async () => {
        flushes++;
        await sleep(30);
      },
    });
    await migrate(database);
    flushes = 0;
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        durableTransaction(database, (queries) =>
          queries.query(`insert into meta (name, value) values ($1, '1')`, [String(index)]),
        ),
      ),
    );
    expect(flushes).toBeGreaterThan(0);
    expect(flushes).toBeLessThan(20);
  });

  it('[STORE-6] a promise is not made when the disk refuses', async () => {
    let healthy = true;
    const database = await start({
      sync: async () => {
        if (!healthy) throw Object.assign(new Error('input/output error'), { code: 'EIO' });
      },
    });
    await migrate(database);
    healthy = false;
    const promise = durableTransaction(database, (queries) =>
      queries.query(`insert into meta (name, value) values ('a', '1')`),
    );
    await expect(promise).rejects.toMatchObject({ code: 'store.not-durable' });
    open.length = 0;
    await expect(database.close()).rejects.toMatchObject({ code: 'store.not-durable' });
  });

  it('[STORE-7] the log does not grow without end', async () => {
    const database = await start({ sync: async () => undefined });
    await migrate(database);
    // 30 × 6 MB of rows: eleven segments of 16 MB.
    for (let round = 0; round < 30; round++) {
      await database.query(
        `insert into meta select $1 || '-' || n, repeat(md5(n::text), 30) from generate_series(1, 6000) as n`,
        [String(round)],
      );
      await sleep(1);
    }
    await database.query('select 1');
    await sleep(50);
    await database.query('select 1');
    const segments = readdirSync(join(folder, 'database', 'pg_wal')).filter((name) => /^[0-9A-F]{24}$/.test(name));
    expect(segments.length).toBeLessThan(10);
  });
});
