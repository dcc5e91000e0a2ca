import { matchesOf } from '../matches.ts';
import type { NormalisedText } from '../normalise.ts';
import { asNormalised, lowerCase } from '../normalise.ts';
import { wholeNumber } from './decimal.ts';
import { ENGLISH_NUMBER, parseEnglishNumber } from './english-numbers.ts';
import { blankIdentifiers } from './identifiers.ts';
import { NUMERAL_CHARACTERS, parseChineseNumeral } from './numerals.ts';
import type { Reading } from './reading.ts';
import { readingAt, withoutOverlaps } from './reading.ts';

const MEASURES = '双个件条套只把副顶台盒瓶包袋本张支对份部块枚卷箱';
const CHINESE = new RegExp(
  `(?<![第上这那哪每下前后半${NUMERAL_CHARACTERS}\\d.])(\\d{1,4}|[${NUMERAL_CHARACTERS}]{1,4})\\s*(?:[${MEASURES}])(?![月钱头半]|小时|礼拜|星期|工作日|问题|码|号)`,
  'g',
);
const ENGLISH = new RegExp(
  `\\b(\\d{1,4}|${ENGLISH_NUMBER}|an?)\\s*(?:x |pairs?|pieces?|pcs|items?|units?|sets?|boxes|bottles?|of (?:them|these|those|the|my))\\b`,
  'gi',
);
const TIMES = /(?<![\p{L}\d])[x×*]\s?(\d{1,4})(?![\p{L}\d])|(?<![\p{L}\d.])(\d{1,4})\s?[x×](?![\p{L}\d])/giu;
const ALL_OF_TWO = /\bboth\b|(?<!第)(?:两|俩)(?:样|者)?都|[这那]俩/gi;

/** How many pieces: 「两双」「3件」 "two of them" ×2. A measure word behind 这, 那 or 第 points, it does not count. */
export function readCounts(input: string | NormalisedText): Reading<number>[] {
  const source = asNormalised(input);
  const text = blankIdentifiers(lowerCase(source.text));
  const found: Reading<number>[] = [];
  const push = (match: RegExpExecArray, value: number | null) => {
    if (value !== null && value >= 1) found.push(readingAt(source, match.index, match.index + match[0].length, value));
  };
  for (const match of matchesOf(text, CHINESE)) push(match, countOf(match[1] ?? ''));
  for (const match of matchesOf(text, ENGLISH)) push(match, countOf(match[1] ?? ''));
  for (const match of matchesOf(text, TIMES)) push(match, countOf(match[1] ?? match[2] ?? ''));
  for (const match of matchesOf(text, ALL_OF_TWO)) push(match, 2);
  return withoutOverlaps(found);
}

function countOf(text: string): number | null {
  if (/^an?$/.test(text)) return 1;
  if (/^[a-z -]+$/.test(text)) return parseEnglishNumber(text);
  return wholeNumber(/^\d/.test(text) ? text : (parseChineseNumeral(text) ?? '0.5'));
}
