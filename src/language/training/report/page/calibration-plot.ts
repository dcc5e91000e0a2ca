import type { CalibrationBin } from '../calibration-bins.ts';
import { at, both, percent } from './markup.ts';

const SIZE = 340;
const LEFT = 46;
const BOTTOM = 42;
const TOP = 12;
const RIGHT = 14;
const TICKS = [0, 0.25, 0.5, 0.75, 1];
/** Radius of the fullest bin. */
const LARGEST = 13;
const SMALLEST = 3;
/** Messages below which a bin is chance, and the line passes it by. */
const ENOUGH = 10;

/** The same as figures. */
export function calibrationTable(bins: readonly CalibrationBin[]): string {
  const head = [
    { zh: '模型说', en: 'it said' },
    { zh: '平均', en: 'mean' },
    { zh: '对的', en: 'right' },
    { zh: '条数', en: 'n' },
  ].map((name) => `<th scope="col">${both(name)}</th>`);
  const rows = bins.map(
    ({ from, to, count, probability, right }) =>
      `<tr><th scope="row">${percent(from, 0)}–${percent(to, 0)} %</th><td>${percent(probability)}</td><td>${percent(right)}</td><td>${count}</td></tr>`,
  );
  return `<table><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/** How sure the model was against how often it was right, a dot a bin; on the diagonal it is as sure as it is right. */
export function calibrationPlot(bins: readonly CalibrationBin[]): string {
  const x = (share: number) => LEFT + share * (SIZE - LEFT - RIGHT);
  const y = (share: number) => SIZE - BOTTOM - share * (SIZE - TOP - BOTTOM);
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const grid = TICKS.map(
    (tick) =>
      `<line class="grid" x1="${LEFT}" x2="${SIZE - RIGHT}" y1="${at(y(tick))}" y2="${at(y(tick))}"/>` +
      `<text x="${LEFT - 6}" y="${at(y(tick) + 4)}" text-anchor="end">${percent(tick, 0)}</text>` +
      `<text x="${at(x(tick))}" y="${SIZE - BOTTOM + 17}" text-anchor="middle">${percent(tick, 0)}</text>`,
  );
  const known = bins.filter(({ count }) => count > 0);
  const line = known
    .filter(({ count }) => count >= ENOUGH)
    .map(({ probability, right }) => `${at(x(probability ?? 0))},${at(y(right ?? 0))}`)
    .join(' ');
  const dots = known.map(({ probability, right, count }) => {
    const radius = Math.max(SMALLEST, Math.sqrt(count / most) * LARGEST);
    const told = `${percent(probability)} → ${percent(right)} (${count})`;
    return `<circle class="dot" cx="${at(x(probability ?? 0))}" cy="${at(y(right ?? 0))}" r="${at(radius)}"><title>${told}</title></circle>`;
  });
  const sure = both({ zh: '模型有多确定 %', en: 'how sure it was, %' }, 'tspan');
  const right = both({ zh: '多少是对的 %', en: 'how often it was right, %' }, 'tspan');
  return (
    `<svg viewBox="0 0 ${SIZE} ${SIZE}" aria-hidden="true" style="max-width: 380px">${grid.join('')}` +
    `<line class="ideal" x1="${at(x(0))}" y1="${at(y(0))}" x2="${at(x(1))}" y2="${at(y(1))}"/>` +
    `<polyline class="curve" points="${line}"/>${dots.join('')}` +
    `<text x="${at(x(0.5))}" y="${SIZE - 6}" text-anchor="middle">${sure}</text>` +
    `<text transform="translate(12 ${at(y(0.5))}) rotate(-90)" text-anchor="middle">${right}</text></svg>`
  );
}
