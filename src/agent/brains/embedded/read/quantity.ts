import { readCounts } from '../../../../language/quantities/counts.ts';
import { parseEnglishNumber } from '../../../../language/quantities/english-numbers.ts';
import { parseChineseNumeral } from '../../../../language/quantities/numerals.ts';
import { namesThing } from './mention.ts';

const ONLY = /\b(?:just|only|return|exchange)\s+(\d{1,4}|[a-z]+)\b/i;
/** "two mugs", "a mug"; a size is no number of pieces. */
const OF_THINGS = /(?<!size |sizes )\b(\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten) ([a-z-]+)\b/gi;
const LONE = /^\s*(\d{1,4}|[a-z]+|\p{Script=Han}{1,3}?)\s*[.。]?\s*$/iu;

/** How many pieces are spoken of: 「退一个」「两双」 "just one". `asked`: the number was just asked for, so a lone one counts. */
export function quantityIn(text: string, asked: boolean): number | null {
  const [counted] = readCounts(text);
  if (counted) return counted.value;
  const named = [...text.matchAll(OF_THINGS)].find(([, , thing]) => namesThing(thing ?? ''));
  if (named) return toNumber(/^an?$/i.test(named[1] ?? '') ? '1' : (named[1] ?? '').toLowerCase());
  const word = ONLY.exec(text)?.[1] ?? (asked ? LONE.exec(text)?.[1] : undefined);
  return word ? toNumber(word.toLowerCase()) : null;
}

function toNumber(word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word);
  if (/^[a-z]+$/.test(word)) return parseEnglishNumber(word);
  const numeral = Number(parseChineseNumeral(word) ?? Number.NaN);
  return Number.isInteger(numeral) ? numeral : null;
}
