import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const INTENTS = [
  { name: 'track_order', group: 'order', zh: '查物流', en: 'track an order' },
  { name: 'return_items', group: 'aftersales', zh: '退货', en: 'return goods' },
  { name: 'find_product', group: 'presales', zh: '找商品', en: 'find a product' },
];

const FRAMES: Record<string, Record<string, readonly string[]>> = {
  zh: {
    track_order: [
      '我的[%](product)到哪了',
      '[%](product)什么时候送到',
      '查一下[%](product)的物流',
      '[%](product)还没到呢',
    ],
    return_items: [
      '[%](product)不要了想退',
      '这个[%](product)能给我退掉吗',
      '申请退[%](product)',
      '[%](product)太差了退货\t!angry',
    ],
    find_product: ['想买[%](product)', '有没有[%](product)卖', '推荐一款[%](product)', '给我找个[%](product)'],
  },
  en: {
    track_order: [
      'where is my [%](product)',
      'when will the [%](product) arrive',
      'track my [%](product)',
      'no [%](product) yet',
    ],
    return_items: [
      'i want to return the [%](product)',
      'send back this [%](product)',
      'the [%](product) is awful, take it back\t!angry',
    ],
    find_product: [
      'looking for a [%](product)',
      'do you sell a [%](product)',
      'find me a [%](product)',
      'i need a [%](product)',
    ],
  },
};

const THINGS: Record<string, readonly string[]> = {
  zh: ['跑鞋', '水壶', '台灯', '背包', '雨伞'],
  en: ['kettle', 'lamp', 'coat', 'bag', 'umbrella'],
};

/** Writes a corpus of three intents, twenty lines or so an intent and language, with a held-out part of one thing. */
export function writeTinyCorpus(folder: string): void {
  const write = (path: string, lines: readonly string[]) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${lines.join('\n')}\n`);
  };
  write('intents.json', [
    JSON.stringify(INTENTS.map((intent) => ({ ...intent, definition_zh: '', definition_en: '', kind: 'command' }))),
  ]);
  for (const [locale, intents] of Object.entries(FRAMES)) {
    const [held = '', ...others] = THINGS[locale] ?? [];
    for (const [intent, frames] of Object.entries(intents)) {
      const lines = (things: readonly string[]) =>
        things.flatMap((thing) => frames.map((frame) => frame.replace('%', thing)));
      write(join(locale, `${intent}.txt`), lines(others));
      write(join('held-out', locale, `${intent}.txt`), lines([held]));
    }
    write(join('grammar', locale, 'product.txt'), ['## goods', ...others]);
  }
}
