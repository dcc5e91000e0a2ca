import type { Locale } from './locale.ts';

type Named = Record<Locale, string>;

/** Who issued a card or whose network it is of, as shops and customers write it, and its name in each language. */
const BRANDS: readonly (readonly [RegExp, Named])[] = [
  [/银联|\bunion ?pay\b/i, { zh: '银联', en: 'UnionPay' }],
  [/\bvisa\b/i, { zh: 'Visa', en: 'Visa' }],
  [/万事达|\bmaster ?card\b/i, { zh: '万事达', en: 'Mastercard' }],
  [/美国?运通|\bamex\b|\bamerican express\b/i, { zh: '美国运通', en: 'American Express' }],
  [/\bjcb\b/i, { zh: 'JCB', en: 'JCB' }],
  [/\bdiscover\b/i, { zh: 'Discover', en: 'Discover' }],
  [/工商银行|工行|\bicbc\b/i, { zh: '工商银行', en: 'ICBC' }],
  [/建设银行|建行|\bccb\b/i, { zh: '建设银行', en: 'China Construction Bank' }],
  [/农业银行|农行/, { zh: '农业银行', en: 'Agricultural Bank of China' }],
  [/中国银行|中行/, { zh: '中国银行', en: 'Bank of China' }],
  [/招商银行|招行|\bcmb\b/i, { zh: '招商银行', en: 'China Merchants Bank' }],
  [/交通银行|交行/, { zh: '交通银行', en: 'Bank of Communications' }],
  [/邮(?:政)?储(?:蓄)?(?:银行)?/, { zh: '邮储银行', en: 'Postal Savings Bank of China' }],
];

/** The brand that a text about a card names, and what is left of the text: 「银联 0001」, `visa ****9212`. */
export function cardBrandIn(text: string): { brand: Named | null; rest: string } {
  for (const [pattern, brand] of BRANDS)
    if (pattern.test(text)) return { brand, rest: text.replace(pattern, ' ').replace(/\s+/g, ' ').trim() };
  return { brand: null, rest: text };
}
