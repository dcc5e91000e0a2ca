import type { Clock } from '../../core/clock.ts';
import { dateIn } from '../../core/instant.ts';
import type { Locale, Localized } from '../../core/locale.ts';
import type { Encoding } from '../../platform/encoding/names.ts';
import type { ShopInfo } from '../shop.ts';
import { encodingNamed } from './encoding-names.ts';
import { failed } from './failure.ts';

/** What the data itself does not say. Each has a default, stated in `DEFAULTS`. */
export interface ImportOptions {
  /** ISO 4217. */
  currency?: string | undefined;
  /** IANA zone in which the data's times are written and days are counted. */
  timeZone?: string | undefined;
  /** `YYYY-MM-DD`: the day before which orders without dates are spread. */
  referenceDate?: string | undefined;
  languages?: Locale[] | undefined;
  name?: Localized | undefined;
  /** Of CSV files; judged by their content when absent. */
  encoding?: string | undefined;
}

export type ImportSource = 'mall' | 'tau-bench' | 'csv';

export interface Resolved {
  info: ShopInfo;
  encoding: Encoding | null;
  referenceDate: string;
}

interface SourceDefaults {
  currency: string | null;
  timeZone: string;
  languages: Locale[];
  name: Localized;
}

/** `currency: null`: has to be given, by option or in shop.csv. The reference date is today's in the zone. */
export const DEFAULTS: Record<ImportSource, SourceDefaults> = {
  mall: { currency: 'CNY', timeZone: 'Asia/Shanghai', languages: ['zh'], name: { zh: '商城', en: 'Mall' } },
  'tau-bench': {
    currency: 'USD',
    timeZone: 'America/New_York',
    languages: ['en'],
    name: { zh: '零售店', en: 'Retail store' },
  },
  csv: { currency: null, timeZone: 'Asia/Shanghai', languages: ['zh', 'en'], name: { zh: '我的店', en: 'My shop' } },
};

/** @throws AppError `import.failed` that names the option. */
export function resolveOptions(from: ImportSource, options: ImportOptions, clock: Clock): Resolved {
  const defaults = DEFAULTS[from];
  const currency = options.currency ?? defaults.currency;
  if (currency === null) {
    throw failed({
      zh: '请用 --currency 指定币种，例如 --currency CNY，或者写在 shop.csv 里。',
      en: 'Name the currency, e.g. --currency CNY, or put it into shop.csv.',
    });
  }
  if (!Intl.supportedValuesOf('currency').includes(currency)) {
    throw failed({
      zh: `不认识的币种「${currency}」，要用三位代码，例如 CNY、USD。`,
      en: `Unknown currency “${currency}”: use a code such as CNY or USD.`,
    });
  }
  const timeZone = options.timeZone ?? defaults.timeZone;
  if (!zoneExists(timeZone)) {
    throw failed({
      zh: `不认识的时区「${timeZone}」，例如 Asia/Shanghai。`,
      en: `Unknown time zone “${timeZone}”: use a name such as Asia/Shanghai.`,
    });
  }
  const referenceDate = options.referenceDate ?? dateIn(timeZone, clock.now());
  if (!dateExists(referenceDate)) {
    throw failed({
      zh: `参考日期「${referenceDate}」不对，要写成 2026-01-31 这样。`,
      en: `“${referenceDate}” is no date: write it like 2026-01-31.`,
    });
  }
  const languages = options.languages?.length ? options.languages : defaults.languages;
  const name = options.name ?? defaults.name;
  const encoding = options.encoding === undefined ? null : encodingNamed(options.encoding);
  return {
    encoding,
    info: { id: from, name, currency, timeZone, languages, idempotency: 'native-key' },
    referenceDate,
  };
}

function zoneExists(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== null;
  } catch {
    return false;
  }
}

function dateExists(date: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(date) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
