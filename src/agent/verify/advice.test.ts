import { describe, expect, it } from 'vitest';
import { priceAfterCoupon } from '../../advice/coupon-price.ts';
import type { Fact } from '../../core/fact.ts';
import { money } from '../../core/money.ts';
import { demoCoupons } from '../../shops/demo/coupons.ts';
import { checkDraft } from './check.ts';
import { NOW, surroundings } from './testing/facts.ts';

const title = { zh: '云步轻跑鞋', en: 'Cloudstep Runner' };
const SIZE: Fact = {
  ...{ id: '1.1', kind: 'size-advice', at: NOW, source: { kind: 'shop', ref: 'product:p' } },
  value: {
    ...{ productId: 'p', title, outcome: 'between' },
    by: [{ measure: 'foot', value: 26.2, sizes: ['42', '43'] }],
    sizes: [
      { size: '42', inStock: true, ranges: [{ measure: 'foot', from: 26, to: 26 }] },
      { size: '43', inStock: false, ranges: [{ measure: 'foot', from: 26.5, to: 26.5 }] },
    ],
    reach: [{ measure: 'foot', from: 24.5, to: 28 }],
  },
};
const goods = { productId: 'p', variantId: 'v', title, options: [], quantity: 2, unit: money(19_900, 'CNY') };
const COUPON: Fact = {
  ...{ id: '1.1', kind: 'coupon-price', at: NOW, source: { kind: 'shop', ref: 'product:p' } },
  value: priceAfterCoupon({ ...goods, total: money(39_800, 'CNY') }, demoCoupons(NOW), NOW),
};

function findings(fact: Fact, text: string, locale: 'zh' | 'en'): unknown[] {
  return checkDraft({ text, choices: [], showing: null }, [fact], surroundings(locale));
}

describe('what the facts of advice prove', () => {
  it.each([
    [SIZE, '您脚长 26.2 厘米，在 42 码和 43 码之间，42 码有货，43 码缺货。', 'zh'],
    [SIZE, 'With a foot of 26.2 cm you are between 42 and 43; size 42 is in stock.', 'en'],
    [COUPON, '2 件合计 ¥398，用满 299 减 40 的券减 ¥40，券后 ¥358。', 'zh'],
    [COUPON, 'Two pairs come to ¥398; with the coupon you save ¥40 and pay ¥358.', 'en'],
  ] as const)('[ADVICE-63] may leave: %#', (fact, text, locale) => {
    expect(findings(fact, text, locale)).toEqual([]);
  });

  it.each([
    [SIZE, '44 码有货。', 'zh'],
    [SIZE, '43 码有货。', 'zh'],
    [SIZE, 'Size 43 is in stock.', 'en'],
    [SIZE, '送您一张优惠券。', 'zh'],
    [COUPON, '券后只要 ¥300。', 'zh'],
    [COUPON, 'With the coupon you pay ¥320.', 'en'],
  ] as const)('[ADVICE-63] is withheld: %#', (fact, text, locale) => {
    expect(findings(fact, text, locale)).not.toEqual([]);
  });
});
