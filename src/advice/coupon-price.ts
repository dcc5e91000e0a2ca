import type { CouponPrice, CouponRefusal, CouponUse } from '../core/coupon-price.ts';
import type { Coupon } from '../core/customer.ts';
import type { Instant } from '../core/instant.ts';
import type { Money } from '../core/money.ts';
import { money, subtract } from '../core/money.ts';

const TEN_THOUSAND = 10_000;

/** Never more than the goods cost; a share is rounded down, so that no price is promised that the till would not give. */
export function couponOff(coupon: Coupon, total: Money): Money {
  const { off } = coupon;
  const amount =
    off.kind === 'amount'
      ? off.amount.amount
      : Number((BigInt(total.amount) * BigInt(off.basisPoints)) / BigInt(TEN_THOUSAND));
  return money(Math.min(Math.max(0, amount), total.amount), total.currency);
}

/** `coupons`: those that this customer may use. `code`: only this one. */
export function priceAfterCoupon(
  goods: CouponPrice['goods'],
  coupons: readonly Coupon[],
  now: Instant,
  code?: string,
): CouponPrice {
  const named =
    code === undefined ? coupons : coupons.filter((coupon) => coupon.code !== '' && sameCode(coupon.code, code));
  const current = named.filter((coupon) => coupon.validFrom <= now && now < coupon.validUntil);
  const fits = ({ minimumSpend, off }: Coupon) =>
    goods === null ||
    (minimumSpend.currency === goods.total.currency &&
      goods.total.amount >= minimumSpend.amount &&
      (off.kind === 'share' || off.amount.currency === goods.total.currency));
  const usable = current.filter(fits).map((coupon) => useOf(coupon, goods));
  usable.sort((a, b) => (b.off?.amount ?? 0) - (a.off?.amount ?? 0) || (a.validUntil < b.validUntil ? -1 : 1));
  const short = current.flatMap((coupon) =>
    goods && !fits(coupon) && coupon.minimumSpend.currency === goods.total.currency
      ? [{ ...useOf(coupon, null), missing: subtract(coupon.minimumSpend, goods.total) }]
      : [],
  );
  short.sort((a, b) => a.missing.amount - b.missing.amount);
  const refused = code !== undefined && usable.length === 0 ? refusal(code, named[0], short[0]?.missing, now) : null;
  return { goods, usable, short: code === undefined ? short : [], refused };
}

function useOf(coupon: Coupon, goods: CouponPrice['goods']): CouponUse {
  const { title, code, minimumSpend, validUntil } = coupon;
  const off = goods && couponOff(coupon, goods.total);
  return { title, code, minimumSpend, validUntil, off, total: goods && off && subtract(goods.total, off) };
}

function refusal(code: string, coupon: Coupon | undefined, missing: Money | undefined, now: Instant): CouponRefusal {
  if (!coupon) return { code, why: 'unknown' };
  const { title, validFrom, validUntil, minimumSpend } = coupon;
  if (now >= validUntil) return { code: coupon.code, why: 'ended', title, validUntil };
  if (now < validFrom) return { code: coupon.code, why: 'not-begun', title, validFrom };
  return { code: coupon.code, why: 'minimum', title, minimumSpend, ...(missing && { missing }) };
}

function sameCode(one: string, other: string): boolean {
  const plain = (code: string) => code.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  return plain(one) === plain(other);
}
