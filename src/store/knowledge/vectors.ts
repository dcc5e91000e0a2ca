import type { Instant } from '../../core/instant.ts';
import type { Locale } from '../../core/locale.ts';
import type { Audience, ChunkStore, Visibility } from '../../knowledge/ports.ts';
import type { Database } from '../database.ts';
import { vectorOf } from './rows.ts';

type Query = Parameters<ChunkStore['nearest']>[0];

interface Entry {
  id: number;
  locale: Locale;
  alone: boolean;
  audience: Audience;
  validFrom: Instant | null;
  validUntil: Instant | null;
  /** Of length 1. */
  vector: Float32Array;
}

interface Held {
  revision: number;
  model: string;
  entries: Map<number, Entry>;
}

/** Rows of one reading: a hundred thousand vectors at once would be held twice. */
const PAGE = 2_000;

/** The vectors of one model in memory, read again where a piece has changed: neither database compares vectors itself. */
export function vectorCache(database: Database) {
  let held: Promise<Held> | null = null;

  async function revisionNow(): Promise<number> {
    const rows = await database.query<{ revision: number }>('select revision from knowledge_changes');
    return rows[0]?.revision ?? 0;
  }

  async function current(model: string): Promise<Held> {
    const revision = await revisionNow();
    const before = await held?.catch(() => null);
    if (before?.revision === revision && before.model === model) return before;
    const reading = read(revision, model, before?.model === model ? before.entries : new Map());
    held = reading;
    return reading;
  }

  /** A piece never changes under its id, but it may have got its vector since. */
  async function read(revision: number, model: string, known: ReadonlyMap<number, Entry>): Promise<Held> {
    const ids = await database.query<{ id: number }>('select id from knowledge_chunks where vector_model = $1', [
      model,
    ]);
    const entries = new Map<number, Entry>();
    const missing: number[] = [];
    for (const { id } of ids) {
      const entry = known.get(id);
      if (entry) entries.set(id, entry);
      else missing.push(id);
    }
    for (let at = 0; at < missing.length; at += PAGE) {
      const rows = await database.query<Omit<Entry, 'vector'> & { vector: Uint8Array }>(
        `select id, locale, alone, audience, valid_from as "validFrom", valid_until as "validUntil", vector
         from knowledge_chunks where id = any($1::bigint[]) and vector_model = $2`,
        [missing.slice(at, at + PAGE), model],
      );
      for (const row of rows) entries.set(row.id, { ...row, vector: unit(vectorOf(row.vector)) });
    }
    return { revision, model, entries };
  }

  return {
    async nearest({ vector, model, limit, ...visibility }: Query): Promise<{ id: number; likeness: number }[]> {
      const { entries } = await current(model);
      const asked = unit(vector);
      const compared: { id: number; likeness: number }[] = [];
      for (const entry of entries.values()) {
        if (isVisible(entry, visibility) && entry.vector.length === asked.length)
          compared.push({ id: entry.id, likeness: product(asked, entry.vector) });
      }
      return compared.sort((one, other) => other.likeness - one.likeness).slice(0, limit);
    },
  };
}

function isVisible(entry: Entry, { locale, audiences, at }: Visibility): boolean {
  return (
    (entry.alone || entry.locale === locale) &&
    audiences.includes(entry.audience) &&
    (entry.validFrom === null || entry.validFrom <= at) &&
    (entry.validUntil === null || at < entry.validUntil)
  );
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(product(vector, vector)) || 1;
  return vector.map((value) => value / length);
}

function product(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}
