import { matchesOf } from '../../matches.ts';
import { wholeNumber } from '../decimal.ts';
import { NUMERAL_CHARACTERS, parseChineseNumeral } from '../numerals.ts';
import type { CivilDay, Direction } from './civil-day.ts';
import {
  addMonths,
  civilDay,
  dayOfMonth,
  mondayOf,
  monthSpan,
  partsOf,
  pickDay,
  weekdayOf,
  wholeMonth,
  yearSpan,
} from './civil-day.ts';
import type { FoundSpan } from './festivals.ts';

type Span = [CivilDay, CivilDay] | null;
type Rule = [RegExp, (match: RegExpExecArray, today: CivilDay, direction: Direction) => Span];

const N = `\\d{1,3}|[${NUMERAL_CHARACTERS}]{1,3}`;
/** Every rule has some. */
const HAN = /\p{Script=Han}/u;
const WEEKDAYS = '一二三四五六日天';

const day = (at: CivilDay): Span => [at, at];

function count(text: string | undefined): number {
  const value = /^\d/.test(text ?? '') ? (text ?? '') : (parseChineseNumeral(text ?? '') ?? '');
  return wholeNumber(value) ?? Number.NaN;
}

function weekday(text: string | undefined): number {
  return Math.min(WEEKDAYS.indexOf(text ?? '') + 1, 7) || Number(text);
}

/** The third of a month that 初, 中 or 底 means. */
function partOfMonth([first, last]: [CivilDay, CivilDay], part: string | undefined): Span {
  if (part === '初') return [first, first + 9];
  if (part === '中') return [first + 10, first + 19];
  return part ? [first + 20, last] : [first, last];
}

const RULES: Rule[] = [
  [
    /今年|去年|前年|明年/g,
    (match, today) => yearSpan(partsOf(today).year + ({ 去年: -1, 前年: -2, 明年: 1 }[match[0]] ?? 0)),
  ],
  [/近(?:一|1)个月|最近一个月/g, (_, today) => [addMonths(today, -1), today]],
  [/近(?:三|3)个月/g, (_, today) => [addMonths(today, -3), today]],
  [
    new RegExp(
      `(?<![\\d${NUMERAL_CHARACTERS}个半])(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?(?![\\d${NUMERAL_CHARACTERS}]|[日号])`,
      'g',
    ),
    (match, today, direction) => wholeMonth(today, direction, undefined, count(match[1])),
  ],
  [/大前天/g, (_, today) => day(today - 3)],
  [/(?<!大)前(?:天|日|晚)/g, (_, today) => day(today - 2)],
  [/昨(?:天|日|晚|夜|儿)/g, (_, today) => day(today - 1)],
  [/今(?:天|日|早|晚|儿)/g, (_, today) => day(today)],
  [/明(?:天|日|早|晚|儿)/g, (_, today) => day(today + 1)],
  [/(?<!大)后(?:天|日)(?!大)/g, (_, today) => day(today + 2)],
  [/大后天/g, (_, today) => day(today + 3)],
  [/前(?:几|些|两)天/g, (_, today) => [today - 7, today - 2]],
  [/这(?:几|两)天|最近几天/g, (_, today) => [today - 3, today]],
  [new RegExp(`(${N}|半)个?(天|日|周|星期|礼拜|月)(?:之|以)?前`, 'g'), (match, today) => awayFrom(today, match, -1)],
  [new RegExp(`(${N}|半)个?(天|日|周|星期|礼拜|月)(?:之|以)?后`, 'g'), (match, today) => awayFrom(today, match, 1)],
  [/(上+|这|本|下+)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天]|[1-7](?!\d|天))/g, weekdayOfWeek],
  [
    /(上+|这|本|下+)(?:个)?(?:周|星期|礼拜)(末)?(?![一二三四五六日天])/g,
    (match, today) => weekSpan(mondayOf(today) + 7 * weeksAway(match[1]), match[2]),
  ],
  [
    /(?<![上这本下个])周末/g,
    (_, today, direction) => weekSpan(mondayOf(today) + (direction === 'past' && weekdayOf(today) < 6 ? -7 : 0), '末'),
  ],
  [
    /(上+|这|本|下+)个?月(初|中|底|末)?/g,
    (match, today) => partOfMonth(monthSpan(today, weeksAway(match[1])), match[2]),
  ],
  [/(?<![上这本下个\d])月(初|中|底|末)/g, (match, today) => partOfMonth(monthSpan(today, 0), match[1])],
  [
    new RegExp(
      `(?:(\\d{4}|[${NUMERAL_CHARACTERS}]{4})年)?(?<![\\d${NUMERAL_CHARACTERS}])(${N})月份?(${N})[日号]?(?![\\d${NUMERAL_CHARACTERS}])`,
      'g',
    ),
    yearless,
  ],
  [
    new RegExp(`(?<![\\d${NUMERAL_CHARACTERS}月大小第a-z])(?:这个?月)?(${N})[日号](?![楼院线店室门机码])`, 'g'),
    (match, today, direction) => dayOfMonth(today, direction, count(match[1])),
  ],
];

function awayFrom(today: CivilDay, match: RegExpExecArray, sign: 1 | -1): Span {
  const [, amount, unit] = match;
  if (amount === '半') return unit === '月' ? day(today + sign * 15) : null;
  const number = count(amount);
  if (!Number.isFinite(number)) return null;
  if (unit === '月') return day(addMonths(today, sign * number));
  return day(today + sign * number * (unit === '天' || unit === '日' ? 1 : 7));
}

function weeksAway(word: string | undefined): number {
  return word?.startsWith('上') ? -word.length : word?.startsWith('下') ? word.length : 0;
}

function weekSpan(monday: CivilDay, part: string | undefined): Span {
  return part ? [monday + 5, monday + 6] : [monday, monday + 6];
}

function weekdayOfWeek(match: RegExpExecArray, today: CivilDay, direction: Direction): Span {
  const at = mondayOf(today) + weekday(match[2]) - 1;
  if (match[1]) return day(at + 7 * weeksAway(match[1]));
  // 「周三下的单」: without 上 or 下 the last one gone by, unless the talk is of what comes.
  if (direction === 'future') return day(at < today ? at + 7 : at);
  return day(at > today ? at - 7 : at);
}

function yearless(match: RegExpExecArray, today: CivilDay, direction: Direction): Span {
  const [, written, month, date] = match;
  const { year } = partsOf(today);
  const years = written ? [count(written)] : [year - 1, year, year + 1];
  const found = pickDay(
    today,
    years.map((each) => civilDay(each, count(month), count(date))),
    direction,
  );
  return found === null ? null : day(found);
}

export function findChineseDates(text: string, today: CivilDay, direction: Direction): FoundSpan[] {
  if (!HAN.test(text)) return [];
  return RULES.flatMap(([pattern, read]) =>
    matchesOf(text, pattern).flatMap((match) => {
      const span = read(match, today, direction);
      return span ? [{ start: match.index, end: match.index + match[0].length, from: span[0], to: span[1] }] : [];
    }),
  );
}
