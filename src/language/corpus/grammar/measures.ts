import type { Locale } from '../../../core/locale.ts';
import { between, choose } from './draw.ts';
import { chineseNumeral, englishNumeral } from './numerals.ts';

const UNITS =
  'cm|厘米|公分|米|mm|m|寸|kg|kgs|公斤|斤|千克|克|g|lbs?|pounds|kilos?|stone|inch(?:es)?|毫安|mah|瓦|w|tog|denier|volts?';
const MEASURE = new RegExp(
  `^(?:(?:身高|体重|胸围|腰围|臀围|脚长|背长|头围|肩宽|bust|waist|hips|chest) ?)?\\d{1,3}(?:\\.\\d)? ?(?:${UNITS})?(?: (?:waist|chest|inch chest))?$`,
  'i',
);

/** About the same: a height stays a height. */
function beside(number: string, random: () => number): string {
  const value = Number(number);
  const step = number.includes('.') ? 0.1 : 1;
  const reach = Math.max(3 * step, value * 0.12);
  const moved = Math.max(step, value + (random() * 2 - 1) * reach);
  return number.includes('.') ? moved.toFixed(1) : String(Math.round(moved));
}

const FIGURES = '一二三四五六七八九';

function figure(random: () => number): string {
  return FIGURES[between(0, 8, random)] ?? '';
}

type Rule = [RegExp, (random: () => number) => string];

/** Measures that are spelt out. */
const SPOKEN: Record<Locale, Rule[]> = {
  zh: [
    [
      /^一米[四五六七八九][一二三四五六七八九]?$/,
      (random) => `一米${FIGURES[between(4, 7, random)]}${choose(['', figure(random)], random)}`,
    ],
    [/^[一二两三四五六七八九十百]+斤$/, (random) => `${chineseNumeral(between(16, 40, random) * 5)}斤`],
    [/^[一二三四五六七八九十]+公斤$/, (random) => `${chineseNumeral(between(40, 95, random))}公斤`],
    [
      /^[一二三四五六七八九十]+(?:厘米|公分)$/,
      (random) => `${chineseNumeral(between(12, 99, random))}${choose(['厘米', '公分'], random)}`,
    ],
    [
      /^二十[一二三四五六七八九](?:厘米|公分)半$/,
      (random) => `二十${figure(random)}${choose(['厘米', '公分'], random)}半`,
    ],
    [
      /^(?:腰围)?[二三]尺[一二三四五六七八九]?$/,
      (random) => `${choose(['', '腰围'], random)}${choose(['二尺', '两尺', '三尺'], random)}${figure(random)}`,
    ],
    [/^一百[一二三四五六七八九]?十?[一二三四五六七八九]?$/, (random) => chineseNumeral(between(95, 185, random))],
  ],
  en: [
    [/^\d'\d{1,2}"?$/, (random) => `${between(4, 6, random)}'${between(0, 11, random)}`],
    [
      /^\d ?(?:ft|foot) ?\d{1,2}$/,
      (random) => `${between(4, 6, random)}${choose(['ft ', 'ft', 'foot', ' foot '], random)}${between(0, 11, random)}`,
    ],
    [
      /^(?:four|five|six) (?:foot |feet )?[a-z]+$/,
      (random) =>
        `${choose(['five', 'five', 'six'], random)} ${choose(['', 'foot '], random)}${englishNumeral(between(1, 11, random))}`,
    ],
    [/^[a-z]+ stone$/, (random) => `${englishNumeral(between(7, 18, random))} stone`],
    [
      /^(?:forty|fifty|sixty|seventy|eighty|ninety)(?:[ -][a-z]+)?( and a half)?$/,
      (random) => `${englishNumeral(between(48, 99, random))}${choose(['', ' and a half'], random)}`,
    ],
    [/^[a-h] cup$/i, (random) => `${choose(['A', 'B', 'C', 'D', 'DD', 'E'], random)} cup`],
  ],
};

/** A height, weight or length for a like one; null where the words are no measure. */
export function measure(surface: string, random: () => number, locale: Locale): string | null {
  const rule = SPOKEN[locale].find(([pattern]) => pattern.test(surface));
  if (rule) return rule[1](random);
  return MEASURE.test(surface) ? surface.replace(/\d+(?:\.\d)?/g, (number) => beside(number, random)) : null;
}
