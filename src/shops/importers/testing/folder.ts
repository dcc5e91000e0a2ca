import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manualClock } from '../../../core/clock.ts';
import { type ImportRequest, importShop } from '../import-shop.ts';
import type { TableReport } from '../report.ts';

const made: string[] = [];

/** A folder with these files; objects become JSON. */
export async function folder(files: Record<string, string | Uint8Array | object>): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'xiaoer-import-'));
  made.push(directory);
  await mkdir(directory, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    const raw = typeof content === 'string' || content instanceof Uint8Array;
    await writeFile(join(directory, name), raw ? content : JSON.stringify(content));
  }
  return directory;
}

export async function removeFolders(): Promise<void> {
  for (const directory of made.splice(0)) await rm(directory, { recursive: true, force: true });
}

/** Imports a folder of these files on 20 November 2026. */
export async function imported(
  from: ImportRequest['from'],
  files: Parameters<typeof folder>[0],
  options: ImportRequest['options'] = {},
) {
  const clock = manualClock('2026-11-20T04:00:00.000Z');
  const { data, report } = await importShop({ from, directory: await folder(files), options, clock });
  const table = (file: string): TableReport => {
    const found = report.tables.find((each) => each.file === file);
    if (!found) throw new Error(`no table ${file}`);
    return found;
  };
  return { data, report, table };
}
