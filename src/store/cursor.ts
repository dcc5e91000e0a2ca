import { AppError } from '../core/errors.ts';

/** A cursor is the sort key of the last row that was given, so rows that come or go between two pages shift nothing. */
function writeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** @throws AppError `shop.bad-cursor` for what no page has given. */
export function readCursor(cursor: string, size: number): (string | number)[] {
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch (cause) {
    throw bad(cause);
  }
  const sound = Array.isArray(key) && key.length === size && key.every((part) => /^(string|number)$/.test(typeof part));
  if (!sound) throw bad();
  return key as (string | number)[];
}

function bad(cause?: unknown): AppError {
  return new AppError('shop.bad-cursor', {
    cause,
    status: 400,
    publicMessage: { zh: '分页标记无效。', en: 'The page marker is not valid.' },
  });
}

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
