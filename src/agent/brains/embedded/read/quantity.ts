import type { Localized } from '../../../../core/locale.ts';
import { readCounts } from '../../../../language/quantities/counts.ts';
import { parseEnglishNumber } from '../../../../language/quantities/english-numbers.ts';
import { parseChineseNumeral } from '../../../../language/quantities/numerals.ts';
import { mentionOf, namesThing } from './mention.ts';

const ONLY = /\b(?:just|only|return|exchange)\s+(\d{1,4}|[a-z]+)\b/i;
/** "two mugs", "a mug", "two lunch boxes"; a size is no number of pieces. */
const OF_THINGS =
  /(?<!size |sizes |[\w.¥$-])(\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten) ([a-z-]+(?: [a-z-]+){0,2})\b/gi;
const LONE = /^\s*(\d{1,4}|[a-z]+|\p{Script=Han}{1,3}?)\s*[.。]?\s*$/iu;
/** 「退俩」「要仨」 */
const PAIRS = /(?<=[退换要])(?:其中)?([俩仨])(?!人|天)|(?<!\p{Script=Han})([俩仨])(?=[.。吧]?$)/u;
/** Litres and watts are no pieces. */
const UNITS = /^(?:l|ml|litres?|liters?|kg|g|cm|mm|inch(?:es)?|w|watts?|mah|days?|weeks?|hours?|years?)\b/i;

/**
 * How many pieces are spoken of: 「退一个」「两双」 "just one". `asked`: the number was just asked for, so a lone one counts. `title`: of these goods,
 * whose name alone makes "two lunch boxes" a number of pieces.
 */
export function quantityIn(text: string, asked: boolean, title?: Localized): number | null {
  const [counted] = readCounts(text);
  if (counted) return counted.value;
  const pair = PAIRS.exec(text);
  if (pair) return (pair[1] ?? pair[2]) === '俩' ? 2 : 3;
  const named = [...text.matchAll(OF_THINGS)].find(([, number, words]) => ofGoods(number ?? '', words ?? '', title));
  if (named) return toNumber(/^an?$/i.test(named[1] ?? '') ? '1' : (named[1] ?? '').toLowerCase());
  const word = ONLY.exec(text)?.[1] ?? (asked ? LONE.exec(text)?.[1] : undefined);
  return word ? toNumber(word.toLowerCase()) : null;
}

/** Whether the words after a number say what it counts. Figures of the goods' own name count nothing: "5 L Air Fryer". */
export function ofGoods(number: string, words: string, title?: Localized): boolean {
  const figures: readonly string[] = (title?.en ?? '').match(/\d+(?:\.\d+)?/g) ?? [];
  if (UNITS.test(words) || figures.includes(number)) return false;
  const [first = ''] = words.split(' ');
  return namesThing(first) || (title?.en !== undefined && mentionOf(words, { en: title.en }) > 0);
}

function toNumber(word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word);
  if (/^[a-z]+$/.test(word)) return parseEnglishNumber(word);
  const numeral = Number(parseChineseNumeral(word) ?? Number.NaN);
  return Number.isInteger(numeral) ? numeral : null;
}
