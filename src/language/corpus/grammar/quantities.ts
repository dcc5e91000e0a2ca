import type { Locale } from '../../../core/locale.ts';
import { NUMERAL_CHARACTERS, parseChineseNumeral } from '../../quantities/numerals.ts';
import { between, near } from './draw.ts';
import { chineseNumeral, counted, englishNumeral, parseEnglishNumeral } from './numerals.ts';

const CHINESE = new RegExp(`^(?:(\\d+)|([${NUMERAL_CHARACTERS}]+))([^\\d${NUMERAL_CHARACTERS}\\s]{0,2})$`);
/** Up to here things are counted one by one, and a number beside is as likely. */
const FEW = 12;

function other(value: number, least: number, random: () => number): number {
  if (value > FEW) {
    const much = near(value, random);
    return much > 30 ? Math.round(much / 10) * 10 : Math.max(FEW, much);
  }
  return random() < 0.7 ? between(least, 5, random) : between(least, FEW, random);
}

/** Another number with the same measure word, which fits the goods that are counted. */
function chinese(surface: string, random: () => number): string | null {
  const match = CHINESE.exec(surface);
  if (!match) return null;
  const [, figures, numeral = '', measure = ''] = match;
  const old = Number(figures ?? parseChineseNumeral(numeral) ?? Number.NaN);
  if (!Number.isInteger(old) || old < 1) return null;
  const value = other(old, 1, random);
  if (random() < (figures ? 0.7 : 0.2)) return `${value}${measure}`;
  return `${measure === '' ? chineseNumeral(value) : counted(value)}${measure}`;
}

/** Another number in the same words; one thing stays one, because the noun behind it is singular. */
function english(surface: string, random: () => number): string | null {
  const figures = /(?<![\d.])\d+(?![\d.])/.exec(surface);
  if (figures) {
    const old = Number(figures[0]);
    if (old < 2) return null;
    const value = other(old, 2, random);
    const isAlone = figures[0] === surface;
    const written = isAlone && old <= FEW && random() < 0.4 ? englishNumeral(value) : String(value);
    return surface.replace(figures[0], written);
  }
  const words = surface.split(' ');
  // The longest run of words that is a number: "a hundred and fifty", "[two] dozen", "set of [four]".
  for (let length = words.length; length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const old = parseEnglishNumeral(words.slice(from, from + length).join(' '));
      if (old === null || old < 2 || words[from] === 'and') continue;
      const value = other(old, 2, random);
      const isAlone = length === words.length;
      const written = isAlone && random() < 0.4 ? String(value) : englishNumeral(value);
      return [...words.slice(0, from), written, ...words.slice(from + length)].join(' ');
    }
  }
  return null;
}

/** A count for another of the same order; null where it is none, such as 「坏掉那两包」. */
export function quantity(surface: string, random: () => number, locale: Locale): string | null {
  return locale === 'zh' ? chinese(surface, random) : english(surface, random);
}
