/** A moment in time: ISO 8601 in UTC with milliseconds, e.g. `2026-11-03T08:00:00.000Z`. Sorts as text, survives JSON. */
export type Instant = string;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export function instant(value: Date | number | string): Instant {
  return new Date(value).toISOString();
}

export function plus(at: Instant, milliseconds: number): Instant {
  return instant(Date.parse(at) + milliseconds);
}

/** Milliseconds from `from` to `to`; negative when `to` is earlier. */
export function elapsed(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from);
}

/** Making one takes longer than all that is asked of it; a shop has one zone. */
const calendars = new Map<string, Intl.DateTimeFormat>();

function calendarOf(zone: string): Intl.DateTimeFormat {
  const known = calendars.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  if (calendars.size < 1_000) calendars.set(zone, made);
  return made;
}

/** The calendar date (`YYYY-MM-DD`) of an instant in an IANA time zone. */
export function dateIn(zone: string, at: Instant): string {
  return calendarOf(zone).format(new Date(at));
}

/**
 * Whole calendar days from `from` to `to` as the shop's wall clock counts them: the same date is 0, the next is 1.
 * A window of N days, counted from the day after receipt, holds while this is ≤ N.
 */
export function calendarDays(zone: string, from: Instant, to: Instant): number {
  return Math.round((Date.parse(dateIn(zone, to)) - Date.parse(dateIn(zone, from))) / DAY);
}

/** Kept, because making one costs more than reading it. Swedish writes `2026-11-03 20:05:09`. */
const wallClocks = new Map<string, Intl.DateTimeFormat>();

function wallClock(zone: string): Intl.DateTimeFormat {
  const known = wallClocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  wallClocks.set(zone, made);
  return made;
}

/** When the day of `now` began on the wall clock of a zone. */
export function startOfDay(zone: string, now: Instant): Instant {
  const clock = wallClock(zone);
  const read = (at: number) => clock.format(new Date(at)).split(' ');
  const [today, time = '00:00:00'] = read(Date.parse(now));
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  const since = hours * HOUR + minutes * MINUTE + seconds * SECOND;
  let start = Date.parse(now) - since - (Date.parse(now) % SECOND);
  // Where the clock was changed since midnight, the day began an hour or so away from there.
  for (let step = 0; step < 8 && read(start)[0] !== today; step++) start += 15 * MINUTE;
  for (let step = 0; step < 8 && read(start - 1)[0] === today; step++) start -= 15 * MINUTE;
  return instant(start);
}
