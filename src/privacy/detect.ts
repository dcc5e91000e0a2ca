import type { NormalisedText } from '../language/normalise.ts';
import { asNormalised } from '../language/normalise.ts';
import { isIdentityNumber, passesLuhn } from './checks.ts';

export type PersonalKind = 'PHONE' | 'EMAIL' | 'ID' | 'CARD' | 'NAME' | 'ADDRESS';

/** A stretch of the original text (UTF-16) that says who somebody is or how to reach them. */
export interface PersonalSpan {
  kind: PersonalKind;
  start: number;
  end: number;
}

const GAP = '[ ._-]?';
const EMAIL = /[\p{L}\p{N}][\p{L}\p{N}._%+-]*@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu;
const DIGITS_18 = /(?<!\d)\d{6}[ -]?\d{8}[ -]?\d{3}[\dxX](?![\da-z])/gi;
const DIGITS_15 = /(?<!\d)\d{15}(?!\d)/g;
const CARD = /(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/g;
/** Issuers: 2 and 5 Mastercard, 3 American Express and JCB, 4 Visa, 6 UnionPay and others, 9 domestic Chinese. */
const CARD_START = /^[234569]/;
const MOBILE = new RegExp(`(?<!\\d)(?:(?:\\+|00)?86${GAP})?(?:\\(?1[3-9]\\d\\)?)(?:${GAP}\\d){8}(?!\\d)`, 'g');
/** 一三八零零一三八零零零 */
const SPOKEN_MOBILE =
  /(?<![零〇一二三四五六七八九幺])[一幺][三四五六七八九][零〇一二三四五六七八九幺]{9}(?![零〇一二三四五六七八九幺])/g;
const LANDLINE = /(?<!\d)\(?0\d{2,3}\)?[ -]?\d{7,8}(?:[ -]?(?:转|ext\.?|#)?[ -]?\d{1,6})?(?!\d)/g;
const FOREIGN = /(?<![\d+])\+\d{1,3}(?:[ .()-]{0,2}\d){6,13}(?!\d)/g;
const NORTH_AMERICAN = /(?<![\d-])(?:1[ .-])?\(?[2-9]\d{2}\)?[ .-]\d{3}[ .-]\d{4}(?![\d-])/g;

const READERS: readonly { kind: PersonalKind; pattern: RegExp; holds?: (text: string) => boolean }[] = [
  { kind: 'EMAIL', pattern: EMAIL },
  { kind: 'ID', pattern: DIGITS_18, holds: (text) => isIdentityNumber(text.replace(/[ -]/g, '')) },
  { kind: 'ID', pattern: DIGITS_15, holds: isIdentityNumber },
  { kind: 'CARD', pattern: CARD, holds: isCard },
  { kind: 'PHONE', pattern: MOBILE },
  { kind: 'PHONE', pattern: SPOKEN_MOBILE },
  { kind: 'PHONE', pattern: FOREIGN },
  { kind: 'PHONE', pattern: LANDLINE },
  { kind: 'PHONE', pattern: NORTH_AMERICAN },
];

function isCard(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  return (
    digits.length >= 13 &&
    digits.length <= 19 &&
    CARD_START.test(digits) &&
    !/^(\d)\1+$/.test(digits) &&
    passesLuhn(digits)
  );
}

/**
 * E-mail addresses, phones, identity numbers and payment cards in a text, in its order, none inside another. Width, spaces, hyphens and invisible
 * characters inside them do not hide them.
 */
export function detectPersonal(text: string | NormalisedText): PersonalSpan[] {
  const normalised = asNormalised(text);
  let rest = normalised.text;
  const found: PersonalSpan[] = [];
  for (const { kind, pattern, holds } of READERS) {
    for (const match of [...rest.matchAll(pattern)]) {
      if (holds && !holds(match[0])) continue;
      const end = match.index + match[0].length;
      found.push({ kind, ...normalised.span(match.index, end) });
      rest = `${rest.slice(0, match.index)}${'\u0001'.repeat(match[0].length)}${rest.slice(end)}`;
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
