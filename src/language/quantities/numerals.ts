import type { Decimal } from './decimal.ts';
import { trimDecimal } from './decimal.ts';

const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  '○': 0,
  一: 1,
  壹: 1,
  幺: 1,
  二: 2,
  贰: 2,
  两: 2,
  俩: 2,
  三: 3,
  叁: 3,
  仨: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const UNITS: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1_000, 仟: 1_000 };
const TENS: Record<string, number> = { 廿: 20, 卅: 30, 卌: 40 };

/** The characters of Chinese numerals, for use inside a character class. */
export const NUMERAL_CHARACTERS = '零〇○一壹幺二贰两俩三叁仨四肆五伍六陆七柒八捌九玖十拾百佰千仟万亿廿卅卌';

/** 「两百」「一千五」 1500 「三万二」 32000 「廿三」 「二〇二五」 「三点五」 「半」; null when it is no numeral. */
export function parseChineseNumeral(text: string): Decimal | null {
  if (text === '半') return '0.5';
  const [whole = '', fraction, ...rest] = text.split('点');
  if (rest.length > 0 || whole === '') return null;
  const value = parseWhole(whole);
  if (value === null) return null;
  if (fraction === undefined) return value;
  const digits = [...fraction].map((character) => DIGITS[character]);
  if (digits.length === 0 || digits.includes(undefined)) return null;
  return trimDecimal(`${value}.${digits.join('')}`);
}

function parseWhole(text: string): Decimal | null {
  const digits = [...text].map((character) => DIGITS[character]);
  // 二〇二五, 一三八零零: read out digit by digit, leading zeros and all.
  if (text.length > 0 && !digits.includes(undefined)) return digits.join('');
  const value = parseGrouped(text);
  return value === null || !Number.isSafeInteger(value) ? null : String(value);
}

/** 亿 and 万 split the number; 「三万二」 leaves out the unit below. */
function parseGrouped(text: string): number | null {
  for (const [mark, size] of [
    ['亿', 100_000_000],
    ['万', 10_000],
  ] as const) {
    const at = text.lastIndexOf(mark);
    if (at < 0) continue;
    const above = at === 0 ? 1 : parseGrouped(text.slice(0, at));
    const rest = text.slice(at + 1);
    const digit = rest.length === 1 ? DIGITS[rest] : undefined;
    const below = rest === '' ? 0 : digit ? (digit * size) / 10 : parseGrouped(rest.replace(/^[零〇○]/, ''));
    return above === null || below === null || below >= size ? null : above * size + below;
  }
  return parseSection(text);
}

/** Below ten thousand: 「两千三百零五」「一百十五」「一千五」. */
function parseSection(text: string): number | null {
  let value = 0;
  let digit: number | null = null;
  let unit = 10_000;
  let hasZero = false;
  for (const character of text) {
    const size = UNITS[character];
    const own = DIGITS[character];
    const tens = TENS[character];
    if (tens !== undefined && digit === null && unit > 10) {
      value += tens;
      unit = 10;
    } else if (size !== undefined && size < unit) {
      // 十五, 百元, 一百十五: a leading one may be left out.
      if (digit === null && value > 0 && size !== 10) return null;
      value += (digit ?? 1) * size;
      [digit, unit, hasZero] = [null, size, false];
    } else if (own === 0 && digit === null && value > 0) {
      hasZero = true;
    } else if (own !== undefined && digit === null) {
      digit = own;
    } else return null;
  }
  if (digit === null) return hasZero || value === 0 ? null : value;
  const isShort = unit >= 100 && unit < 10_000 && !hasZero;
  return value + (isShort ? (digit * unit) / 10 : digit);
}
