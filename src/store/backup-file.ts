import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { AppError } from '../core/errors.ts';
import type { Localized } from '../core/locale.ts';
import { SCHEMA } from './migrate.ts';
import { checkOf } from './vault.ts';

/**
 * A backup is gzip of lines. The first is the header; each table is its name as a JSON string, then its rows as JSON objects as the
 * database writes them; the last is the sha-256 of all bytes before it.
 */
export const FORMAT = 'xiaoer-backup';
export const FORMAT_VERSION = 1;

const headerShape = z.object({
  format: z.literal(FORMAT),
  version: z.number().int(),
  schema: z.number().int().positive(),
  createdAt: z.string(),
  /** Rows by table, each table after those it refers to. */
  tables: z.array(z.tuple([z.string().regex(/^[a-z_]+$/), z.number().int().nonnegative()])),
  keyCheck: z.string(),
  masterKey: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
});
export type BackupHeader = z.infer<typeof headerShape>;

export function damaged(detail: string, cause?: unknown): AppError {
  return new AppError('backup.damaged', {
    cause,
    detail,
    status: 400,
    publicMessage: {
      zh: `这个备份文件不完整或已损坏（${detail}），没有改动任何数据。`,
      en: `This backup is incomplete or damaged (${detail}). Nothing was changed.`,
    },
  });
}

export function refused(code: string, publicMessage: Localized): AppError {
  return new AppError(code, { status: 409, publicMessage });
}

function readHeader(line: string): BackupHeader {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw damaged('no header', cause);
  }
  const parsed = headerShape.safeParse(value);
  if (!parsed.success) throw damaged('no header', parsed.error);
  const { version, schema, masterKey, keyCheck } = parsed.data;
  if (version > FORMAT_VERSION || schema > SCHEMA) {
    throw refused('backup.newer', {
      zh: '这个备份由更新版本的小二写成，请先升级小二。没有改动任何数据。',
      en: 'This backup was written by a newer Xiaoer: upgrade first. Nothing was changed.',
    });
  }
  if (masterKey !== null && checkOf(Buffer.from(masterKey, 'hex')) !== keyCheck) throw damaged('key does not fit');
  return parsed.data;
}

async function* linesOf(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of source) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10, start)) {
      yield rest.subarray(start, end);
      start = end + 1;
    }
    rest = rest.subarray(start);
  }
  if (rest.length > 0) throw damaged('ends within a line');
}

export interface BackupHandlers {
  header?(header: BackupHeader): Promise<void>;
  row?(table: string, line: string): Promise<void>;
}

/** Collects the lines of one file and checks, as they pass, all that can be checked. */
function makeChecker(handlers: BackupHandlers) {
  const hash = createHash('sha256');
  const counts = new Map<string, number>();
  let header: BackupHeader | null = null;
  let table: string | null = null;
  let finished = false;

  return {
    async line(bytes: Buffer): Promise<void> {
      if (finished) throw damaged('goes on after its end');
      const text = bytes.toString('utf8');
      if (header === null) {
        header = readHeader(text);
        await handlers.header?.(header);
      } else if (text.startsWith('{"sha256":')) {
        if (text !== JSON.stringify({ sha256: hash.digest('hex') })) throw damaged('checksum');
        finished = true;
        return;
      } else if (text.startsWith('"')) {
        table = JSON.parse(text) as string;
        counts.set(table, 0);
      } else {
        if (table === null) throw damaged('row without a table');
        counts.set(table, (counts.get(table) ?? 0) + 1);
        await handlers.row?.(table, text);
      }
      hash.update(bytes).update('\n');
    },
    end(): BackupHeader {
      if (header === null || !finished) throw damaged('its end is missing');
      const right = header.tables.every(([name, rows]) => counts.get(name) === rows);
      if (!right || counts.size !== header.tables.length) throw damaged('number of rows');
      return header;
    },
  };
}

/**
 * Reads a whole backup file.
 * @throws AppError `backup.damaged`, `backup.newer`
 */
export async function readBackup(path: string, handlers: BackupHandlers = {}): Promise<BackupHeader> {
  const checker = makeChecker(handlers);
  try {
    await pipeline(createReadStream(path), createGunzip(), async (source: AsyncIterable<Buffer>) => {
      for await (const line of linesOf(source)) await checker.line(line);
    });
  } catch (cause) {
    // zlib: Z_DATA_ERROR, Z_BUF_ERROR (the file ends early) …
    if (/^Z_/.test(String((cause as { code?: unknown }).code))) throw damaged('not readable as gzip', cause);
    throw cause;
  }
  return checker.end();
}
