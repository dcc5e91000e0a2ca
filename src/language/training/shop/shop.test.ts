import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../core/clock.ts';
import { loadExamples } from '../../corpus/examples.ts';
import type { Figures } from '../../evaluation/figures.ts';
import { loadRuntime } from '../../network/runtime.ts';
import { asStored } from '../../storage/model-folder.ts';
import { amend } from '../amend.ts';
import { trainFromCorpus } from '../from-corpus.ts';
import { SHIPPED } from '../recipes.ts';
import { writeTinyCorpus } from '../testing/tiny-corpus.ts';
import { TINY } from '../testing/tiny-recipe.ts';
import { parseApproved } from './approved.ts';
import { isBetter } from './comparison.ts';
import { shopExamples } from './shop-examples.ts';
import type { ShopWords } from './shop-words.ts';
import { recipeForShop, splitShop, trainForShop } from './tune.ts';

const WORDS: ShopWords = {
  products: [
    { zh: '云朵牌缓震跑鞋', en: 'Cloud Cushion Runner' },
    { zh: '晨光温控壶[1.7L]', en: 'Dawn Gooseneck Kettle' },
    { zh: '山野折叠椅' },
  ],
  categories: [{ zh: '露营装备', en: 'Camping Gear' }],
  brands: [{ zh: '晨光', en: 'Dawn' }],
  articles: [{ title: { zh: '会员积分怎么用？', en: 'Using your points' }, topics: ['ask_membership', 'ask_coupon'] }],
};
const bytes = (text: string) => new TextEncoder().encode(text);

describe('a shop’s own words', () => {
  const examples = shopExamples(WORDS, seededRandom(1).next);

  it('[LANG-75] its goods stand in sentences as slots, in both languages, with and without the brand', () => {
    for (const { text, slots } of examples)
      for (const slot of slots) expect(text.slice(slot.start, slot.end)).toBe(slot.text);
    const named = new Set(examples.flatMap(({ slots }) => slots.map(({ name, text }) => `${name} ${text}`)));
    for (const name of [
      'product 云朵牌缓震跑鞋',
      'product 温控壶 1.7L',
      'product gooseneck kettle',
      'category 露营装备',
    ])
      expect(named).toContain(name);
    expect(examples.some(({ text }) => /[[\]{}]|\(product\)/.test(text))).toBe(false);
    expect(new Set(examples.map(({ locale }) => locale))).toEqual(new Set(['zh', 'en']));
    expect(shopExamples(WORDS, seededRandom(1).next)).toEqual(examples);
  });

  it('[LANG-75] two products are compared, never one with itself', () => {
    const compared = examples.filter(({ intent }) => intent === 'compare_products');
    expect(compared.length).toBeGreaterThan(5);
    for (const { slots } of compared) {
      const products = slots.filter(({ name }) => name === 'product').map(({ text }) => text);
      expect(new Set(products).size).toBe(2);
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
    const many = shopExamples({ products, categories: [], brands: [], articles: [] }, seededRandom(1).next);
    expect(many.length).toBeLessThanOrEqual(3_000);
    expect(many.length).toBeGreaterThan(2_000);
    expect(shopExamples({ products: [], categories: [], brands: [], articles: [] }, seededRandom(1).next)).toEqual([]);
  });

  it('[LANG-75] its frames are of intents that the corpus has, and hold only slots that it has', () => {
    const corpus = loadExamples(fileURLToPath(new URL('../../../../corpus', import.meta.url)));
    const intents = new Set(corpus.map(({ intent }) => intent));
    const slots = new Set(corpus.flatMap((example) => example.slots.map(({ name }) => name)));
    expect(examples.filter(({ intent }) => !intents.has(intent))).toEqual([]);
    expect(examples.flatMap((example) => example.slots).filter(({ name }) => !slots.has(name))).toEqual([]);
  });
});

describe('approved conversations', () => {
  const INTENTS = ['track_order', 'find_product'];

  it('[LANG-76] only approved lines count, with their slots and their language', () => {
    const lines = [
      { text: '我的跑鞋呢', intent: 'track_order', slots: [{ name: 'product', start: 2, end: 4 }], approved: true },
      { text: 'where is it', intent: 'track_order', approved: true, conversation: 'c-1' },
      { text: '不算', intent: 'track_order', approved: false },
      { text: '也不算', intent: 'no_such_intent' },
    ];
    const { examples, skipped } = parseApproved(
      bytes(lines.map((line) => JSON.stringify(line)).join('\n')),
      'f',
      INTENTS,
    );
    expect(skipped).toBe(2);
    expect(examples.map(({ text, locale }) => [text, locale])).toEqual([
      ['我的跑鞋呢', 'zh'],
      ['where is it', 'en'],
    ]);
    expect(examples[0]?.slots).toEqual([{ name: 'product', text: '跑鞋', start: 2, end: 4 }]);
  });

  it.each([
    ['{"text": "a", "intent": "fly", "approved": true}', 'f:1: there is no intent fly'],
    ['\n{"text": "a"}', 'f:2: intent'],
    ['{"text": "a", "intent": "track_order", "approved": "yes"}', 'f:1: approved'],
    [
      '{"text": "a", "intent": "track_order", "approved": true, "slots": [{"name": "product", "start": 0, "end": 4}]}',
      'f:1: slot product',
    ],
    ['{', 'f:1: not JSON'],
  ])('[LANG-76] %j is refused with its line', (line, why) => {
    expect(() => parseApproved(bytes(line), 'f', INTENTS)).toThrow(why);
  });
});

describe('taking over', () => {
  const of = (top1: number, slotF1: number | null): Figures => ({
    ...{ messages: 100, top1, top2: 1, macroF1: 1, slotF1, act: 1, toneF1: 1, calibrationError: 0 },
  });
  const decide = (general: [Figures, Figures], shop: [Figures, Figures]) =>
    isBetter({ general: { old: general[0], new: general[1] }, shop: { old: shop[0], new: shop[1] } });
  const better: [Figures, Figures] = [of(0.8, 0.8), of(0.81, 0.8)];

  it('[LANG-77] better on the shop’s and no worse on the general: within 0.2 points, intents and slots each', () => {
    expect(decide([of(0.9, 0.9), of(0.9, 0.9)], better)).toBe(true);
    expect(decide([of(0.9, 0.9), of(0.898, 0.898)], better)).toBe(true);
    expect(decide([of(0.9, 0.9), of(0.8979, 0.99)], better)).toBe(false);
    expect(decide([of(0.9, 0.9), of(0.99, 0.8979)], better)).toBe(false);
    expect(decide([of(0.9, 0.9), of(1, 1)], [of(0.8, 0.8), of(0.8, 0.8)])).toBe(false);
    expect(decide([of(0.9, 0.9), of(1, 1)], [of(0.8, 0.8), of(0.9, 0.6)])).toBe(false);
    expect(decide([of(0.9, null), of(0.9, null)], [of(0.8, null), of(0.9, null)])).toBe(true);
  });

  it('[LANG-77] goes on from the shipped model with its words and labels, and reads the shop’s messages better', async () => {
    const corpus = mkdtempSync(join(tmpdir(), 'xiaoer-corpus-'));
    try {
      writeTinyCorpus(corpus);
      const runtime = await loadRuntime();
      const recipe = amend(SHIPPED, TINY);
      const hooks = { now: () => 0 };
      const shipped = asStored((await trainFromCorpus(runtime, { corpus, recipe, hooks })).model);
      const known = shopExamples(WORDS, seededRandom(2).next).filter(({ intent }) =>
        shipped.labels.intents.includes(intent),
      );
      const { model, comparison } = await trainForShop(runtime, {
        ...{ corpus, recipe: amend(recipe, { training: { epochs: 4 } }), shipped, inUse: shipped, hooks },
        lexicon: { products: WORDS.products.flatMap(({ zh }) => zh ?? []) },
        examples: known,
      });
      expect(model.labels).toEqual(shipped.labels);
      expect(model.tokenizer).toBe(shipped.tokenizer);
      expect(comparison.shop.old.messages).toBe(splitShop(known).development.length);
      expect(comparison.shop.new.top1 ?? 0).toBeGreaterThan(comparison.shop.old.top1 ?? 1);
    } finally {
      rmSync(corpus, { recursive: true, force: true });
    }
  });

  it('[LANG-77] the recipe for a shop is shorter and gentler', () => {
    const { epochs, rate } = recipeForShop(SHIPPED).training;
    expect([epochs < SHIPPED.training.epochs, rate < SHIPPED.training.rate]).toEqual([true, true]);
  });
});
