import type { Example } from '../../../corpus/examples.ts';
import { rowOf } from '../../../corpus/rows.ts';
import type { ReadExample } from '../../../evaluation/read-examples.ts';
import { SHIPPED } from '../../recipes.ts';
import { reportPart } from '../part.ts';
import type { TrainingReport } from '../report.ts';

const INTENTS = [
  { name: 'track_order', group: 'order', zh: '查物流', en: 'track an order' },
  { name: 'cancel_order', group: 'order', zh: '取消订单', en: 'cancel an order' },
  { name: 'return_items', group: 'aftersales', zh: '退货', en: 'return goods' },
];

function read(
  text: string,
  intent: string,
  given: string,
  probability: number,
  slots: [number, number][] = [],
): ReadExample {
  const example: Example = {
    ...{ text, intent, also: [], tones: [], act: null, asked: null, after: null },
    locale: /[a-z]/.test(text) ? 'en' : 'zh',
    slots: [{ name: 'product', text: text.slice(0, 2), start: 0, end: 2 }],
  };
  const intents = [
    { name: given, probability },
    { name: 'other', probability: 1 - probability },
  ];
  const found = slots.map(([start, end]) => ({ name: 'product', start, end }));
  return {
    ...{ example, row: rowOf(example) },
    reading: { intents, slots: found, act: 'ask', tones: [], sentence: new Float32Array() },
  };
}

const READ = [
  read('鞋子到哪了', 'track_order', 'track_order', 0.95, [[0, 2]]),
  read('shoe <b>where</b> "is" it', 'track_order', 'cancel_order', 0.55),
  read('鞋子取消', 'cancel_order', 'cancel_order', 1, [[0, 3]]),
  read('鞋子退了吧', 'return_items', 'cancel_order', 0.9, [[0, 2]]),
  read('伞我要退', 'return_items', 'cancel_order', 0.4),
];
/** Five made-up messages and what a model made of them. */
export const PART = reportPart(READ, INTENTS);

export const REPORT: TrainingReport = {
  corpus: { digest: 'ab'.repeat(32), messages: { training: 90, development: 5, heldOut: 5 }, intents: INTENTS },
  recipe: SHIPPED,
  model: { parameters: 1_500_000, bytes: 2_000_000, temperature: 1.25, top1BeforeRounding: 0.5 },
  curve: [
    { epoch: 1, loss: 4, score: 0.4, seconds: 30 },
    { epoch: 2, loss: 2.5, score: null, seconds: 66 },
  ],
  tokensPerSecond: 12_345,
  development: PART,
  heldOut: PART,
};
