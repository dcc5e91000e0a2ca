import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './write-whole.ts';

export const digestOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** Until the file that vouches for it is there, a file waits under a name of its own, so that nothing that counts is written over. */
const waiting = (name: string, digest: string): string => `${name}.${digest.slice(0, 16)}`;

/**
 * Files that belong together, one of which vouches for the others by their digests. Whenever the process dies, all are the old ones or all the new
 * ones: the moment is when the voucher takes its place.
 */
export function writeVouched(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  voucher: { name: string; bytes: Uint8Array },
): void {
  mkdirSync(folder, { recursive: true });
  const waitingNames = [...files].map(([name, bytes]) => [name, waiting(name, digestOf(bytes)), bytes] as const);
  for (const [, beside, bytes] of waitingNames) writeWhole(join(folder, beside), bytes);
  writeWhole(join(folder, voucher.name), voucher.bytes);
  for (const [name, beside] of waitingNames) renameSync(join(folder, beside), join(folder, name));
  for (const leftover of readdirSync(folder))
    if (waitingNames.some(([name]) => leftover.startsWith(`${name}.`))) rmSync(join(folder, leftover));
}

/** The file with this digest, in its place or still waiting for it; null where there is none. */
export function readVouched(folder: string, name: string, digest: string): Uint8Array | null {
  // Its own place once more at the end: it may have been put there between the two looks.
  for (const place of [name, waiting(name, digest), name]) {
    const bytes = readIfThere(join(folder, place));
    if (bytes && digestOf(bytes) === digest) return bytes;
  }
  return null;
}

export function readIfThere(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
