import type { Locale } from '../../../src/core/wire.ts';

const LANGUAGE: Record<Locale, string> = { zh: 'zh-CN', en: 'en-GB' };

export function clockTime(at: string, locale: Locale): string {
  return new Intl.DateTimeFormat(LANGUAGE[locale], { hour: '2-digit', minute: '2-digit' }).format(new Date(at));
}

/** The hour, and the date where it is not today's: as the reader's own clock counts. */
export function timeLabel(at: string, now: number, locale: Locale): string {
  const date = new Date(at);
  if (date.toDateString() === new Date(now).toDateString()) return clockTime(at, locale);
  return new Intl.DateTimeFormat(LANGUAGE[locale], {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(date);
}
