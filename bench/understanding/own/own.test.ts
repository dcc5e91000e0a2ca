import { describe, expect, it } from 'vitest';
import { parseExamples } from '../../../src/language/corpus/examples.ts';
import { rowOf } from '../../../src/language/corpus/rows.ts';
import type { ReadExample } from '../../../src/language/evaluation/read-examples.ts';
import { byGroup } from './own.ts';

const [one, other] = parseExamples('我要退货\n想退[鞋](product)', 'return_items', 'zh');
const [third] = parseExamples('你好', 'greet', 'zh');

function readAs(example: typeof one, name: string): ReadExample {
  if (!example) throw new Error('no example');
  const reading = {
    intents: [{ name, probability: 1 }],
    slots: [],
    act: null,
    tones: [],
    sentence: new Float32Array(0),
  };
  return { example, row: rowOf(example), reading };
}

describe('the table by group', () => {
  it('has a row a group, the first reader in full and the others beside it', () => {
    const first = [readAs(one, 'return_items'), readAs(other, 'greet'), readAs(third, 'greet')];
    const second = [readAs(one, 'greet'), readAs(other, 'greet'), readAs(third, 'greet')];
    const readers = [
      { name: 'a', read: first },
      { name: 'b', read: second },
    ];
    const { header, rows } = byGroup(readers, ({ example }) =>
      example.intent === 'greet' ? 'smalltalk' : 'aftersales',
    );
    const columns = ['group', 'lines', 'a: top-1', 'a: slot F1', 'b: top-1'].map((name) => header.indexOf(name));
    expect(rows.map((row) => columns.map((at) => row[at]))).toEqual([
      ['aftersales', '2', '50.0', '0.0', '0.0'],
      ['smalltalk', '1', '100.0', '–', '100.0'],
    ]);
    expect(rows.every((row) => row.length === header.length)).toBe(true);
  });

  it('is empty where nobody read', () => {
    expect(byGroup([], () => '')).toEqual({ header: [], rows: [] });
  });
});
