import type { NormalisedText } from '../language/normalise.ts';
import { asNormalised } from '../language/normalise.ts';
import { isIdentityNumber, passesLuhn } from './checks.ts';
import { INTRODUCTIONS } from './introduced.ts';
import { takeOut } from './take-out.ts';

export type PersonalKind = 'PHONE' | 'EMAIL' | 'ID' | 'CARD' | 'NAME' | 'ADDRESS';

/** A stretch of the original text (UTF-16) that says who somebody is or how to reach them. */
export interface PersonalSpan {
  kind: PersonalKind;
  start: number;
  end: number;
}

const GAP = '[ ._-]?';
const EMAIL =
  /[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}._%+-]*@[\p{Script=Latin}\p{N}-]+(?:\.[\p{Script=Latin}\p{N}-]+)+/giu;
const DIGITS_18 = /(?<!\d)\d{6}[ -]?\d{8}[ -]?\d{3}[\dxX](?![\da-z])/gi;
const DIGITS_15 = /(?<!\d)\d{15}(?!\d)/g;
const CARD = /(?<!\d)\d(?:[ -]?\d){11,18}(?!\d)/g;
/** By issuer (ISO/IEC 7812): Visa, Mastercard, American Express, Diners, JCB, UnionPay and its neighbours, Maestro, Chinese domestic. */
const CARD_NUMBERS =
  /^(?:4\d{12}(?:\d{3}){0,2}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}|3(?:0\d|[68]\d)\d{11}|35\d{14}|6[0245]\d{11,17}|(?:5[06-8]|67)\d{10,17}|(?:1800|2131)\d{11}|81\d{14,17}|9\d{15,18})$/;
const MOBILE = new RegExp(`(?<!\\d)(?:(?:\\+|00)?86${GAP})?(?:\\(?1[3-9]\\d\\)?)(?:${GAP}\\d){8}(?!\\d)`, 'g');
/** 一三八零零一三八零零零 */
const SPOKEN_MOBILE =
  /(?<![零〇一二三四五六七八九幺])[一幺][三四五六七八九][零〇一二三四五六七八九幺]{9}(?![零〇一二三四五六七八九幺])/g;
const LANDLINE = /(?<!\d)\(?0[1-9]\d{1,2}\)?[ -]?[1-9]\d{6,7}(?:[ -]?(?:转|ext\.?|#)?[ -]?\d{1,6})?(?!\d)/g;
const FOREIGN = /(?<![\d+])\+\d{1,3}(?:[ .()-]{0,2}\d){6,13}(?!\d)/g;
const NORTH_AMERICAN = /(?<![\d-])(?:1[ .-])?\(?[2-9]\d{2}\)?[ .-]\d{3}[ .-]\d{4}(?![\d-])/g;

/** 0490 75 40 81 */
const GROUPED = /(?<![\d-])\(?0\d{2,4}\)?[ .-]\d{2,4}(?:[ .-]\d{2,4}){1,3}(?![\d-])/g;

const READERS: readonly { kind: PersonalKind; pattern: RegExp; holds?: (text: string) => boolean }[] = [
  { kind: 'EMAIL', pattern: EMAIL },
  { kind: 'ID', pattern: DIGITS_18, holds: (text) => isIdentityNumber(text.replace(/[ -]/g, '')) },
  { kind: 'ID', pattern: DIGITS_15, holds: isIdentityNumber },
  { kind: 'CARD', pattern: CARD, holds: isCard },
  { kind: 'PHONE', pattern: MOBILE },
  { kind: 'PHONE', pattern: SPOKEN_MOBILE },
  { kind: 'PHONE', pattern: FOREIGN },
  { kind: 'PHONE', pattern: LANDLINE },
  { kind: 'PHONE', pattern: GROUPED },
  { kind: 'PHONE', pattern: NORTH_AMERICAN },
];

function isCard(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  return CARD_NUMBERS.test(digits) && passesLuhn(digits);
}

/**
 * E-mail addresses, phones, identity numbers, payment cards, and names and streets that are introduced as such, in the order of the text. Width,
 * spaces, hyphens and invisible characters inside them do not hide them.
 */
export function detectPersonal(text: string | NormalisedText): PersonalSpan[] {
  const normalised = asNormalised(text);
  const page = { rest: normalised.text };
  const found: PersonalSpan[] = [];
  for (const { kind, pattern, holds } of READERS) {
    for (const { start, end } of takeOut(page, pattern, (match) => !holds || holds(match[0]))) {
      found.push({ kind, ...normalised.span(start, end) });
    }
  }
  for (const { kind, pattern } of INTRODUCTIONS) {
    for (const { start, end } of takeOut(page, pattern)) found.push({ kind, ...normalised.span(start, end) });
  }
  return found.sort((a, b) => a.start - b.start);
}
