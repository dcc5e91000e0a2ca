import { namesThing as namesGoods } from '../../../../advice/things.ts';
import type { CouponPrice, CouponRefusal, CouponUse } from '../../../../core/coupon-price.ts';
import { lastFact } from '../../../../core/fact.ts';
import type { Instant } from '../../../../core/instant.ts';
import { localize } from '../../../../core/locale.ts';
import { formatMoney, type Money } from '../../../../core/money.ts';
import type { Product } from '../../../../core/product.ts';
import { inStock } from '../../../../core/product.ts';
import { dateWords } from '../../../present/time.ts';
import { asksOwnCoupons, couponCodeIn, withoutCoupon } from '../read/coupon.ts';
import { namesThing } from '../read/mention.ts';
import { ordinalsIn } from '../read/ordinal.ts';
import { quantityIn } from '../read/quantity.ts';
import type { Reading } from '../reading.ts';
import { part, told } from '../reading.ts';
import { optionWords } from '../resolve/variant.ts';
import type { Part, Script } from '../script.ts';
import { gate } from '../script.ts';
import { joined, outcomeOf } from './outcome.ts';
import { productMeant, variantsSaid } from './product.ts';

/** Coupons named in one sentence. */
const MAX_NAMED = 4;

/** What goods cost after the best coupon, or after the one that was named; what coupons there are, where no goods are meant. */
export function* priceAfterCoupon(reading: Reading): Script<Part> {
  const code = couponCodeIn(reading.text);
  const about = { ...reading, text: withoutCoupon(reading.text) };
  const product = !asksOwnCoupons(reading.text) && meansGoods(about) ? yield* productMeant(about) : null;
  const quantity = quantityIn(about.text, false) ?? 1;
  const variant = product && variantsSaid(about, product).find(inStock);
  const goods = product && { productId: product.id, ...(variant && { variantId: variant.id }), quantity };
  const result = yield* gate('price_after_coupon', { ...goods, ...(code !== null && { code }) });
  const fact = lastFact(result.facts, 'coupon-price');
  if (!fact) return outcomeOf(reading, result, null);
  const options = fact.value.goods?.options ?? [];
  const option = product && (variant || hasPrices(product)) ? optionWords(reading, options) : '';
  return part(couponText(reading, fact.value, option), { state: stateAfter(reading, product) });
}

/** Where its variants cost the same, none of them is spoken of. */
function hasPrices({ variants }: Product): boolean {
  return new Set(variants.map(({ price }) => price.amount)).size > 1;
}

function meansGoods(reading: Reading): boolean {
  const { shownProducts } = reading.view.state;
  const isPointed =
    ordinalsIn(reading.text, true).length > 0 ||
    /这[个款双件]|那[个款双件]|它|\b(?:this|that|it)\b/i.test(reading.text);
  return (
    namesThing(reading.text) ||
    namesGoods(reading.text.replace(/多少钱.*$/, '').trim()) ||
    told(reading, 'productId') !== null ||
    (shownProducts.length > 0 && isPointed) ||
    shownProducts.length === 1
  );
}

function stateAfter(reading: Reading, product: Product | null): Part['state'] {
  if (!product) return { flow: null };
  const { shownProducts } = reading.view.state;
  const flow = { command: 'get_product' as const, slots: { productId: product.id }, asking: null };
  return { flow, ...(shownProducts.includes(product.id) ? {} : { shownProducts: [product.id] }) };
}

function couponText(reading: Reading, { goods, usable, short, refused }: CouponPrice, option: string): string {
  const { say, locale } = reading;
  const price = (amount: Money) => formatMoney(amount, locale);
  const refusal = refused ? refusalText(reading, refused) : '';
  if (!goods) {
    if (refused) return refusal;
    const names = usable.slice(0, MAX_NAMED).map((coupon) => couponName(reading, coupon));
    return usable.length > 0
      ? say('coupon.list', { coupons: names.join(locale === 'zh' ? '；' : '; ') })
      : say('coupon.none-now');
  }
  const title = localize(goods.title, locale) + (option ? (locale === 'zh' ? `（${option}）` : ` (${option})`) : '');
  const slots = { title, quantity: goods.quantity, total: price(goods.total) };
  const opening = goods.quantity > 1 ? say('coupon.goods-several', slots) : say('coupon.goods', slots);
  const [best] = usable;
  if (best?.off && best.total) {
    const code = best.code ? say('coupon.code', { code: best.code }) : '';
    const saved = { coupon: localize(best.title, locale), off: price(best.off), after: price(best.total) };
    return joined(reading, [
      opening,
      say('coupon.after', saved),
      code,
      say('coupon.until', { date: day(reading, best.validUntil) }),
    ]);
  }
  const [near] = short;
  const hint = near ? say('coupon.short', { missing: price(near.missing), coupon: localize(near.title, locale) }) : '';
  return joined(reading, [opening, refusal || say('coupon.none'), hint]);
}

function couponName({ locale, say, ...rest }: Reading, { title, code, validUntil }: CouponUse): string {
  const name = localize(title, locale);
  const until = day({ locale, say, ...rest }, validUntil);
  return code ? say('coupon.named-code', { name, code, until }) : say('coupon.named', { name, until });
}

function refusalText(reading: Reading, refused: CouponRefusal): string {
  const { say, locale } = reading;
  const price = (amount: Money | undefined) => (amount ? formatMoney(amount, locale) : '');
  const { code } = refused;
  switch (refused.why) {
    case 'ended':
      return say('coupon.ended', { code, date: day(reading, refused.validUntil) });
    case 'not-begun':
      return say('coupon.not-begun', { code, date: day(reading, refused.validFrom) });
    case 'minimum':
      return say('coupon.minimum', { code, minimum: price(refused.minimumSpend), missing: price(refused.missing) });
    case 'unknown':
      return say('coupon.unknown', { code });
  }
}

function day({ view, locale }: Reading, at: Instant | undefined): string {
  return at ? dateWords(at, view.shop.timeZone, locale, view.now) : '';
}
