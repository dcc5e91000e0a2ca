import type { Localized } from '../../../core/locale.ts';
import { foldHeader } from '../../../platform/spreadsheet-text.ts';

/** One documented column of a CSV file. Headers are read in either language, in any order. */
export interface Column {
  key: string;
  zh: string;
  en: string;
  /** Other names under which shops export it. */
  also?: string[];
  required?: boolean;
  doc: Localized;
}

export interface Sheet {
  file: string;
  about: Localized;
  columns: Column[];
  /** Free columns `规格:…`/`option:…` and `属性:…`/`attribute:…` are read. */
  free?: boolean;
}

export function column(
  key: string,
  zh: string,
  en: string,
  docZh: string,
  docEn: string,
  more: Partial<Column> = {},
): Column {
  return { key, zh, en, doc: { zh: docZh, en: docEn }, ...more };
}

/** A free column: an option of a variant, or an attribute of a product. */
export interface FreeColumn {
  kind: 'option' | 'attribute';
  name: string;
  index: number;
}

export interface HeaderMatch {
  /** Index by column key. */
  indexes: Map<string, number>;
  free: FreeColumn[];
  /** Headers nobody knows; their cells are not read. */
  unknown: string[];
  /** Keys that occur twice. */
  repeated: string[];
  missing: Column[];
}

const FREE = /^(规格|选项|option|属性|参数|attribute)[:：]\s*(.+)$/i;

export function matchHeader(header: readonly string[], sheet: Sheet): HeaderMatch {
  const byName = new Map(
    sheet.columns.flatMap((column) =>
      [column.key, column.zh, column.en, ...(column.also ?? [])].map((name) => [foldHeader(name), column.key]),
    ),
  );
  const match: HeaderMatch = { indexes: new Map(), free: [], unknown: [], repeated: [], missing: [] };
  for (const [index, name] of header.entries()) {
    const key = byName.get(foldHeader(name));
    const free = sheet.free ? FREE.exec(name.trim()) : null;
    if (key !== undefined) {
      if (match.indexes.has(key)) match.repeated.push(name);
      else match.indexes.set(key, index);
    } else if (free?.[1] && free[2]) {
      match.free.push({ kind: /^(规格|选项|option)$/i.test(free[1]) ? 'option' : 'attribute', name: free[2], index });
    } else if (name.trim() !== '') {
      match.unknown.push(name);
    }
  }
  match.missing = sheet.columns.filter((column) => column.required && !match.indexes.has(column.key));
  return match;
}
