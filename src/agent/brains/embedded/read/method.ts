import type { PaymentMethodView } from '../../../../core/after-sales.ts';
import { cardBrandIn } from '../../../../core/card-brands.ts';

/** How shoppers call a means of payment, by its name in orders. One list a line, zh and en together. */
const CALLED: readonly (readonly [readonly string[], RegExp])[] = [
  [['alipay'], /支付宝|花呗|余额宝|zhifubao|\balipay\b/i],
  [['wechat-pay'], /微信|weixin|\bwe ?chat(?: pay)?\b/i],
  [['paypal'], /贝宝|\bpay ?pal\b/i],
  [['gift-card'], /礼品卡|购物卡|储值卡|\bgift ?(?:card|certificate|voucher)s?\b/i],
  [['balance'], /(?:账户|账号|钱包|店铺)余额|\b(?:account|store) (?:balance|credit)\b/i],
  [['cash-on-delivery'], /货到付款|到付|\bcash on delivery\b|\bcod\b/i],
  [
    ['card', 'credit-card', 'debit-card'],
    /(?:信用|银行|储蓄|借记)卡|(?:张|刷|的|用|走)卡|卡付|卡里|(?:招行|建行|工行|农行|中行|银联|万事达|运通)|\b(?:visa|master ?card|amex|unionpay)\b|\b(?:credit|debit|bank|other|another|new|my) cards?\b|\bcards?\b(?! game)/i,
  ],
];

/** Names under which orders may keep the means of payment that a text names; empty when it names none. The first that fits: a gift card is no card. */
export function methodsIn(text: string): readonly string[] {
  return CALLED.find(([, pattern]) => pattern.test(text))?.[0] ?? [];
}

/** 「原路」「原来的付款方式」 "the original payment method", "the same card that I used for the order": what paid for it. */
const ORIGINAL =
  /原路|原(?:来|先|本)?的?(?:付款|支付)|(?:付款|支付|下单|买)(?:时候?|的时候)用?的那?[张个]?|和?之前一样的(?:付款|支付)|\b(?:original|same|existing|initial) (?:payment|pay|card|method|means|form|credit card|way)|\b(?:card|method|account|one) (?:that )?(?:i|we) (?:used|paid with|ordered with|originally used)|\bthe (?:card|payment method) on file\b|\bback (?:to )?the way (?:it was|i) paid/i;

export function saysOriginal(text: string): boolean {
  return ORIGINAL.test(text);
}

/** `尾号 9212` "ending in 9212", or the four digits alone. */
const TAIL = /(?<!\d)\d{4}(?!\d)/g;

/** Those of the customer's that the words name: by the last digits, by brand, else by kind. */
export function methodsNamed<T extends Pick<PaymentMethodView, 'method' | 'detail'>>(
  text: string,
  own: readonly T[],
): readonly T[] {
  const tails = text.match(TAIL) ?? [];
  const byTail = own.filter(({ detail }) => tails.some((tail) => detail.includes(tail)));
  if (byTail.length > 0) return byTail;
  const brand = own.filter(({ detail }) => {
    const { brand } = cardBrandIn(detail);
    return brand !== null && cardBrandIn(text).brand === brand;
  });
  if (brand.length > 0) return brand;
  const kinds = methodsIn(text);
  return own.filter(({ method }) => kinds.includes(method));
}

/** 「退到礼品卡」 "refund it to my gift card": what stands after it names where the money is to go. */
const REFUND_TO =
  /(?:退|打|返|还)(?:款|钱|货款)?(?:到|进|回到?|去|给)(?:我)?的?(.{2,14})|\b(?:refund(?:ed)?|money|credit(?:ed)?|back)(?: it| the money| that| me)? (?:(?:be )?(?:processed|issued|sent|paid|made|credited)(?: back)? )?(?:to|on ?to|on|through|via|by) (?:my |the |a )?(.{2,40})/i;

/** The words that name where a refund is to go; empty when none do. */
export function refundToIn(text: string): string {
  const said = REFUND_TO.exec(text);
  const words = said?.[1] ?? said?.[2] ?? '';
  return methodsIn(words).length > 0 ? words : '';
}
