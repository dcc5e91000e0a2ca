import type { Localized } from '../../core/locale.ts';
import type { ShopData } from '../sql/ports.ts';
import type { Resolved } from './options.ts';
import { Table } from './report.ts';

/** One run of an importer: what was asked for, and the count of what is read. */
export interface Run extends Resolved {
  directory: string;
  table(file: string): Table;
  note(text: Localized): void;
  /** Raises the number of rows that are expected. */
  expect(rows: number): void;
}

export type Importer = (run: Run) => Promise<ShopData>;

export interface Recorded {
  run: Run;
  tables: Table[];
  notes: Localized[];
}

export function startRun(
  resolved: Resolved,
  directory: string,
  onProgress: (done: number, total: number) => void,
): Recorded {
  const tables: Table[] = [];
  const notes: Localized[] = [];
  let done = 0;
  let total = 0;
  const run: Run = {
    ...resolved,
    directory,
    table: (file) => {
      const table = new Table(file, () => onProgress(++done, Math.max(done, total)));
      tables.push(table);
      return table;
    },
    note: (text) => notes.push(text),
    expect: (rows) => {
      total += rows;
    },
  };
  return { run, tables, notes };
}
