import { canonicalJson, type Json } from '../../../core/json.ts';

/** The shop as the benchmark writes it: records by id. */
export interface EndState {
  orders: Record<string, Json>;
  users: Record<string, Json>;
}

/** One place where two ends differ. */
export interface Difference {
  where: string;
  expected: Json | undefined;
  found: Json | undefined;
}

/**
 * Amounts to the cent. The benchmark's tools add up binary fractions (98.16000000000031), this project's money is whole cents: the same sums.
 */
export function toCents(value: Json): Json {
  if (typeof value === 'number') return Math.round(value * 100) / 100;
  if (Array.isArray(value)) return value.map(toCents);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, toCents(each)]));
}

/** What is expected of the whole shop: the start, with the changed records in their places. */
export function expectedEnd(start: EndState, changed: { orders: object; users: object }): EndState {
  return {
    orders: { ...start.orders, ...(changed.orders as Record<string, Json>) },
    users: { ...start.users, ...(changed.users as Record<string, Json>) },
  };
}

export function differences(expected: EndState, found: EndState): Difference[] {
  return (['orders', 'users'] as const).flatMap((kind) => {
    const ids = new Set([...Object.keys(expected[kind]), ...Object.keys(found[kind])]);
    return [...ids].flatMap((id) => different(`${kind}.${id}`, expected[kind][id], found[kind][id]));
  });
}

function different(where: string, expected: Json | undefined, found: Json | undefined): Difference[] {
  const [wanted, given] = [expected, found].map((side) => (side === undefined ? side : toCents(side)));
  if (
    wanted === given ||
    (wanted !== undefined && given !== undefined && canonicalJson(wanted) === canonicalJson(given))
  )
    return [];
  if (!isRecord(wanted) || !isRecord(given)) return [{ where, expected: wanted, found: given }];
  const keys = new Set([...Object.keys(wanted), ...Object.keys(given)]);
  return [...keys].flatMap((key) => different(`${where}.${key}`, wanted[key], given[key]));
}

function isRecord(value: Json | undefined): value is Record<string, Json> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
