import type { Instant } from '../../core/instant.ts';
import { calendarDays, dateIn } from '../../core/instant.ts';
import type { Locale } from '../../core/locale.ts';

/** 11月3日 14:20 · 3 Nov, 14:20. The year is said only when it is not that of `now`. */
export function timeWords(at: Instant, zone: string, locale: Locale, now: Instant): string {
  return `${dateWords(at, zone, locale, now)}${locale === 'zh' ? ' ' : ', '}${clockWords(at, zone)}`;
}

/** 14:20 */
export function clockWords(at: Instant, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(new Date(at));
}

/** 11月3日 · 3 Nov */
export function dateWords(at: Instant, zone: string, locale: Locale, now: Instant): string {
  const withYear = dateIn(zone, at).slice(0, 4) !== dateIn(zone, now).slice(0, 4);
  return new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: zone,
    day: 'numeric',
    month: locale === 'zh' ? 'long' : 'short',
    ...(withYear && { year: 'numeric' }),
  }).format(new Date(at));
}

const NEAR: Record<Locale, readonly string[]> = { zh: ['今天', '明天'], en: ['today', 'tomorrow'] };

/** As `dateWords`, with the word for a day that is today or tomorrow: 今天（11月3日） · today (3 Nov). */
export function dayWords(at: Instant, zone: string, locale: Locale, now: Instant): string {
  const date = dateWords(at, zone, locale, now);
  const near = NEAR[locale][calendarDays(zone, now, at)];
  if (!near) return locale === 'zh' ? ` ${date}` : date;
  return locale === 'zh' ? `${near}（${date}）` : `${near} (${date})`;
}
