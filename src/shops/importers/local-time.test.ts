import { describe, expect, it } from 'vitest';
import { readTime } from './local-time.ts';

describe('times in imported data', () => {
  it('[IMPORT-1] are read in the shop’s zone, also where the clock changes', () => {
    expect(readTime('2023-05-11 15:37:16', 'Asia/Shanghai')).toBe('2023-05-11T07:37:16.000Z');
    expect(readTime('2026-01-15 12:00', 'America/New_York')).toBe('2026-01-15T17:00:00.000Z');
    expect(readTime('2026-07-15 12:00', 'America/New_York')).toBe('2026-07-15T16:00:00.000Z');
    // 8 March 2026: 02:00 becomes 03:00; 1 November: 02:00 becomes 01:00.
    expect(readTime('2026-03-08 01:59:59', 'America/New_York')).toBe('2026-03-08T06:59:59.000Z');
    expect(readTime('2026-03-08 03:00', 'America/New_York')).toBe('2026-03-08T07:00:00.000Z');
    expect(readTime('2026-11-01 01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
    expect(readTime('2026-11-01 02:00', 'America/New_York')).toBe('2026-11-01T07:00:00.000Z');
  });

  it('[IMPORT-1] are read as shops write them', () => {
    for (const text of [
      '2026/1/5 9:03',
      '2026.01.05 09:03:00',
      '2026年1月5日 9:03',
      '２０２６-01-05 09：03',
      '2026-01-05T01:03:00Z',
      '2026-01-05T09:03:00.000+08:00',
      '2026-01-04 20:03:00-0500',
    ]) {
      expect([text, readTime(text, 'Asia/Shanghai')]).toEqual([text, '2026-01-05T01:03:00.000Z']);
    }
    expect(readTime('2026-01-05', 'Asia/Shanghai')).toBe('2026-01-04T16:00:00.000Z');
  });

  it('[IMPORT-1] that do not exist are none', () => {
    for (const text of [
      '2026-02-30',
      '2026-13-01',
      '2026-01-01 24:00',
      '2026-01-01 10:61',
      '01/02/2026',
      '45321',
      'yesterday',
      '',
    ]) {
      expect([text, readTime(text, 'Asia/Shanghai')]).toEqual([text, null]);
    }
  });
});
