import type { Instant } from '../../../core/instant.ts';
import { dateIn } from '../../../core/instant.ts';
import type { NormalisedText } from '../../normalise.ts';
import { asNormalised } from '../../normalise.ts';
import type { Reading } from '../reading.ts';
import { readingAt, withoutOverlaps } from '../reading.ts';
import { findChineseDates } from './chinese-dates.ts';
import type { CivilDay, Direction } from './civil-day.ts';
import { formatDay, parseDay } from './civil-day.ts';
import { findEnglishDates } from './english-dates.ts';
import type { FoundSpan } from './festivals.ts';
import { findFestivals } from './festivals.ts';

/** Calendar days as the shop counts them, `YYYY-MM-DD`, both inclusive; equal for a single day. */
export interface DateSpan {
  from: string;
  to: string;
}

export interface DateOptions {
  now: Instant;
  /** IANA zone in which "today" is counted. */
  zone: string;
  /** Whether what is spoken of lies behind (an order) or ahead (a delivery); else the nearest is meant. */
  direction?: Direction;
}

/** 「上周三」「11月3号」「双十一」「三天前」 "last Wednesday", "Nov 3", relative to an instant in a zone. Days that do not exist have no reading. */
export function readDates(input: string | NormalisedText, options: DateOptions): Reading<DateSpan>[] {
  const source = asNormalised(input);
  const today = parseDay(dateIn(options.zone, options.now));
  return findDates(source, today, options.direction).map(({ start, end, from, to }) =>
    readingAt(source, start, end, { from: formatDay(from), to: formatDay(to) }),
  );
}

/** In offsets of the normalised text. */
export function findDates({ text }: NormalisedText, today: CivilDay, direction: Direction = 'nearest'): FoundSpan[] {
  return withoutOverlaps(
    [findChineseDates, findEnglishDates, findFestivals].flatMap((find) => find(text, today, direction)),
  );
}
