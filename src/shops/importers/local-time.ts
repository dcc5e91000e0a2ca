import type { Instant } from '../../core/instant.ts';
import { instant } from '../../core/instant.ts';

const FORMATTERS = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  let found = FORMATTERS.get(zone);
  if (!found) {
    found = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    FORMATTERS.set(zone, found);
  }
  return found;
}

/** Milliseconds that the zone's wall clock is ahead of UTC at that moment. */
function offsetAt(zone: string, time: number): number {
  const parts = new Map(
    formatter(zone)
      .formatToParts(time)
      .map((part) => [part.type, Number(part.value)]),
  );
  const field = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const wall = Date.UTC(
    field('year'),
    field('month') - 1,
    field('day'),
    field('hour'),
    field('minute'),
    field('second'),
  );
  return wall - Math.floor(time / 1_000) * 1_000;
}

/** The moment at which the zone's wall clock shows that time (given as if it were UTC). Where it shows it twice, the first. */
export function instantInZone(zone: string, wall: number): Instant {
  const early = wall - offsetAt(zone, wall - 24 * 3_600_000);
  if (early + offsetAt(zone, early) === wall) return instant(early);
  return instant(wall - offsetAt(zone, early));
}

const PATTERN =
  /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?(?:[T ]+(\d{1,2})[:：](\d{2})(?:[:：](\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** A written time (`2023-05-11 15:37:16`, `2023/5/11 15:37`, `2023年5月11日`, ISO 8601), in the zone unless it names its own offset; null when it is none. */
export function readTime(text: string, zone: string): Instant | null {
  const match = PATTERN.exec(text.normalize('NFKC').trim());
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0));
  const wall = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second);
  const read = new Date(wall);
  // 30 February, 25:00: Date rolls over instead of refusing.
  if (read.getUTCMonth() + 1 !== month || read.getUTCDate() !== day || read.getUTCHours() !== hour) return null;
  if (read.getUTCMinutes() !== minute || read.getUTCSeconds() !== second) return null;
  const offset = match[7];
  if (offset === undefined) return instantInZone(zone, wall);
  if (offset === 'Z') return instant(wall);
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(-2))];
  const ahead = (hours * 60 + minutes) * 60_000;
  return instant(offset.startsWith('-') ? wall + ahead : wall - ahead);
}
