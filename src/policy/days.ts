import type { Instant } from '../core/instant.ts';
import { calendarDays, DAY, dateIn } from '../core/instant.ts';

/** A window that opened on the day of receipt. Dates are `YYYY-MM-DD` in the shop's zone. */
export interface Window {
  receivedOn: string;
  lastDay: string;
  today: string;
  /** 0 on the day of receipt, 1 on the day after … */
  day: number;
  /** Days past the last one; 0 while it is open. */
  over: number;
}

export function windowSince(zone: string, received: Instant, now: Instant, days: number): Window {
  const receivedOn = dateIn(zone, received);
  const day = calendarDays(zone, received, now);
  return {
    receivedOn,
    lastDay: plusDays(receivedOn, days),
    today: dateIn(zone, now),
    day,
    over: Math.max(0, day - days),
  };
}

function plusDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

const DAY_AND_MONTH = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'short', day: 'numeric' });

/** `11月3日` / `3 Nov`, as dates read everywhere else; with the year when it is not today's. */
export function dayText(date: string, today: string): { zh: string; en: string } {
  const [year = '', month = '', day = ''] = date.split('-');
  const name = DAY_AND_MONTH.format(Date.parse(date));
  const zh = `${Number(month)}月${Number(day)}日`;
  return year === today.slice(0, 4) ? { zh, en: name } : { zh: `${year}年${zh}`, en: `${name} ${year}` };
}

export function dayCount(days: number): { zh: string; en: string } {
  return { zh: `${days} 天`, en: days === 1 ? '1 day' : `${days} days` };
}

/** What a window is counted from, in words. */
export const EVENTS = {
  delivery: { zh: '签收', on: 'It was delivered on', after: 'after delivery' },
  payment: { zh: '付款', on: 'It was paid on', after: 'after payment' },
} as const;

/** The window in words: when it began, when it ends, where today stands. */
export function windowText(
  window: Window,
  days: number,
  what: { zh: string; en: string },
  event: keyof typeof EVENTS = 'delivery',
): { zh: string; en: string } {
  const received = dayText(window.receivedOn, window.today);
  const last = dayText(window.lastDay, window.today);
  const length = dayCount(days);
  const { zh, on, after } = EVENTS[event];
  if (window.over > 0) {
    const over = dayCount(window.over);
    return {
      zh: `这单是${received.zh}${zh}的，${zh}次日起 ${days} 天内可以${what.zh}，最后一天是${last.zh}，到今天已经超过 ${over.zh}了。`,
      en: `${on} ${received.en}. ${what.en} is possible for ${length.en} ${after}, until ${last.en}; that was ${over.en} ago.`,
    };
  }
  return {
    zh: `这单是${received.zh}${zh}的，${last.zh}当天结束前都可以${what.zh}。`,
    en: `${on} ${received.en}; ${lowered(what.en)} is possible until the end of ${last.en}.`,
  };
}

/** Inside a sentence. */
export function lowered(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** A window of hours that run by the clock. */
export function hoursText(hours: number, over: boolean, what: { zh: string; en: string }): { zh: string; en: string } {
  return {
    zh: `签收后 ${hours} 小时内可以${what.zh}${over ? '，现在已经过了' : ''}。`,
    en: `${what.en} is possible within ${hours} hours after delivery${over ? '; that is over now' : ''}.`,
  };
}
