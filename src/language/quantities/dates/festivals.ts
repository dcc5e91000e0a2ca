import { matchesOf } from '../../matches.ts';
import type { CivilDay, Direction } from './civil-day.ts';
import { civilDay, partsOf, pickDay, weekdayOf } from './civil-day.ts';

/** Days that shoppers name: month, day and how many days it lasts. */
const FIXED: [RegExp, number, number, number][] = [
  [/双(?:十一|11)|光棍节|singles'? day|double (?:eleven|11)|11\.11/gi, 11, 11, 1],
  [/双(?:十二|12)|double (?:twelve|12)|12\.12/gi, 12, 12, 1],
  [/(?<!\d)618(?!\d)|六一八/g, 6, 18, 1],
  [/元旦|new year'?s? day/gi, 1, 1, 1],
  [/情人节|valentine'?s?(?: day)?/gi, 2, 14, 1],
  [/妇女节|女神节|三八节/g, 3, 8, 1],
  [/五一(?:节|假期|黄金周)?|劳动节|labou?r day/gi, 5, 1, 5],
  [/六一|儿童节|children'?s day/gi, 6, 1, 1],
  [/国庆(?:节|假期)?|十一(?=假期|黄金周|长假)|national day/gi, 10, 1, 7],
  [/圣诞(?:节)?|christmas|xmas/gi, 12, 25, 1],
];

/** By the Chinese calendar: month, day. New Year's Eve is the day before 1/1. */
const LUNAR: [RegExp, number, number, number][] = [
  [/除夕|年三十|chinese new year'?s eve/gi, 1, 1, -1],
  [/春节|大年初一|过年|农历新年|(?:chinese|lunar) new year(?!'?s eve)|spring festival/gi, 1, 1, 0],
  [/元宵节?|lantern festival/gi, 1, 15, 0],
  [/端午节?|dragon boat festival/gi, 5, 5, 0],
  [/七夕/g, 7, 7, 0],
  [/中秋节?|mid-?autumn(?: festival)?/gi, 8, 15, 0],
];
const BLACK_FRIDAY = /黑色星期五|黑五|black friday/gi;

const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });

/**
 * First days of the lunar year (Hong Kong Observatory). ICU, asked for the other days, puts 2027's a day late: its new moon falls four minutes
 * before midnight in Beijing.
 */
const NEW_YEARS: Record<number, [number, number]> = {
  2024: [2, 10],
  2025: [1, 29],
  2026: [2, 17],
  2027: [2, 6],
  2028: [1, 26],
  2029: [2, 13],
  2030: [2, 3],
  2031: [1, 23],
  2032: [2, 11],
  2033: [1, 31],
  2034: [2, 19],
  2035: [2, 8],
};

/** By year, month and day: to find one takes some milliseconds. */
const LUNAR_DAYS = new Map<string, CivilDay | null>();

function lunarDay(year: number, month: number, day: number): CivilDay | null {
  const key = `${year}-${month}-${day}`;
  let found = LUNAR_DAYS.get(key);
  if (found === undefined) {
    found = searchLunarDay(year, month, day);
    LUNAR_DAYS.set(key, found);
  }
  return found;
}

/** Searched between 21 January and the end of October, where all of them lie; leap months are marked `bis` and passed over. */
function searchLunarDay(year: number, month: number, day: number): CivilDay | null {
  const newYear = NEW_YEARS[year];
  if (month === 1 && newYear) return (civilDay(year, ...newYear) ?? 0) + day - 1;
  const from = civilDay(year, 1, 21) ?? 0;
  for (let at = from; at < from + 290; at++) {
    const parts = lunar.formatToParts(new Date(at * 86_400_000));
    const value = (type: string) => parts.find((part) => part.type === type)?.value;
    if (value('month') === String(month) && value('day') === String(day)) return at;
  }
  return null;
}

/** The day after the fourth Thursday of November. */
function blackFriday(year: number): CivilDay | null {
  const first = civilDay(year, 11, 1);
  return first === null ? null : first + ((4 - weekdayOf(first) + 7) % 7) + 22;
}

export interface FoundSpan {
  start: number;
  end: number;
  from: CivilDay;
  to: CivilDay;
}

export function findFestivals(text: string, today: CivilDay, direction: Direction): FoundSpan[] {
  const { year } = partsOf(today);
  const years = [year - 1, year, year + 1];
  const found: FoundSpan[] = [];
  const push = (pattern: RegExp, candidates: () => (CivilDay | null)[], length: number) => {
    for (const match of matchesOf(text, pattern)) {
      const day = pickDay(today, candidates(), direction);
      if (day !== null)
        found.push({ start: match.index, end: match.index + match[0].length, from: day, to: day + length - 1 });
    }
  };
  for (const [pattern, month, day, length] of FIXED)
    push(pattern, () => years.map((each) => civilDay(each, month, day)), length);
  for (const [pattern, month, day, offset] of LUNAR)
    push(
      pattern,
      () => years.map((each) => lunarDay(each, month, day)).map((each) => (each === null ? null : each + offset)),
      1,
    );
  push(BLACK_FRIDAY, () => years.map(blackFriday), 1);
  return found;
}
