import type { CouponPrice } from '../../../core/coupon-price.ts';
import type { Instant } from '../../../core/instant.ts';
import { localize } from '../../../core/locale.ts';
import { formatMoney, type Money } from '../../../core/money.ts';
import type { SizeAdvice } from '../../../core/size-advice.ts';
import type { BrainView } from '../../brain.ts';
import { dateWords } from '../../present/time.ts';

type Told = Record<string, unknown>;
type Voice = Pick<BrainView, 'locale' | 'now' | 'shop'>;

export function tellSize({ title, outcome, by, sizes, reach }: SizeAdvice, { locale }: Voice): Told {
  return { sizeAdvice: localize(title, locale), outcome, by, sizes, table: reach };
}

export function tellCoupons({ goods, usable, short, refused }: CouponPrice, { locale, now, shop }: Voice): Told {
  const price = (amount: Money | null | undefined) => (amount ? formatMoney(amount, locale) : undefined);
  const day = (at: Instant | undefined) => at && dateWords(at, shop.timeZone, locale, now);
  return {
    ...(goods && { goods: localize(goods.title, locale), quantity: goods.quantity, before: price(goods.total) }),
    usableCoupons: usable.map((coupon) => ({
      coupon: localize(coupon.title, locale),
      code: coupon.code,
      off: price(coupon.off),
      after: price(coupon.total),
      until: day(coupon.validUntil),
    })),
    tooLittleSpentFor: short.map((coupon) => ({
      coupon: localize(coupon.title, locale),
      missing: price(coupon.missing),
    })),
    ...(refused && {
      refusedCode: refused.code,
      why: refused.why,
      minimumSpend: price(refused.minimumSpend),
      from: day(refused.validFrom),
      until: day(refused.validUntil),
    }),
  };
}
