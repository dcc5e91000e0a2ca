import { describe, expect, it } from 'vitest';
import { figuresBy, figuresOf } from './figures.ts';
import { type ReadRow, readRows } from './read-examples.ts';
import type { Row } from './rows.ts';

const row = (intents: string[], rest: Partial<Row> = {}): Row => ({
  text: intents.join(' '),
  intents,
  slots: [],
  ...rest,
});

function reading(probabilities: Record<string, number>, rest: Partial<ReadRow['reading']> = {}): ReadRow['reading'] {
  const intents = Object.entries(probabilities).map(([name, probability]) => ({ name, probability }));
  return { intents, slots: [], act: null, tones: [], sentence: new Float32Array(), ...rest };
}

const READ: ReadRow[] = [
  {
    row: row(['track'], { slots: [{ name: 'product', start: 0, end: 2 }], act: 'ask', tones: ['angry'] }),
    reading: reading(
      { track: 0.9, cancel: 0.1 },
      { slots: [{ name: 'product', start: 0, end: 2 }], act: 'ask', tones: ['angry'] },
    ),
  },
  // Two needs: any of them is a right answer.
  { row: row(['cancel', 'track'], { act: 'request' }), reading: reading({ track: 0.6, refund: 0.4 }, { act: 'ask' }) },
  {
    row: row(['refund'], { slots: [{ name: 'product', start: 0, end: 2 }], tones: ['urgent'] }),
    reading: reading({ cancel: 0.7, refund: 0.3 }, { slots: [{ name: 'product', start: 0, end: 1 }] }),
  },
];

describe('figures of readings', () => {
  it('[LANG-73] intents first and among two, slots, acts and tones, worked out by hand', () => {
    const figures = figuresOf(READ);
    expect(figures).toMatchObject({ messages: 3, top1: 2 / 3, top2: 1, slotF1: 0.5, act: 0.5, toneF1: 2 / 3 });
    // track is meant twice and given twice, refund meant once and never given; cancel was not meant.
    expect(figures.macroF1).toBeCloseTo((1 + 0) / 2);
    // Bins of a fifteenth: 0.9 right, 0.6 right, 0.7 wrong.
    expect(figures.calibrationError).toBeCloseTo((0.1 + 0.4 + 0.7) / 3);
  });

  it('[LANG-73] what cannot be measured is null, and kinds are told apart', () => {
    expect(figuresOf([])).toEqual({
      ...{ messages: 0, top1: null, top2: null, macroF1: null, slotF1: null, act: null, toneF1: null },
      calibrationError: null,
    });
    const kinds = figuresBy(READ, ({ row: { slots } }) => (slots.length > 0 ? 'with' : 'without'));
    expect(Object.entries(kinds).map(([kind, { messages }]) => [kind, messages])).toEqual([
      ['with', 2],
      ['without', 1],
    ]);
  });

  it('[LANG-73] rows are read in batches of like length, and come back in their order', async () => {
    const rows = Array.from({ length: 150 }, (_, at) => row([`${at}`.padEnd((at * 7) % 40, 'x')]));
    const sizes: number[] = [];
    const read = await readRows(async (messages) => {
      sizes.push(messages.length);
      return messages.map(({ text }) => reading({ [String(text)]: 1 }));
    }, rows);
    expect(sizes).toEqual([64, 64, 22]);
    expect(read.map((each) => each.reading.intents[0]?.name)).toEqual(rows.map(({ text }) => text));
  });
});
