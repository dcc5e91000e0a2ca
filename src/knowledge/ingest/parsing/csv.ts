import { parse } from 'csv-parse/sync';
import { decodeText } from '../../../platform/encoding/decode.ts';
import type { Delimiter } from '../../../platform/spreadsheet-text.ts';
import { delimiterOf } from '../../../platform/spreadsheet-text.ts';
import type { ReadResult } from '../documents.ts';
import type { Row, Sheet } from './pairs.ts';
import { readSheet } from './pairs.ts';
import type { Piece } from './piece.ts';

/** No cell of a shop's answers is longer; it bounds how far an open quote is followed. */
const LONGEST_RECORD = 100_000;

export function readCsv({ key, title, bytes, limits }: Piece): ReadResult {
  const { text } = decodeText(bytes);
  return readSheet({ key, title, ...records(text.replace(/\r\n?/g, '\n'), delimiterOf(text)) }, limits);
}

/** A row whose quotes do not close is left out by itself: reading goes on with the next line, not after the next quote. */
function records(text: string, delimiter: Delimiter): Pick<Sheet, 'rows' | 'broken'> {
  const bytes = Buffer.from(text);
  const rows: Row[] = [];
  const broken: number[] = [];
  let number = 0;
  for (let start = 0; start < bytes.length; ) {
    const rest = bytes.subarray(start);
    let read = 0;
    try {
      parse(rest, {
        delimiter,
        relax_column_count: true,
        skip_empty_lines: false,
        max_record_size: LONGEST_RECORD,
        record_delimiter: '\n',
        on_record: (cells: string[], context) => {
          rows.push({ number: ++number, cells });
          read = context.bytes;
          return null;
        },
      });
      break;
    } catch {
      const newline = rest.indexOf('\n', read);
      const end = newline < 0 ? rest.length : newline;
      const cells = loosely(rest.subarray(read, end), delimiter);
      number++;
      if (cells && cells.length === rows[0]?.cells.length) rows.push({ number, cells });
      else broken.push(number);
      start += end + 1;
    }
  }
  return { rows, broken };
}

/** One line with quotes as people type them: 27" is an inch mark. Null where that does not help. */
function loosely(line: Uint8Array, delimiter: Delimiter): string[] | null {
  try {
    const found: string[][] = parse(Buffer.from(line), { delimiter, relax_quotes: true });
    return found[0] ?? null;
  } catch {
    return null;
  }
}
