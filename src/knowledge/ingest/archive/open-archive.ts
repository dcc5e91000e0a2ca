import yauzl from 'yauzl';
import type { ReadLimits } from '../limits.ts';
import { entryNames } from './entry-names.ts';

/** One file in an archive. Nothing of it is ever written to a disk: its path is a name. */
export interface ArchiveEntry {
  path: string;
  /** Bytes, as the archive says; `read` holds it to them. */
  size: number;
  packed: number;
  encrypted: boolean;
  /** @throws where it is damaged, packed in an unknown way, or not as large as it says. */
  read(): Promise<Uint8Array>;
}

export type OpenedArchive =
  | { ok: true; entries: ArchiveEntry[] }
  | { ok: false; reason: 'broken' }
  | { ok: false; reason: 'too-many'; entries: number };

/** The files of a ZIP, without its folders. Stops as soon as there are more than `most`. */
export async function openArchive(bytes: Uint8Array, most: number): Promise<OpenedArchive> {
  try {
    const zip = await yauzl.fromBufferPromise(buffer(bytes), { lazyEntries: true, decodeStrings: false });
    const entries: yauzl.Entry[] = [];
    for await (const entry of zip.eachEntry()) {
      if (isFolder(entry)) continue;
      entries.push(entry);
      if (entries.length > most) return { ok: false, reason: 'too-many', entries: zip.entryCount };
    }
    const names = entryNames(entries);
    return {
      ok: true,
      entries: entries.map((entry, index) => entryOf(zip, entry, names[index] ?? '')),
    };
  } catch {
    return { ok: false, reason: 'broken' };
  }
}

function entryOf(zip: yauzl.ZipFile, entry: yauzl.Entry, path: string): ArchiveEntry {
  return {
    path,
    size: entry.uncompressedSize,
    packed: entry.compressedSize,
    encrypted: entry.isEncrypted(),
    async read() {
      const parts: Buffer[] = [];
      // yauzl ends the stream with an error as soon as more comes than the entry's size.
      for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part);
      return Buffer.concat(parts);
    },
  };
}

function isFolder(entry: yauzl.Entry): boolean {
  return /[/\\]$/.test(entry.fileNameRaw.toString('latin1'));
}

export type TooMuch = 'bytes' | 'ratio';

/** Whether what the archive says of its sizes is within the limits. */
export function tooMuch(entries: readonly ArchiveEntry[], limits: ReadLimits): TooMuch | null {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > limits.archiveBytes) return 'bytes';
  return entries.some((entry) => isTight(entry, limits)) ? 'ratio' : null;
}

const MEGABYTE = 1024 * 1024;

/** Short files that repeat themselves pack as tightly and do no harm. */
export function isTight({ size, packed }: ArchiveEntry, limits: ReadLimits): boolean {
  return size > MEGABYTE && size > packed * limits.archiveRatio;
}

function buffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
