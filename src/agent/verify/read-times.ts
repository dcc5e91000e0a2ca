import { DAY } from '../../core/instant.ts';
import type { Claim, Page } from './claim.ts';
import { take } from './claim.ts';
import { NUMBER, numberOf } from './numerals.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
const ORDINAL_DAY = `(\\d{1,2}(?:st|nd|rd|th)?|(?:twenty|thirty)-(?:${ORDINALS.slice(0, 9).join('|')})|thirtieth|${ORDINALS.join('|')})`;
/** Days that everybody knows the date of, at least about. */
const HOLIDAYS =
  /双(?:十一|11|十二|12)|六?一八大促|618|国庆(?:节)?|五一|元旦|春节|过年|除夕|中秋(?:节)?|端午(?:节)?|清明(?:节)?|圣诞(?:节)?|情人节|七夕|\b(?:christmas|new year(?:'s)?|easter|thanksgiving|black friday|cyber monday|valentine'?s)\b/g;
/** 当日达, next-day: a span of time in a word. */
const SWIFT =
  /(?:当[日天]|次[日天]|隔[日天]|即[日时]|小时)(?:达|发货|送达|发出|到货)|\b(?:same|next)[- ]day\b|\bovernight\b|\bexpress delivery\b/g;

const FULL = /(?<!\d)(\d{4})\s?[-/.年]\s?(\d{1,2})\s?(?:[-/.月]\s?(\d{1,2})\s?[日号]?|月)(?!\d)/g;
const ZH_DAY = new RegExp(`(${NUMBER})\\s?月(?:份)?\\s?(${NUMBER})\\s?[日号]?(?!\\s?个)`, 'g');
const EN_DAY = new RegExp(`\\b(${MONTH})\\s(?:the\\s)?${ORDINAL_DAY}\\b(?:,?\\s(\\d{4})\\b)?`, 'g');
const DAY_EN = new RegExp(`\\b${ORDINAL_DAY}\\s(?:of\\s)?(${MONTH})(?![a-z])(?:,?\\s(\\d{4})\\b)?`, 'g');
const SLASHED = /(?<![\d/.])(\d{1,2})\/(\d{1,2})(?:\/(\d{2,4}))?(?![\d/])/g;
const DASHED = /(?<![\d-])(\d{2})-(\d{2})(?![\d-])/g;
const DAY_ALONE = new RegExp(`(?<![第\\d#])(${NUMBER})号(?![楼线店仓码门院库房色])`, 'g');
const THE_DAY = /\b(?:on|by|until|before) the (\d{1,2})(?:st|nd|rd|th)\b/g;
const MONTH_ALONE = new RegExp(
  `(?<![\\d个])(${NUMBER})月(?:份|底|初|中旬|上旬|下旬)|\\b(?:in|by|until|before|late|early|mid|end of)[ -](${MONTH})(?![a-z])`,
  'g',
);
const WEEKDAY =
  /(?:下下?个?|本|这个?|上个?)?(?:周|星期|礼拜)([一二三四五六日天末])|\b(sun|mon|tues|wednes|thurs|fri|satur)days?\b(?!')|(?<=\b(?:on|by|next|this|every|from|until|before|to) |- ?)(sun|mon|tues?|wed|thur?s?|fri|sat)\b|\b(sun|mon|tues?|wed|thur?s?|fri|sat)(?=\.? ?- ?|\.? to |\.?,? \d)/g;
const RELATIVE: readonly [RegExp, number][] = [
  [/大后天/g, 3],
  [/后天|the day after tomorrow/g, 2],
  [/明[天早晚日]|次日(?!达)|\btomorrow\b/g, 1],
  [/昨[天晚日]|\byesterday\b/g, -1],
  [/前天|the day before yesterday/g, -2],
];
/** Today is also said in passing; as a promise it says when. */
const TODAY =
  /(?:今[天晚日]|当天|\btoday\b|\btonight\b)(?=[^。!?\n]{0,12}(?:送|到|发|退|取消|寄|处理|完成|arriv|deliver|ship|sent|refund|dispatch|reach))|(?:arriv|deliver|ship|sent|refund|dispatch|out)[a-z]*\s(?:[a-z]+\s){0,3}(?:today|tonight)\b/g;
const LOOSE =
  /过几(?:天|个?小时|周|个?工作日|分钟)|(?:这|未来|最近)?几(?:天|个?小时|周|个?工作日|分钟)(?:内|之内|后)|(?:月底|月初|年底|年前|下周|下个?月|本周|周末|下个?星期)(?:前|内|左右)?|\b(?:in|within) (?:a few|several|a couple of|the next few) (?:minutes|hours|days|weeks|business days|working days)\b|\b(?:next|this) (?:week|month|weekend)\b|\bby the end of (?:the )?(?:day|week|month)\b/g;

const CLOCK = /(?<![\d:])(\d{1,2}):(\d{2})(?::\d{2})?\s?(am|pm|a\.m\.|p\.m\.)?(?!\d|:\d)/g;
const ZH_CLOCK = new RegExp(
  `(凌晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|晚)?\\s?(${NUMBER})\\s?点(钟)?(?!击|评|赞|开|上|选|单)(?:(半)|(${NUMBER})(\\s?分)?|(整))?`,
  'g',
);
const EN_CLOCK =
  /\b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s?(am|pm|a\.m\.?|p\.m\.?|o'clock|noon|midnight)(?![a-z])/g;

const UNITS: readonly [RegExp, string, number][] = [
  [/^(?:个?工作日|business days?|working days?|weekdays?)$/, 'workday', 1],
  [/^(?:天|日|自然日|个?昼夜|days?|d|calendar days?)$/, 'day', 1],
  [/^(?:个?小时|个?钟头|个?钟|hours?|hrs?|h)$/, 'minute', 60],
  [/^(?:分钟|分鐘|minutes?|mins?)$/, 'minute', 1],
  [/^(?:周|个?星期|个?礼拜|weeks?|wks?)$/, 'day', 7],
  [/^(?:个月|月|months?)$/, 'month', 1],
  [/^(?:年|years?|yrs?)$/, 'month', 12],
  [/^(?:秒|秒钟|seconds?|secs?)$/, 'second', 1],
];
const UNIT =
  '(?:个?工作日|自然日|天|日(?!常|用|期)|个?小时|个?钟头|分钟|秒钟?|周(?![一二三四五六日末年边])|个?星期|个?礼拜|个月|年(?![级代轻龄货])|(?:business |working |calendar )?days?\\b|weekdays?\\b|hours?\\b|hrs?\\b|h(?![a-z])|d(?![a-z])|minutes?\\b|mins?\\b|weeks?\\b|wks?\\b|months?\\b|years?\\b|yrs?\\b|seconds?\\b|secs?\\b)';
const DURATION = new RegExp(`(${NUMBER})(?:\\s?(?:-|~|至|到|或|to|or|–)\\s?(${NUMBER}))?[ -]?(${UNIT})`, 'g');

export interface Today {
  /** `YYYY-MM-DD` in the shop's zone. */
  date: string;
}

const two = (value: number) => String(value).padStart(2, '0');

function day(year: number | null, month: number, date: number): string[] {
  return month >= 1 && month <= 12 && date >= 1 && date <= 31 ? [`${year ?? '*'}-${two(month)}-${two(date)}`] : [];
}

function dateClaim(keys: string[]): Pick<Claim, 'kind' | 'keys'> | null {
  return keys.length > 0 ? { kind: 'date', keys } : null;
}

function dayOf(text: string): number {
  const digits = Number.parseInt(text, 10);
  if (!Number.isNaN(digits)) return digits;
  if (text === 'thirtieth') return 30;
  const [tens, ones] = text.includes('-') ? text.split('-') : [null, text];
  return (tens === 'twenty' ? 20 : tens === 'thirty' ? 30 : 0) + ORDINALS.indexOf(ones ?? '') + 1;
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3)) + 1;
}

/** Dates, days of the week, times of the clock and spans of time. */
export function readTimes(page: Page, today: Today): void {
  take(page, SWIFT, ([text]) => ({ kind: 'duration', keys: [`swift ${text}`] }));
  take(page, FULL, ([, year, month, date]) =>
    date
      ? dateClaim(day(Number(year), Number(month), Number(date)))
      : { kind: 'date', keys: [`${year}-${two(Number(month))}`] },
  );
  take(page, EN_DAY, ([, month = '', date = '', year]) =>
    dateClaim(day(year ? Number(year) : null, monthOf(month), dayOf(date))),
  );
  take(page, DAY_EN, ([, date = '', month = '', year]) =>
    dateClaim(day(year ? Number(year) : null, monthOf(month), dayOf(date))),
  );
  take(page, ZH_DAY, ([, month = '', date = '']) => dateClaim(day(null, numberOf(month) ?? 0, numberOf(date) ?? 0)));
  take(page, CLOCK, ([, hour, minute, half]) => clock(Number(hour), Number(minute), half ?? ''));
  take(page, ZH_CLOCK, ([, half = '', hour = '', sharp, thirty, minute, minutes, whole]) => {
    // 便宜一点, 三点建议: no time unless something says so.
    if (!half && !sharp && !thirty && !minutes && !whole && !/\d/.test(hour)) return null;
    return clock(numberOf(hour) ?? 99, thirty ? 30 : minute ? (numberOf(minute) ?? 99) : 0, half);
  });
  take(page, EN_CLOCK, ([, hour = '', half = '']) => clock(numberOf(hour) ?? 99, 0, half));
  take(page, DURATION, ([, from = '', to, unit = '']) => duration(from, to, unit));
  take(page, SLASHED, ([, a, b, year]) => {
    const full = year ? Number(year.length === 2 ? `20${year}` : year) : null;
    return dateClaim([...day(full, Number(a), Number(b)), ...day(full, Number(b), Number(a))]);
  });
  take(page, DASHED, ([, month, date]) => dateClaim(day(null, Number(month), Number(date))));
  take(page, DAY_ALONE, ([, date = '']) => {
    const value = numberOf(date) ?? 0;
    return value >= 1 && value <= 31 ? { kind: 'date', keys: [`*-*-${two(value)}`] } : null;
  });
  take(page, THE_DAY, ([, date]) => ({ kind: 'date', keys: [`*-*-${two(Number(date))}`] }));
  take(page, MONTH_ALONE, ([, zh, en]) => {
    const month = zh ? (numberOf(zh) ?? 0) : monthOf(en ?? '');
    return month >= 1 && month <= 12 ? { kind: 'date', keys: [`*-${two(month)}`] } : null;
  });
  for (const [pattern, offset] of RELATIVE)
    take(page, pattern, () => ({ kind: 'date', keys: [shifted(today.date, offset)] }));
  take(page, TODAY, () => ({ kind: 'date', keys: [today.date] }));
  take(page, HOLIDAYS, ([text]) => ({ kind: 'weekday', keys: [text] }));
  take(page, LOOSE, ([text]) => ({ kind: 'duration', keys: [`loose ${text}`] }));
  take(page, WEEKDAY, ([, zh, ...names]) => {
    if (zh === '末') return { kind: 'weekday', keys: ['weekend'] };
    const name = names.find((each) => each !== undefined) ?? '';
    const number = zh ? '日一二三四五六'.indexOf(zh === '天' ? '日' : zh) : WEEKDAYS.indexOf(name.slice(0, 3));
    return { kind: 'weekday', keys: [String(number)] };
  });
}

function shifted(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

function clock(hour: number, minute: number, half: string): { kind: 'time'; keys: string[] } | null {
  if (hour > 24 || minute > 59) return null;
  const late = /下午|傍晚|晚|中午|^p/.test(half);
  const full =
    late && hour < 12 && !(half === '中午' && hour > 10) ? hour + 12 : /^a/.test(half) && hour === 12 ? 0 : hour;
  return { kind: 'time', keys: [`${two(full)}:${two(minute)}`] };
}

function duration(from: string, to: string | undefined, unit: string): { kind: 'duration'; keys: string[] } | null {
  const found = UNITS.find(([pattern]) => pattern.test(unit));
  if (!found) return null;
  const [, name, factor] = found;
  const end = numberOf(to ?? from);
  const start = numberOf(from);
  if (start === null || end === null) return null;
  // 两三天 is two to three.
  const pair =
    /^[一二两三四五六七八九][二三四五六七八九十]$/.test(from) && !/十/.test(from) && !to
      ? [...from].map((digit) => numberOf(digit) ?? 0)
      : null;
  if (pair && (pair[1] ?? 0) === (pair[0] ?? 0) + 1)
    return { kind: 'duration', keys: [`${pair[0]}-${pair[1]} ${name}`] };
  if (start === null || end === null) return { kind: 'duration', keys: [`loose ${from} ${name}`] };
  return { kind: 'duration', keys: [to ? `${start * factor}-${end * factor} ${name}` : `${start * factor} ${name}`] };
}
