import type { NormalisedText } from '../normalise.ts';
import { asNormalised, lowerCase } from '../normalise.ts';
import { NUMERAL_CHARACTERS, parseChineseNumeral } from './numerals.ts';

/** A customer's measures in centimetres, weight in kilograms. */
export type BodyMeasures = Partial<Record<'height' | 'weight' | 'chest' | 'waist' | 'foot', number>>;

const N = '(\\d{1,3}(?:\\.\\d+)?)';
const HAN = `[${NUMERAL_CHARACTERS}]`;
const IS = '\\s*(?:是|有|大概|大约|约|差不多|为|:|is|of|about|around|measures?|=)*\\s*';
const INCH = 2.54;
const POUND = 0.45359237;
/** 尺 */
const CHI = 100 / 3;

type Reader = readonly [keyof BodyMeasures, RegExp, (found: RegExpExecArray) => number];
const num = (text: string | undefined): number => Number(text ?? 'NaN');
const halfFoot = (text: string | undefined): number => (text === undefined ? 0 : num(text));

const READERS: readonly Reader[] = [
  [
    'height',
    /(?<![\d.])([12])(?:米|m)(\d{1,2})(?!\d|\s*(?:的?床|长|宽))/,
    (m) => num(m[1]) * 100 + num(m[2]?.padEnd(2, '0')),
  ],
  ['height', /(?<![\d.])([12]\.\d{1,2})\s*(?:米|m\b|metres?|meters?)(?!\s*(?:的?床|长|宽))/, (m) => num(m[1]) * 100],
  [
    'height',
    new RegExp(
      `(?:身高|净高|个子|height|i'?m|i am|he'?s|she'?s)${IS}${N}\\s*(?:cm|厘米|公分)?(?!\\s*(?:kg|lb|公斤|斤|磅|years?|岁|[.\\d]))`,
    ),
    (m) => num(m[1]),
  ],
  ['height', new RegExp(`${N}\\s*(?:cm|厘米|公分)\\s*(?:高|tall)`), (m) => num(m[1])],
  [
    'height',
    /(?<![\d.])([4-7])\s*(?:'|ft\.?|feet|foot)\s*(\d{1,2}(?:\.\d)?)?\s*(?:''|"|in(?:ch(?:es)?)?)?/,
    (m) => (num(m[1]) * 12 + halfFoot(m[2])) * INCH,
  ],
  ['weight', new RegExp(`${N}\\s*(?:kg|kilos?|公斤|千克)`), (m) => num(m[1])],
  ['weight', new RegExp(`${N}\\s*斤`), (m) => num(m[1]) / 2],
  ['weight', new RegExp(`${N}\\s*(?:lbs?|pounds?|磅)`), (m) => num(m[1]) * POUND],
  [
    'weight',
    /(\d{1,2})\s*(?:stone|st)(?:\s*(\d{1,2})(?:\s*lbs?)?)?\b/,
    (m) => (num(m[1]) * 14 + halfFoot(m[2])) * POUND,
  ],
  ['weight', new RegExp(`(?:体重|weight|weigh)${IS}${N}(?!\\s*(?:斤|lb|pound|磅|stone|[.\\d]))`), (m) => num(m[1])],
  [
    'chest',
    new RegExp(`(?:胸围|chest|bust)${IS}${N}\\s*("|in(?:ch(?:es)?)?|英寸|寸)?`),
    (m) => num(m[1]) * (m[2] ? INCH : 1),
  ],
  ['waist', new RegExp(`(?:腰围|腰)${IS}(\\d)\\s*尺\\s*(\\d)?`), (m) => (num(m[1]) + halfFoot(m[2]) / 10) * CHI],
  [
    'waist',
    new RegExp(`(?:腰围|waist)${IS}${N}\\s*("|in(?:ch(?:es)?)?|英寸|寸)?`),
    (m) => num(m[1]) * (m[2] ? INCH : 1),
  ],
  [
    'foot',
    new RegExp(
      `(?:脚长?|脚掌长|foot|feet)(?:\\s*(?:length|long))?${IS}${N}\\s*(cm|厘米|公分|mm|毫米|"|in(?:ch(?:es)?)?)?`,
    ),
    footOf,
  ],
  ['foot', new RegExp(`${N}\\s*(cm|厘米|公分|mm|毫米|inch(?:es)?|"|-inch)\\s*(?:的)?(?:脚|foot|feet)`), footOf],
];

function footOf(found: RegExpExecArray): number {
  const value = num(found[1]);
  if (/^(?:"|-?in)/.test(found[2] ?? '')) return value * INCH;
  return value > 100 ? value / 10 : value;
}

/** What a grown person or a child can measure; a number beyond is no measure. */
const LIMITS: Record<keyof BodyMeasures, readonly [number, number]> = {
  height: [50, 230],
  weight: [3, 250],
  chest: [40, 180],
  waist: [40, 180],
  foot: [8, 36],
};

/** Measures in a message: 「身高172体重130斤」「一米七二」「脚长26.5」 5'9", 160 lb. `asked`: what the clerk has just asked for, so that bare numbers count. */
export function readMeasures(input: string | NormalisedText, asked: readonly string[] = []): BodyMeasures {
  const text = lowerCase(asNormalised(input).text)
    .replace(/[’′]/g, "'")
    .replace(/[”″]/g, '"')
    .replace(
      new RegExp(`([一1])米(${HAN}{1,3})(?!床)`, 'g'),
      (_all, metres: string, rest: string) => `1米${digits(rest)}${metres && ''}`,
    )
    .replace(
      new RegExp(`${HAN}{2,5}(?=\\s*(?:公斤|斤|厘米|公分))`, 'g'),
      (numeral) => parseChineseNumeral(numeral) ?? numeral,
    );
  const found: BodyMeasures = {};
  for (const [measure, pattern, value] of READERS) {
    const match = pattern.exec(text);
    if (!match || found[measure] !== undefined) continue;
    keep(found, measure, value(match));
  }
  const bare = /^\D{0,6}(\d{2,3}(?:\.\d+)?)(?:\s*(?:cm|厘米|mm|毫米)?[\s,，/、和]+(\d{2,3}(?:\.\d+)?))?\D{0,6}$/.exec(
    text,
  );
  if (bare && asked.length > 0) {
    const [first, second] = [num(bare[1]), num(bare[2])];
    if (asked.includes('foot') && found.foot === undefined) keep(found, 'foot', first > 100 ? first / 10 : first);
    else if (asked.includes('height')) {
      if (found.height === undefined) keep(found, 'height', first);
      if (found.weight === undefined && !Number.isNaN(second)) keep(found, 'weight', second);
    } else if (asked.includes('waist') && found.waist === undefined) keep(found, 'waist', first);
  }
  return found;
}

/** 七二 → 72, 七 → 7 */
function digits(numerals: string): string {
  return [...numerals].map((each) => parseChineseNumeral(each) ?? '').join('');
}

function keep(found: BodyMeasures, measure: keyof BodyMeasures, value: number): void {
  const [least, most] = LIMITS[measure];
  if (value >= least && value <= most) found[measure] = Math.round(value * 10) / 10;
}
