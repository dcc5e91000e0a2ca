import { describe, expect, it } from 'vitest';
import type { Product, Variant } from '../core/product.ts';
import { mayExchange } from './exchange.ts';
import type { ExchangeItem } from './replacement.ts';
import { DEFAULT_POLICY } from './shipped.ts';
import { at, cny, sampleLine, sampleOrder } from './testing/sample-order.ts';

function variant(size: string, changes: Partial<Variant> = {}): Variant {
  return {
    id: `shoe-${size}`,
    sku: `SHOE-${size}`,
    options: [{ key: 'size', label: { zh: '尺码', en: 'Size' }, value: { zh: `${size} 码`, en: `size ${size}` } }],
    price: cny(19_900),
    stock: 5,
    ...changes,
  };
}

function shoe(...variants: Variant[]): Product {
  return {
    id: 'shoe',
    title: { zh: '轻便跑鞋', en: 'Light running shoes' },
    description: { zh: '', en: '' },
    category: { id: 'shoes', name: { zh: '鞋', en: 'Shoes' } },
    attributes: [],
    tags: [],
    variants,
    active: true,
  };
}

function exchange(product: Product | null, changes: Partial<ExchangeItem> = {}, order = sampleOrder()) {
  const item = { lineId: 'line-1', quantity: 1, variantId: 'shoe-43', product, ...changes };
  return mayExchange(order, [item], DEFAULT_POLICY, at('2026-11-12T02:00:00.000Z'));
}

describe('exchanges', () => {
  it('[POLICY-6] allows another option of the same product at the same price that is in stock, or not counted', () => {
    expect(exchange(shoe(variant('42'), variant('43'))).allowed).toBe(true);
    expect(exchange(shoe(variant('42'), variant('43', { stock: null }))).allowed).toBe(true);
  });

  it('[POLICY-6] is even when both options cost the same today, whatever they cost then', () => {
    const dearer = { price: cny(21_900) };
    expect(exchange(shoe(variant('42', dearer), variant('43', dearer))).allowed).toBe(true);
  });

  it('[POLICY-6] names the difference in price and leaves it to a person', () => {
    const verdict = exchange(shoe(variant('42'), variant('43', { price: cny(22_950) })));
    expect(verdict).toMatchObject({
      allowed: false,
      reasons: [{ rule: 'exchange.price-difference' }],
      alternative: { command: 'hand_off' },
    });
    expect(verdict.reasons[0]?.text.zh).toContain('贵 ¥30.50');
    expect(verdict.reasons[0]?.text.en).toContain('¥30.50 more');
    expect(exchange(shoe(variant('42'), variant('43', { price: cny(18_900) }))).reasons[0]?.text.zh).toContain(
      '便宜 ¥10',
    );
  });

  it('[POLICY-6] refuses what is not in stock in that quantity, over all items together', () => {
    const product = shoe(variant('42'), variant('41'), variant('43', { stock: 1 }));
    expect(exchange(shoe(variant('42'), variant('43', { stock: 0 })))).toMatchObject({
      reasons: [{ rule: 'exchange.out-of-stock' }],
      alternative: { command: 'return_items' },
    });
    const order = sampleOrder({ lines: [sampleLine(), sampleLine({ id: 'line-2', variantId: 'shoe-41' })] });
    const wish = ['line-1', 'line-2'].map((lineId) => ({ lineId, quantity: 1, variantId: 'shoe-43', product }));
    const verdict = mayExchange(order, wish, DEFAULT_POLICY, at('2026-11-12T02:00:00.000Z'));
    expect(verdict.reasons[0]).toMatchObject({
      rule: 'exchange.out-of-stock',
      text: { zh: '43 码只剩 1 件，不够换。' },
    });
  });

  it('[POLICY-6] refuses the same option, another product and one that is no longer sold', () => {
    const product = shoe(variant('42'), variant('43'));
    expect(exchange(product, { variantId: 'shoe-42' }).reasons[0]?.rule).toBe('exchange.same-variant');
    expect(exchange(product, { variantId: 'boot-43' }).reasons[0]?.rule).toBe('exchange.other-product');
    expect(exchange({ ...product, id: 'boot' }).reasons[0]?.rule).toBe('exchange.other-product');
    expect(exchange({ ...product, active: false }).reasons[0]?.rule).toBe('exchange.not-sold');
    expect(exchange(null).reasons[0]?.rule).toBe('exchange.not-sold');
  });
});
