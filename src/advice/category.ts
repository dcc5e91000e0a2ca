import { normalise } from '../language/normalise.ts';
import type { Catalogue, Entry } from './catalogue.ts';

/** The ids of the categories that a name or id means; null where the shop has none of that name. */
export function resolveCategory(catalogue: Catalogue, asked: string | undefined): ReadonlySet<string> | null {
  if (!asked) return null;
  const wanted = plain(asked);
  const categories = new Map(catalogue.entries.map(({ product }) => [product.category.id, product.category]));
  const named = [...categories.values()].filter(({ id, name }) =>
    [id, name.zh, name.en].some((text) => text !== undefined && plain(text) === wanted),
  );
  const close = [...categories.values()].filter(({ name }) =>
    [name.zh, name.en].some((text) => text !== undefined && wanted.length > 1 && plain(text).includes(wanted)),
  );
  const found = named.length > 0 ? named : close;
  return found.length > 0 ? new Set(found.map(({ id }) => id)) : null;
}

export function inCategory(entry: Entry, ids: ReadonlySet<string>): boolean {
  return ids.has(entry.product.category.id);
}

function plain(text: string): string {
  return normalise(text).text.toLowerCase().trim();
}
