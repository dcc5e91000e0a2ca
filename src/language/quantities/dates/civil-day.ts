/** A calendar day as the number of days since 1970-01-01: no zone, no clock. */
export type CivilDay = number;

const DAY = 86_400_000;

/** Null when the calendar has no such day. */
export function civilDay(year: number, month: number, day: number): CivilDay | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  const exists = at.getUTCMonth() === month - 1 && at.getUTCDate() === day && year >= 1970 && year <= 9999;
  return exists ? at.getTime() / DAY : null;
}

export function parseDay(text: string): CivilDay {
  return Date.parse(`${text}T00:00:00Z`) / DAY;
}

export function formatDay(day: CivilDay): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

export function partsOf(day: CivilDay): { year: number; month: number; day: number } {
  const at = new Date(day * DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: CivilDay): number {
  return new Date(day * DAY).getUTCDay() || 7;
}

export function mondayOf(day: CivilDay): CivilDay {
  return day - weekdayOf(day) + 1;
}

/** First and last day of the month `offset` months away. */
export function monthSpan(day: CivilDay, offset: number): [CivilDay, CivilDay] {
  const { year, month } = partsOf(day);
  return [Date.UTC(year, month - 1 + offset, 1) / DAY, Date.UTC(year, month + offset, 0) / DAY];
}

/** The same day of the month `offset` months away, or that month's last. */
export function addMonths(day: CivilDay, offset: number): CivilDay {
  const [first, last] = monthSpan(day, offset);
  return Math.min(first + partsOf(day).day - 1, last);
}

export type Direction = 'past' | 'future' | 'nearest';

/** Of the candidates the one that is nearest to today in the wanted direction. */
export function pickDay(
  today: CivilDay,
  candidates: readonly (CivilDay | null)[],
  direction: Direction,
): CivilDay | null {
  const days = candidates.filter((day): day is CivilDay => day !== null);
  const allowed = days.filter((day) => direction === 'nearest' || (direction === 'past' ? day <= today : day >= today));
  const [best] = (allowed.length > 0 ? allowed : days).sort(
    (a, b) => Math.abs(a - today) - Math.abs(b - today) || a - b,
  );
  return best ?? null;
}

export type DaySpan = [CivilDay, CivilDay] | null;

/** The nearest such day of a month. */
export function dayOfMonth(today: CivilDay, direction: Direction, date: number): DaySpan {
  const candidates = [-1, 0, 1].map((offset) => {
    const { year, month } = partsOf(monthSpan(today, offset)[0]);
    return civilDay(year, month, date);
  });
  const found = pickDay(today, candidates, direction);
  return found === null ? null : [found, found];
}

/** The nearest such month, or that of the year written. */
export function wholeMonth(today: CivilDay, direction: Direction, year: string | undefined, month: number): DaySpan {
  const now = partsOf(today).year;
  const years = year ? [Number(year)] : [now - 1, now, now + 1];
  const first = pickDay(
    today,
    years.map((each) => civilDay(each, month, 1)),
    direction,
  );
  return first === null ? null : monthSpan(first, 0);
}

export function yearSpan(year: number): DaySpan {
  const [first, last] = [civilDay(year, 1, 1), civilDay(year, 12, 31)];
  return first === null || last === null ? null : [first, last];
}
