import { describe, expect, it } from 'vitest';
import { calendarDays, dateIn, elapsed, HOUR, plus } from './instant.ts';
import { canonicalJson } from './json.ts';

describe('instants', () => {
  it('[CORE-4] counts days by the wall calendar of the zone', () => {
    const received = '2026-11-03T15:59:59.000Z'; // 23:59:59 in Shanghai
    expect(dateIn('Asia/Shanghai', received)).toBe('2026-11-03');
    expect(calendarDays('Asia/Shanghai', received, '2026-11-03T16:00:00.000Z')).toBe(1);
    expect(calendarDays('UTC', received, '2026-11-03T16:00:00.000Z')).toBe(0);
    expect(calendarDays('Asia/Shanghai', received, '2026-11-10T15:59:59.999Z')).toBe(7);
    expect(calendarDays('Asia/Shanghai', received, '2026-11-10T16:00:00.000Z')).toBe(8);
  });

  it('[CORE-4] a day of 23 or 25 hours is one day', () => {
    const zone = 'America/New_York';
    expect(calendarDays(zone, '2026-03-07T17:00:00.000Z', '2026-03-08T16:00:00.000Z')).toBe(1);
    expect(calendarDays(zone, '2026-10-31T16:00:00.000Z', '2026-11-01T17:00:00.000Z')).toBe(1);
    expect(calendarDays(zone, '2026-10-31T16:00:00.000Z', '2026-11-02T04:59:59.000Z')).toBe(1);
  });

  it('moves and measures', () => {
    expect(plus('2026-11-03T00:00:00.000Z', HOUR)).toBe('2026-11-03T01:00:00.000Z');
    expect(elapsed('2026-11-03T00:00:00.000Z', '2026-11-03T00:00:01.500Z')).toBe(1500);
  });
});

describe('canonical JSON', () => {
  it('[CORE-5] is one text for equal values, at every level', () => {
    expect(canonicalJson({ b: [{ y: 1, x: undefined, a: null }], a: '好' })).toBe('{"a":"好","b":[{"a":null,"y":1}]}');
    expect(canonicalJson({ a: '好', b: [{ a: null, y: 1 }] })).toBe(canonicalJson({ b: [{ y: 1, a: null }], a: '好' }));
  });
});
