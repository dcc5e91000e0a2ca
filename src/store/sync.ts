import { closeSync, fsyncSync, openSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Extension } from '@electric-sql/pglite';
import type { Flusher } from './flush.ts';

/** WASI's number for an input/output error. */
const EIO = 29;

/** A segment of the write-ahead log, e.g. `pg_wal/000000010000000000000003`. */
const isSegment = (path: string) => /^[0-9A-F]{24}$/.test(basename(path));

/** How writes are forced to the disk; tests put another in its place to see when, or to lose what was not forced. */
export interface Disk {
  /** A file's content, aside. */
  sync(path: string): Promise<void>;
  /** A file or folder, before anything else happens. */
  syncNow(path: string): void;
  /** A folder and all that is in it, aside. */
  syncTree(folder: string): Promise<void>;
}

/** Open files at a time: the disk takes several flushes together, one after the other would take seconds. */
const LANES = 16;

const isGone = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

async function syncWhole(path: string): Promise<void> {
  try {
    const file = await open(path, 'r');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    // A temporary file that has gone in the meantime.
    if (!isGone(error)) throw error;
  }
}

/**
 * A segment that is no longer there was recycled by a checkpoint, which forced it, and all that it explains, to the disk before (below):
 * nothing is left to be forced. An error here would end the database: a checkpoint that fails does so in a critical section.
 */
export function syncSegment(disk: Pick<Disk, 'sync'>, path: string): Promise<void> {
  return disk.sync(path).catch((error: unknown) => {
    if (!isGone(error)) throw error;
  });
}

function syncSegmentNow(disk: Pick<Disk, 'syncNow'>, path: string): void {
  try {
    disk.syncNow(path);
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

export const realDisk: Disk = {
  async sync(path) {
    const file = await open(path, 'r+');
    try {
      await file.datasync();
    } finally {
      await file.close();
    }
  },

  syncNow(path) {
    const descriptor = openSync(path, 'r');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  },

  async syncTree(folder) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const paths = [folder, ...entries.map((entry) => join(entry.parentPath, entry.name))];
    const lane = async () => {
      for (let path = paths.pop(); path !== undefined; path = paths.pop()) await syncWhole(path);
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  },
};

/** What is used of Emscripten's file system on real files (NODEFS in emscripten/src/lib/libnodefs.js). */
interface NodeFiles {
  realPath(node: unknown): string;
  stream_ops: { fsync?: (stream: { node: unknown }) => number };
}
interface Module {
  FS: { filesystems: { NODEFS: NodeFiles } };
}

/**
 * Gives PGlite the fsync that its file system lacks. A commit's flush of the log is only noted: the flusher does it aside, grouped, and
 * who needs it waits there. Any other flush (a checkpoint's) is done at once, after the log: data pages must never be on the disk before
 * the log that explains them.
 */
export function realSync(disk: Disk, flusher: Flusher, onSegment: (path: string) => void): Extension {
  return {
    name: 'real-sync',
    async setup(_database, options: { preRun?: ((module: Module) => void)[] }) {
      const install = (module: Module) => {
        const files = module.FS.filesystems.NODEFS;
        files.stream_ops.fsync = (stream) => {
          try {
            const path = files.realPath(stream.node);
            if (isSegment(path)) {
              flusher.note(path);
              onSegment(path);
              return 0;
            }
            flusher.flushNow((segment) => syncSegmentNow(disk, segment));
            disk.syncNow(path);
            return 0;
          } catch {
            return EIO;
          }
        };
      };
      return { emscriptenOpts: { ...options, preRun: [...(options.preRun ?? []), install] } };
    },
  };
}
