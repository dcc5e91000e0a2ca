import type { Localized } from '../../../../core/locale.ts';
import { at, both, escapeHtml } from './markup.ts';

interface LineChart {
  title: Localized;
  /** Of the points and their line. */
  style: string;
  /** One an epoch. */
  values: readonly (number | null)[];
  format(value: number): string;
}

const WIDTH = 400;
const HEIGHT = 220;
const LEFT = 46;
const RIGHT = 12;
const TOP = 12;
const BOTTOM = 30;
const TICKS = 4;

/** A value for each epoch, as a line. */
export function lineChart({ title, style, values, format }: LineChart): string {
  const points = values.flatMap((value, epoch) => (value === null ? [] : [{ epoch: epoch + 1, value }]));
  if (points.length === 0) return '';
  const { from, to, step } = niceScale(points.map(({ value }) => value));
  const x = (epoch: number) => LEFT + ((epoch - 1) / Math.max(1, values.length - 1)) * (WIDTH - LEFT - RIGHT);
  const y = (value: number) => HEIGHT - BOTTOM - ((value - from) / (to - from)) * (HEIGHT - TOP - BOTTOM);
  const rows = Array.from({ length: Math.round((to - from) / step) + 1 }, (_, tick) => from + tick * step);
  const grid = rows.map(
    (value) =>
      `<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${at(y(value))}" y2="${at(y(value))}"/>` +
      `<text x="${LEFT - 6}" y="${at(y(value) + 4)}" text-anchor="end">${escapeHtml(format(value))}</text>`,
  );
  const every = Math.max(1, Math.ceil(values.length / 10));
  const epochs = values.flatMap((_, index) =>
    index % every === 0
      ? [`<text x="${at(x(index + 1))}" y="${HEIGHT - 10}" text-anchor="middle">${index + 1}</text>`]
      : [],
  );
  const path = points.map(({ epoch, value }) => `${at(x(epoch))},${at(y(value))}`).join(' ');
  const dots = points.map(
    ({ epoch, value }) =>
      `<circle class="dot ${style}" cx="${at(x(epoch))}" cy="${at(y(value))}" r="4"><title>${epoch}: ${escapeHtml(format(value))}</title></circle>`,
  );
  return (
    `<figure><figcaption>${both(title)}</figcaption>` +
    `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeHtml(points.map(({ value }) => format(value)).join(', '))}">` +
    `${grid.join('')}${epochs.join('')}<polyline class="curve ${style}" points="${path}"/>${dots.join('')}</svg></figure>`
  );
}

/** Ends and steps at round numbers (1, 2 or 5 times a power of ten). */
function niceScale(values: readonly number[]): { from: number; to: number; step: number } {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const raw = Math.max(most - least, Math.abs(most) * 0.02, 1e-3) / TICKS;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= raw) ?? 10);
  const from = Math.floor(least / step) * step;
  return { from, to: Math.max(Math.ceil(most / step) * step, from + step), step };
}
