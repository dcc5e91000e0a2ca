import { readCounts } from '../../../../language/quantities/counts.ts';
import { parseEnglishNumber } from '../../../../language/quantities/english-numbers.ts';
import { parseChineseNumeral } from '../../../../language/quantities/numerals.ts';

const ONLY = /\b(?:just|only|return|exchange)\s+(\d{1,4}|[a-z]+)\b/i;
const LONE = /^\s*(\d{1,4}|[a-z]+|\p{Script=Han}{1,3}?)\s*[.。]?\s*$/iu;

/** How many pieces are spoken of: 「退一个」「两双」 "just one". `asked`: the number was just asked for, so a lone one counts. */
export function quantityIn(text: string, asked: boolean): number | null {
  const [counted] = readCounts(text);
  if (counted) return counted.value;
  const word = ONLY.exec(text)?.[1] ?? (asked ? LONE.exec(text)?.[1] : undefined);
  return word ? toNumber(word.toLowerCase()) : null;
}

function toNumber(word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word);
  if (/^[a-z]+$/.test(word)) return parseEnglishNumber(word);
  const numeral = Number(parseChineseNumeral(word) ?? Number.NaN);
  return Number.isInteger(numeral) ? numeral : null;
}
