import { cardBrandIn } from '../../core/card-brands.ts';
import type { Quote } from '../../core/quote.ts';
import { isSaidAt, wordsOf } from './tokens.ts';
import { phrases } from './words.ts';

/** How means of payment are called, of whichever kind and brand. */
const NAMES = phrases(
  `paypal|paypal account|gift card|gift cards|credit card|debit card|bank card|alipay|wechat|wechat pay|account balance
  支付宝|微信|微信支付|礼品卡|信用卡|银行卡|余额|账户余额`,
);
/** How brands of cards are called. */
const BRANDS = phrases(
  `visa|visa card|mastercard|mastercard card|master card|amex|amex card|american express|american express card|unionpay|unionpay card|union pay|jcb|jcb card|discover card
  银联|银联卡|万事达|万事达卡|运通|美国运通|美国运通卡|工行卡|工商银行卡|建行卡|建设银行卡|农行卡|农业银行卡|中行卡|中国银行卡|招行卡|招商银行卡|交行卡|交通银行卡|邮储卡|邮储银行卡`,
);
const ORIGINAL = phrases(
  'original|the original|original payment method|the original payment method|original method of payment|original means of payment|original form of payment|original payment|原路|原路退回|原路返回|原支付方式|原来的支付方式',
);

/** The means of payment that money goes to, or is taken from, once the card is redeemed: as it may be said, whole. */
export function meansWords(quote: Quote): string[][] {
  const told = sentences(quote);
  const sentencesSaid = told.map((text) => wordsOf(text).map((word) => ({ word })));
  const says = (words: readonly string[]) => sentencesSaid.some((all) => all.some((_, at) => isSaidAt(words, all, at)));
  const names = NAMES.filter(
    (words) => says(words) || says(words.filter((word) => word !== 'card' && word !== 'account')),
  );
  const brands = told.map((text) => cardBrandIn(text).brand?.en);
  const isBrand = (words: readonly string[]) => brands.includes(brandOf(words) ?? NO_BRAND);
  const isGift = says(['gift', 'card']);
  const tails = told.flatMap((text) => text.match(/(?<=\*{2}|(?:卡|card) )\d{4}\b/g) ?? []);
  const isOriginal = told.some((text) => /原路|原支付方式/.test(text));
  // Of several, one alone would say too much.
  if (quote.refund?.method.includes('+')) return isOriginal ? ORIGINAL : [];
  return [
    ...names,
    ...BRANDS.filter(isBrand),
    ...(isOriginal ? ORIGINAL : []),
    // A lone "card" is none that was given as a present.
    ...(!isGift && says(['card']) ? phrases('card|my card|卡') : []),
    ...tails.flatMap((tail) => [
      [tail],
      ['ending', tail],
      ['ending', 'in', tail],
      ['尾', '号', tail],
      ['尾', '号', '为', tail],
    ]),
  ];
}

const NO_BRAND = '';

function brandOf(words: readonly string[]): string | undefined {
  const isHan = words.some((word) => /\p{Script=Han}/u.test(word));
  return cardBrandIn(words.join(isHan ? '' : ' ')).brand?.en;
}

/** Those of the card's sentences that name it. Of a payment that is moved the first does: the second says where it was. */
function sentences({ command, effects, refund, charge }: Quote): string[] {
  const both = effects.map(({ zh, en }) => [zh ?? '', en ?? '']);
  if (command === 'change_order_payment') return both[0] ?? [];
  return refund || charge ? both.flat().filter((text) => /退|补差价|refunded|charged/.test(text)) : [];
}
