import { matchesOf } from '../matches.ts';
import type { NormalisedText } from '../normalise.ts';
import { asNormalised } from '../normalise.ts';
import { blankIdentifiers } from './identifiers.ts';
import { NUMERAL_CHARACTERS, parseChineseNumeral } from './numerals.ts';
import type { Reading } from './reading.ts';
import { readingAt, withoutOverlaps } from './reading.ts';
import { canonicalSize } from './same-size.ts';

/** A size by name (`42`, `38.5`, `XL`, `1700ml`, `180cm`), or steps from the one at hand (「大一码」 +1). */
export type SizeWish = { kind: 'absolute'; size: string } | { kind: 'relative'; steps: number };

const HAN = `[${NUMERAL_CHARACTERS}]`;
const NUMBER = '\\d{1,3}(?:\\.\\d)?';
const ABSOLUTE: RegExp[] = [
  /(?<![a-z])(?:eur?|us|uk|欧码|美码|英码)\s*\d{1,2}(?:\.5)?(?![\d.])/gi,
  new RegExp(`(?<![\\d.第月])(?:${NUMBER}|${HAN}{2,3})\\s*码半?`, 'g'),
  // 号 counts days, houses and lanes too: only from 20 on.
  new RegExp(
    `(?<![\\d.第月${NUMERAL_CHARACTERS}])(?:[2-9]\\d(?:\\.\\d)?|1\\d\\d|[二三四五六]十[一二三四五六七八九]?)号(?![楼院室线店门机])半?`,
    'g',
  ),
  /(?<![\p{Script=Latin}\d'-])(?:[2-6]x|x{1,4})l(?:码|号)?(?![\p{Script=Latin}\d])/giu,
  /(?<![\p{Script=Latin}\d'-])xx?s(?:码|号)?(?![\p{Script=Latin}\d])/giu,
  /\bsizes?:? (?:is |an? )?\d{1,2}(?:\.5)?(?![\d.%])/gi,
  // 「42换43」
  /(?<![\d.])[2-4]\d(?:\.5)?(?=\s*(?:换成?|改成|换到|→|->)\s*\d)/g,
  // A letter alone is a size in capitals, or with a word that says so.
  /(?<![\p{Script=Latin}\d'&.-])[SML](?:码|号)?(?![\p{Script=Latin}\d'&])/gu,
  /(?<=\bsize (?:is )?|尺码|(?<=换|穿|要|选|拍)(?=[sml]码))[sml](?:码|号)?(?![\p{Script=Latin}])/giu,
  /(?<=\b(?:in|size|size:) )(?:small|medium|large|extra large)\b/gi,
  /^(?:small|medium|large|extra large)(?=[.! ]*$)/gi,
  /(?<![\d.])\d+(?:\.\d+)?\s*(?:毫升|升|公升|ml|l|liters?|litres?)(?![a-z])/gi,
  /(?<![\d.])\d+(?:\.\d+)?\s*(?:厘米|公分|cm|米|m|metres?|meters?|寸|英寸|inch(?:es)?)(?:床)?(?![a-z\d])/gi,
  /(?<![\d.])\d(?:米|m)\d{1,2}(?![\d.])/gi,
  new RegExp(`(?<!${HAN})[一两二三]米[一二三四五六七八九](?!${HAN}|多|高)`, 'g'),
  /均码|one size(?! up| down|\s+(?:bigger|smaller|really))|free size|加大码|特大号|(?<=要|换|买|有|的|来)[大中小]码(?!的?数)|(?<![一半两点])[大中小]号(?!的?数|楼|字)/gi,
];
/** 「换39」「穿42的」 "swap for a 10": a number that a size was asked of. */
const CUED =
  /(?<=换(?:成|个|双|件|到|大到)?\s?|穿\s?|尺码(?:是|选)?\s?|选\s?|发个|码?(?:换|到|改)\s?)(?:[2-4]\d(?:\.5)?|50)(?:半)?(?![\d.]|\s*(?:块|元|天|号楼|分|个|双|件|%))/g;
const CUED_ENGLISH =
  /(?<=\b(?:swap|exchange|change|trade|switch|replace)(?: (?:it|them|these|this|my \w+))? (?:for|to) (?:an? )?|\b(?:in|takes?|wears?|usually|normally|need|to|for|from) an? )\d{1,2}(?:\.5)?(?![\d.]|-|\s*(?:%|bucks|dollars|days?|weeks?|hours?|years?|inch|cm|am|pm|pack|person|pieces?|litre|liter|mah|watt))/gi;

/** Height and weight are no sizes. */
const BODY = /(?:身高|体重|净高|个子|脚长|腰围|胸围|高|重|tall|height|weight|waist|chest)[^\d]{0,4}$/i;

const RELATIVE: [RegExp, (match: RegExpExecArray) => number][] = [
  [/([大小])\s*(半|[一二两三\d])\s*个?(?:码|号|尺码)/g, (match) => signOf(match[1]) * stepsOf(match[2])],
  [/([大小])(?:一点点?|一些|点儿?|些)(?!声)/g, (match) => signOf(match[1])],
  [/换(?:个|双|件)?([大小])(?:的|点|一?号|$)/g, (match) => signOf(match[1])],
  [/(半)码[往向]?([上下大小])?/g, (match) => (/[下小]/.test(match[2] ?? '') ? -0.5 : 0.5)],
  [
    /(?:(an?|one|two|half an?|\d) )?(?:full )?sizes? (up|bigger|larger|down|smaller)/gi,
    (match) => (/up|bigger|larger/i.test(match[2] ?? '') ? 1 : -1) * stepsOf(match[1]?.toLowerCase()),
  ],
  [
    /(?:next|one|an?) (?:size|number) (up|down)|(?:the )?next (larger|smaller) size|sized? (up|down)/gi,
    (match) => (/down|smaller/i.test(match[0]) ? -1 : 1),
  ],
  [
    /\b(bigger|larger|smaller) (?:size|one|pair)s?\b|\ba (?:size|bit|little) (bigger|larger|smaller)\b/gi,
    (match) => (/smaller/i.test(match[0]) ? -1 : 1),
  ],
];

function signOf(direction: string | undefined): number {
  return direction === '小' ? -1 : 1;
}

function stepsOf(count: string | undefined): number {
  if (count === undefined || /^(?:an?|one)$/.test(count)) return 1;
  if (/^half/.test(count)) return 0.5;
  if (count === 'two') return 2;
  return Number(/^\d+$/.test(count) ? count : (parseChineseNumeral(count) ?? 1));
}

/** Sizes in reading order. Heights and weights, dates, prices and house numbers are left alone. */
export function readSizes(input: string | NormalisedText): Reading<SizeWish>[] {
  const source = asNormalised(input);
  const text = blankIdentifiers(source.text);
  const found: Reading<SizeWish>[] = [];
  for (const pattern of [...ABSOLUTE, CUED, CUED_ENGLISH]) {
    for (const match of matchesOf(text, pattern)) {
      if (BODY.test(text.slice(Math.max(0, match.index - 8), match.index))) continue;
      const size = canonicalSize(withDigits(match[0]));
      if (size !== null)
        found.push(readingAt(source, match.index, match.index + match[0].length, { kind: 'absolute', size }));
    }
  }
  for (const [pattern, steps] of RELATIVE) {
    for (const match of matchesOf(text, pattern)) {
      found.push(
        readingAt(source, match.index, match.index + match[0].length, { kind: 'relative', steps: steps(match) }),
      );
    }
  }
  return withoutOverlaps(found);
}

/** 四十三码 → 43码, 一米八 → 1米8 */
function withDigits(size: string): string {
  const bare = size.replace(/^sizes?:? (?:is |an? )?/i, '');
  return bare.replace(new RegExp(`${HAN}+`, 'g'), (numeral) => parseChineseNumeral(numeral) ?? numeral);
}
