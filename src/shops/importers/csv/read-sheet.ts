import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { AppError } from '../../../core/errors.ts';
import type { Decoded } from '../../../platform/encoding/decode.ts';
import { decodeText } from '../../../platform/encoding/decode.ts';
import type { Encoding } from '../../../platform/encoding/names.ts';
import type { Delimiter } from '../../../platform/spreadsheet-text.ts';
import { delimiterOf } from '../../../platform/spreadsheet-text.ts';
import { failed } from '../failure.ts';
import type { FreeColumn, Sheet } from './columns.ts';
import { matchHeader } from './columns.ts';

const MEGABYTE = 1024 * 1024;
const LARGEST = 100 * MEGABYTE;

/** One row as a spreadsheet numbers it: the header is 1. */
export interface CsvRow {
  number: number;
  cells: string[];
  get(key: string): string;
  /** Cells of free columns that are not empty. */
  free: { column: FreeColumn; value: string }[];
  /** Cells beyond the header that are not empty: a sign of an unquoted delimiter. */
  beyond: number;
}

export interface CsvSheet {
  rows: CsvRow[];
  decoded: Decoded;
  unknown: string[];
}

/** Null when there is no such file. @throws AppError `import.failed` when it cannot be read as that sheet. */
export async function readSheet(
  directory: string,
  sheet: Sheet,
  encoding: Encoding | null = null,
): Promise<CsvSheet | null> {
  const bytes = await readBytes(join(directory, sheet.file));
  if (!bytes) return null;
  const decoded = decodeText(bytes, encoding);
  const records = parseRecords(decoded.text, delimiterOf(decoded.text), sheet.file);
  const [header = [], ...body] = records;
  const match = matchHeader(header, sheet);
  const names = (columns: { zh: string; en: string }[]) =>
    columns.map((column) => `${column.zh}/${column.en}`).join('、');
  if (match.missing.length > 0) {
    throw failed({
      zh: `${sheet.file} 缺少列：${names(match.missing)}。`,
      en: `${sheet.file} lacks the columns ${names(match.missing)}.`,
    });
  }
  if (match.repeated.length > 0) {
    throw failed({
      zh: `${sheet.file} 里这些列重复了：${match.repeated.join('、')}。`,
      en: `${sheet.file} has these columns twice: ${match.repeated.join(', ')}.`,
    });
  }
  const rows = body.flatMap((cells, index): CsvRow[] => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    return [
      {
        number: index + 2,
        cells,
        get: (key) => plain(cells[match.indexes.get(key) ?? -1] ?? ''),
        free: match.free
          .map((column) => ({ column, value: plain(cells[column.index] ?? '') }))
          .filter(({ value }) => value !== ''),
        beyond: cells.slice(header.length).filter((cell) => cell.trim() !== '').length,
      },
    ];
  });
  return { rows, decoded, unknown: match.unknown };
}

/** Null when there is no such file. @throws AppError `import.failed` when it is too large or cannot be read. */
export async function readBytes(path: string): Promise<Uint8Array | null> {
  const file = basename(path);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw failed({ zh: `${file} 读不了。`, en: `${file} cannot be read.` }, error);
  }
  if (bytes.length > LARGEST)
    throw failed({ zh: `${file} 超过 100 MB，请拆开。`, en: `${file} is larger than 100 MB: please split it.` });
  return bytes;
}

/** @throws AppError `import.failed` with the line of a quote that is never closed. */
export function parseRecords(text: string, delimiter: Delimiter, file: string, limit?: number): string[][] {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      ...(limit !== undefined && { to: limit }),
    });
  } catch (error) {
    if (error instanceof AppError) throw error;
    const line = /line (\d+)/.exec(String((error as Error).message))?.[1] ?? '?';
    throw failed(
      { zh: `${file} 第 ${line} 行附近的引号没有配对。`, en: `${file}: quotes are not closed near line ${line}.` },
      error,
    );
  }
}

/** A cell without the marks that protect numbers from a spreadsheet: `="0123"`, a leading apostrophe, a tab. */
function plain(cell: string): string {
  const trimmed = cell.trim();
  const protectedText = /^="(.*)"$/.exec(trimmed)?.[1];
  return (protectedText ?? trimmed.replace(/^'/, '')).trim();
}
