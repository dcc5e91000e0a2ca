import type { Instant } from '../core/instant.ts';
import { instant } from '../core/instant.ts';

/** PostgreSQL's type numbers (pg_type.oid). */
const TYPE = {
  bytea: 17,
  int8: 20,
  json: 114,
  date: 1082,
  timestamptz: 1184,
  numeric: 1700,
  jsonb: 3802,
} as const;

/** Rows counted or numbered: a number while it is exact, text beyond. */
function readInt8(text: string): number | string {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : text;
}

/** Sessions run in UTC, so the text is `2026-11-03 08:00:00[.123456]+00`. */
function readInstant(text: string): Instant {
  return instant(`${text.slice(0, 10)}T${text.slice(11).replace(/\+00(:00)?$/, '')}Z`);
}

/** `\x0102…` */
function readBytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text.slice(2), 'hex'));
}

/** The parsers that both drivers are given: without them each has its own idea of a big integer and of a time. */
export const PARSERS: Record<number, (text: string) => unknown> = {
  [TYPE.bytea]: readBytes,
  [TYPE.int8]: readInt8,
  [TYPE.json]: JSON.parse,
  [TYPE.jsonb]: JSON.parse,
  [TYPE.timestamptz]: readInstant,
};

/** PostgreSQL stores neither U+0000 nor half a surrogate pair; both become U+FFFD, which equals no stored key. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}

/** A value as a parameter for `$n::jsonb`. */
export function json(value: unknown): string {
  return JSON.stringify(value, (_key, member) => (typeof member === 'string' ? storable(member) : member));
}
