import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CouponPrice } from '../core/coupon-price.ts';
import type { Coupon } from '../core/customer.ts';
import { add, money } from '../core/money.ts';
import { demoCoupons } from '../shops/demo/coupons.ts';
import { priceAfterCoupon } from './coupon-price.ts';

const NOW = '2026-11-25T09:20:00.000Z';
const COUPONS = demoCoupons(NOW).filter(({ customerId }) => customerId === null);

function goods(amount: number, quantity = 1): NonNullable<CouponPrice['goods']> {
  const total = money(amount * quantity, 'CNY');
  const about = { productId: 'p', variantId: 'v', title: { zh: '跑鞋' }, options: [] };
  return { ...about, quantity, unit: money(amount, 'CNY'), total };
}

describe('the price after a coupon', () => {
  it('[ADVICE-60] is the best coupon that may be used, one an order, to the minor unit', () => {
    const { usable, short, refused } = priceAfterCoupon(goods(19_900, 2), COUPONS, NOW);
    expect(usable[0]).toMatchObject({ off: { amount: 4_000 }, total: { amount: 35_800 } });
    expect(usable.map(({ off }) => off?.amount)).toEqual([4_000, 2_000, 1_990, 1_000]);
    expect([short, refused]).toEqual([[], null]);
    // 5% of 199.99 is 9.9995: never rounded up.
    const member = priceAfterCoupon(goods(19_999), COUPONS, NOW, 'member95').usable[0];
    expect(member).toMatchObject({ off: { amount: 999 }, total: { amount: 19_000 } });
  });

  it('[ADVICE-60] names what is short of a threshold, the nearest first', () => {
    const { usable, short } = priceAfterCoupon(goods(9_000), COUPONS, NOW);
    expect(usable).toEqual([]);
    expect(short[0]).toMatchObject({ code: 'XIAOMAN10', missing: { amount: 900 } });
  });

  it.each([
    ['FREE999', 'unknown'],
    ['autumn 50', 'ended'],
    ['NEXT30', 'not-begun'],
    ['XIAOMAN10', 'minimum'],
    // Somebody else's is not told from one that does not exist.
    ['THANKS15', 'unknown'],
    ['', 'unknown'],
  ])('[ADVICE-61] the code %j is refused: %s', (code, why) => {
    const { refused, usable } = priceAfterCoupon(goods(5_000), COUPONS, NOW, code);
    expect([refused?.why, usable]).toEqual([why, []]);
  });

  const instant = fc
    .integer({ min: -400, max: 400 })
    .map((days) => new Date(Date.parse(NOW) + days * 86_400_000).toISOString());
  const coupon: fc.Arbitrary<Coupon> = fc.record({
    id: fc.string(),
    code: fc.constantFrom('', 'A1', 'B2', 'C3'),
    title: fc.constant({ zh: '券' }),
    off: fc.oneof(
      fc.record({
        kind: fc.constant('amount' as const),
        amount: fc.nat(1_000_000).map((amount) => money(amount, 'CNY')),
      }),
      fc.record({ kind: fc.constant('share' as const), basisPoints: fc.nat(10_000) }),
    ),
    minimumSpend: fc.nat(1_000_000).map((amount) => money(amount, 'CNY')),
    validFrom: instant,
    validUntil: instant,
    customerId: fc.constant(null),
  });

  it('[ADVICE-62] whatever the coupons: off and rest add up, no price is below zero or above the goods, the first is the best', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_999_999 }),
        fc.integer({ min: 1, max: 99 }),
        fc.array(coupon, { maxLength: 12 }),
        fc.option(fc.constantFrom('A1', 'B2', 'Z9'), { nil: undefined }),
        (amount, quantity, coupons, code) => {
          const bought = goods(amount, quantity);
          const { usable, refused, short } = priceAfterCoupon(bought, coupons, NOW, code);
          for (const { off, total, minimumSpend, validUntil } of usable) {
            if (!off || !total) throw new Error('goods have a price');
            expect(add(off, total)).toEqual(bought.total);
            expect(Number.isSafeInteger(off.amount) && off.amount >= 0 && total.amount >= 0).toBe(true);
            expect(total.amount).toBeGreaterThanOrEqual(usable[0]?.total?.amount ?? 0);
            expect(bought.total.amount).toBeGreaterThanOrEqual(minimumSpend.amount);
            expect(validUntil > NOW).toBe(true);
          }
          for (const { missing } of short) expect(missing.amount).toBeGreaterThan(0);
          if (code !== undefined) expect(refused === null).toBe(usable.length > 0);
        },
      ),
      { numRuns: 300 },
    );
  });
});
