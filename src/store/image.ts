import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MIGRATIONS } from './migrations/migrations.ts';

const FOLDER = fileURLToPath(new URL('../../build/', import.meta.url));

/** Names the image: another schema or another PGlite makes another image, so that a stale one is never read. */
function fingerprint(): string {
  const manifest = join(dirname(fileURLToPath(import.meta.resolve('@electric-sql/pglite'))), '..', 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const hash = createHash('sha256').update(JSON.stringify(MIGRATIONS)).update(version);
  return hash.digest('hex').slice(0, 16);
}

const imagePath = (): string => join(FOLDER, `database-${fingerprint()}.tar.gz`);

/** The prepared empty database; null when it was not made or belongs to other code: the caller then makes one from nothing. */
export async function readImage(): Promise<Blob | null> {
  return existsSync(imagePath()) ? new Blob([await readFile(imagePath())]) : null;
}

/**
 * Makes the image if it is not there yet. Takes several seconds the first time: done at install, so that the first start is quick.
 * @param dump a migrated empty database, packed
 */
export async function writeImage(dump: () => Promise<Uint8Array>): Promise<void> {
  const path = imagePath();
  if (existsSync(path)) return;
  const content = await dump();
  mkdirSync(FOLDER, { recursive: true });
  for (const name of readdirSync(FOLDER)) {
    if (/^database-.*\.tar\.gz/.test(name)) rmSync(join(FOLDER, name), { force: true });
  }
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, content);
  renameSync(unfinished, path);
}
