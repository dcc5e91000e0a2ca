import type { Localized } from '../../core/locale.ts';

/** What was found in one row. */
export interface RowNote {
  /** Spreadsheet row number (the header is 1), or the record's own id. */
  row: string;
  column?: string;
  reason: Localized;
}

/** One file or table: every row read is either kept or refused. */
export interface TableReport {
  file: string;
  read: number;
  kept: number;
  /** One note for every row that was not kept. */
  refused: RowNote[];
  /** Oddities in rows that were kept. */
  warnings: RowNote[];
}

export interface ImportReport {
  from: string;
  currency: string;
  timeZone: string;
  /** Null where the data has dates of its own. */
  referenceDate: string | null;
  tables: TableReport[];
  /** What a reader has to know of the whole. */
  notes: Localized[];
}

/** Why a row is not taken. Thrown while a row is read, caught by `Table.each`, never seen outside. */
export class RowRefusal extends Error {
  readonly reason: Localized;
  readonly column: string | undefined;

  constructor(reason: Localized, column?: string) {
    super(reason.en ?? reason.zh);
    this.reason = reason;
    this.column = column;
  }
}

/** Keeps count of one table while it is read. */
export class Table {
  readonly report: TableReport;
  private readonly onRow: () => void;

  constructor(file: string, onRow: () => void) {
    this.report = { file, read: 0, kept: 0, refused: [], warnings: [] };
    this.onRow = onRow;
  }

  /** Maps each row to what it becomes; a row that is refused is noted and left out. */
  each<Row, T>(
    rows: readonly Row[],
    nameOf: (row: Row, index: number) => string,
    map: (row: Row, name: string) => T,
  ): T[] {
    const kept: T[] = [];
    for (const [index, row] of rows.entries()) {
      const name = nameOf(row, index);
      this.report.read++;
      this.onRow();
      try {
        refuseUnstorable(row);
        kept.push(map(row, name));
        this.report.kept++;
      } catch (error) {
        if (!(error instanceof RowRefusal)) throw error;
        this.refuse(name, error.reason, error.column);
      }
    }
    return kept;
  }

  /** Takes back a row that had been kept. */
  takeBack(row: string, reason: Localized, column?: string): void {
    this.report.kept--;
    this.refuse(row, reason, column);
  }

  warn(row: string, reason: Localized, column?: string): void {
    this.report.warnings.push(note(row, reason, column));
  }

  private refuse(row: string, reason: Localized, column?: string): void {
    this.report.refused.push(note(row, reason, column));
  }
}

/** A zero character or half a surrogate pair, as JSON escapes them: PostgreSQL stores neither. */
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/i;

function refuseUnstorable(row: unknown): void {
  const text = JSON.stringify(row) ?? '';
  if (UNSTORABLE.test(text))
    throw new RowRefusal({ zh: '含有无效字符', en: 'It contains characters that are not valid' });
  if (text.includes('\uFFFD'))
    throw new RowRefusal({
      zh: '有乱码，可能是编码不对',
      en: 'It contains garbled characters: the encoding may be another',
    });
}

function note(row: string, reason: Localized, column?: string): RowNote {
  return column === undefined ? { row, reason } : { row, column, reason };
}
