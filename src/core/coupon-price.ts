import type { Instant } from './instant.ts';
import type { Localized } from './locale.ts';
import type { Money } from './money.ts';
import type { Attribute } from './product.ts';

/** What a coupon does to these goods; where no goods are spoken of, only that it may be used. */
export interface CouponUse {
  title: Localized;
  /** Empty when it is claimed, not typed. */
  code: string;
  minimumSpend: Money;
  validUntil: Instant;
  off: Money | null;
  total: Money | null;
}

/** Why a code cannot be used. Of somebody else's coupon no more is said than of one that does not exist. */
export interface CouponRefusal {
  code: string;
  why: 'unknown' | 'ended' | 'not-begun' | 'minimum';
  title?: Localized;
  minimumSpend?: Money;
  /** Still to be spent. */
  missing?: Money;
  validFrom?: Instant;
  validUntil?: Instant;
}

/** One coupon an order. Computed by code to the minor unit from the shop's own prices and coupons. */
export interface CouponPrice {
  goods: {
    productId: string;
    variantId: string;
    title: Localized;
    options: Attribute[];
    quantity: number;
    unit: Money;
    total: Money;
  } | null;
  /** Those that can be used now, what saves most first. */
  usable: CouponUse[];
  /** Valid ones for which too little is spent, the nearest first. */
  short: (CouponUse & { missing: Money })[];
  /** The code that was named, where it cannot be used. */
  refused: CouponRefusal | null;
}
