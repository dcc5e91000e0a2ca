import type { Quote } from '../../core/quote.ts';
import { isSaidAt, wordsOf } from './tokens.ts';
import { phrases } from './words.ts';

/** How means of payment are called, of whichever kind and brand. */
const NAMES = phrases(
  `visa|visa card|mastercard|mastercard card|amex|paypal|paypal account|gift card|gift cards|credit card|debit card|bank card|alipay|wechat|wechat pay|account balance
  支付宝|微信|微信支付|礼品卡|信用卡|银行卡|余额|账户余额`,
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
  const isGift = says(['gift', 'card']);
  const tails = told.flatMap((text) => text.match(/(?<=\*{2})\d{4}\b/g) ?? []);
  const isOriginal = told.some((text) => /原路|原支付方式/.test(text));
  // Of several, one alone would say too much.
  if (quote.refund?.method.includes('+')) return isOriginal ? ORIGINAL : [];
  return [
    ...names,
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

/** Those of the card's sentences that name it. Of a payment that is moved the first does: the second says where it was. */
function sentences({ command, effects, refund, charge }: Quote): string[] {
  const both = effects.map(({ zh, en }) => [zh ?? '', en ?? '']);
  if (command === 'change_order_payment') return both[0] ?? [];
  return refund || charge ? both.flat().filter((text) => /退|补差价|refunded|charged/.test(text)) : [];
}
