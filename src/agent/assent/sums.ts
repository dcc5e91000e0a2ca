import { formatMoney, type Money, minorDigits } from '../../core/money.ts';
import type { Quote } from '../../core/quote.ts';
import { isSaidAt, type Token } from './tokens.ts';
import { phrases } from './words.ts';

/** How a currency is called after a number, besides its code. */
const NAMES: Readonly<Record<string, string[][]>> = {
  CNY: phrases('元|块|块钱|元人民币|人民币|yuan|rmb'),
  USD: phrases('dollar|dollars|us dollars|美元|美金'),
  EUR: phrases('euro|euros|欧元'),
  GBP: phrases('pound|pounds|英镑'),
  JPY: phrases('yen|日元'),
  HKD: phrases('dollar|dollars|hong kong dollars|港元|港币'),
  AUD: phrases('dollar|dollars|australian dollars|澳元'),
  CAD: phrases('dollar|dollars|canadian dollars|加元'),
  SGD: phrases('dollar|dollars|singapore dollars|新加坡元|新币'),
};
const BEFORE: Readonly<Record<string, string[][]>> = { CNY: phrases('rmb|人民币') };

/** How many tokens from there on say a sum of the card in the card's own currency; 0: they do not. */
export function sumLength(tokens: readonly Token[], at: number, { refund, charge }: Quote): number {
  const sums = [refund, charge].flatMap((each) => (each ? [each.amount] : []));
  return Math.max(0, ...sums.map((sum) => lengthOf(tokens, at, sum)));
}

function lengthOf(tokens: readonly Token[], at: number, sum: Money): number {
  const code = [sum.currency.toLowerCase()];
  const before = longest([signOf(sum), code, ...(BEFORE[sum.currency] ?? [])], tokens, at);
  if (!isSum(tokens[at + before]?.word ?? '', sum)) return 0;
  const after = longest([code, ...(NAMES[sum.currency] ?? [])], tokens, at + before + 1);
  return before + after > 0 ? before + 1 + after : 0;
}

function longest(lists: readonly (readonly string[])[], tokens: readonly Token[], at: number): number {
  return Math.max(0, ...lists.filter((words) => isSaidAt(words, tokens, at)).map(({ length }) => length));
}

/** The sign that the card shows, if it is one. */
function signOf(sum: Money): string[] {
  return formatMoney(sum, 'en').match(/\p{Sc}/gu) ?? [];
}

function isSum(word: string, { amount, currency }: Money): boolean {
  const [, whole, fraction = ''] = /^(\d+)(?:\.(\d+))?$/.exec(word) ?? [];
  const digits = minorDigits(currency);
  return whole !== undefined && fraction.length <= digits && Number(whole + fraction.padEnd(digits, '0')) === amount;
}
