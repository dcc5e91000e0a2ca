import { describe, expect, it } from 'vitest';
import { attributeOf, inStock } from '../core/product.ts';
import { demoProducts } from '../shops/demo/products/catalogue.ts';
import { createProductFinder } from './finder.ts';
import { foreignPrice } from './foreign-price.ts';
import type { ProductNeed } from './need.ts';
import { readProductNeed } from './read-need.ts';

const DEMO = demoProducts();
const finder = createProductFinder({ products: async () => DEMO, version: async () => '1' });
const read = (text: string, previous?: ProductNeed) => readProductNeed(text, previous, { currency: 'CNY' });
const found = async (text: string) => {
  const { matches, unmet } = await finder.find({ ...read(text), limit: 20 });
  return { ids: matches.map(({ product }) => product.id), unmet, matches };
};

describe('what was stated is kept to', () => {
  it.each<[string, Partial<ProductNeed>]>([
    ['纯棉的T恤有吗', { materials: ['pure cotton'] }],
    ['想要纯棉的四件套，不要超过五百', { query: '纯棉的四件套', materials: ['pure cotton'], maxPrice: 50_000 }],
    ['羊毛的围巾', { materials: ['wool'] }],
    ['两万毫安的充电宝', { query: '充电宝', specs: ['20000mah'] }],
    ['65瓦的充电头', { specs: ['65w'] }],
    ['手机要256G内存的', { specs: ['256gb'] }],
    ['能放15寸笔记本的背包', { specs: ['laptop 15in'] }],
    ['夏天穿的裤子', { season: 'summer' }],
    ['送女朋友的礼物 预算300-500', { minPrice: 30_000, maxPrice: 50_000 }],
    ['三百出头的耳机', { minPrice: 30_000, maxPrice: 36_000 }],
    ['除了Anker还有别的充电宝吗', { exclude: ['anker'], query: '充电宝' }],
    ['20,000 mAh power bank', { query: 'power bank', specs: ['20000mah'] }],
    ['backpack for a 15-inch laptop', { query: 'backpack', specs: ['laptop 15in'] }],
    ['a 500ml bottle, stainless steel', { size: '500ml', materials: ['steel'] }],
    ['100% cotton t-shirt', { materials: ['pure cotton'] }],
    ["a pan that isn't aluminium", { exclude: ['aluminium'] }],
    ['a winter coat, budget 300 to 500 yuan', { season: 'winter', minPrice: 30_000, maxPrice: 50_000 }],
  ])('[ADVICE-40] %j is read as wishes for material, season, numbers, maker and price', (text, wanted) => {
    expect(read(text)).toMatchObject(wanted);
  });

  it('[ADVICE-40] what is called a thing is no material: 棉拖, 玻璃杯 keeps its name, 羽绒服 is a jacket', () => {
    expect(read('棉拖').materials).toBeUndefined();
    expect(read('羽绒服').materials).toBeUndefined();
    expect(read('帆布鞋').materials).toBeUndefined();
    expect(read('a canvas bag').materials).toBeUndefined();
  });

  it.each([
    ['20000毫安的充电宝', ['power-20000']],
    ['20,000mAh power bank', ['power-20000']],
    ['merino sweater', ['cardigan-wool']],
    ['能放15寸笔记本的背包', ['pack-commuter']],
    ['羊毛的围巾', ['scarf-lambswool']],
    ['纯棉的T恤', ['tee-heavy']],
    ['100% cotton t-shirt', ['tee-heavy']],
  ])('[ADVICE-41] %j is met by what the shop says of its goods', async (text, wanted) => {
    const { ids, unmet } = await found(text);
    expect(ids).toEqual(wanted);
    expect(unmet).toEqual([]);
  });

  it.each([
    ['纯棉的衬衫', '没有纯棉的'],
    ['linen shirt size XL', '没有亚麻的'],
    ['夏天穿的裤子，男款', '没有适合夏季的'],
    ['30000毫安的充电宝', '没有写明 30000 毫安时的'],
    ['能放17寸笔记本的背包', '没有写明 能放 17 寸电脑的'],
  ])('[ADVICE-42] %j is met by nothing, and that is said', async (text, said) => {
    const { unmet } = await found(text);
    expect(unmet.map(({ zh }) => zh)).toContain(said);
  });

  it('[ADVICE-43] what is not wanted is left out with all of its kind: bakelite with plastic, lambswool with wool, a maker by name', async () => {
    expect((await found('有没有不要塑料的水壶')).ids).not.toContain('kettle-whistle');
    expect((await found('a kettle, no plastic please')).ids).not.toContain('kettle-whistle');
    expect((await found('no wool scarf')).ids).not.toContain('scarf-lambswool');
    expect((await found('不要带帽子的卫衣')).ids).not.toContain('hoodie-loop');
    expect((await found("a non-stick pan that isn't aluminium")).ids).not.toContain('pan-nonstick');
    const own = await found('跑鞋');
    const brand = own.matches[0]?.product.brand?.zh ?? '';
    const others = await found(`跑鞋，不要${brand}的`);
    expect(others.matches.every(({ product }) => product.brand?.zh !== brand)).toBe(true);
  });

  it('[ADVICE-44] a shade that was named is not met by another shade of its colour', async () => {
    const navy = await finder.find({ query: '跑鞋', colour: '酒红' });
    expect(navy.unmet[0]?.zh).toBe('没有酒红的');
    const red = await finder.find({ query: '马克杯 保温杯', colour: '绿色' });
    expect(red.unmet).toEqual([]);
  });

  it('[ADVICE-45] an amount in another currency is named as one, and nothing is searched by it', () => {
    const shop = { currency: 'CNY' };
    expect(foreignPrice('二十美元左右的杯子', shop)).toEqual({ amount: 2_000, currency: 'USD' });
    expect(foreignPrice('headphones under 50 bucks', shop)).toEqual({ amount: 5_000, currency: 'USD' });
    expect(read('headphones under 50 bucks').maxPrice).toBeUndefined();
    expect(foreignPrice('headphones under 50 bucks', { currency: 'USD' })).toBeNull();
    expect(foreignPrice('两百左右的杯子', shop)).toBeNull();
  });

  it('[ADVICE-46] in every combination of wishes nothing is shown without a word that breaks one', async () => {
    const wishes: Partial<ProductNeed>[] = [
      { maxPrice: 10_000 },
      { minPrice: 20_000, maxPrice: 30_000 },
      { size: '42' },
      { size: 'XL' },
      { colour: '黑色' },
      { colour: 'white' },
      { materials: ['cotton'] },
      { materials: ['steel'] },
      { season: 'summer' },
      { season: 'winter' },
      { audience: 'men' },
      { audience: 'kids' },
      { exclude: ['塑料', '黑色'] },
    ];
    for (const query of ['', '鞋', '杯子', '衣服', 'shoes', 'bag'])
      for (const [at, one] of wishes.entries())
        for (const other of wishes.slice(at + 1)) {
          const need = { query, ...one, ...other, limit: 20 };
          const { matches, unmet } = await finder.find(need);
          for (const { product, variantId } of matches) {
            const variant = product.variants.find(({ id }) => id === variantId);
            expect(product.active && variant && inStock(variant)).toBe(true);
            if (!variant || unmet.length > 0) continue;
            const { amount } = variant.price;
            expect(amount).toBeLessThanOrEqual(need.maxPrice ?? amount);
            expect(amount).toBeGreaterThanOrEqual(need.minPrice ?? amount);
            if (need.size) expect(attributeOf(variant.options, 'size')?.zh).toBe(need.size);
            const material = attributeOf(product.attributes, 'material')?.zh ?? product.title.zh ?? '';
            if (need.materials?.[0] === 'cotton') expect(material).toContain('棉');
            if (need.materials?.[0] === 'steel') expect(material).toContain('不锈钢');
            if (need.exclude) expect(material).not.toMatch(/塑料|塑胶|聚丙烯/);
          }
        }
  });

  it('[ADVICE-43] what is no longer wanted is no wish, and what is wanted after all is let back in', () => {
    const bag = read('a leather bag');
    expect(read('anything without leather', bag)).toMatchObject({ exclude: ['leather'] });
    expect(read('anything without leather', bag).materials).toBeUndefined();
    const plain = read('水壶，不要塑料的');
    expect(read('塑料的也行，就要塑料的', plain)).toMatchObject({ materials: ['plastic'] });
    expect(read('塑料的也行，就要塑料的', plain).exclude).toBeUndefined();
  });

  it('[ADVICE-47] the next ones of a list are never the same again, and a changed wish begins at the best', async () => {
    const need = read('鞋');
    const first = await finder.find({ ...need, limit: 4 });
    const next = await finder.find({ ...need, skip: 4, limit: 4 });
    const seen = new Set(first.matches.map(({ product }) => product.id));
    expect(next.matches.length).toBeGreaterThan(0);
    expect(next.matches.some(({ product }) => seen.has(product.id))).toBe(false);
    expect(next.total).toBe(first.total);
    expect((await finder.find({ ...need, skip: 900 })).matches).toEqual([]);
    expect(read('要黑色的', { ...need, skip: 4 }).skip).toBeUndefined();
  });
});
