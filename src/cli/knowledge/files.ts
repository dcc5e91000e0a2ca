import { readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { failure } from '../exit.ts';

export interface FoundFile {
  /** By which it is known: the same name again is the same source. */
  name: string;
  path: string;
  bytes: number;
}

/**
 * The files that are named, and those in the folders that are: a file by its name, one in a folder by its path from there.
 * @throws AppError `cli.no-file`, `cli.same-name`
 */
export function filesAt(paths: readonly string[]): FoundFile[] {
  const files = paths.flatMap((given) => {
    const path = resolve(given);
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isFile()) return [{ name: basename(path), path, bytes: found.size }];
    if (found?.isDirectory()) return filesIn(path, basename(path));
    throw failure('cli.no-file', { zh: `找不到 ${given}。`, en: `There is no ${given}.` });
  });
  const names = new Set<string>();
  for (const { name } of files) {
    if (names.has(name))
      throw failure('cli.same-name', {
        zh: `有两个文件都叫 ${name}，请分开导入，或导入它们的上一级目录。`,
        en: `Two files are called ${name}: import them apart, or the folder above them.`,
      });
    names.add(name);
  }
  if (files.length === 0) throw failure('cli.no-file', { zh: '那里没有文件。', en: 'There are no files there.' });
  return files;
}

/** In the order of their names; what begins with a dot is nobody's text. */
function filesIn(folder: string, name: string): FoundFile[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.name.startsWith('.'));
  entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path, `${name}/${entry.name}`);
    return entry.isFile() ? [{ name: `${name}/${entry.name}`, path, bytes: statSync(path).size }] : [];
  });
}
