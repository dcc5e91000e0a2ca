import { between, choose } from './draw.ts';
import { englishNumeral } from './numerals.ts';

type Draw = (random: () => number) => string;
type Kind = [RegExp, Draw];
type Words = readonly [string, ...string[]];

const DAYS: Words = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const SHORT_DAYS: Words = ['mon', 'tues', 'wed', 'thurs', 'fri', 'sat', 'sun'];
const MONTHS: Words = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const SEASONS: Words = ['spring', 'summer', 'autumn', 'winter'];
const PARTS: Words = ['morning', 'afternoon', 'evening'];
const FESTIVALS: Words = [
  'Christmas',
  'Christmas Eve',
  'Boxing Day',
  "New Year's Day",
  "New Year's Eve",
  'Easter',
  'Easter Monday',
  'Good Friday',
  'Thanksgiving',
  'Halloween',
  "Valentine's Day",
  "Mother's Day",
  'Labor Day',
  'Memorial Day',
  'Independence Day',
  'Black Friday',
  'Eid',
  'Diwali',
];

const either = (words: Words) => `(?:${words.join('|')})`;
const DAY = either(DAYS);
const MONTH = either(MONTHS);

function ordinal(random: () => number): string {
  const day = between(1, 31, random);
  const ending = day > 10 && day < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  return `${day}${ending}`;
}

const oneOf =
  (words: Words): Draw =>
  (random) =>
    choose(words, random);

function clock(random: () => number): string {
  return `${between(1, 12, random)}${choose(['', ' '], random)}${choose(['am', 'pm', 'pm'], random)}`;
}

function dayAndMonth(random: () => number): string {
  const [day, month] = [between(1, 31, random), choose(MONTHS, random)];
  return choose(
    [`${day} ${month}`, `${month} ${day}`, `${ordinal(random)} ${month}`, `${ordinal(random)} of ${month}`],
    random,
  );
}

const whole = (source: string) => new RegExp(`^(?:${source})$`, 'i');

/** Days before the one of speaking, and after it: what is past stays past. In reading order: the first that fits. */
const KINDS: Kind[] = [
  [
    whole('yesterday|the day before yesterday|the other day'),
    oneOf(['yesterday', 'yesterday', 'the day before yesterday', 'day before yesterday', 'the other day']),
  ],
  [
    whole('last night|yesterday (?:morning|afternoon|evening)'),
    (random) => (random() < 0.3 ? 'last night' : `yesterday ${choose(PARTS, random)}`),
  ],
  [
    whole('today|tonight|this afternoon|this evening'),
    oneOf(['today', 'today', 'tonight', 'this afternoon', 'this evening']),
  ],
  [whole('this morning|earlier today'), oneOf(['this morning', 'earlier today'])],
  [
    whole('tomorrow|tmrw|tmr|the day after tomorrow'),
    oneOf(['tomorrow', 'tomorrow', 'tmrw', 'the day after tomorrow', 'day after tomorrow']),
  ],
  [whole('tomorrow (?:morning|afternoon|evening|night)'), (random) => `tomorrow ${choose(PARTS, random)}`],
  [
    whole(`last (?:week|month|year|${DAY}|${MONTH}|${either(SEASONS)}|weekend)`),
    (random) =>
      `last ${choose(['week', 'month', 'year', 'weekend', choose(DAYS, random), choose(DAYS, random), choose(MONTHS, random), choose(SEASONS, random)], random)}`,
  ],
  [
    whole('.* ago'),
    (random) =>
      `${choose([englishNumeral(between(2, 12, random)), String(between(2, 20, random)), 'a couple of'], random)} ${choose(['days', 'weeks', 'months'], random)} ago`,
  ],
  [
    whole(`next (?:week|month|year|${DAY}|${MONTH}|${either(SEASONS)}|weekend)|the week after`),
    (random) =>
      `next ${choose(['week', 'month', 'year', 'weekend', choose(DAYS, random), choose(DAYS, random), choose(MONTHS, random), choose(SEASONS, random)], random)}`,
  ],
  [
    whole(`this (?:week|month|year|${DAY}|weekend)`),
    (random) => `this ${choose(['week', 'month', 'year', 'weekend', choose(DAYS, random)], random)}`,
  ],
  [whole(DAY), oneOf(DAYS)],
  [whole(`${DAY}s`), (random) => `${choose(DAYS, random)}s`],
  [
    whole('weekends|bank holidays|public holidays|holidays'),
    oneOf(['weekends', 'bank holidays', 'public holidays', 'holidays', 'school holidays']),
  ],
  [whole('weekend|bank holiday|holiday'), oneOf(['weekend', 'bank holiday', 'holiday', 'bank holiday weekend'])],
  [
    whole(`${DAY} (?:morning|afternoon|evening|noon|night)`),
    (random) => `${choose(DAYS, random)} ${choose([...PARTS, 'night', 'noon'], random)}`,
  ],
  [whole('mon|tues?|weds?|thurs?|thu|fri|sat|sun'), oneOf(SHORT_DAYS)],
  [whole(MONTH), oneOf(MONTHS)],
  [whole(either(SEASONS)), oneOf(SEASONS)],
  [whole(String.raw`\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}|${MONTH} \d{1,2}(?:st|nd|rd|th)?`), dayAndMonth],
  [whole(String.raw`\d{1,2}(?:st|nd|rd|th)`), ordinal],
  [
    whole(`end of (?:${MONTH}|the month)`),
    (random) =>
      `${choose(['end', 'beginning', 'middle'], random)} of ${choose(['the month', choose(MONTHS, random)], random)}`,
  ],
  [whole(String.raw`20\d\d`), (random) => String(between(2019, 2026, random))],
  [
    whole('morning|afternoon|evening|lunchtime|noon|lunch'),
    oneOf(['morning', 'afternoon', 'evening', 'lunchtime', 'noon']),
  ],
  [whole('am|pm'), oneOf(['am', 'pm'])],
  [whole(String.raw`\d{1,2} ?[ap]m`), clock],
  [
    whole(String.raw`\d{1,2}:\d{2}`),
    (random) => `${between(8, 21, random)}:${choose(['00', '15', '30', '45'], random)}`,
  ],
  [whole(either(FESTIVALS)), oneOf(FESTIVALS)],
];

/** A day for another of its kind, with the preposition and the possessive it had; null where it is of no kind. */
export function englishDate(surface: string, random: () => number): string | null {
  const [, lead = '', whole = '', tail = ''] =
    /^((?:(?:on|in|at|by|from|before|after|until) )?(?:the (?=\d|end ))?)(.*?)('s)?$/i.exec(surface) ?? [];
  const made = KINDS.find(([pattern]) => pattern.test(whole))?.[1](random);
  return made === undefined ? null : `${lead}${made}${tail}`;
}
