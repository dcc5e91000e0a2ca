import readWorkbook from 'read-excel-file/universal';
import type { ReadResult } from '../documents.ts';
import { joined, nothingRead } from '../documents.ts';
import { problems } from '../problems.ts';
import { oneLine } from './one-line.ts';
import { readSheet } from './pairs.ts';
import type { Piece } from './piece.ts';

/** A sheet that nobody has named. */
const UNNAMED = /^(?:sheet|工作表)\s*\d*$/i;

/** Each sheet for itself, under its name. */
export async function readXlsx({ key, title, bytes, limits }: Piece): Promise<ReadResult> {
  const workbook = await readWorkbook(new Uint8Array(bytes).buffer, { trim: false });
  const filled = workbook.filter(({ data }) => data.some((row) => row.some((cell) => cell !== null)));
  if (filled.length === 0) return nothingRead(problems.empty(key));
  return joined(
    filled.map(({ sheet, data }) =>
      readSheet(
        {
          key: `${key}/${oneLine(sheet)}`,
          title: UNNAMED.test(sheet.trim()) ? title : oneLine(sheet),
          rows: data.map((cells, index) => ({ number: index + 1, cells: cells.map(shown) })),
          broken: [],
        },
        limits,
      ),
    ),
  );
}

/** A cell as the sheet shows it, as near as its value tells; a day without its midnight. */
function shown(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (!(cell instanceof Date)) return String(cell);
  return cell
    .toISOString()
    .replace(/T00:00:00\.000Z$/, '')
    .replace(/:\d\d\.\d{3}Z$/, '')
    .replace('T', ' ');
}
