import { describe, expect, it } from 'vitest';
import type { ProductNeed } from './need.ts';
import { readProductNeed } from './read-need.ts';

const read = (text: string, previous?: ProductNeed, currency = 'CNY') => readProductNeed(text, previous, { currency });

describe('reading a need', () => {
  it.each<[string, ProductNeed]>([
    ['想买双两百左右的跑鞋，42码，送爸爸', { query: '跑鞋 爸爸', aroundPrice: 20_000, size: '42', audience: 'men' }],
    ['女朋友生日送什么好', { query: '女朋友生日 礼物', audience: 'women' }],
    ['跑鞋41现货', { query: '跑鞋', size: '41' }],
    ['有没有防水的登山包', { query: '防水的登山包' }],
    ['推荐一款降噪耳机吧五百以内', { query: '降噪耳机', maxPrice: 50_000 }],
    ['要一百块以下的T恤，白色，XL', { query: 't恤', maxPrice: 10_000, colour: '白色', size: 'XL' }],
    ['想入一双马丁靴 黑色37码', { query: '马丁靴', colour: '黑色', size: '37' }],
    ['冬天穿的棉拖，男款，四十三码', { query: '冬天 棉拖', size: '43', audience: 'men', season: 'winter' }],
    ['水壶，不要塑料的，最便宜的', { query: '水壶', exclude: ['塑料'], sort: 'price-up' }],
    ['給媽媽買個保溫杯，100到200', { query: '妈妈 保温杯', minPrice: 10_000, maxPrice: 20_000, audience: 'women' }],
    ['平底锅哪个不粘', { query: '平底锅 不粘' }],
    ['找双女鞋，除了黑色，３８码半', { query: '鞋', audience: 'women', exclude: ['黑色'], size: '38.5' }],
    ['有保温杯吗500ml', { query: '保温杯', size: '500ml' }],
    ['给我看看', { query: '' }],
    ['', { query: '' }],
  ])('[ADVICE-20] %j', (text, wanted) => {
    expect(read(text)).toEqual(wanted);
  });

  it.each<[string, ProductNeed]>([
    [
      'running shoes for my dad, size 42, around $200',
      { query: 'running shoes, dad', size: '42', aroundPrice: 20_000, audience: 'men' },
    ],
    ['looking for a kettle under 50 bucks, no plastic', { query: 'kettle', maxPrice: 5_000, exclude: ['plastic'] }],
    ['any noise cancelling headphones below 150?', { query: 'noise cancelling headphones', maxPrice: 15_000 }],
    ['a black hoodie, XL', { query: 'hoodie', colour: 'black', size: 'XL' }],
    ['do you have waterproof hiking boots', { query: 'waterproof hiking boots' }],
    ["what's the cheapest backpack", { query: 'backpack', sort: 'price-up' }],
  ])('[ADVICE-20] %j', (text, wanted) => {
    expect(read(text, undefined, 'USD')).toEqual(wanted);
  });

  const SHOES: ProductNeed = { query: '跑鞋 爸爸', aroundPrice: 20_000, size: '42', audience: 'men' };

  it.each<[string, Partial<ProductNeed>]>([
    ['再便宜点的', { aroundPrice: undefined, maxPrice: 19_999, sort: 'price-up' }],
    ['有没有红色的', { colour: '红色' }],
    ['太贵了，150以内有吗', { aroundPrice: undefined, maxPrice: 15_000, sort: 'price-up' }],
    ['不要黑色的', { exclude: ['黑色'] }],
    ['那43码的呢', { size: '43' }],
    ['大一码的有吗', { size: '43' }],
    ['要防水的', { query: '跑鞋 爸爸 防水' }],
    ['预算可以加到三百', { aroundPrice: undefined, maxPrice: 30_000 }],
    ['价格无所谓', { aroundPrice: undefined }],
    ['把超过三百的去掉', { aroundPrice: undefined, maxPrice: 30_000 }],
    ['蓝色的吧，算了灰色', { colour: '灰色' }],
    ['女款的', { audience: 'women', query: '跑鞋' }],
  ])('[ADVICE-21] %j refines the need before it', (text, change) => {
    const wanted = Object.fromEntries(
      Object.entries({ ...SHOES, ...change }).filter(([, value]) => value !== undefined),
    );
    expect(read(text, SHOES)).toEqual(wanted);
  });

  it('[ADVICE-21] in English', () => {
    const shoes: ProductNeed = { query: 'running shoes', maxPrice: 20_000, size: '42' };
    expect(read('anything cheaper?', shoes)).toEqual({ ...shoes, sort: 'price-up' });
    expect(read('do you have those in black', shoes)).toEqual({ ...shoes, colour: 'black' });
    expect(read('not leather please', shoes)).toEqual({ ...shoes, exclude: ['leather'] });
    expect(read('one size up', shoes)).toEqual({ ...shoes, size: '43' });
  });

  it('[ADVICE-22] another thing begins anew', () => {
    expect(read('那有没有水壶', SHOES)).toEqual({ query: '水壶' });
    expect(read('what about a kettle', SHOES)).toEqual({ query: 'kettle' });
    expect(read('健步鞋呢', SHOES).size).toBe('42');
  });

  it('[ADVICE-20] never asks for more than the words say', () => {
    for (const text of ['你好', '在吗', '13800138000', 'XE20251103-0042', 'hello there', '👍']) {
      const { query: _query, ...rest } = read(text);
      expect([text, rest]).toEqual([text, {}]);
    }
  });
});
