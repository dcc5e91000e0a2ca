import { basename } from 'node:path';
import { decodeText } from '../../../platform/encoding/decode.ts';
import type { Encoding } from '../../../platform/encoding/names.ts';
import type { Delimiter } from '../../../platform/spreadsheet-text.ts';
import { delimiterOf } from '../../../platform/spreadsheet-text.ts';
import { failed } from '../failure.ts';
import { matchHeader } from './columns.ts';
import { parseRecords, readBytes } from './read-sheet.ts';
import { SHEETS } from './sheets.ts';

export interface CsvPreview {
  encoding: Encoding;
  /** False: show the rows to a person before they are taken. */
  certain: boolean;
  delimiter: Delimiter;
  header: string[];
  /** The first rows, as they stand there. */
  rows: string[][];
  /** The column that each header is read as; null when it is not read. Null altogether for a file of another name. */
  readAs: (string | null)[] | null;
}

/** How a CSV file would be read. @throws AppError `import.failed` when it is missing or cannot be read. */
export async function previewCsv(path: string, limit = 5): Promise<CsvPreview> {
  const file = basename(path);
  const bytes = await readBytes(path);
  if (!bytes) throw failed({ zh: `找不到 ${file}。`, en: `${file} is missing.` });
  const { text, encoding, certain } = decodeText(bytes);
  const delimiter = delimiterOf(text);
  const [header = [], ...rows] = parseRecords(text, delimiter, file, limit + 1);
  const sheet = SHEETS.find((each) => each.file === file);
  const match = sheet && matchHeader(header, sheet);
  const keys = new Map(match ? [...match.indexes].map(([key, index]) => [index, key]) : []);
  for (const column of match?.free ?? []) keys.set(column.index, `${column.kind}:${column.name}`);
  return {
    encoding,
    certain,
    delimiter,
    header,
    rows,
    readAs: match ? header.map((_, index) => keys.get(index) ?? null) : null,
  };
}
