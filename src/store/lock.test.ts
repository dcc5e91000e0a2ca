import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock, systemRandom } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import { folderHolder, type LockHolder, lockFolder } from './lock.ts';

const random = systemRandom();

describe('the lock on the data folder', () => {
  let folder: string;
  const file = () => join(folder, 'xiaoer.lock');
  const take = () => lockFolder(folder, systemClock, random);
  const leave = (holder: Partial<LockHolder>) =>
    writeFileSync(
      file(),
      JSON.stringify({
        id: 'x',
        pid: 1,
        host: hostname(),
        started: systemClock.now(),
        url: null,
        incarnation: null,
        ...holder,
      }),
    );

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'xiaoer-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('[STORE-12] refuses a second one and says in both languages who holds it', () => {
    const lock = take();
    lock.announce('http://127.0.0.1:3000');
    let error: unknown;
    try {
      take();
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'store.locked' });
    const message = (error as AppError).publicMessage;
    for (const text of [message?.zh, message?.en]) {
      expect(text).toContain(String(process.pid));
      expect(text).toContain('http://127.0.0.1:3000');
      expect(text).toContain(folder);
    }
    lock.release();
    take().release();
  });

  it('[STORE-12] tells others who holds the folder and where it listens', () => {
    expect(folderHolder(folder, systemClock)).toBeNull();
    const lock = take();
    lock.announce('http://127.0.0.1:4000');
    expect(folderHolder(folder, systemClock)).toMatchObject({ pid: process.pid, url: 'http://127.0.0.1:4000' });
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    lock.release();
    expect(folderHolder(folder, systemClock)).toBeNull();
    expect(existsSync(file())).toBe(false);
  });

  it('[STORE-13] takes over from a process that is dead', () => {
    const dead = spawnSync(process.execPath, ['-e', '']);
    leave({ pid: dead.pid });
    expect(folderHolder(folder, systemClock)).toBeNull();
    const lock = take();
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({ pid: process.pid });
    lock.release();
  });

  it.runIf(existsSync('/proc/self/stat'))(
    '[STORE-13] takes over from an earlier process with the same number, as after a container’s restart',
    () => {
      leave({ pid: process.pid, incarnation: 'another boot/1' });
      take().release();
    },
  );

  it('[STORE-13] believes a holder on another host while its sign of life is younger than a minute', () => {
    leave({ host: 'elsewhere' });
    expect(() => take()).toThrow('store.locked');
    const old = new Date(Date.parse(systemClock.now()) - 61_000);
    utimesSync(file(), old, old);
    take().release();
  });

  it('[STORE-13] takes over from a lock that was cut off while it was written', () => {
    writeFileSync(file(), '{"pid": 1');
    take().release();
  });

  it('[STORE-12] of several processes that start at once on a dead one’s folder, one gets it', () => {
    leave({ pid: spawnSync(process.execPath, ['-e', '']).pid });
    const script = `
      import { lockFolder } from ${JSON.stringify(new URL('./lock.ts', import.meta.url).href)};
      import { systemClock, systemRandom } from ${JSON.stringify(new URL('../core/clock.ts', import.meta.url).href)};
      try { lockFolder(process.argv[1], systemClock, systemRandom()); console.log('mine'); setTimeout(() => {}, 1500); }
      catch (error) { console.log(error.code); }`;
    const racers = spawnSync(
      'sh',
      [
        '-c',
        `for n in 1 2 3 4; do "$0" --input-type=module -e "$1" "$2" & done; wait`,
        process.execPath,
        script,
        folder,
      ],
      { encoding: 'utf8' },
    );
    expect(racers.stdout.trim().split('\n').sort()).toEqual(['mine', 'store.locked', 'store.locked', 'store.locked']);
  });

  it('[STORE-12] a folder that cannot be written is said to be', () => {
    writeFileSync(file(), '');
    expect(() => lockFolder(join(file(), 'below a file'), systemClock, random)).toThrow('store.unwritable');
  });

  it('[STORE-12] a release leaves a lock that another has taken since', () => {
    const lock = take();
    leave({ id: 'another' });
    lock.release();
    expect(existsSync(file())).toBe(true);
  });
});
