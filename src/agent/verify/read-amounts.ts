import type { Page } from './claim.ts';
import { take } from './claim.ts';
import { ARABIC_NUMBER, CHINESE_NUMBER, NUMBER, numberOf, numberText } from './numerals.ts';

/** Currencies that a sign or word can mean. */
const SIGNS: readonly [RegExp, readonly string[]][] = [
  [/^¥$/, ['CNY', 'JPY']],
  [/^(?:元|块|块钱|圆|毛|角|分)$/, ['CNY', 'HKD', 'TWD', 'MOP']],
  [/^(?:cn¥|rmb|cny|人民币|yuan)$/, ['CNY']],
  [/^(?:jp¥|jpy|日元|円|yen)$/, ['JPY']],
  [/^(?:us\$|usd|美元|美金)$/, ['USD']],
  [/^(?:\$|dollars?|bucks?|cents?)$/, ['USD', 'CAD', 'AUD', 'SGD', 'HKD', 'NZD', 'TWD', 'MXN']],
  [/^(?:hk\$|hkd|港币|港元)$/, ['HKD']],
  [/^(?:nt\$|twd|新台币|台币)$/, ['TWD']],
  [/^(?:s\$|sgd|新加坡元)$/, ['SGD']],
  [/^(?:a\$|aud|澳元)$/, ['AUD']],
  [/^(?:c\$|ca\$|cad|加元)$/, ['CAD']],
  [/^(?:€|eur|euros?|欧元)$/, ['EUR']],
  [/^(?:£|gbp|pounds?|英镑)$/, ['GBP']],
  [/^(?:₩|krw|won|韩元)$/, ['KRW']],
  [/^(?:₹|inr|rupees?|卢比)$/, ['INR']],
  [/^(?:฿|thb|baht|泰铢)$/, ['THB']],
  [/^(?:₫|vnd)$/, ['VND']],
  [/^(?:₽|rub|r[ou]bles?|卢布)$/, ['RUB']],
  [/^(?:rm|myr|林吉特)$/, ['MYR']],
  [/^(?:r\$|brl|reais)$/, ['BRL']],
  [/^(?:chf|瑞士法郎|francs?)$/, ['CHF']],
  [/^(?:kwd|dinars?)$/, ['KWD']],
];
const CODES = 'rmb|cny|usd|eur|gbp|jpy|hkd|twd|sgd|aud|cad|krw|inr|thb|vnd|rub|myr|brl|chf|kwd';
const BEFORE = String.raw`(?:(?:cn|jp)?¥|(?:us|hk|nt|ca?|s|a|r)?\$|[€£₩₹฿₫₽]|\b(?:${CODES}|rm)|人民币)`;
const AFTER = String.raw`(?:人民币|元|块钱?|圆|[美日港欧韩澳加]元|新加坡元|美金|円|港币|英镑|(?:新)?台币|卢比|泰铢|卢布|林吉特|瑞士法郎|[€£₩₹฿₫₽](?!\d)|(?:dollars?|bucks?|yuan|euros?|pounds?|yen|won|rupees?|baht|r[ou]bles?|reais|francs?|dinars?|${CODES})\b)`;

const RANGE = String.raw`(?:\s?(?:-|~|至|到|to)\s?(?:${BEFORE}\s?)?(${NUMBER}))?`;
const PREFIXED = new RegExp(`(${BEFORE})\\s?(${NUMBER})${RANGE}`, 'g');
/** 3块5, 199元5角, 12块8毛 */
const BROKEN = new RegExp(
  `(${NUMBER})\\s?(?:块|元)\\s?([\\d一二三四五六七八九])\\s?(?:毛|角)?(?![\\d%天日件个双元块月年])`,
  'g',
);
const SUFFIXED = new RegExp(`(${NUMBER})${RANGE}\\s?(${AFTER})`, 'g');
const SMALL = new RegExp(`(${NUMBER})\\s?(毛钱?|角钱?|分钱|cents?\\b)`, 'g');
/** A bare number where only a price can stand. */
const IMPLIED = new RegExp(
  `((?:价格?|售价|单价|总价|总额|合计|共计|实付|应付|金额|退款额?|运费|邮费|优惠了?|便宜了?|立减|只要|仅需|只需|到手|卖|价值|定金|赔付?|补偿|返现?)(?:是|为|只要|仅|共|了|大概|大约|约|:|：|\\s)*|\\b(?:price[sd]?|costs?|total|refund|fee|pay|paid|charge[sd]?|only|just|save|off|worth|amount)(?: (?:is|was|of|at|for|you|only|just|about|around|to|the))*:? )(${ARABIC_NUMBER}|${CHINESE_NUMBER}(?=[。,;!?\\s]|$))(?!\\s?(?:%|[-/:.]\\d|折|天|日|号|月|年|件|个|双|款|张|单|笔|台|小时|分钟|工作日|点|码|days?|hours?|items?|pairs?|pieces?|left|people|in stock|orders?|times?|minutes|years?|months?|weeks?|business|working|of\\b))`,
  'g',
);

const PERCENT = new RegExp(
  `(${NUMBER})\\s?(?:-|~|至|到|to)?\\s?(?:%|percent\\b|per cent\\b|个百分点)|百分之(${NUMBER})`,
  'g',
);
const OFF_NEAR = /折|优惠|减|便宜|降|返|补贴|赔|discount|off\b|sav(?:e|ing)|reduc|cheaper|cash ?back|rebate|compensat/;
const ZHE =
  /(\d(?:\.\d)?|\d{2}|[一二三四五六七八九](?:点?[一二三四五六七八九])?|对|半)\s?折(?!叠|痕|旧|扣|腾|返|断|射)/g;
const WHOLLY = /百分(?:之)?百/g;
const HALF_PRICE = /半价|\bhalf[ -]price\b|\bhalf off\b/g;

/** Integer minor units by a number of decimals; null where the amount has more. */
function minor(decimal: string, digits: number): string | null {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return fraction.length > digits ? null : String(Number(`${whole}${fraction.padEnd(digits, '0')}`));
}

/** `CNY 19900` for each currency that the sign can mean; `*` where none is written. */
function amountKeys(sign: string | null, decimals: (string | null)[], digits: number): string[] | null {
  const amounts = decimals.map((decimal) => (decimal === null ? null : minor(decimal, digits)));
  if (amounts.some((amount) => amount === null)) return null;
  const currencies = sign === null ? ['*'] : (SIGNS.find(([pattern]) => pattern.test(sign))?.[1] ?? ['?']);
  return currencies.map((currency) => `${currency} ${amounts.join('-')}`);
}

/** Money, percentages and reductions. `digits`: decimals of the shop's currency. */
export function readAmounts(page: Page, digits: number): void {
  const amount = (sign: string | null, ...numbers: (string | undefined)[]) => {
    const written = numbers.filter((number) => number !== undefined);
    const keys = amountKeys(sign, written.map(numberText), digits);
    return { kind: 'amount' as const, keys: keys ?? [`unreadable ${written.join('-')}`] };
  };
  take(page, PREFIXED, ([, sign = '', from, to]) => amount(sign, from, to));
  take(page, BROKEN, ([, whole = '', tenth = '']) => amount('元', `${numberText(whole)}.${numberOf(tenth)}`));
  take(page, SUFFIXED, ([, from, to, sign = '']) => amount(sign, from, to));
  take(page, SMALL, ([, number = '', sign = '']) => {
    const places = /^[毛角]/.test(sign) ? 10 : 100;
    const value = numberOf(number);
    return value === null ? null : amount(sign.replace('钱', ''), String(value / places));
  });
  take(page, WHOLLY, () => ({ kind: 'percentage', keys: ['100'] }));
  take(page, PERCENT, ({ 0: text, 1: before, 2: after, index }) => {
    const value = numberText(before ?? after ?? '');
    const near = page.text.slice(Math.max(0, index - 8), index + text.length + 8);
    return value === null ? null : { kind: OFF_NEAR.test(near) ? 'discount' : 'percentage', keys: [value] };
  });
  take(page, ZHE, ([, word = '']) => ({ kind: 'discount', keys: [reduction(word)] }));
  take(page, HALF_PRICE, () => ({ kind: 'discount', keys: ['50'] }));
  take(page, IMPLIED, ({ 2: number, 0: text }) => (number && text ? amount(null, number) : null));
}

/** 八五折 leaves 85%: 15 off. */
function reduction(word: string): string {
  if (word === '对' || word === '半') return '50';
  const digits = [...word]
    .filter((character) => character !== '.' && character !== '点')
    .map((digit) => numberOf(digit) ?? 0);
  const paid = Number(digits.join('').padEnd(2, '0').slice(0, 2));
  return String(100 - paid);
}
