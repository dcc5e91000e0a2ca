import type { HtmlElement } from './html-document.ts';

/** Spans beyond these are mistakes or worse. */
const WIDEST = 100;
const TALLEST = 1_000;

const rowsOf = (table: HtmlElement) =>
  [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
const cellsOf = (row: HtmlElement) => [...row.children].filter(({ localName }) => /^t[dh]$/.test(localName));

/** A table that holds a table, or has one column, arranges a page. */
export function isLayout(table: HtmlElement): boolean {
  return table.querySelector('table') !== null || rowsOf(table).every((row) => cellsOf(row).length < 2);
}

/** Rows of cells; a cell that spans several stands in each of them, so that every row can be read alone. */
export function gridOf(table: HtmlElement, textOf: (cell: HtmlElement) => string): string[][] {
  const grid: string[][] = [];
  const rows = rowsOf(table);
  for (const [index, row] of rows.entries()) {
    const line = grid[index] ?? [];
    grid[index] = line;
    let column = 0;
    for (const cell of cellsOf(row)) {
      while (line[column] !== undefined) column++;
      const text = textOf(cell);
      const width = span(cell, 'colspan', WIDEST);
      const height = Math.min(span(cell, 'rowspan', TALLEST), rows.length - index);
      for (let down = 0; down < height; down++) {
        const target = grid[index + down] ?? [];
        grid[index + down] = target;
        for (let across = 0; across < width; across++) target[column + across] = text;
      }
      column += width;
    }
  }
  return grid.map((line) => Array.from(line, (cell) => cell ?? '')).filter((line) => line.some((cell) => cell !== ''));
}

function span(cell: HtmlElement, name: string, most: number): number {
  const given = Number.parseInt(cell.getAttribute(name) ?? '1', 10);
  return Number.isFinite(given) ? Math.min(Math.max(given, 1), most) : 1;
}
