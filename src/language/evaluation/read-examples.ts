import type { Example } from '../corpus/examples.ts';
import { rowOf } from '../corpus/rows.ts';
import type { ModelReading, ReadMessages } from '../inference/reader.ts';
import type { Row } from './rows.ts';

/** A message, what it means, and what a model made of it. */
export interface ReadRow {
  row: Row;
  reading: ModelReading;
}

export interface ReadExample extends ReadRow {
  example: Example;
}

const AT_ONCE = 64;

/** In the order of the rows; those of like length are read together. */
export async function readRows(read: ReadMessages, rows: readonly Row[]): Promise<ReadRow[]> {
  const order = [...rows.entries()].sort(([, a], [, b]) => a.text.length - b.text.length);
  const found: ReadRow[] = [];
  for (let from = 0; from < order.length; from += AT_ONCE) {
    const together = order.slice(from, from + AT_ONCE);
    const readings = await read(together.map(([, row]) => ({ text: row.text, context: row })));
    for (const [rank, [at, row]] of together.entries()) found[at] = { row, reading: readings[rank] as ModelReading };
  }
  return found;
}

export async function readExamples(read: ReadMessages, examples: readonly Example[]): Promise<ReadExample[]> {
  const found = await readRows(read, examples.map(rowOf));
  return found.map((each, at) => ({ ...each, example: examples[at] as Example }));
}
