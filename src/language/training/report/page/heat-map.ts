import { groupName } from '../../../corpus/groups.ts';
import type { IntentEntry } from '../../../corpus/intents.ts';
import type { ConfusionMatrix } from '../../../evaluation/metrics.ts';
import { at, both, escapeHtml, percent, scrolling } from './markup.ts';

/** So strong a cell may be that its figures stay legible in both schemes. */
const LEGIBLE = 0.5;

/** A row is what was meant, a column what it was taken for, in percent of the row. */
export function groupMap({ labels, counts }: ConfusionMatrix, order: readonly string[]): string {
  const places = inOrder(labels, order);
  const head = places.map((column) => `<th scope="col">${both(groupName(labels[column] ?? ''))}</th>`).join('');
  const rows = places.map((row) => {
    const total = sumOf(counts[row]);
    const cells = places.map((column) => cell(counts[row]?.[column] ?? 0, total, row === column));
    return `<tr><th scope="row">${both(groupName(labels[row] ?? ''))}</th>${cells.join('')}</tr>`;
  });
  return scrolling(
    `<table class="heat"><thead><tr><td></td>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`,
  );
}

function cell(count: number, total: number, isRight: boolean): string {
  if (count === 0) return '<td class="none">·</td>';
  const heat = Math.round(heatOf(count / total, isRight) * LEGIBLE);
  return `<td class="${isRight ? 'right' : 'wrong'}" style="--heat: ${heat}%" title="${count}">${percent(count / total, 0)}</td>`;
}

/** Mistakes are rare: what is wrong is drawn four times as strong as what is right. */
function heatOf(share: number, isRight: boolean): number {
  return Math.round(Math.min(1, isRight ? share * 0.8 : 0.12 + share * 4) * 100);
}

const CELL = 8;
const MARGIN = 76;

/** Every intent against every other, in the order of the corpus's table; the groups are framed. */
export function intentMap({ labels, counts }: ConfusionMatrix, intents: readonly IntentEntry[]): string {
  const places = inOrder(
    labels,
    intents.map(({ name }) => name),
  );
  const groupAt = (place: number) => intents.find(({ name }) => name === labels[place])?.group ?? 'other';
  const size = MARGIN + places.length * CELL + 4;
  const cells = places.flatMap((row, down) =>
    places.flatMap((column, across) => {
      const count = counts[row]?.[column] ?? 0;
      if (count === 0) return [];
      const isRight = row === column;
      const heat = heatOf(count / sumOf(counts[row]), isRight);
      const told = escapeHtml(`${labels[row]} → ${labels[column]}: ${count}`);
      return [
        `<rect class="${isRight ? 'right' : 'wrong'}" style="--heat: ${heat}%" x="${MARGIN + across * CELL}" y="${MARGIN + down * CELL}" width="${CELL - 1}" height="${CELL - 1}"><title>${told}</title></rect>`,
      ];
    }),
  );
  const frames = runsOf(places.map(groupAt)).map(({ group, from, to }) => {
    const start = MARGIN + from * CELL - 0.5;
    const length = (to - from) * CELL;
    const middle = at(start + length / 2 + 4);
    const name = both(groupName(group), 'tspan');
    return (
      `<rect class="frame" x="${start}" y="${start}" width="${length}" height="${length}"/>` +
      `<text x="${MARGIN - 6}" y="${middle}" text-anchor="end">${name}</text>` +
      `<text transform="translate(${middle} ${MARGIN - 6}) rotate(-90)">${name}</text>`
    );
  });
  return scrolling(
    `<svg class="map" viewBox="0 0 ${size} ${size}" aria-hidden="true">${cells.join('')}${frames.join('')}</svg>`,
  );
}

/** The places of the labels, those of `order` first. */
function inOrder(labels: readonly string[], order: readonly string[]): number[] {
  const rank = (place: number) => {
    const found = order.indexOf(labels[place] ?? '');
    return found === -1 ? order.length : found;
  };
  return [...labels.keys()].sort((one, other) => rank(one) - rank(other));
}

function runsOf(groups: readonly string[]): { group: string; from: number; to: number }[] {
  const runs: { group: string; from: number; to: number }[] = [];
  for (const [at, group] of groups.entries()) {
    const last = runs.at(-1);
    if (last?.group === group) last.to = at + 1;
    else runs.push({ group, from: at, to: at + 1 });
  }
  return runs;
}

function sumOf(counts: readonly number[] = []): number {
  return counts.reduce((sum, count) => sum + count, 0) || 1;
}
