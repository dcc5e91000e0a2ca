import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Random } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import type { Config } from '../platform/config.ts';
import type { Database } from './database.ts';
import { realDisk } from './sync.ts';
import { makeVault, type Vault } from './vault.ts';

const fileOf = (dataDir: string) => join(dataDir, 'master.key');
/** A restore puts its key here before it commits: whichever of the two fits the data is the right one. */
const pendingOf = (dataDir: string) => join(dataDir, 'master.key.restoring');

function readKey(path: string): Uint8Array | null {
  if (!existsSync(path)) return null;
  const text = readFileSync(path, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/i.test(text))
    throw new AppError('store.bad-key', { detail: `${path}: not 64 hexadecimal digits` });
  return new Uint8Array(Buffer.from(text, 'hex'));
}

/** Written whole, flushed, then given its name by `place`: a key half written would lose everything. */
function writeKey(path: string, key: Uint8Array, place: (unfinished: string, path: string) => void): void {
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}`;
  const descriptor = openSync(unfinished, 'w', 0o600);
  try {
    writeSync(descriptor, `${Buffer.from(key).toString('hex')}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  try {
    place(unfinished, path);
  } finally {
    rmSync(unfinished, { force: true });
  }
  realDisk.syncNow(dirname(path));
}

/** The folder's key, made now; when another process makes one at the same moment, the one that was first. */
function createKey(path: string, key: Uint8Array): Uint8Array {
  try {
    writeKey(path, key, linkSync);
    return key;
  } catch (error) {
    const first = (error as NodeJS.ErrnoException).code === 'EEXIST' ? readKey(path) : null;
    if (first === null) throw error;
    return first;
  }
}

export const stageKey = (dataDir: string, key: Uint8Array): void => writeKey(pendingOf(dataDir), key, renameSync);

export const dropStagedKey = (dataDir: string): void => rmSync(pendingOf(dataDir), { force: true });

export function adoptStagedKey(dataDir: string): void {
  if (existsSync(pendingOf(dataDir))) renameSync(pendingOf(dataDir), fileOf(dataDir));
}

function wrongKey(dataDir: string): AppError {
  return new AppError('store.wrong-key', {
    publicMessage: {
      zh: `主密钥与数据不符：请设置写入这些数据时的 XIAOER_MASTER_KEY，或把当时的 master.key 放回 ${dataDir}。`,
      en: `The master key does not fit the data: set the XIAOER_MASTER_KEY that wrote it, or put that master.key back into ${dataDir}.`,
    },
  });
}

/**
 * The vault for this data: with the configured key, or the data folder's own (made on the first start only).
 * @throws AppError `store.wrong-key` when the data was written under another: nothing of it could be read, and new rows would be lost too.
 */
export async function openVault(config: Config, database: Database, random: Random): Promise<Vault> {
  const stored = async () =>
    (await database.query<{ value: string }>(`select value from meta where name = 'key-check'`))[0]?.value;
  const known = await stored();
  const candidates = config.masterKey
    ? [new Uint8Array(Buffer.from(config.masterKey, 'hex'))]
    : [readKey(fileOf(config.dataDir)), readKey(pendingOf(config.dataDir))].filter((key) => key !== null);
  if (known !== undefined) {
    const fitting = candidates.map((key) => makeVault(key, random)).find((vault) => vault.check === known);
    if (!fitting) throw wrongKey(config.dataDir);
    if (!config.masterKey && Buffer.compare(fitting.master, candidates[0] ?? new Uint8Array()) !== 0) {
      adoptStagedKey(config.dataDir);
    }
    dropStagedKey(config.dataDir);
    return fitting;
  }
  const key = candidates[0] ?? createKey(fileOf(config.dataDir), new Uint8Array(Buffer.from(random.token(32), 'hex')));
  const vault = makeVault(key, random);
  await database.query(`insert into meta (name, value) values ('key-check', $1) on conflict do nothing`, [vault.check]);
  await database.durable();
  // Another process may have been first, with its own key.
  if ((await stored()) !== vault.check) throw wrongKey(config.dataDir);
  return vault;
}
