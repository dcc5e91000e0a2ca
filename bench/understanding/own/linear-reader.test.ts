import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/language/evaluation/rows.ts';
import { linearLogistic } from '../linear.ts';
import { trainOnCorpus } from './linear-reader.ts';

const row = (text: string, intent: string, more: Partial<Row> = {}): Row => ({
  ...{ text, intents: [intent], slots: [], act: 'request', tones: [] },
  ...more,
});

const ROWS: Row[] = [
  ...['我要退货', '这双鞋想退掉', '申请退货', '退货退款'].map((text) => row(text, 'return')),
  ...['快递到哪了', '查一下快递', '包裹在哪', '快递在哪'].map((text) => row(text, 'track', { act: 'ask' })),
  ...['快递怎么还没到！！', '退货退了半个月！！', '太慢了！！'].map((text) => row(text, 'track', { tones: ['angry'] })),
  ...['42', '38', '40', '41'].map((text) => row(text, 'size', { asked: 'size', act: 'inform' })),
  ...['42', '38', '40', '41'].map((text) => row(text, 'order', { asked: 'order', act: 'inform' })),
];

describe('a linear model on the questions of the corpus', () => {
  it('tells need, act and tone, each by a model of its own', async () => {
    const read = await trainOnCorpus(linearLogistic, ROWS);
    const [first, second] = await read([{ text: '鞋子要退货' }, { text: '快递在哪里' }]);
    expect([first?.intents[0]?.name, first?.act]).toEqual(['return', 'request']);
    expect([second?.intents[0]?.name, second?.act]).toEqual(['track', 'ask']);
    expect(first?.slots).toEqual([]);
  });

  it('knows what was asked before', async () => {
    const read = await trainOnCorpus(linearLogistic, ROWS);
    const readings = await read(['size', 'order'].map((asked) => ({ text: '42', context: { asked } })));
    expect(readings.map(({ intents }) => intents[0]?.name)).toEqual(['size', 'order']);
  });
});
