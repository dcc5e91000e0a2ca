import { describe, expect, it } from 'vitest';
import type { Article } from '../core/customer.ts';
import { clausesOf } from './clauses.ts';
import { indexed } from './indexed.ts';
import { chooseProbes } from './probes.ts';
import { readQuestion } from './question.ts';
import { ARTICLES } from './testing/articles.ts';
import { version } from './testing/chunk-contract.ts';
import { knowledgeOf } from './testing/knowledge-of.ts';
import { memoryChunks } from './testing/memory-chunks.ts';

function article(id: string, zh: string, en?: string): Article {
  return {
    id,
    topics: [],
    title: { zh: zh.split('。')[0] ?? '', ...(en && { en: en.split('.')[0] }) },
    body: { zh, ...(en && { en }) },
    updatedAt: '2026-11-01T00:00:00.000Z',
  };
}

const SHELF = [
  ...ARTICLES,
  article('towel', '毛巾 TH-01 的洗法。毛巾第一次用先过水。'),
  article('kettle', '水壶 1.7L 的容量。水壶最多装到刻度线。'),
  article('umbrella', '折叠雨伞怎么收。雨伞晾干再收。'),
  article('zhejiang', '浙江的门店。浙江的门店在杭州。'),
  article('tent', '帐篷怎么搭。先铺内帐，再穿帐杆。'),
  article('lamp', '台灯的安装。把灯杆拧进底座。', 'Installing the lamp. Screw the pole into the base.'),
];
const knowledge = knowledgeOf(SHELF);
const first = async (text: string, locale: 'zh' | 'en' = 'zh') =>
  (await knowledge.search({ text, locale }))[0]?.articleId;

describe('ways of asking', () => {
  it.each(['TH-01', 'th-01怎么洗', 'ＴＨ－０１', 'TH01', 'TH 01'])(
    '[KNOW-51] %j is one code, however it is written',
    async (text) => {
      expect(await first(text)).toBe('towel');
    },
  );

  it('[KNOW-51] a code with a point in it is whole', async () => {
    expect(await first('1.7L')).toBe('kettle');
    expect(await first('17L')).toBeUndefined();
  });

  it.each([
    ['伞', 'umbrella'],
    ['锅怎么养', 'cast-iron'],
  ])('[KNOW-52] a word of one character is found, also at the end of a longer one: %j', async (text, id) => {
    expect(await first(text)).toBe(id);
  });

  it.each([
    ['浙将有门店吗', 'zhejiang'],
    ['张篷怎么搭', 'tent'],
    ['zhejiang', 'zhejiang'],
    ['zhangpeng zenme da', 'tent'],
    ['zen me dazhangpeng', 'tent'],
    ['帳篷', 'tent'],
    ['fapiao', 'invoice'],
  ])('[KNOW-53] %j is found by its sound or its other characters', async (text, id) => {
    expect(await first(text)).toBe(id);
  });

  it.each([
    ['cast iorn care', 'cast-iron'],
    ['invioces', 'invoice'],
    ['PayPall and Alipey', 'payment'],
    ['delivary to shanghai', 'delivery-time'],
  ])('[KNOW-54] %j is found although it is misspelt', async (text, id) => {
    expect(await first(text, 'en')).toBe(id);
  });

  it.each([
    ['how do I pitch the tent', 'en', 'tent', 'zh'],
    ['do you have an umbrella', 'en', 'umbrella', 'zh'],
    ['退税', 'zh', 'tax-free', 'en'],
    ['how do I install the lamp', 'zh', 'lamp', 'zh'],
    ['台灯怎么安装', 'en', 'lamp', 'en'],
  ] as const)(
    '[KNOW-55] %j (%s) is found in the other language, and quoted in one’s own where there is one',
    async (text, locale, id, quoted) => {
      const shop = knowledgeOf([...SHELF, article('x', '别的事。别的都在这里。')]);
      const [passage] = await shop.search({ text, locale });
      expect(passage).toMatchObject({ articleId: id, locale: quoted });
    },
  );

  it('[KNOW-56] of two needs in one message both are answered', async () => {
    const found = await knowledge.search({ text: '帐篷怎么搭？另外折叠雨伞怎么收', locale: 'zh', limit: 5 });
    expect(found.map(({ articleId }) => articleId).sort()).toEqual(['tent', 'umbrella']);
    expect(clausesOf('包邮吗')).toEqual([]);
    expect(clausesOf('帐篷怎么搭？另外折叠雨伞怎么收')).toHaveLength(2);
  });

  it('[KNOW-57] a guess at what a question is about counts by how sure it is, and less for what no shop writes on', async () => {
    const guessing = (topics: Record<string, number>) =>
      knowledgeOf(ARTICLES, { topicsOf: async () => new Map(Object.entries(topics)) });
    const ask = async (text: string, topics: Record<string, number>) =>
      (await guessing(topics).search({ text, locale: 'zh' }))[0]?.articleId;
    expect(await ask('你们几点', { ask_opening_hours: 0.95 })).toBe('hours');
    expect(await ask('你们几点', { ask_opening_hours: 0.4 })).toBeUndefined();
    expect(await ask('铸铁锅生锈怎么养护', { ask_invoice: 0.8 })).toBe('cast-iron');
    expect(await ask('花呗', { out_of_scope: 0 })).toBe('payment');
    expect(await ask('花呗', { out_of_scope: 1 })).toBeUndefined();
  });

  it('[KNOW-58] however common its words are, a question points to a bounded number of pieces', async () => {
    const store = memoryChunks();
    await store.put(indexed(version('a', { zh: '运费和发票和退货' }), 0));
    const { wanted, codes } = await readQuestion('运费 发票 退货', store, { locale: 'zh', audiences: ['public'] });
    const known = (counts: number[]) => new Map(['运费', '发票', '退货'].map((term, at) => [term, counts[at] ?? 0]));
    const terms = (counts: number[]) =>
      chooseProbes({ wanted, codes }, known(counts)).map((probe) => probe.terms.join(' '));
    expect(terms([3, 1, 2])).toEqual(['发票', '退货', '运费']);
    expect(terms([3, 1, 90_000])).toEqual(['发票', '运费', '发票 运费', '发票 运费 退货']);
    expect(terms([70_000, 80_000, 90_000])).toEqual(['运费', '运费 发票', '运费 发票 退货']);
  });
});
