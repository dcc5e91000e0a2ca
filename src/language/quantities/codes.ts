import { matchesOf } from '../matches.ts';
import type { NormalisedText } from '../normalise.ts';
import { asNormalised } from '../normalise.ts';
import { readEmails, readPhones } from './contacts.ts';
import type { Reading } from './reading.ts';
import { readingAt, withoutOverlaps } from './reading.ts';

export interface OrderNumber {
  /** Upper case, without spaces and without a leading #. */
  number: string;
  /** Other readings, likeliest first: a letter O between digits may be a zero, I or L a one. */
  alternatives: string[];
  /** It can hardly be anything else. A bare number of 6 to 14 digits is not certain. */
  isCertain: boolean;
}

/** Letters, then digits in groups: XE20251103-0042, #W2611340, with O typed for 0. */
const LETTERED = /(?<![a-z\d])(#?[a-z]{1,4}-?\d[\doil]{3,19}(?:[ -](?=[oil]*\d)[\doil]{2,10}){0,3})(?![a-z\d])/gi;
/** The same with a space, in capitals: in small letters it may be any short word before a number ("with 20 000"). */
const SPACED =
  /(?<![A-Za-z\d])(#?(?:[A-Z]{1,4}|xe) \d{8}[\dOIL]{0,12}(?:[ -](?=[OIL]*\d)[\dOIL]{2,10}){0,3})(?![A-Za-z\d])/g;
const HASHED = /(?<![a-z\d])#\s?(\d[\doil-]{2,24})(?![a-z\d])/gi;
const LONG_DIGITS = /(?<![a-z\d.#-])(\d(?:[ -]?[\do]){14,20})(?![a-z\d.]|-\d)/gi;
const BARE_DIGITS = /(?<![a-z\d.#+-])(\d{6,14})(?![a-z\d.%]|-\d|\s*(?:块|元|个|天|ml|毫安|mah))/gi;
const AFTER_CUE =
  /(?:订单(?:编?号|号码)?|单号|编号|order(?: (?:number|no\.?|id|#|num))?|#|\bno\.)(?:是|为|号|is|was|:)?\s*[:：#]?\s*(#?[a-z]{0,4}-?\d[\doil-]{2,24})(?![a-z\d])/gi;
/** What carriers put on parcels. SF and JD lead; UPS, EMS (S10), and others by prefix. */
const TRACKING =
  /(?<![a-z\d])((?:sf|jdva?|jdv|yt|zto|sto|yd|jt|dpk|db|ems|ttky|yz)[ -]?\d(?:[ -]?\d){8,17}|1z[\da-z]{16}|[a-z]{2}\d{9}[a-z]{2}|lp\d{14,17}|tba\d{12})(?![a-z\d])/gi;
const TRACKING_CUE =
  /(?:(?:快递|运单|物流|包裹|邮件)(?:单?号|编号|单号)|tracking(?: (?:number|no\.?|id|code|#))?|waybill(?: number)?)(?:是|为|is|:)?\s*[:：#]?\s*([a-z]{0,4}[ -]?\d[\d -]{6,20}\d)(?![a-z\d])/gi;
/** What the clerk calls a ticket: `TK261128-7` is no order. */
const TICKET = /(?<![a-z\d])(tk[ -]?\d{6}-\d{1,9})(?![a-z\d-])/gi;
/** 2025-11-03 and 20251103 alone are dates. */
const DATE = /^20\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])$/;

type Found = Reading<string>;

/** No code is without one, and most messages are. */
const DIGIT = /\d/;

function all(source: NormalisedText, pattern: RegExp): Found[] {
  return matchesOf(source.text, pattern).map((match) => {
    const code = match[1] ?? match[0];
    const start = match.index + match[0].lastIndexOf(code);
    return readingAt(source, start, start + code.length, compact(code));
  });
}

function compact(code: string): string {
  return code.toUpperCase().replace(/\s+/g, '').replace(/^#/, '');
}

/** Parcel numbers, upper case, without spaces. */
export function readTrackingNumbers(input: string | NormalisedText): Reading<string>[] {
  const source = asNormalised(input);
  if (!DIGIT.test(source.text)) return [];
  const found = [...all(source, TRACKING), ...all(source, TRACKING_CUE)];
  return withoutOverlaps(found.map((reading) => ({ ...reading, value: reading.value.replace(/-/g, '') })));
}

/** Order numbers of any shop, tolerant of width, spaces, # and O for 0. Phones, e-mails, dates and parcel numbers are not taken for one. */
export function readOrderNumbers(input: string | NormalisedText): Reading<OrderNumber>[] {
  const source = asNormalised(input);
  if (!DIGIT.test(source.text)) return [];
  const taken = [...all(source, TICKET), ...readTrackingNumbers(source), ...readPhones(source), ...readEmails(source)];
  const free = (reading: Found) => taken.every((other) => reading.end <= other.start || reading.start >= other.end);
  const certain = [
    ...all(source, LETTERED),
    ...all(source, SPACED),
    ...all(source, HASHED),
    ...all(source, LONG_DIGITS),
    ...all(source, AFTER_CUE),
  ];
  const bare = all(source, BARE_DIGITS).filter(({ value }) => !DATE.test(value));
  const readings = [
    ...certain.filter(free).map((reading) => orderNumber(source, reading, true)),
    ...bare.filter(free).map((reading) => orderNumber(source, reading, false)),
  ];
  return preferCertain(readings);
}

function preferCertain(readings: readonly Reading<OrderNumber>[]): Reading<OrderNumber>[] {
  const certain = withoutOverlaps(readings.filter(({ value }) => value.isCertain));
  const rest = readings.filter(
    ({ value, start, end }) => !value.isCertain && certain.every((other) => end <= other.start || start >= other.end),
  );
  return withoutOverlaps([...certain, ...rest]);
}

function orderNumber(source: NormalisedText, reading: Found, isCertain: boolean): Reading<OrderNumber> {
  const written = reading.value;
  const mended = written.replace(/(?<=\d[\dOIL-]*)[OIL]|[OIL](?=[\dOIL-]*\d)/g, (letter, at: number) =>
    at < 1 ? letter : letter === 'O' ? '0' : '1',
  );
  const grouped = regroup(source.original.slice(reading.start, reading.end));
  const readings = [mended, written, grouped].filter((candidate): candidate is string => candidate !== null);
  const [number = written, ...alternatives] = [...new Set(readings)];
  return { ...reading, value: { number, alternatives, isCertain } };
}

/** 「XE 20251103 0042」: the space may stand for the hyphen. */
function regroup(original: string): string | null {
  const parts = original.trim().replace(/^#/, '').split(/\s+/);
  if (parts.length < 2) return null;
  const [first = '', ...rest] = parts;
  return `${first}${/^[a-z]+$/i.test(first) ? (rest.shift() ?? '') : ''}${rest.length > 0 ? `-${rest.join('-')}` : ''}`.toUpperCase();
}
