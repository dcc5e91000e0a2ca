import { z } from 'zod';
import { priceAfterCoupon as compute } from '../advice/coupon-price.ts';
import type { CouponPrice } from '../core/coupon-price.ts';
import { times } from '../core/money.ts';
import type { Product } from '../core/product.ts';
import { inStock } from '../core/product.ts';
import type { ReadCommand } from './command.ts';
import { identifier, words } from './inputs.ts';

const input = z.strictObject({
  productId: identifier.optional().describe('Absent: only which coupons there are, or whether a code is good'),
  variantId: identifier.optional().describe('Absent: the cheapest that is in stock'),
  quantity: z.int().min(1).max(999).optional(),
  code: words(64).optional().describe('Only this coupon; absent: the best of those that the customer can use'),
});

export const priceAfterCoupon: ReadCommand<z.infer<typeof input>> = {
  name: 'price_after_coupon',
  effect: 'read',
  description: {
    zh: '算用券后的价格：顾客能用的券里最划算的一张，或他说的那个券码；门槛、有效期由程序核对，假的或过期的码会被拒绝。不下单、不领券。',
    en: 'The price after a coupon: the best one that the customer can use, or the code he names; thresholds and validity are checked by code and untrue codes refused. Orders and claims nothing.',
  },
  input,
  async run({ productId, variantId, quantity = 1, code }, { shop, customerId, now }) {
    const source = { kind: 'shop', ref: productId === undefined ? 'coupons' : `product:${productId}` } as const;
    const product = productId === undefined ? null : await shop.getProduct(productId);
    const goods = product && goodsOf(product, variantId, quantity);
    if (productId !== undefined && !goods)
      return { facts: [{ kind: 'not-found', value: { what: 'product' }, source }] };
    const coupons = await shop.listCoupons(customerId);
    return { facts: [{ kind: 'coupon-price', value: compute(goods, coupons, now, code), source }] };
  },
};

/** Null where it is not for sale. */
function goodsOf(product: Product, variantId: string | undefined, quantity: number): CouponPrice['goods'] {
  if (!product.active) return null;
  const cheapest = [...product.variants].sort(
    (a, b) => Number(inStock(b)) - Number(inStock(a)) || a.price.amount - b.price.amount,
  );
  const variant = variantId === undefined ? cheapest[0] : product.variants.find(({ id }) => id === variantId);
  if (!variant) return null;
  const { id, title } = product;
  const { options, price } = variant;
  return { productId: id, variantId: variant.id, title, options, quantity, unit: price, total: times(price, quantity) };
}
