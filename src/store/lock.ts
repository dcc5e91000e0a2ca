import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Clock, Random } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import type { Instant } from '../core/instant.ts';
import { MINUTE, SECOND } from '../core/instant.ts';

/** Who has the data folder open. */
export interface LockHolder {
  id: string;
  pid: number;
  host: string;
  started: Instant;
  /** Where its local API listens; null until it does, or when it is not a server. */
  url: string | null;
  /** Tells this process from a later one with the same number: boot and start time where the system says them (Linux). */
  incarnation: string | null;
}

export interface FolderLock {
  announce(url: string): void;
  release(): void;
}

/** A holder on another machine or in another container cannot be asked whether it lives: it shows it by the file's time. */
const HEARTBEAT = 10 * SECOND;
const SILENT_FOR = MINUTE;

const nameOf = (dataDir: string) => join(dataDir, 'xiaoer.lock');

/** /proc/PID/stat: field 22 is the start time in ticks since boot; the name in field 2 may hold spaces and brackets. */
function incarnationOf(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return `${boot}/${fields[19]}`;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function read(path: string): LockHolder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as LockHolder;
  } catch {
    return null;
  }
}

function holds(path: string, holder: LockHolder, clock: Clock): boolean {
  if (holder.host === hostname()) {
    return isAlive(holder.pid) && (holder.incarnation === null || holder.incarnation === incarnationOf(holder.pid));
  }
  try {
    return Date.parse(clock.now()) - statSync(path).mtimeMs < SILENT_FOR;
  } catch {
    return false;
  }
}

/** Who holds the folder now; null when nobody does, also when a dead process left its lock behind. */
export function folderHolder(dataDir: string, clock: Clock): LockHolder | null {
  const path = nameOf(dataDir);
  const holder = read(path);
  return holder !== null && holds(path, holder, clock) ? holder : null;
}

function locked(dataDir: string, holder: LockHolder): AppError {
  const where = holder.url === null ? '' : ` ${holder.url}`;
  return new AppError('store.locked', {
    status: 409,
    detail: `${dataDir} is held by process ${holder.pid} on ${holder.host} since ${holder.started}${where}`,
    publicMessage: {
      zh: `数据目录 ${dataDir} 正被另一个小二使用（进程 ${holder.pid}，主机 ${holder.host}，自 ${holder.started} 起${where && `，地址${where}`}）。请先停止它，或换一个 --data-dir。`,
      en: `The data folder ${dataDir} is in use by another Xiaoer (process ${holder.pid} on ${holder.host}, since ${holder.started}${where && `, at${where}`}). Stop it first, or choose another --data-dir.`,
    },
  });
}

function unwritable(dataDir: string, cause: unknown): AppError {
  return new AppError('store.unwritable', {
    cause,
    publicMessage: {
      zh: `写不了数据目录 ${dataDir}：请检查它的权限和磁盘空间，或用 --data-dir 换一个。`,
      en: `The data folder ${dataDir} cannot be written: check its permissions and free space, or choose another with --data-dir.`,
    },
  });
}

/** Puts `candidate` in the place of a lock that nobody holds. `busy`: another process is doing the same right now. */
function takeOver(path: string, candidate: string, clock: Clock): 'taken' | 'held' | 'busy' {
  const mutex = `${path}.takeover`;
  try {
    linkSync(candidate, mutex);
  } catch {
    const left = statSync(mutex, { throwIfNoEntry: false });
    // Its maker died between two lines.
    if (left && Math.abs(Date.parse(clock.now()) - left.mtimeMs) > HEARTBEAT) rmSync(mutex, { force: true });
    return 'busy';
  }
  try {
    const holder = read(path);
    if (holder !== null && holds(path, holder, clock)) return 'held';
    renameSync(candidate, path);
    return 'taken';
  } finally {
    rmSync(mutex, { force: true });
  }
}

function takeOverSoon(path: string, candidate: string, clock: Clock): boolean {
  for (let attempt = 0; attempt < 40; attempt++) {
    const outcome = takeOver(path, candidate, clock);
    if (outcome !== 'busy') return outcome === 'taken';
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 25);
  }
  return false;
}

/**
 * Takes the folder for this process: PGlite itself lets a second one open it, and both go wrong.
 * @throws AppError `store.locked` saying who holds it, `store.unwritable`
 */
export function lockFolder(dataDir: string, clock: Clock, random: Random): FolderLock {
  const path = nameOf(dataDir);
  const self: LockHolder = {
    id: random.id(),
    pid: process.pid,
    host: hostname(),
    started: clock.now(),
    url: null,
    incarnation: incarnationOf(process.pid),
  };
  const candidate = `${path}.${self.id}`;
  try {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(candidate, JSON.stringify(self), { mode: 0o600 });
  } catch (cause) {
    throw unwritable(dataDir, cause);
  }
  const touch = () => {
    const now = new Date(clock.now());
    utimesSync(path, now, now);
  };
  try {
    if (!takeOverSoon(path, candidate, clock)) throw locked(dataDir, read(path) ?? self);
  } finally {
    rmSync(candidate, { force: true });
  }
  touch();
  const timer = setInterval(() => {
    try {
      touch();
    } catch {
      // The folder is gone: whoever removed it has no use for a sign of life.
    }
  }, HEARTBEAT);
  timer.unref();
  return {
    announce(url) {
      const next = `${path}.next`;
      writeFileSync(next, JSON.stringify({ ...self, url }), { mode: 0o600 });
      renameSync(next, path);
    },
    release() {
      clearInterval(timer);
      if (read(path)?.id === self.id) rmSync(path, { force: true });
    },
  };
}
