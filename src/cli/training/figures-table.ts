import type { Localized } from '../../core/locale.ts';
import type { Figures } from '../../language/evaluation/figures.ts';
import type { Voice } from '../terminal.ts';

const COLUMNS: readonly [keyof Figures, Localized][] = [
  ['top1', { zh: '意图', en: 'top-1' }],
  ['top2', { zh: '前二', en: 'top-2' }],
  ['macroF1', { zh: '宏F1', en: 'macro-F1' }],
  ['slotF1', { zh: '槽位F1', en: 'slot F1' }],
  ['act', { zh: '行为', en: 'act' }],
  ['toneF1', { zh: '语气F1', en: 'tone F1' }],
  ['calibrationError', { zh: '校准误差', en: 'calib. err.' }],
];

/** Columns that a Chinese character takes. */
const WIDE = /[\p{Script=Han}（），：]/gu;
const widthOf = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0);
const left = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));
const right = (text: string, width: number): string => ' '.repeat(Math.max(0, width - widthOf(text))) + text;

/** Lines of figures in percent, one a kind of message. */
export function figuresTable(rows: readonly (readonly [string, Figures])[], { say, style }: Voice): string[] {
  const head = [say({ zh: '条数', en: 'messages' }), ...COLUMNS.map(([, name]) => say(name))];
  const cells = rows.map(([, figures]) => [
    String(figures.messages),
    ...COLUMNS.map(([measure]) => inPercent(figures[measure])),
  ]);
  return alignedTable(
    ['', ...head],
    rows.map(([name], at) => [name, ...(cells[at] ?? [])]),
    style,
  );
}

export function inPercent(share: number | null): string {
  return share === null ? '–' : (share * 100).toFixed(1);
}

/** The first column to the left, figures to the right. */
export function alignedTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  style: Voice['style'],
): string[] {
  const widths = head.map((name, at) => Math.max(widthOf(name), ...rows.map((row) => widthOf(row[at] ?? ''))));
  const line = (cells: readonly string[]) =>
    cells.map((cell, at) => (at === 0 ? left : right)(cell, widths[at] ?? 0)).join('  ');
  return [style('dim', line(head)), ...rows.map(line)];
}
