import { LOCALES } from '../../../src/core/locale.ts';
import { loadIntents } from '../../../src/language/corpus/intents.ts';
import { type Figures, figuresBy, figuresOf } from '../../../src/language/evaluation/figures.ts';
import { type ReadExample, readExamples } from '../../../src/language/evaluation/read-examples.ts';
import { loadHeldOut } from '../../../src/language/training/from-corpus.ts';
import { describeMachine, percent, printTable } from '../../support.ts';
import type { UnderstandingOptions } from '../options.ts';
import { whyNot } from '../why-not.ts';
import { linearReaders, MODEL_ABSENT, type OwnReader, shippedReader } from './readers.ts';

/** What a reader made of the held-out lines; the reason where it could not be opened. */
type Read = { name: string; read: ReadExample[] } | { name: string; reason: string };

/** The project's own held-out lines, read by the model that is shipped and by linear models trained beside it. */
export async function benchOwn(options: UnderstandingOptions): Promise<void> {
  const examples = loadHeldOut(options.corpus);
  if (examples.length === 0) {
    console.log(`\nOwn corpus: not run. ${options.corpus} has no held-out lines.`);
    return;
  }
  const readers: Read[] = [];
  for (const reader of [shippedReader(options), ...linearReaders(options)])
    readers.push(await readBy(reader, examples));
  printTable(`Own held-out lines (${describeMachine()})`, HEADER, readers.flatMap(overviewOf));
  const groups = new Map(loadIntents(options.corpus).map(({ name, group }) => [name, group]));
  for (const locale of LOCALES) {
    const table = byGroup(
      readers.flatMap((each) => ('read' in each ? [{ ...each, read: each.read.filter(isIn(locale)) }] : [])),
      ({ example }) => groups.get(example.intent) ?? '?',
    );
    printTable(`Own held-out lines by group of intents: ${locale} (${describeMachine()})`, table.header, table.rows);
  }
  console.log(`\n${examples.length} lines that nothing was trained on. ${NOTE}`);
}

const NOTE =
  'A need counts as read where the first answer is any of the needs of the message. The linear models learned from the whole corpus as it is written, with what was asked before as words of the turn before; the shipped one from nine tenths of it. Margins of an SVM are no probabilities: its calibration says nothing.';

async function readBy({ name, open }: OwnReader, examples: Parameters<typeof readExamples>[1]): Promise<Read> {
  try {
    return { name, read: await readExamples(await open(), examples) };
  } catch (error) {
    return { name, reason: whyNot(error, ...MODEL_ABSENT) };
  }
}

const isIn =
  (locale: string) =>
  ({ example }: ReadExample): boolean =>
    example.locale === locale;

const HEADER = [
  'reader',
  'language',
  'lines',
  'top-1',
  'top-2',
  'macro-F1',
  'slot F1',
  'act',
  'tone F1',
  'calibration error',
];

function overviewOf(reader: Read): string[][] {
  if ('reason' in reader) return [[reader.name, `not run: ${reader.reason}`]];
  return LOCALES.map((locale) => {
    const figures = figuresOf(reader.read.filter(isIn(locale)));
    return [reader.name, locale, ...columnsOf(figures)];
  });
}

function columnsOf(figures: Figures): string[] {
  const { messages, top1, top2, macroF1, slotF1, act, toneF1, calibrationError } = figures;
  return [String(messages), ...[top1, top2, macroF1, slotF1, act, toneF1, calibrationError].map(percent)];
}

/** The first reader in full, beside it what the others read right. */
export function byGroup(
  readers: readonly { name: string; read: readonly ReadExample[] }[],
  groupOf: (each: ReadExample) => string,
): { header: string[]; rows: string[][] } {
  const [first, ...others] = readers.map(({ name, read }) => ({ name, figures: figuresBy(read, groupOf) }));
  if (!first) return { header: [], rows: [] };
  const header = ['group', 'lines', ...FULL.map((column) => `${first.name}: ${column}`)];
  for (const { name } of others) header.push(`${name}: top-1`, `${name}: slot F1`);
  const rows = Object.entries(first.figures).map(([group, figures]) => {
    const { messages, top1, top2, slotF1, act, toneF1, calibrationError } = figures;
    const beside = others.flatMap(({ figures: each }) => [each[group]?.top1 ?? null, each[group]?.slotF1 ?? null]);
    return [group, String(messages), ...[top1, top2, slotF1, act, toneF1, calibrationError, ...beside].map(percent)];
  });
  return { header, rows };
}

const FULL = ['top-1', 'top-2', 'slot F1', 'act', 'tone F1', 'calibration error'];
