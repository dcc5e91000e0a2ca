import { readOrderNumbers } from '../../../../language/quantities/codes.ts';
import { readEmails, readPhones } from '../../../../language/quantities/contacts.ts';

/** An order number as it was typed, and as it may have been meant. */
export interface SaidNumber {
  number: string;
  alternatives: readonly string[];
}

/** `asked`: an order number was asked for, so that any bare number counts as one. */
export function orderNumbersIn(text: string, asked = false): SaidNumber[] {
  const said = readOrderNumbers(text.replace(SPACED_OUT, '$1$2$3-$4')).filter(
    ({ value: { isCertain, number, alternatives } }) => {
      return (isCertain || asked) && ![number, ...alternatives].some((each) => STATE_AND_ZIP.test(each));
    },
  );
  const meant = said.filter(({ start }) => !RULED_OUT.test(text.slice(0, start)));
  return (meant.length > 0 ? meant : said).map(({ value }) => value);
}

/** 「XE2026 1128 - 1003」 */
const SPACED_OUT = /(?<![\w-])([A-Za-z]{1,4}) ?(\d{4}) ?(\d{4}) ?[-–—] ?(\d{3,6})(?!\d)/g;

/** 「不是…1103，是…1107」 "not …, but …": the one that is not meant is no order of the message, where another is. */
const RULED_OUT = /(?:不是|而非|\bnot)\s*(?:订单号?|单号|(?:the )?order(?: number)?)?[\s#:：]*$/i;

/** 「IL 62704」 at the end of an address. */
const STATE_AND_ZIP =
  /^(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])\d{5}$/;

/** The customer's e-mail, or else phone, with its country code when one was written. */
export function contactIn(text: string): string | null {
  const [email] = readEmails(text);
  if (email) return email.value;
  const [phone] = readPhones(text);
  if (!phone) return null;
  const { digits, country } = phone.value;
  return country === null || country === '+86' ? digits : `${country}${digits}`;
}

export function meansNumber(said: SaidNumber, number: string): boolean {
  return [said.number, ...said.alternatives].some((each) => sameNumber(each, number));
}

/** For the customer's own orders spaces and hyphens are forgiven too. */
export function sameNumber(a: string, b: string): boolean {
  const fold = (number: string) => number.replace(/[#\s-]/g, '').toUpperCase();
  return fold(a) === fold(b);
}
