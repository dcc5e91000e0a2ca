import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../core/clock.ts';
import { type Example, loadExamples } from '../../corpus/examples.ts';
import { CHINESE_FRAMES } from './frames/chinese.ts';
import { ENGLISH_FRAMES } from './frames/english.ts';
import { shopExamples } from './shop-examples.ts';
import type { ShopWords } from './shop-words.ts';
import { bothSides } from './sides.ts';
import { WORDS } from './testing/words.ts';

const random = () => seededRandom(1).next;
const slotsOf = (examples: readonly Example[], name: string) =>
  new Set(
    examples.flatMap(({ slots }) => slots.filter((slot) => slot.name === name).map(({ text }) => text.toLowerCase())),
  );
const bothOf = (words: ShopWords) => {
  const { training, development } = shopExamples(words, [], random());
  return [...training, ...development];
};

describe('a shop’s own words', () => {
  const { training, development } = shopExamples(WORDS, [], random());
  const examples = [...training, ...development];

  it('[LANG-75] its goods stand in sentences as slots, in both languages, with and without the brand', () => {
    for (const { text, slots } of examples)
      for (const slot of slots) expect(text.slice(slot.start, slot.end)).toBe(slot.text);
    const named = new Set(examples.flatMap(({ slots }) => slots.map(({ name, text }) => `${name} ${text}`)));
    for (const name of [
      'product 云朵牌缓震跑鞋',
      'product 温控壶 1.7L',
      'product gooseneck kettle',
      'product $& mug',
      'category 露营装备',
    ])
      expect(named).toContain(name);
    expect(examples.some(({ text }) => /[[\]{}]|\(product\)/.test(text))).toBe(false);
    expect(new Set(examples.map(({ locale }) => locale))).toEqual(new Set(['zh', 'en']));
    expect(shopExamples(WORDS, [], random())).toEqual({ training, development });
  });

  it('[LANG-75] two products are compared, never one with itself', () => {
    const compared = examples.filter(({ intent }) => intent === 'compare_products');
    expect(compared.length).toBeGreaterThan(5);
    for (const { slots } of compared) {
      const products = slots.filter(({ name }) => name === 'product').map(({ text }) => text);
      expect(products).toHaveLength(2);
      // 「晨光温控壶」 and 「温控壶」 are one.
      const [one = '', other = ''] = products;
      expect([one.endsWith(other), other.endsWith(one)]).toEqual([false, false]);
    }
  });

  it('[LANG-75] an article is asked for by its title, and answers all its topics', () => {
    const asked = examples.filter(({ intent }) => intent === 'ask_membership');
    expect(asked.map(({ text }) => text)).toContain('请问会员积分怎么用');
    expect(asked.map(({ text }) => text)).toContain('tell me about using your points');
    expect(asked.every(({ also }) => also.includes('ask_coupon'))).toBe(true);
  });

  it('[LANG-75] a large catalogue is sampled, so that it does not drown the corpus', () => {
    const products = Array.from({ length: 5_000 }, (_, at) => ({ zh: `商品${at}号` }));
    const many = bothOf({ products, categories: [], brands: [], articles: [] });
    expect(many.length).toBeLessThanOrEqual(3_400);
    expect(many.length).toBeGreaterThan(2_400);
    expect(bothOf({ products: [], categories: [], brands: [], articles: [] })).toEqual([]);
  });

  it('[LANG-75] its frames are of intents that the corpus has, and hold only slots that it has', () => {
    const corpus = loadExamples(fileURLToPath(new URL('../../../../corpus', import.meta.url)));
    const intents = new Set(corpus.map(({ intent }) => intent));
    const slots = new Set(corpus.flatMap((example) => example.slots.map(({ name }) => name)));
    expect(examples.filter(({ intent }) => !intents.has(intent))).toEqual([]);
    expect(examples.flatMap((example) => example.slots).filter(({ name }) => !slots.has(name))).toEqual([]);
  });
});

describe('what is kept back of a shop', () => {
  const { training, development } = shopExamples(WORDS, [], random());

  it('[LANG-75] bears no name of goods or of a category that was trained', () => {
    for (const name of ['product', 'category']) {
      const [trained, kept] = [slotsOf(training, name), slotsOf(development, name)];
      expect(kept.size).toBeGreaterThan(0);
      expect([...kept].filter((each) => trained.has(each))).toEqual([]);
    }
  });

  it('[LANG-75] stands in no frame that was trained', () => {
    const frames = new Set(
      [CHINESE_FRAMES, ENGLISH_FRAMES].flatMap((each) =>
        Object.values(each).flatMap((lines) => lines.split('\n').filter((line) => line !== '')),
      ),
    );
    const { development: kept } = bothSides([...frames], (line) => line);
    // A line gives its frame back when its names are taken out and its other slots are marked again.
    const frameOf = ({ text, slots }: Example): string => {
      const names = ['{p}', '{q}'];
      let [frame, from] = ['', 0];
      const seen: string[] = [];
      for (const slot of slots) {
        const isName = slot.name === 'product' && !seen.includes(slot.text);
        if (isName) seen.push(slot.text);
        const shown =
          slot.name === 'product'
            ? (names[seen.indexOf(slot.text)] ?? '')
            : slot.name === 'category'
              ? '{c}'
              : `[${slot.text}](${slot.name})`;
        frame += text.slice(from, slot.start) + shown;
        from = slot.end;
      }
      return (frame + text.slice(from)).replaceAll('\n', '⏎');
    };
    const swapped = (frame: string) => frame.replace(/\{[pq]\}/g, (place) => (place === '{p}' ? '{q}' : '{p}'));
    const sideOf = (frame: string) => (frames.has(frame) ? frame : swapped(frame));
    const goods = (some: readonly Example[]) => some.filter(({ slots }) => slots.length > 0);
    expect(goods(development).length).toBeGreaterThan(30);
    expect(goods(development).filter((each) => !kept.includes(sideOf(frameOf(each))))).toEqual([]);
    expect(goods(training).filter((each) => kept.includes(sideOf(frameOf(each))))).toEqual([]);
  });

  it('[LANG-75] asks for other articles, in other words', () => {
    const known = WORDS.articles.map(({ title }) => title.zh?.replace('？', '') ?? '');
    const titles = (some: readonly Example[]) => known.filter((title) => some.some(({ text }) => text.includes(title)));
    const [trained, kept] = [titles(training), titles(development)];
    expect(kept.length).toBeGreaterThan(0);
    expect([...trained, ...kept].sort()).toEqual([...known].sort());
  });

  it('[LANG-76] is told of what was said by the message, and nothing that was said in training is measured', () => {
    const [first] = development;
    if (!first) throw new Error('nothing is kept back');
    const said = Array.from({ length: 40 }, (_, at): Example => ({ ...first, text: `第${at}句`, slots: [] }));
    const sides = shopExamples(WORDS, [...said, ...said, first], random());
    const texts = (some: readonly Example[]) => new Set(some.map(({ text }) => text));
    const [trained, kept] = [texts(sides.training), texts(sides.development)];
    expect([...kept].filter((text) => trained.has(text))).toEqual([]);
    expect(said.filter(({ text }) => kept.has(text)).length).toBeGreaterThan(4);
  });

  it('[LANG-75] goods on both sides that bear one name were trained', () => {
    const products = Array.from({ length: 20 }, (_, at) => ({ zh: '保温杯', en: `Flask ${at}` }));
    const sides = shopExamples({ products, categories: [], brands: [], articles: [] }, [], random());
    expect(slotsOf(sides.training, 'product')).toContain('保温杯');
    expect(slotsOf(sides.development, 'product')).not.toContain('保温杯');
  });
});
