import { createHash } from 'node:crypto';
import type { ArchiveEntry } from './archive/open-archive.ts';
import { isTight, openArchive, tooMuch } from './archive/open-archive.ts';
import type { ReadProblem, ReadResult } from './documents.ts';
import { joined, nothingRead } from './documents.ts';
import type { Kind } from './kind.ts';
import { containerKind, kindOf } from './kind.ts';
import type { ReadLimits } from './limits.ts';
import type { Piece } from './parsing/piece.ts';
import type { Failure } from './parsing/tasks.ts';
import type { Workbench } from './parsing/workbench.ts';
import { problems } from './problems.ts';

/** Parts of an Office document: far more than files in an archive, each small. */
const OFFICE_PARTS = 10_000;

/** How a file came. */
interface Found {
  /** Its name with its ending. */
  name: string;
  contentType?: string;
  inArchive?: boolean;
}

/** Reads one file, whatever it is; an archive as the files in it, unless it lies in one itself. */
export async function readOne(
  piece: Piece,
  workbench: Workbench,
  found: Found = { name: piece.key },
): Promise<ReadResult> {
  const { key, bytes, limits } = piece;
  if (bytes.byteLength === 0) return nothingRead(problems.empty(key));
  if (bytes.byteLength > limits.fileBytes)
    return nothingRead(problems.fileTooLarge(key, bytes.byteLength, limits.fileBytes));
  const kind = kindOf(found.name, bytes, found.contentType ?? null);
  switch (kind) {
    case 'unknown':
      return nothingRead(problems.unknownType(key));
    case 'locked-office':
      return nothingRead(problems.password(key));
    case 'old-office':
      return nothingRead(problems.oldOffice(key));
    case 'zip':
      return readContainer(piece, workbench, found.inArchive ?? false);
    default:
      return parsed(kind, piece, workbench);
  }
}

async function parsed(kind: Kind, piece: Piece, workbench: Workbench): Promise<ReadResult> {
  const outcome = await workbench.ask('document', { kind, piece });
  return outcome.ok ? outcome.answer : nothingRead(unread(outcome.reason, piece.key, piece.limits));
}

/** Why a parser gave nothing. */
export function unread(reason: Failure, key: string, limits: ReadLimits): ReadProblem {
  if (reason === 'interrupted') return problems.interrupted(key);
  if (reason === 'slow') return problems.tooSlow(key, limits.parseMs);
  return reason === 'heavy' ? problems.tooHeavy(key, limits.parseMegabytes) : problems.broken(key);
}

async function readContainer(piece: Piece, workbench: Workbench, inArchive: boolean): Promise<ReadResult> {
  const { key, bytes, limits } = piece;
  const opened = await openArchive(bytes, OFFICE_PARTS);
  if (!opened.ok)
    return nothingRead(
      opened.reason === 'broken'
        ? problems.broken(key)
        : problems.tooManyEntries(key, opened.entries, limits.archiveEntries),
    );
  const kind = containerKind(opened.entries);
  if (kind === 'unknown') return nothingRead(problems.unknownType(key));
  if (kind === 'archive') {
    return inArchive ? nothingRead(problems.nestedArchive(key)) : readArchive(key, opened.entries, limits, workbench);
  }
  const refused = await officeRefusal(key, opened.entries, limits);
  return refused ? nothingRead(refused) : parsed(kind, piece, workbench);
}

/** Office parsers unpack without a bound, so each part is unpacked here first, and held to the size that was allowed for it. */
async function officeRefusal(
  key: string,
  entries: readonly ArchiveEntry[],
  limits: ReadLimits,
): Promise<ReadProblem | null> {
  const reason = tooMuch(entries, limits);
  if (reason === 'bytes') return problems.unpacksTooLarge(key, limits.archiveBytes);
  if (reason === 'ratio') return problems.packedTooTight(key, limits.archiveRatio);
  try {
    for (const entry of entries) await entry.read();
    return null;
  } catch {
    return problems.broken(key);
  }
}

const LEFT_BY_SYSTEMS = /(?:^|\/)(?:__MACOSX\/|\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

async function readArchive(
  key: string,
  entries: readonly ArchiveEntry[],
  limits: ReadLimits,
  workbench: Workbench,
): Promise<ReadResult> {
  const files = entries.filter(({ path }) => path !== '' && !LEFT_BY_SYSTEMS.test(path));
  if (files.length === 0) return nothingRead(problems.empty(key));
  if (files.length > limits.archiveEntries)
    return nothingRead(problems.tooManyEntries(key, files.length, limits.archiveEntries));
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > limits.archiveBytes) return nothingRead(problems.unpacksTooLarge(key, limits.archiveBytes));
  const names = new Set<string>();
  const firstWith = new Map<string, string>();
  const results: ReadResult[] = [];
  for (const entry of files) {
    if (names.has(entry.path)) results.push(nothingRead(problems.sameName(entry.path)));
    else results.push(await readEntry(entry, firstWith, limits, workbench));
    names.add(entry.path);
  }
  return joined(results);
}

async function readEntry(
  entry: ArchiveEntry,
  firstWith: Map<string, string>,
  limits: ReadLimits,
  workbench: Workbench,
): Promise<ReadResult> {
  const key = entry.path;
  if (entry.encrypted) return nothingRead(problems.password(key));
  if (entry.size > limits.fileBytes) return nothingRead(problems.fileTooLarge(key, entry.size, limits.fileBytes));
  if (isTight(entry, limits)) return nothingRead(problems.packedTooTight(key, limits.archiveRatio));
  const bytes = await entry.read().catch(() => null);
  if (bytes === null) return nothingRead(problems.broken(key));
  const digest = createHash('sha256').update(bytes).digest('hex');
  const first = firstWith.get(digest);
  if (first !== undefined) return nothingRead(problems.sameFile(key, first));
  firstWith.set(digest, key);
  return readOne({ key, title: titleOf(key), bytes, limits, address: null, charset: null }, workbench, {
    name: key,
    inArchive: true,
  });
}

/** A file's name without its folders and its ending. */
export function titleOf(path: string): string {
  return (path.split('/').at(-1) ?? path).replace(/\.[a-z0-9]{1,8}$/i, '');
}
