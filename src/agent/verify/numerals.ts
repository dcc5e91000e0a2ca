import { shiftDecimal, trimDecimal } from '../../language/quantities/decimal.ts';
import { ENGLISH_NUMBER, parseEnglishNumber } from '../../language/quantities/english-numbers.ts';
import { NUMERAL_CHARACTERS, parseChineseNumeral } from '../../language/quantities/numerals.ts';

/** 1万 and 1.5k are read, and 5w in front of a word is not: watts. */
export const ARABIC_NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:\s?[万千百亿](?![分克米卡瓦焦赫伏])|[kw](?![a-z]))?`;
export const CHINESE_NUMBER = `(?:[${NUMERAL_CHARACTERS}]+(?:点[${NUMERAL_CHARACTERS}]+)?|半)`;
const ENGLISH = `\\b(?:${ENGLISH_NUMBER}|(?:hundred|thousand|million|billion)s?|dozens)\\b`;

/** Source of a pattern for a number as digits, in Chinese or in English words; lower case. It finds more than can be read. */
export const NUMBER = `(?:${ARABIC_NUMBER}|${CHINESE_NUMBER}|${ENGLISH})`;

const POWERS: Record<string, number> = { 百: 2, 千: 3, 万: 4, 亿: 8, k: 3, w: 4 };

/** The number as an exact decimal; null when it is said too loosely to be one (两三百, dozens). */
export function numberText(text: string): string | null {
  const written = text.trim().replace(/,/g, '');
  const arabic = /^(\d+(?:\.\d+)?)\s?([万千百亿kw])?$/.exec(written);
  if (arabic) return shiftDecimal(trimDecimal(arabic[1] ?? ''), POWERS[arabic[2] ?? ''] ?? 0);
  if (!/^[a-z][a-z -]*$/.test(written)) return parseChineseNumeral(written.replace(/^(?=点)/, '零'));
  const value = parseEnglishNumber(written);
  return value === null ? null : String(value);
}

export function numberOf(text: string): number | null {
  const found = numberText(text);
  return found === null ? null : Number(found);
}
