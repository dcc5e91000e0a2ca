import { orderNumbersIn } from './codes.ts';

/** 「券后多少钱」「用了券多少」「这个码能用吗」 "how much after the coupon?" "is code SAVE10 valid?"; how coupons work is the article's. */
const ASKS_PRICE =
  /券后|折后价|(?:用|领|加|减|打|扣|算)(?:了|完|上|掉|个|张)?.{0,16}(?:券|优惠码|折扣码|红包).{0,14}(?:多少|几块|什么价|价格|便宜|能省|省)|(?:哪张|最划算|最优惠).{0,6}券|券.{0,6}(?:哪张|最划算)|\b(?:after|with|using) (?:the |a |any |my )?(?:coupons?|vouchers?|promo(?: code)?|(?:discount )?code)\b|\bprice (?:after|with) .{0,16}(?:coupon|voucher|discount)/i;
const ASKS_CODE =
  /(?:优惠码|折扣码|券码|(?:优惠|折扣)?券|(?<!邮|编|条|验证|二维)码).{0,14}(?:还能|能不能|能|可以|可不可以|有效|有用|过期)(?:用|吗|么)?|\b(?:code|coupon|voucher|promo)\b.{0,30}\b(?:works?|valid|apply|applies|use|usable|expired|good)\b|\b(?:use|apply|redeem)\b.{0,20}\b(?:code|coupon|voucher)\b/i;
const ASKS_MINE =
  /(?:我|这里|现在|店里).{0,6}(?:有|能用|可用).{0,8}(?:优惠)?券|有(?:什么|哪些|啥).{0,6}券|(?:什么|哪些|啥)(?:优惠)?券(?:能|可以|可)用|\b(?:what|any|which|do i have(?:\sany)?) (?:coupons?|vouchers?|discount codes?)\b/i;

/** A code: capitals or digits among letters, behind the word for it or by itself. */
const BEHIND =
  /(?:优惠码|折扣码|券码|优惠券|券|码|\bcode|\bcoupon|\bvoucher|\bpromo)\s*(?:是|为|:|is)?\s*["“「'‘]?([A-Za-z0-9][A-Za-z0-9-]{3,19})/gi;
const ALONE = /(?<![A-Za-z0-9-])(?=[A-Z0-9]*[A-Z])(?=[A-Z0-9]*\d)[A-Z0-9]{5,20}(?![A-Za-z0-9-])/g;

export function couponCodeIn(text: string): string | null {
  if (orderNumbersIn(text).length > 0) return null;
  for (const [, code] of text.matchAll(BEHIND))
    if (code && (/\d/.test(code) || code === code.toUpperCase())) return code;
  return SAYS_COUPON.test(text) ? (text.match(ALONE)?.[0] ?? null) : null;
}

const SAYS_COUPON = /券|优惠码|折扣码|红包|\b(?:coupons?|vouchers?|promo|discount code|code)\b/i;

export function asksCouponPrice(text: string): boolean {
  if (!SAYS_COUPON.test(text) && !/券后|折后价/.test(text)) return false;
  return ASKS_PRICE.test(text) || (ASKS_CODE.test(text) && couponCodeIn(text) !== null) || ASKS_MINE.test(text);
}

const AROUND_COUPON =
  /(?:用|领|加|减|打|扣|算)?(?:了|完|上|掉)?\s*(?:这|那|一)?[个张]?\s*(?:券后价?|折后价?|优惠码|折扣码|券码|(?:优惠|折扣)?券|红包)(?:能|可以)?(?:用|减)?(?:[后了吗]|(?=买))?|\b(?:(?:is|does|after|with|using) )?(?:the |a |my )?(?:coupons?|vouchers?|promo(?: code)?|(?:discount )?code)(?:\s+(?:still|work|valid|apply))*\b/gi;

/** Which coupons there are, whatever lies on the table. */
export function asksOwnCoupons(text: string): boolean {
  return ASKS_MINE.test(text) && !ASKS_PRICE.test(text);
}

/** What is left are the words for the goods. */
export function withoutCoupon(text: string): string {
  const code = couponCodeIn(text);
  return (code ? text.replace(code, ' ') : text).replace(AROUND_COUPON, ' ').trim();
}
