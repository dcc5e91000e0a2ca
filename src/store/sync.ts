import { closeSync, fdatasyncSync, fsyncSync, openSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Extension } from '@electric-sql/pglite';
import type { Flusher } from './flush.ts';

/** WASI's number for an input/output error. */
const EIO = 29;

/** A segment of the write-ahead log, e.g. `pg_wal/000000010000000000000003`. */
const isSegment = (path: string) => /^[0-9A-F]{24}$/.test(basename(path));

export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.datasync();
  } finally {
    await file.close();
  }
}

function syncNow(path: string, sync: (descriptor: number) => void): void {
  const descriptor = openSync(path, 'r');
  try {
    sync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Open files at a time: the disk takes several flushes together, one after the other would take seconds. */
const LANES = 16;

/** Forces a folder and all that is in it to the disk. */
export async function syncTree(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = [folder, ...entries.map((entry) => join(entry.parentPath, entry.name))];
  const lane = async () => {
    for (let path = paths.pop(); path !== undefined; path = paths.pop()) {
      const file = await open(path, 'r');
      try {
        await file.sync();
      } finally {
        await file.close();
      }
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/** What is used of Emscripten's file system on real files (NODEFS in emscripten/src/lib/libnodefs.js). */
interface NodeFiles {
  realPath(node: unknown): string;
  stream_ops: { fsync?: (stream: { node: unknown; nfd?: number }) => number };
}
interface Module {
  FS: { filesystems: { NODEFS: NodeFiles } };
}

/**
 * Gives PGlite the fsync that its file system lacks. A commit's flush of the log is only noted: the flusher does it aside, grouped, and
 * who needs it waits there. Any other flush (a checkpoint's) is done at once, after the log: data pages must never be on the disk before
 * the log that explains them.
 */
export function realSync(flusher: Flusher, onSegment: (path: string) => void): Extension {
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
            for (const segment of flusher.take()) syncNow(segment, fdatasyncSync);
            if (stream.nfd === undefined) syncNow(path, fsyncSync);
            else fsyncSync(stream.nfd);
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
