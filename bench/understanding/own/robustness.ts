import { LOCALES } from '../../../src/core/locale.ts';
import type { Example } from '../../../src/language/corpus/examples.ts';
import { noiseKinds } from '../../../src/language/corpus/noise.ts';
import { figuresOf } from '../../../src/language/evaluation/figures.ts';
import { readExamples } from '../../../src/language/evaluation/read-examples.ts';
import type { ReadMessages } from '../../../src/language/inference/reader.ts';
import { loadHeldOut } from '../../../src/language/training/from-corpus.ts';
import { describeMachine, percent, points, printTable } from '../../support.ts';
import type { UnderstandingOptions } from '../options.ts';
import { whyNot } from '../why-not.ts';
import { type DamagedLine, damagedLines } from './damaged.ts';
import { linearReaders, MODEL_ABSENT, type OwnReader, shippedReader } from './readers.ts';

/** What each kind of damage costs, on the held-out lines that it changes. */
export async function benchRobustness(options: UnderstandingOptions): Promise<void> {
  const examples = loadHeldOut(options.corpus);
  const [logistic] = linearReaders(options);
  const readers: { name: string; read: ReadMessages }[] = [];
  for (const reader of [shippedReader(options), logistic]) {
    const read = await openIfThere(reader);
    if (read) readers.push({ name: reader.name, read });
  }
  for (const locale of LOCALES) {
    const lines = examples.filter((example) => example.locale === locale);
    const rows: string[][] = [];
    for (const kind of noiseKinds(locale)) {
      const damaged = damagedLines(lines, kind);
      const row = [kind, String(damaged.length)];
      for (const { read } of readers) row.push(...(await costOf(read, damaged)));
      rows.push(row);
    }
    const header = ['damage', 'lines', ...readers.flatMap(({ name }) => COLUMNS.map((column) => `${name}: ${column}`))];
    printTable(`Held-out lines, damaged: ${locale} (${describeMachine()})`, header, rows);
  }
  console.log('\nFirst need right, in %, on the lines that this kind of damage changed.');
}

const COLUMNS = ['before', 'after', 'points'];

async function openIfThere({ name, open }: OwnReader): Promise<ReadMessages | null> {
  try {
    return await open();
  } catch (error) {
    console.log(`\nRobustness: not run for the ${name}: ${whyNot(error, ...MODEL_ABSENT)}.`);
    return null;
  }
}

async function costOf(read: ReadMessages, lines: readonly DamagedLine[]): Promise<string[]> {
  const shareOf = async (examples: readonly Example[]) => figuresOf(await readExamples(read, examples)).top1;
  const before = await shareOf(lines.map(({ plain }) => plain));
  const after = await shareOf(lines.map(({ damaged }) => damaged));
  return [percent(before), percent(after), points(before, after)];
}
