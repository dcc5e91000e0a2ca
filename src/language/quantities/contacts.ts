import { matchesOf } from '../matches.ts';
import type { NormalisedText } from '../normalise.ts';
import { asNormalised } from '../normalise.ts';
import type { Reading } from './reading.ts';
import { readingAt, withoutOverlaps } from './reading.ts';

export interface PhoneNumber {
  /** Digits alone, without a country code that was not written; a Chinese mobile always as its 11 digits. */
  digits: string;
  /** `+86` and the like, when written. */
  country: string | null;
}

const SPOKEN = '零〇一幺二两三四五六七八九';
const SPOKEN_DIGITS: Record<string, string> = Object.fromEntries(
  [...SPOKEN].map((character) => [
    character,
    String('零一二三四五六七八九'.indexOf({ 〇: '零', 幺: '一', 两: '二' }[character] ?? character)),
  ]),
);
const MOBILE = /(?<![\d.])(?:\+?\s?86[\s-]?|0086[\s-]?)?(1[3-9](?:[\s-]?\d){9})(?![\d.]|-\d)/g;
const SPOKEN_MOBILE = new RegExp(
  `(?<![${SPOKEN}])[一幺][三四五六七八九](?:[ ,，、-]?[${SPOKEN}]){9}(?![${SPOKEN}])`,
  'g',
);
const LANDLINE = /(?<![\d-])\(?(0\d{2,3})\)?[\s-]?(\d{7,8})(?![\d-])/g;
/** British mobiles as they are written at home, Taiwan's too. */
const NATIONAL = /(?<![\d+-])(07\d{3}[\s-]?\d{6}|09\d{2}-?\d{3}-?\d{3})(?![\d-])/g;
/** Ten digits in a row that the North American plan allows. */
const BARE_NORTH_AMERICAN = /(?<![a-z\d.#+-])([2-9]\d{2}[2-9]\d{6})(?![a-z\d.-])/gi;
const INTERNATIONAL = /(?<![\d+])\+(\d{1,3})[\s-]?((?:\(?\d{1,4}\)?[\s.-]?){2,5}\d{2,4})(?!\d)/g;
const NORTH_AMERICAN = /(?<![\d(+-])(?:1[\s.-])?\(?([2-9]\d{2})\)?[\s.-](\d{3})[\s.-](\d{4})(?![\d-])/g;
const EMAIL = /(?<![\w.+-])[a-z\d](?:[\w.+-]*[\w+-])?@(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,24}(?![\w-])/gi;

/** Phone numbers however they are spaced, full-width or spoken out (幺三八…). */
export function readPhones(input: string | NormalisedText): Reading<PhoneNumber>[] {
  const source = asNormalised(input);
  const found: Reading<PhoneNumber>[] = [];
  const push = (match: RegExpExecArray, digits: string, country: string | null) => {
    found.push(readingAt(source, match.index, match.index + match[0].length, { digits, country }));
  };
  for (const match of matchesOf(source.text, MOBILE))
    push(match, onlyDigits(match[1]), /^(?:\+|00)?\s?86/.test(match[0]) ? '+86' : null);
  for (const match of matchesOf(source.text, SPOKEN_MOBILE))
    push(match, [...match[0]].map((character) => SPOKEN_DIGITS[character] ?? '').join(''), null);
  for (const match of matchesOf(source.text, LANDLINE)) push(match, `${match[1]}${match[2]}`, null);
  for (const match of matchesOf(source.text, INTERNATIONAL)) {
    const digits = onlyDigits(match[2]);
    if (digits.length >= 6 && digits.length <= 12) push(match, digits, `+${match[1]}`);
  }
  for (const match of matchesOf(source.text, NORTH_AMERICAN)) push(match, `${match[1]}${match[2]}${match[3]}`, null);
  for (const match of matchesOf(source.text, NATIONAL)) push(match, onlyDigits(match[1]), null);
  for (const match of matchesOf(source.text, BARE_NORTH_AMERICAN)) push(match, onlyDigits(match[1]), null);
  return withoutOverlaps(found);
}

/** E-mail addresses in lower case; Chinese punctuation ends one. */
export function readEmails(input: string | NormalisedText): Reading<string>[] {
  const source = asNormalised(input);
  return matchesOf(source.text, EMAIL).map((match) =>
    readingAt(source, match.index, match.index + match[0].length, match[0].toLowerCase()),
  );
}

function onlyDigits(text: string | undefined): string {
  return (text ?? '').replace(/\D/g, '');
}

/** 「尾号8832」「后四位是 0042」 "ends in 4567": the end of some number, of which the words around say what it is. */
const TAIL =
  /(?:尾号|尾数|[后末]四位|last (?:four|4)(?: digits)?|end(?:s|ing)? in|ending)\s*(?:是|为|:|is|are)?\s*(\d{3,6})(?!\d)/gi;

export function readNumberTails(input: string | NormalisedText): Reading<string>[] {
  const source = asNormalised(input);
  return matchesOf(source.text, TAIL).map((match) => {
    const digits = match[1] ?? '';
    const end = match.index + match[0].length;
    return readingAt(source, end - digits.length, end, digits);
  });
}
