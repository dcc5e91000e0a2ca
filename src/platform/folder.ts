import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../core/errors.ts';

/**
 * Makes a folder and what is missing above it. One level at a time: with `recursive`, Node 24 never comes back from a place where nothing
 * can be made, as in /proc.
 * @returns whether it was made now
 * @throws AppError `data-folder.unwritable`
 */
export function makeFolder(path: string): boolean {
  try {
    return make(path);
  } catch (cause) {
    throw new AppError('data-folder.unwritable', {
      cause,
      detail: path,
      publicMessage: {
        zh: `建不了目录 ${path}，请检查路径和权限。`,
        en: `The folder ${path} cannot be made: check the path and its permissions.`,
      },
    });
  }
}

function make(path: string): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return false;
  const parent = dirname(path);
  if (parent !== path) make(parent);
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another process may have been quicker.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !statSync(path).isDirectory()) throw error;
    return false;
  }
  return true;
}
