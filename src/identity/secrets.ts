import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';

/** Secrets that the data folder makes for itself, each in a file that only its owner reads. */
export const SECRET_FILES = {
  /** The command line speaks to a running server with it. */
  local: 'local.token',
  /** The key of the OpenAI-compatible doors while none is configured. */
  apiKey: 'api.key',
} as const;

export type SecretName = keyof typeof SECRET_FILES;

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim() || null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new AppError('data-folder.unreadable', { cause: error, detail: path });
  }
}

/** The secret as it stands, or null where none was made yet. */
export function findSecret(dataDir: string, name: SecretName): string | null {
  return read(join(dataDir, SECRET_FILES[name]));
}

/** The secret of that name, made at its first use. Of two processes that make it at once, one wins and both use it. */
export function ownSecret(dataDir: string, name: SecretName, random: Random): string {
  const path = join(dataDir, SECRET_FILES[name]);
  const existing = read(path);
  if (existing) return existing;
  const prefix = name === 'apiKey' ? 'xiaoer-' : '';
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, `${prefix}${random.token(32)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw new AppError('data-folder.unwritable', { cause: error, detail: path });
    }
  }
  const made = read(path);
  if (!made) throw new AppError('data-folder.unwritable', { detail: `${path} is empty` });
  return made;
}
