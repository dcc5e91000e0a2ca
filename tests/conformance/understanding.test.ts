import { describe, expect, it } from 'vitest';
import { loadPublicSet } from '../../src/language/evaluation/public-sets.ts';

const DATA = process.env.XIAOER_DATA;
if (DATA === undefined)
  console.warn(
    'Public sets of messages: not run. Set XIAOER_DATA to the folder that holds banking77, clinc150, bitext and crosswoz_zh.',
  );

const DETAILS = {
  banking77: { rows: [10_003, 3_080], intents: 77, slots: [0, 0], remarks: {} },
  clinc150: { rows: [15_000 + 100, 3_000 + 100], intents: 150 + 1, slots: [0, 0], remarks: {} },
  // Every offset points at its entity, 524 of them in other letter case (`Platinum` for platinum).
  bitext: { rows: [6_480, 810], intents: 27, slots: [2_543, 280], remarks: { 'other case': 524 } },
  crosswoz_zh: {
    rows: [8_476, 1_658],
    intents: 153,
    slots: [10_109, 1_879],
    remarks: { 'value not in the text': 618 },
  },
};

describe.skipIf(DATA === undefined)('public sets of messages', () => {
  it.each(Object.entries(DETAILS))('%s: rows, intents, slots and what does not agree', (name, expected) => {
    const set = loadPublicSet(name, DATA ?? '');
    const halves = [set.train, set.test];
    const remarks = Map.groupBy(set.remarks, ({ kind }) => kind);
    expect({
      rows: halves.map((rows) => rows.length),
      intents: new Set(set.train.flatMap(({ intents }) => intents)).size,
      slots: halves.map((rows) => rows.flatMap(({ slots }) => slots).length),
      remarks: Object.fromEntries([...remarks].map(([kind, all]) => [kind, all.length])),
    }).toEqual(expected);
    expect([set.licence, set.source]).not.toContain('not stated');
  });

  it('no message of banking77 or bitext is on both sides', () => {
    for (const name of ['banking77', 'bitext']) {
      const { train, test } = loadPublicSet(name, DATA ?? '');
      const seen = new Set(train.map(({ text }) => text));
      expect([name, test.filter(({ text }) => seen.has(text)).length]).toEqual([name, 0]);
    }
  });
});
