import { LOCALES } from '../../../src/core/locale.ts';
import { loadHeldOut } from '../../../src/language/training/from-corpus.ts';
import { openReader } from '../../../src/language/understanding/open-reader.ts';
import { createUnderstander } from '../../../src/language/understanding/understander.ts';
import { describeMachine, milliseconds, printTable } from '../../support.ts';
import type { UnderstandingOptions } from '../options.ts';
import { spreadOf } from './spread.ts';

const WARM_UP = 100;

/** From a held-out line to its reading: rules, model, the message's clauses and all, one after the other. */
export async function benchWhole({ model, corpus }: UnderstandingOptions): Promise<void> {
  const { understand } = createUnderstander({ model: () => openReader({ model, corpus }) });
  const examples = loadHeldOut(corpus);
  const opened = performance.now();
  await understand('在吗');
  const opening = performance.now() - opened;
  const rows = [];
  for (const locale of LOCALES) {
    const texts = examples.filter((example) => example.locale === locale).map(({ text }) => text);
    for (const text of texts.slice(0, WARM_UP)) await understand(text);
    const taken: number[] = [];
    for (const text of texts) {
      const started = performance.now();
      await understand(text);
      taken.push(performance.now() - started);
    }
    rows.push([locale, String(texts.length), ...spreadOf(taken).map(milliseconds)]);
  }
  printTable(
    `Whole understanding of a held-out line (${describeMachine()})`,
    ['language', 'lines', 'p50', 'p95', 'p99'],
    rows,
  );
  console.log(
    `\nThe very first message took ${milliseconds(opening)}: model, dictionary and lists are opened with it.`,
  );
}
