import { AppError } from '../core/errors.ts';
import type { Instant } from '../core/instant.ts';

/** A cursor is the sort key of the last row that was given, so rows that come or go between two pages shift nothing. */
function writeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function keyIn(cursor: string, size: number): (string | number)[] | null {
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
  const sound = Array.isArray(key) && key.length === size && key.every((part) => /^(string|number)$/.test(typeof part));
  return sound ? (key as (string | number)[]) : null;
}

/** @throws AppError `shop.bad-cursor` for what no page has given. */
export function readCursor(cursor: string, size: number): (string | number)[] {
  const key = keyIn(cursor, size);
  if (key) return key;
  throw new AppError('shop.bad-cursor', {
    status: 400,
    publicMessage: { zh: '分页标记无效。', en: 'The page marker is not valid.' },
  });
}

/** The last row of the page before in a list by time; nulls for the first page. @throws AppError `page.bad-marker` */
export function readMoment(before: string | undefined): [at: Instant | null, id: string | null] {
  if (before === undefined) return [null, null];
  const [at, id] = keyIn(before, 2) ?? [];
  if (typeof at !== 'string' || typeof id !== 'string' || !isInstant(at)) throw badMarker();
  return [at, id];
}

/** The same in a list by sequence. @throws AppError `page.bad-marker` */
export function readSequence(before: string | undefined): number | null {
  if (before === undefined) return null;
  const [sequence] = keyIn(before, 1) ?? [];
  if (!Number.isSafeInteger(sequence) || Number(sequence) < 1) throw badMarker();
  return Number(sequence);
}

/** A day that the calendar lacks is read as a later one here and refused by the database, which knows no year 0 either. */
function isInstant(text: string): boolean {
  const time = Date.parse(text);
  return (
    !Number.isNaN(time) && !text.startsWith('0000') && !/^[+-]/.test(text) && new Date(time).toISOString() === text
  );
}

const badMarker = () => new AppError('page.bad-marker', { status: 400 });

/** One row more than asked for tells whether another page follows. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  item: (row: Row) => Item,
  key: (row: Row) => readonly (string | number)[],
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(item), next: rows.length > limit && last !== undefined ? writeCursor(key(last)) : null };
}

export function pageLimit(limit: number): number {
  return Math.min(100, Math.max(1, Math.floor(limit) || 1));
}
