/** Shapes that a customer types for an order or a contact, in text whose width and invisible characters are already normal. */

export interface Contact {
  kind: 'email' | 'phone';
  value: string;
}

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
/** A mainland mobile, with +86, spaces or hyphens between the groups. */
const MOBILE = /(?<![\w-])(?:\+?86[\s-]?)?1[3-9]\d(?:[\s-]?\d{4}){2}(?!\d)/;
/** Any other phone, as written with its country code or its groups. */
const PHONE = /(?<![\w-])\+?\(?\d{2,4}\)?(?:[\s.-]?\d{2,4}){2,4}(?!\d)/;

/** Letters and digits of an order number: `XE20251103-0042`, `#W2611340`, with O typed for 0, in groups of three digits or more. */
const LETTERED = /#?\s?(?<![a-z])(?!(?:tel|fax|call|text)\b)[a-z]{1,4}\s?-?\s?\d[\do]*(?:(?:\s?-\s?|\s)\d[\do]{2,})*/gi;
/** Digits alone, as some platforms number their orders. */
const BARE = /(?<![\d-])\d{12,20}(?!\d)/g;
/** Fewer digits are a size, a price, a model. */
const FEWEST_DIGITS = 6;

export function contactIn(text: string): Contact | null {
  const email = EMAIL.exec(text)?.[0];
  if (email) return { kind: 'email', value: email.toLowerCase() };
  const phone = MOBILE.exec(text)?.[0] ?? PHONE.exec(withoutOrderNumbers(text))?.[0];
  return phone && phone.replace(/\D/g, '').length >= 7 ? { kind: 'phone', value: phone.trim() } : null;
}

/** Every order number in the text, in its order; `-` kept, spaces and `#` dropped. */
export function orderNumbersIn(text: string): string[] {
  const withoutPhone = text.replace(EMAIL, ' ').replace(MOBILE, ' | ');
  const lettered = withoutPhone.match(LETTERED)?.filter(isLong) ?? [];
  const rest = lettered.reduce((left, found) => left.replace(found, ' '), withoutPhone);
  const bare = [...rest.matchAll(BARE)].map((match) => match[0]);
  return [...lettered.map(spelled), ...bare];
}

function isLong(found: string): boolean {
  return found.replace(/\D/g, '').length >= FEWEST_DIGITS;
}

function spelled(found: string): string {
  const [, letters = '', digits = ''] = /^#?([a-z]+)(.*)$/i.exec(found.replace(/[#\s]/g, '')) ?? [];
  return `${letters}${digits.replace(/o/gi, '0')}`.toUpperCase();
}

function withoutOrderNumbers(text: string): string {
  return text.replace(LETTERED, (found) => (isLong(found) ? ' ' : found)).replace(BARE, ' ');
}

/** Folded as the shop folds it: case, spaces, hyphens and a leading # do not count. */
export function sameNumber(a: string, b: string): boolean {
  const fold = (number: string) => number.replace(/[#\s-]/g, '').toUpperCase();
  return fold(a) === fold(b);
}
