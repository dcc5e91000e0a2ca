import { AppError } from '../../core/errors.ts';
import type { Page } from '../../shops/shop.ts';

/** A page of what is held in the order in which it came. The marker is the id of the last one given. */
export function newestFirst<T extends { id: string }>(held: readonly T[], limit: number, before?: string): Page<T> {
  const all = held.toReversed();
  const last = before === undefined ? -1 : all.findIndex(({ id }) => id === before);
  if (before !== undefined && last < 0) throw new AppError('page.bad-marker', { status: 400 });
  const items = all.slice(last + 1, last + 1 + limit);
  const next = last + 1 + limit < all.length ? (items.at(-1)?.id ?? null) : null;
  return structuredClone({ items, next });
}
