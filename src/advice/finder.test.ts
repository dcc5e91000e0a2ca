import { describe, expect, it } from 'vitest';
import { localize } from '../core/locale.ts';
import { inStock } from '../core/product.ts';
import { createProductFinder } from './finder.ts';
import type { ProductNeed } from './need.ts';
import { PRODUCTS } from './testing/products.ts';

const finder = createProductFinder({ products: async () => PRODUCTS, version: async () => '1' });
const find = (need: Partial<ProductNeed>) => finder.find({ query: '', ...need });
const ids = async (need: Partial<ProductNeed>) => (await find(need)).matches.map(({ product }) => product.id);

describe('finding products', () => {
  it('[ADVICE-1] a gift for dad: around ¥200, size 42, in stock, with reasons from the product', async () => {
    const { matches, unmet } = await find({ query: '跑鞋 爸爸', aroundPrice: 20_000, size: '42', audience: 'men' });
    expect(matches.map(({ product }) => product.id)).toEqual(['run-a']);
    expect(matches[0]?.variantId).toBe('run-a-black-42');
    expect(matches[0]?.reasons.map((reason) => localize(reason, 'zh'))).toEqual([
      '¥199',
      '42 码有货',
      '男款',
      '透气网面',
    ]);
    expect(matches[0]?.reasons.map((reason) => localize(reason, 'en'))).toEqual([
      '¥199',
      'size 42 in stock',
      'for men',
      'breathable mesh',
    ]);
    expect(unmet).toEqual([]);
  });

  it('[ADVICE-1] the same in English', async () => {
    expect(await ids({ query: 'running shoes for dad', aroundPrice: 20_000, size: 'EU 42', audience: 'men' })).toEqual([
      'run-a',
    ]);
    expect((await ids({ query: 'electric kettle' })).sort()).toEqual(['kettle-plastic', 'kettle-steel']);
  });

  it('[ADVICE-2] never offers what is inactive or sold out', async () => {
    for (const query of ['', '跑鞋', '旧款男子跑鞋', '热卖男子跑鞋', 'shoes']) {
      const { matches } = await find({ query, limit: 20 });
      for (const { product, variantId } of matches) {
        expect(product.active).toBe(true);
        const variant = product.variants.find(({ id }) => id === variantId);
        expect(variant && inStock(variant)).toBe(true);
      }
      expect(matches.map(({ product }) => product.id)).not.toContain('run-sold');
    }
  });

  it('[ADVICE-3] a kind the shop does not have gives nothing and says so', async () => {
    for (const query of ['冰箱', '电动牙刷', '跑鞋清洁剂', 'refrigerator', 'electric toothbrush']) {
      const { matches, total, unmet } = await find({ query });
      expect([query, matches.length, total]).toEqual([query, 0, 0]);
      expect(unmet[0]?.zh).toContain(query.slice(0, 2));
    }
  });

  it('[ADVICE-4] what nobody sells is let go in order colour, price, audience, size, and said', async () => {
    const red = await find({ query: '跑鞋', size: '42', colour: '红色', audience: 'men' });
    expect(red.matches.map(({ product }) => product.id)).toEqual(['run-a', 'run-b']);
    expect(red.unmet).toEqual([{ zh: '没有红色的', en: 'nothing suitable comes in red' }]);
    const cheap = await find({ query: '跑鞋', size: '42', maxPrice: 5_000 });
    expect(cheap.matches[0]?.product.id).toBe('run-a');
    expect(cheap.unmet[0]?.zh).toBe('没有 ¥50 以内的，先看价格最接近的');
    const tiny = await find({ query: '跑鞋', size: '25' });
    expect(tiny.matches.length).toBeGreaterThan(0);
    expect(tiny.unmet[0]?.zh).toBe('没有 25 码的现货');
    const kids = await find({ query: '跑鞋', audience: 'kids' });
    expect(kids.unmet[0]?.en).toBe('nothing suitable is made for kids');
  });

  it('[ADVICE-4] words that no product says of itself are named', async () => {
    const { matches, unmet } = await find({ query: '夜光的跑鞋' });
    expect(matches.length).toBeGreaterThan(0);
    expect(unmet).toEqual([{ zh: '没有写明「夜光」的', en: 'none of them says “夜光”' }]);
  });

  it('[ADVICE-5] what the customer does not want stays out, and is never let go', async () => {
    expect(await ids({ query: '水壶', exclude: ['塑料'] })).toEqual(['kettle-steel']);
    expect(await ids({ query: 'kettle', exclude: ['plastic'] })).toEqual(['kettle-steel']);
    const none = await find({ query: '靴子', exclude: ['牛皮'] });
    expect(none.matches).toEqual([]);
    expect(none.unmet[0]?.zh).toContain('牛皮');
    const notBlack = await find({ query: '跑鞋', exclude: ['黑色'], audience: 'men' });
    expect(notBlack.matches.map(({ variantId }) => variantId).sort()).toEqual(['run-a-navy-42', 'run-b-white-42']);
  });

  it('[ADVICE-6] goods for a group suit whom they are made for; unisex suits all grown-ups', async () => {
    expect(await ids({ query: '健步鞋', audience: 'men' })).toEqual(['walk-dad']);
    expect(await ids({ query: '健步鞋', audience: 'women' })).toEqual(['walk-mum']);
    expect((await ids({ query: '健步鞋', audience: 'elderly' })).sort()).toEqual(['walk-dad', 'walk-mum']);
    for (const audience of ['men', 'women', 'elderly'])
      expect(await ids({ query: '靴子', audience })).toEqual(['boot']);
  });

  it('[ADVICE-7] sorts by price on request, narrows by price and category, and keeps to the limit', async () => {
    expect(await ids({ query: '跑鞋', sort: 'price-up' })).toEqual(['run-a', 'run-c', 'run-b']);
    expect(await ids({ query: '跑鞋', sort: 'price-down' })).toEqual(['run-b', 'run-c', 'run-a']);
    expect(await ids({ minPrice: 30_000, query: '鞋' })).toContain('boot');
    expect(await ids({ category: '厨房', maxPrice: 10_000 })).toEqual(['kettle-plastic']);
    expect(await ids({ category: 'kitchen', sort: 'price-up', limit: 2 })).toEqual(['kettle-plastic', 'kettle-steel']);
    const { matches, total } = await find({ category: 'Shoes', limit: 1 });
    expect([matches.length, total]).toEqual([1, 6]);
  });

  it('[ADVICE-7] sizes are compared by what they mean', async () => {
    expect(await ids({ query: '水壶', size: '1700毫升' })).toEqual(['kettle-steel']);
    expect(await ids({ query: '水壶', size: '1.7L' })).toEqual(['kettle-steel']);
  });

  it('[ADVICE-8] compares what differs, without what is not for sale', async () => {
    const { products, rows } = await finder.compare(['run-a', 'run-old', 'no-such', 'run-b', 'run-a']);
    expect(products.map(({ id }) => id)).toEqual(['run-a', 'run-b']);
    expect(rows.map(({ label }) => label.zh)).toEqual(['价格', '颜色', '尺码', '材质']);
    expect(rows[0]?.values.map((value) => value?.zh)).toEqual(['¥199', '¥469']);
    expect(rows[1]?.values.map((value) => value?.zh)).toEqual(['黑色、藏青', '白色']);
  });

  it('[ADVICE-9] reads the catalogue again when its version changes, and only then', async () => {
    let version = '1';
    let reads = 0;
    const changing = createProductFinder({
      products: async () => {
        reads++;
        return version === '1' ? PRODUCTS : [];
      },
      version: async () => version,
    });
    await Promise.all([changing.find({ query: '跑鞋' }), changing.find({ query: '水壶' })]);
    expect(reads).toBe(1);
    version = '2';
    expect((await changing.find({ query: '跑鞋' })).matches).toEqual([]);
    expect(reads).toBe(2);
  });
});
