import type { ReadProblem, ReadResult } from '../documents.ts';
import { joined, nothingRead } from '../documents.ts';
import type { ReadLimits } from '../limits.ts';
import { problems } from '../problems.ts';
import { rowProblems } from '../row-problems.ts';
import type { Draft } from './finish.ts';
import { finish } from './finish.ts';
import { oneLine } from './one-line.ts';
import type { PairColumns } from './pair-columns.ts';
import { pairColumns } from './pair-columns.ts';
import { tableOf } from './tables.ts';

/** One row as a spreadsheet numbers it, from 1. */
export interface Row {
  number: number;
  cells: string[];
}

/** A sheet of a workbook, or a whole CSV file. */
export interface Sheet {
  /** The file's key; with the sheet's name after it where there are several. */
  key: string;
  title: string;
  rows: Row[];
  /** Rows that could not be told apart from the next. */
  broken: number[];
}

/** A header may stand below a title and a note. */
const HEADER_WITHIN = 10;
const KEY_CHARACTERS = 120;

/** A sheet with a column of questions and one of answers is pairs; any other is one text with a table. */
export function readSheet(sheet: Sheet, limits: ReadLimits): ReadResult {
  const filled = sheet.rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  // Less the header.
  const rows = filled.length - 1;
  if (rows > limits.rows) return nothingRead(problems.tooManyRows(sheet.key, rows, limits.rows));
  if (filled.length === 0 && sheet.broken.length === 0) return nothingRead(problems.empty(sheet.key));
  const top = filled.slice(0, HEADER_WITHIN).findIndex(({ cells }) => pairColumns(cells).length > 0);
  const header = filled[top];
  const result = header ? readPairs(sheet, header, filled.slice(top + 1), limits) : readTable(sheet, filled, limits);
  const broken = sheet.broken.map((row) => rowProblems.broken(sheet.key, row));
  return { documents: result.documents, problems: listed(sheet.key, [...broken, ...result.problems], limits) };
}

function readTable(sheet: Sheet, rows: readonly Row[], limits: ReadLimits): ReadResult {
  return finish({ key: sheet.key, title: sheet.title, body: tableOf(rows.map(({ cells }) => cells)) }, limits);
}

function readPairs(sheet: Sheet, header: Row, rows: readonly Row[], limits: ReadLimits): ReadResult {
  const columns = pairColumns(header.cells);
  const rowOf = new Map<string, number>();
  const results = rows.flatMap((row) => {
    const beyond = row.cells.slice(header.cells.length).some((cell) => cell.trim() !== '');
    if (beyond) return [nothingRead(rowProblems.cells(sheet.key, row.number))];
    return columns
      .filter(({ question, answer }) => (row.cells[question] ?? '') !== '' || (row.cells[answer] ?? '') !== '')
      .map((pair): ReadResult => {
        const draft = draftOf(sheet.key, row, pair, columns.length > 1);
        const refused = refusal(sheet.key, row, draft, rowOf);
        if (refused) return nothingRead(refused);
        rowOf.set(draft.key, row.number);
        const result = finish(draft, limits);
        // What is wrong with one cell is said of its row.
        return result.problems.length > 0 ? nothingRead(rowProblems.unreadable(sheet.key, row.number)) : result;
      });
  });
  return results.length > 0 ? joined(results) : nothingRead(problems.empty(sheet.key));
}

function draftOf(sheet: string, row: Row, pair: PairColumns, several: boolean): Draft {
  const title = oneLine(row.cells[pair.question] ?? '');
  const other = pair.alsoAsked.flatMap((index) => (row.cells[index] ?? '').split(/[\n;；|]/)).map(oneLine);
  const name = [...title].slice(0, KEY_CHARACTERS).join('');
  return {
    key: `${sheet}#${name}${several && pair.language ? `@${pair.language}` : ''}`,
    title,
    body: row.cells[pair.answer] ?? '',
    kind: 'pair',
    alsoAsked: [...new Set(other)].filter((question) => question !== '' && question !== title),
  };
}

function refusal(sheet: string, row: Row, draft: Draft, rowOf: Map<string, number>): ReadProblem | null {
  if (draft.title === '') return rowProblems.noQuestion(sheet, row.number);
  if (draft.body.trim() === '') return rowProblems.noAnswer(sheet, row.number);
  if (draft.title.includes('\uFFFD')) return rowProblems.unreadable(sheet, row.number);
  const earlier = rowOf.get(draft.key);
  return earlier === undefined ? null : rowProblems.sameQuestion(sheet, row.number, earlier);
}

/** The first ones by name, the rest by number: ten thousand faulty rows have one cause. */
function listed(key: string, all: readonly ReadProblem[], limits: ReadLimits): ReadProblem[] {
  if (all.length <= limits.rowProblems) return [...all];
  return [...all.slice(0, limits.rowProblems), rowProblems.others(key, all.length - limits.rowProblems)];
}
