import { describe, expect, it } from 'vitest';
import type { Direction } from './civil-day.ts';
import { readDates } from './dates.ts';

/** A Wednesday; in Shanghai already 09:00 of the 25th. */
const NOW = '2026-11-25T01:00:00.000Z';

function read(text: string, direction?: Direction, zone = 'Asia/Shanghai'): string {
  return readDates(text, { now: NOW, zone, ...(direction && { direction }) })
    .map(({ value }) => (value.from === value.to ? value.from : `${value.from}..${value.to}`))
    .join(' ');
}

describe('dates', () => {
  it.each([
    ['今天能到吗', '2026-11-25'],
    ['昨天买的', '2026-11-24'],
    ['昨晚下的单', '2026-11-24'],
    ['前天', '2026-11-23'],
    ['大前天', '2026-11-22'],
    ['明天', '2026-11-26'],
    ['大后天', '2026-11-28'],
    ['上周三', '2026-11-18'],
    ['上上周五', '2026-11-13'],
    ['这周五', '2026-11-27'],
    ['下周一', '2026-11-30'],
    ['星期天', '2026-11-22'],
    ['周三', '2026-11-25'],
    ['上个礼拜', '2026-11-16..2026-11-22'],
    ['上个月底', '2026-10-21..2026-10-31'],
    ['上个月', '2026-10-01..2026-10-31'],
    ['月初', '2026-11-01..2026-11-10'],
    ['11月3号', '2026-11-03'],
    ['十一月三号', '2026-11-03'],
    ['11月3日买的', '2026-11-03'],
    ['2025年12月31日', '2025-12-31'],
    ['１１月３号', '2026-11-03'],
    ['1月5号', '2027-01-05'],
    ['3号买的', '2026-12-03'],
    ['三天前', '2026-11-22'],
    ['一周前', '2026-11-18'],
    ['两个月前', '2026-09-25'],
    ['半个月前', '2026-11-10'],
    ['两天后', '2026-11-27'],
    ['前几天', '2026-11-18..2026-11-23'],
    ['双十一', '2026-11-11'],
    ['双11买的', '2026-11-11'],
    ['春节', '2027-02-06'],
    ['中秋', '2026-09-25'],
    ['国庆期间', '2026-10-01..2026-10-07'],
    ['黑五', '2026-11-27'],
    ['今年的订单', '2026-01-01..2026-12-31'],
    ['十月那单', '2026-10-01..2026-10-31'],
    ['近三个月', '2026-08-25..2026-11-25'],
    ['2月30号', ''],
    ['8号楼', ''],
    ['小一号', ''],
    ['一个月', ''],
    ['42码', ''],
  ])('[LANG-31] %j is %s', (text, wanted) => {
    expect(read(text)).toBe(wanted);
  });

  it.each([
    ['yesterday', '2026-11-24'],
    ['the day before yesterday', '2026-11-23'],
    ['tomorrow', '2026-11-26'],
    ['last Wednesday', '2026-11-18'],
    ['on Monday', '2026-11-23'],
    ['next Friday', '2026-12-04'],
    ['last week', '2026-11-16..2026-11-22'],
    ['this morning', '2026-11-25'],
    ['Nov 3', '2026-11-03'],
    ['November 3rd, 2025', '2025-11-03'],
    ['3 Nov', '2026-11-03'],
    ['the 3rd of November', '2026-11-03'],
    ['2025-11-03', '2025-11-03'],
    ['11/3', '2026-11-03'],
    ['two days ago', '2026-11-23'],
    ['a week ago', '2026-11-18'],
    ['in 3 days', '2026-11-28'],
    ['Black Friday', '2026-11-27'],
    ['Christmas', '2026-12-25'],
    ['in June', '2026-06-01..2026-06-30'],
    ['on the 14th', '2026-11-14'],
    ['last year', '2025-01-01..2025-12-31'],
    ['I sat on it', ''],
    ['may I return it', ''],
    ['the sun is out', ''],
    ['13/45', ''],
  ])('[LANG-31] %j is %s', (text, wanted) => {
    expect(read(text)).toBe(wanted);
  });

  it('[LANG-31] looks behind or ahead when told to', () => {
    expect(read('3号', 'past')).toBe('2026-11-03');
    expect(read('周五', 'future')).toBe('2026-11-27');
    expect(read('周五', 'past')).toBe('2026-11-20');
    expect(read('Friday', 'future')).toBe('2026-11-27');
    expect(read('1月5号', 'past')).toBe('2026-01-05');
  });

  it('[LANG-31] today is counted in the shop’s zone', () => {
    expect(read('今天', undefined, 'America/Los_Angeles')).toBe('2026-11-24');
    expect(read('yesterday', undefined, 'America/Los_Angeles')).toBe('2026-11-23');
  });

  it('[LANG-24] a date stands where it was written', () => {
    const text = '我上周三買的，到１１月３號';
    expect(
      readDates(text, { now: NOW, zone: 'Asia/Shanghai' }).map(({ start, end }) => text.slice(start, end)),
    ).toEqual(['上周三', '１１月３號']);
  });
});
