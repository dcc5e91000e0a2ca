import { describe, expect, it } from 'vitest';
import type { Product } from '../core/product.ts';
import { readMeasures } from '../language/quantities/measures.ts';
import { demoProducts } from '../shops/demo/products/catalogue.ts';
import { adviseSize } from './advise-size.ts';
import { createProductFinder } from './finder.ts';
import { sizeTable } from './size-table.ts';

const DEMO = demoProducts();
const named = (id: string) => DEMO.find((product) => product.id === id) as Product;

describe('sizes by the table', () => {
  it.each([
    ['身高172体重130斤', { height: 172, weight: 65 }],
    ['身高172cm，体重65公斤', { height: 172, weight: 65 }],
    ['我一米七二，一百三十斤', { height: 172, weight: 65 }],
    ['1米75，72.5kg', { height: 175, weight: 72.5 }],
    ['1.68m 55kg', { height: 168, weight: 55 }],
    ['脚长26.5cm', { foot: 26.5 }],
    ['脚长是265毫米', { foot: 26.5 }],
    ['胸围92 腰围二尺四', { chest: 92 }],
    ['腰围2尺4', { waist: 80 }],
    ['5\'9" and 160 lb', { height: 175.3, weight: 72.6 }],
    ['I’m 5 ft 9, 72 kg', { height: 175.3, weight: 72 }],
    ['I weigh 12 stone', { weight: 76.2 }],
    ['my foot is 10.4 inches', { foot: 26.4 }],
    ['chest 38 inches, waist 32"', { chest: 96.5, waist: 81.3 }],
    ['height 175 cm', { height: 175 }],
    ['订单 XE20251103-0042', {}],
    ['两百左右的跑鞋 42码', {}],
    ['1米8的床', {}],
  ])('[ADVICE-50] %j says %j', (text, wanted) => {
    expect(readMeasures(text)).toEqual(wanted);
  });

  it('[ADVICE-50] bare numbers are measures only where they were asked for', () => {
    expect(readMeasures('172 65')).toEqual({});
    expect(readMeasures('172 65', ['height', 'weight'])).toEqual({ height: 172, weight: 65 });
    expect(readMeasures('265', ['foot'])).toEqual({ foot: 26.5 });
  });

  it('[ADVICE-51] one row that holds every measure is the size, whether it can be bought with it', () => {
    const advice = adviseSize(named('tee-heavy'), { height: 175, weight: 70 });
    expect(advice).toMatchObject({ outcome: 'fits', sizes: [{ size: 'XL', inStock: true }] });
    // 165 ends one row and begins the next: the weight decides.
    expect(adviseSize(named('tee-heavy'), { height: 165, weight: 60 })).toMatchObject({ sizes: [{ size: 'L' }] });
    expect(adviseSize(named('runner-jisu'), { foot: 26 })).toMatchObject({ outcome: 'fits', sizes: [{ size: '42' }] });
  });

  it('[ADVICE-52] between two rows, or where the measures disagree, both are named with what each measure says', () => {
    const between = adviseSize(named('runner-jisu'), { foot: 26.2 });
    expect(between).toMatchObject({ outcome: 'between', sizes: [{ size: '42' }, { size: '43' }] });
    const torn = adviseSize(named('tee-heavy'), { height: 175, weight: 60 });
    expect(torn.outcome).toBe('between');
    expect(torn.by.map(({ measure, sizes }) => [measure, sizes])).toEqual([
      ['height', ['XL']],
      ['weight', ['L']],
    ]);
    expect(torn.sizes.map(({ size }) => size)).toEqual(['L', 'XL']);
  });

  it('[ADVICE-53] outside the table, without a table or without a measure it goes by there is no size', () => {
    const tall = adviseSize(named('tee-heavy'), { height: 195, weight: 70 });
    expect([tall.outcome, tall.sizes]).toEqual(['outside', []]);
    expect(tall.reach[0]).toEqual({ measure: 'height', from: 153, to: 183 });
    expect(adviseSize(named('scarf-lambswool'), { height: 170 }).outcome).toBe('no-table');
    expect(adviseSize(named('tee-heavy'), { foot: 26 }).outcome).toBe('needs-measures');
  });

  it('[ADVICE-54] every kind of clothing and shoes of the demo has a table with a row for each of its sizes', () => {
    const sized = DEMO.filter(
      ({ category, variants }) =>
        ['shoes', 'clothing'].includes(category.id) &&
        variants.some(({ options }) =>
          options.some(({ key, value }) => key === 'size' && !/\d-\d/.test(value.zh ?? '')),
        ),
    );
    expect(sized.length).toBeGreaterThan(20);
    for (const product of sized) {
      const sizes = new Set(
        product.variants.flatMap(({ options }) =>
          options.flatMap(({ key, value }) => (key === 'size' ? (value.en ?? '') : [])),
        ),
      );
      const rows = new Set(sizeTable(product).map(({ size }) => size));
      expect([product.id, [...sizes].filter((size) => !rows.has(size.toUpperCase()))]).toEqual([product.id, []]);
    }
  });

  it('[ADVICE-55] US and UK sizes are what the product’s own table makes of them, and nothing without one', async () => {
    const finder = createProductFinder({ products: async () => DEMO, version: async () => '1' });
    const men = await finder.find({ query: '跑鞋', size: 'US8.5', audience: 'men' });
    expect(men.unmet).toEqual([]);
    expect(men.matches.every(({ variantId }) => variantId.endsWith('-42'))).toBe(true);
    expect(men.matches[0]?.reasons.map(({ zh }) => zh)).toContain('42 码（US 8.5）有货');
    const women = await finder.find({ query: '跑鞋', size: 'US8.5', audience: 'women' });
    expect(women.matches.every(({ variantId }) => variantId.endsWith('-39'))).toBe(true);
    const without = DEMO.map((product) => ({
      ...product,
      attributes: product.attributes.filter(({ key }) => key !== 'size-chart'),
    }));
    const blind = createProductFinder({ products: async () => without, version: async () => '1' });
    expect((await blind.find({ query: '跑鞋', size: 'US8.5' })).unmet[0]?.zh).toContain('US8.5');
  });
});
