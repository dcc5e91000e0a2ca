import { matchesOf } from '../../matches.ts';
import { ENGLISH_NUMBER, parseEnglishNumber } from '../english-numbers.ts';
import type { CivilDay, Direction } from './civil-day.ts';
import {
  addMonths,
  civilDay,
  dayOfMonth,
  mondayOf,
  monthSpan,
  partsOf,
  pickDay,
  wholeMonth,
  yearSpan,
} from './civil-day.ts';
import type { FoundSpan } from './festivals.ts';

type Span = [CivilDay, CivilDay] | null;
type Rule = [RegExp, (match: RegExpExecArray, today: CivilDay, direction: Direction) => Span];

/** Every rule has some. */
const LETTER_OR_DIGIT = /[a-z\d]/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WEEKDAY = '(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?';
const DATE = '(\\d{1,2})(?:st|nd|rd|th)?';

const day = (at: CivilDay): Span => [at, at];

function count(text: string | undefined): number {
  if (text === undefined || /^an?$/i.test(text)) return 1;
  return /^\d+$/.test(text) ? Number(text) : (parseEnglishNumber(text) ?? Number.NaN);
}

const RULES: Rule[] = [
  [/\b(?:the )?day before yesterday\b/gi, (_, today) => day(today - 2)],
  [/(?<!before )\byesterday\b|\blast night\b/gi, (_, today) => day(today - 1)],
  [/\btoday\b|\btonight\b|\bthis (?:morning|afternoon|evening)\b/gi, (_, today) => day(today)],
  [/(?<!after )\btomorrow\b/gi, (_, today) => day(today + 1)],
  [/\b(?:the )?day after tomorrow\b/gi, (_, today) => day(today + 2)],
  [/\bthe other day\b|\ba few days ago\b/gi, (_, today) => [today - 7, today - 2]],
  [
    new RegExp(`\\b(an?|\\d{1,3}|(?:a )?${ENGLISH_NUMBER}) (days?|weeks?|months?) ago\\b`, 'gi'),
    (match, today) => awayFrom(today, match, -1),
  ],
  [
    new RegExp(`\\bin (an?|\\d{1,3}|${ENGLISH_NUMBER}) (days?|weeks?|months?)\\b`, 'gi'),
    (match, today) => awayFrom(today, match, 1),
  ],
  [new RegExp(`\\b(?:(last|this|next) |(?<=\\bon ))?${WEEKDAY}\\b`, 'gi'), weekdayRule],
  [/\b(last|this|next) week(end)?\b/gi, (match, today) => weekSpan(mondayOf(today) + 7 * away(match[1]), match[2])],
  [/\b(last|this|next) month\b/gi, (match, today) => monthSpan(today, away(match[1]))],
  [
    new RegExp(`\\b${MONTH} ${DATE}(?:,? (\\d{4}))?\\b`, 'gi'),
    (match, today, direction) => dated(today, direction, match[3], monthOf(match[1]), Number(match[2])),
  ],
  [
    new RegExp(`\\b${DATE} (?:of )?${MONTH}(?:,? (\\d{4}))?\\b`, 'gi'),
    (match, today, direction) => dated(today, direction, match[3], monthOf(match[2]), Number(match[1])),
  ],
  [
    /(?<![\d/.-])(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?![\d/-])/g,
    (match, today, direction) => dated(today, direction, match[1], Number(match[2]), Number(match[3])),
  ],
  [
    new RegExp(`(?<=\\b(?:in|since|last|this|of|from|next) )${MONTH}(?! ?\\d)(?: (\\d{4}))?\\b`, 'gi'),
    (match, today, direction) => wholeMonth(today, direction, match[2], monthOf(match[1])),
  ],
  [
    /(?<=\bon the )(\d{1,2})(?:st|nd|rd|th)\b/gi,
    (match, today, direction) => dayOfMonth(today, direction, Number(match[1])),
  ],
  [/\b(?:this|last) year\b/gi, (match, today) => yearSpan(partsOf(today).year + (/last/i.test(match[0]) ? -1 : 0))],
  // Month first, as in China and the United States.
  [
    /(?<![\d/.-])(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?(?![\d/-])/g,
    (match, today, direction) => dated(today, direction, match[3], Number(match[1]), Number(match[2])),
  ],
];

function monthOf(word: string | undefined): number {
  return MONTHS.indexOf((word ?? '').slice(0, 3).toLowerCase()) + 1;
}

function away(word: string | undefined): number {
  return { last: -1, next: 1 }[word?.toLowerCase() ?? ''] ?? 0;
}

function awayFrom(today: CivilDay, match: RegExpExecArray, sign: 1 | -1): Span {
  const amount = count(match[1]?.replace(/^a (?=couple|dozen)/i, ''));
  if (!Number.isFinite(amount)) return null;
  const unit = match[2] ?? '';
  if (/^month/i.test(unit)) return day(addMonths(today, sign * amount));
  return day(today + sign * amount * (/^week/i.test(unit) ? 7 : 1));
}

function weekSpan(monday: CivilDay, part: string | undefined): Span {
  return part ? [monday + 5, monday + 6] : [monday, monday + 6];
}

function weekdayRule(match: RegExpExecArray, today: CivilDay, direction: Direction): Span {
  const [whole, which, name = ''] = match;
  // "sat", "sun" and "wed" alone are other words; "mon" and "fri" nobody writes without meaning the day.
  if (
    !which &&
    !/day$/i.test(whole) &&
    !/^(?:mon|tues?|thu(?:rs?)?|fri)$/i.test(whole) &&
    !/\bon $/.test(match.input.slice(0, match.index))
  )
    return null;
  const at = mondayOf(today) + DAYS.indexOf(name.slice(0, 3).toLowerCase());
  const word = which?.toLowerCase();
  if (word === 'last') return day(at < today ? at : at - 7);
  if (word === 'next') return day(at + 7);
  if (word === 'this') return day(at);
  if (direction === 'future') return day(at < today ? at + 7 : at);
  return day(at > today ? at - 7 : at);
}

function dated(today: CivilDay, direction: Direction, year: string | undefined, month: number, date: number): Span {
  const now = partsOf(today).year;
  const years = year ? [Number(year)] : [now - 1, now, now + 1];
  const found = pickDay(
    today,
    years.map((each) => civilDay(each, month, date)),
    direction,
  );
  return found === null ? null : day(found);
}

export function findEnglishDates(text: string, today: CivilDay, direction: Direction): FoundSpan[] {
  if (!LETTER_OR_DIGIT.test(text)) return [];
  return RULES.flatMap(([pattern, read]) =>
    matchesOf(text, pattern).flatMap((match) => {
      const span = read(match, today, direction);
      return span ? [{ start: match.index, end: match.index + match[0].length, from: span[0], to: span[1] }] : [];
    }),
  );
}
