import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Disk } from '../../src/store/sync.ts';

/**
 * A disk that can lose power. Of every file it remembers what was there when the file was last forced; a cut leaves only that, and of a
 * file that never was forced an empty one. Names are taken as kept: a rename moves what was forced along, as on a journalling file system.
 */
export function disposableDisk(): Disk & { cut(folder: string, into: string): void } {
  const forced = new Map<number, Buffer>();

  const force = (path: string) => {
    if (!existsSync(path)) return;
    const stat = statSync(path);
    if (stat.isFile()) forced.set(stat.ino, readFileSync(path));
  };
  const files = (folder: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => ({
      path: join(entry.parentPath, entry.name),
      isFile: entry.isFile(),
    }));

  return {
    async sync(path) {
      force(path);
    },
    syncNow: force,
    async syncTree(folder) {
      for (const { path } of files(folder)) force(path);
    },
    cut(folder, into) {
      mkdirSync(into, { recursive: true });
      for (const { path, isFile } of files(folder)) {
        const target = join(into, relative(folder, path));
        if (!isFile) {
          mkdirSync(target, { recursive: true });
          continue;
        }
        copyFileSync(path, target);
        writeFileSync(target, forced.get(statSync(path).ino) ?? '');
      }
    },
  };
}
