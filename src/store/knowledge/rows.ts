import type { Instant } from '../../core/instant.ts';
import type { Locale } from '../../core/locale.ts';
import type { Audience, IndexedChunk, Visibility } from '../../knowledge/ports.ts';
import type { Parameter } from '../database.ts';

export interface ChunkRow {
  article_id: string;
  version: number;
  article_position: number;
  position: number;
  locale: Locale;
  alone: boolean;
  title: string;
  heading: string;
  text: string;
  topics: string[];
  audience: Audience;
  valid_from: Instant | null;
  valid_until: Instant | null;
  name_terms: string[];
  text_terms: string[];
  terms_version: number;
  vector: Uint8Array | null;
  vector_model: string | null;
}

/** What a ranking looks at; vectors stay where they are. */
export const CHUNK_COLUMNS = `article_id, version, article_position, position, locale, alone, title, heading, text, topics, audience,
  valid_from, valid_until, name_terms, text_terms, terms_version`;

export function chunkOf(row: Omit<ChunkRow, 'vector' | 'vector_model'> & Partial<ChunkRow>): IndexedChunk {
  return {
    articleId: row.article_id,
    version: row.version,
    articlePosition: row.article_position,
    position: row.position,
    locale: row.locale,
    alone: row.alone,
    title: row.title,
    heading: row.heading,
    text: row.text,
    topics: row.topics,
    audience: row.audience,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    nameTerms: row.name_terms,
    textTerms: row.text_terms,
    termsVersion: row.terms_version,
    vector: row.vector ? vectorOf(row.vector) : null,
    vectorModel: row.vector_model ?? null,
  };
}

/** As `jsonb_to_recordset` takes it. */
export function rowOf(chunk: IndexedChunk) {
  return {
    article_id: chunk.articleId,
    version: chunk.version,
    article_position: chunk.articlePosition,
    position: chunk.position,
    locale: chunk.locale,
    alone: chunk.alone,
    title: chunk.title,
    heading: chunk.heading,
    text: chunk.text,
    topics: chunk.topics,
    audience: chunk.audience,
    valid_from: chunk.validFrom,
    valid_until: chunk.validUntil,
    name_terms: chunk.nameTerms,
    text_terms: chunk.textTerms,
    terms: [...new Set([...chunk.nameTerms, ...chunk.textTerms])],
    terms_version: chunk.termsVersion,
    vector: chunk.vector ? Buffer.from(bytesOf(chunk.vector)).toString('hex') : null,
    vector_model: chunk.vectorModel,
  };
}

/** Little-endian float32 on every machine: so a backup moves between them. */
export function bytesOf(vector: Float32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(vector.length * 4));
  for (const [at, value] of vector.entries()) view.setFloat32(at * 4, value, true);
  return new Uint8Array(view.buffer);
}

export function vectorOf(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.byteLength / 4 }, (_, at) => view.getFloat32(at * 4, true));
}

/** The condition on `chunk` for parameters from `$first` on. */
export function visible(first: number): string {
  return `(chunk.alone or chunk.locale = $${first}) and chunk.audience = any($${first + 1}::text[])
    and (chunk.valid_from is null or chunk.valid_from <= $${first + 2}::timestamptz)
    and (chunk.valid_until is null or chunk.valid_until > $${first + 2}::timestamptz)`;
}

export function visibilityParameters({ locale, audiences, at }: Visibility): Parameter[] {
  return [locale, [...audiences], at];
}
