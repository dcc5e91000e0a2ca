import type { Localized } from '../../../../core/locale.ts';
import type { IntentEntry } from '../../../corpus/intents.ts';
import type { Figures } from '../../../evaluation/figures.ts';
import type { LabelScore } from '../../../evaluation/metrics.ts';
import type { ConfusedPair, WorstError } from '../part.ts';
import { both, escapeHtml, percent, scrolling } from './markup.ts';

/** The measures of a set of messages, by their members. */
export const MEASURES: readonly [keyof Figures, Localized][] = [
  ['top1', { zh: '意图第一', en: 'intent top-1' }],
  ['top2', { zh: '意图前二', en: 'top-2' }],
  ['macroF1', { zh: '意图宏 F1', en: 'macro-F1' }],
  ['slotF1', { zh: '槽位 F1', en: 'slot F1' }],
  ['act', { zh: '言语行为', en: 'act' }],
  ['toneF1', { zh: '语气 F1', en: 'tone F1' }],
  ['calibrationError', { zh: '校准误差', en: 'calibration error' }],
];

const MESSAGES = { zh: '条数', en: 'messages' };

export function figuresTable(rows: readonly (readonly [Localized, Figures])[]): string {
  const head = [MESSAGES, ...MEASURES.map(([, name]) => name)].map((name) => `<th scope="col">${both(name)}</th>`);
  const body = rows.map(([name, figures]) => {
    const cells = MEASURES.map(([measure]) => `<td>${percent(figures[measure])}</td>`);
    return `<tr><th scope="row">${both(name)}</th><td>${figures.messages}</td>${cells.join('')}</tr>`;
  });
  return scrolling(
    `<table class="figures"><thead><tr><td></td>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`,
  );
}

/** Both names of an intent: what people call it, and its own. */
export function intentName(name: string, intents: readonly IntentEntry[]): string {
  const entry = intents.find((each) => each.name === name);
  return `${entry ? both(entry) : ''} <code>${escapeHtml(name)}</code>`;
}

export function scoresTable(scores: readonly LabelScore[], nameOf: (label: string) => string): string {
  const head = [
    { zh: '准确率', en: 'prec.' },
    { zh: '召回率', en: 'recall' },
    { zh: '条数', en: 'n' },
  ].map((name) => `<th scope="col">${both(name)}</th>`);
  const body = scores.map(
    ({ label, precision, recall, f1, support }) =>
      `<tr><th scope="row">${nameOf(label)}</th><td>${percent(f1)}</td>` +
      `<td class="bar"><i><b style="width: ${percent(f1)}%"></b></i></td>` +
      `<td>${percent(precision)}</td><td>${percent(recall)}</td><td>${support}</td></tr>`,
  );
  return `<table><thead><tr><td></td><th scope="col">F1</th><td></td>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

export function pairsList(pairs: readonly ConfusedPair[], intents: readonly IntentEntry[]): string {
  const items = pairs.map(
    ({ meant, given, count, text }) =>
      `<li><p><strong>${count}×</strong> <span class="meant">${intentName(meant, intents)}</span> → <span class="given">${intentName(given, intents)}</span></p><p class="meta">${escapeHtml(text)}</p></li>`,
  );
  return `<ol>${items.join('')}</ol>`;
}

export function errorsList(errors: readonly WorstError[], intents: readonly IntentEntry[]): string {
  const items = errors.map(
    ({ text, locale, meant, given, probability }) =>
      `<li><p lang="${locale}">${escapeHtml(text)}</p><p class="meta"><span class="meant">${meant.map((name) => intentName(name, intents)).join(' + ')}</span> → <span class="given">${intentName(given, intents)}</span> ${percent(probability, 0)}%</p></li>`,
  );
  return `<ol>${items.join('')}</ol>`;
}
