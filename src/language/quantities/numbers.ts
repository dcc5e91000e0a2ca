import { matchesOf } from '../matches.ts';
import type { NormalisedText } from '../normalise.ts';
import { asNormalised } from '../normalise.ts';
import type { Decimal } from './decimal.ts';
import { shiftDecimal, trimDecimal } from './decimal.ts';
import { ENGLISH_NUMBER, parseEnglishNumber } from './english-numbers.ts';
import { NUMERAL_CHARACTERS, parseChineseNumeral } from './numerals.ts';
import type { Reading } from './reading.ts';
import { readingAt } from './reading.ts';

/** A number, or the two ends of one said loosely (「三四百」, 「十几」). */
export interface NumberValue {
  from: Decimal;
  to: Decimal;
}

/** A number in normalised offsets, before it is placed in the original. */
export interface FoundNumber extends NumberValue {
  start: number;
  end: number;
}

const POWERS: Record<string, number> = { 百: 2, 千: 3, k: 3, 万: 4, w: 4, 亿: 8 };
const DIGIT = '一二两三四五六七八九';
const PATTERN = new RegExp(
  [
    `(?<digits>(?<![a-z\\d.]|[a-z]-)(?<arabic>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?<power>[百千万亿]|[kw](?![a-z]))?)`,
    `(?<loose>[${DIGIT}](?<upper>[${DIGIT}])(?<looseUnit>[十百千万]+))`,
    '(?<several>(?<severalTen>十)几|几(?<severalUnit>[十百千万]))',
    `(?<han>[${NUMERAL_CHARACTERS}]+(?:点[零〇一二三四五六七八九]+)?|半)`,
    `(?<english>\\b${ENGLISH_NUMBER}\\b)`,
  ].join('|'),
  'giu',
);

/** Numbers of a normalised text in reading order. `shorthand`: a trailing k or w multiplies (1.5k, 2w), which it does in prices only. */
export function findNumbers(text: string, shorthand = false): FoundNumber[] {
  const found: FoundNumber[] = [];
  for (const match of matchesOf(text, PATTERN)) {
    const value = numberOf(match.groups ?? {}, shorthand);
    if (!value) continue;
    const power = match.groups?.power ?? '';
    const isUnread = !shorthand && /^[kw]$/i.test(power);
    found.push({
      ...value,
      start: match.index,
      end: match.index + match[0].length - (isUnread ? power.length : 0),
    });
  }
  return found;
}

export function readNumbers(input: string | NormalisedText): Reading<NumberValue>[] {
  const source = asNormalised(input);
  return findNumbers(source.text).map(({ start, end, from, to }) => readingAt(source, start, end, { from, to }));
}

function numberOf(groups: Record<string, string | undefined>, shorthand: boolean): NumberValue | null {
  const { arabic, power, loose, upper, looseUnit, several, severalTen, severalUnit, han, english } = groups;
  if (arabic !== undefined) {
    const key = power?.toLowerCase() ?? '';
    const places = /^[kw]$/.test(key) && !shorthand ? 0 : (POWERS[key] ?? 0);
    return exact(shiftDecimal(trimDecimal(arabic.replace(/,/g, '')), places));
  }
  if (loose !== undefined) {
    const from = parseChineseNumeral(`${loose.slice(0, 1)}${looseUnit}`);
    const to = parseChineseNumeral(`${upper}${looseUnit}`);
    return from !== null && to !== null && Number(from) < Number(to) ? { from, to } : null;
  }
  if (several !== undefined) return severalTen ? { from: '11', to: '19' } : severalOf(severalUnit ?? '');
  if (han !== undefined) {
    const value = parseChineseNumeral(han);
    return value === null ? null : exact(value);
  }
  const value = english === undefined ? null : parseEnglishNumber(english);
  return value === null ? null : exact(String(value));
}

function severalOf(unit: string): NumberValue {
  const places = unit === '十' ? 1 : (POWERS[unit] ?? 0);
  return { from: shiftDecimal('2', places), to: shiftDecimal('9', places) };
}

function exact(decimal: Decimal): NumberValue {
  return { from: decimal, to: decimal };
}
