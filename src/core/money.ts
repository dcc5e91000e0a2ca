import { AppError } from './errors.ts';
import type { Locale } from './locale.ts';

/** An amount in integer minor units (分, cents; whole yen) of an ISO 4217 currency. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

export function money(amount: number, currency: string): Money {
  if (!Number.isSafeInteger(amount)) throw new AppError('money.not-integer', { detail: `${amount} ${currency}` });
  return { amount, currency };
}

/** Decimal places of a currency: 2 for CNY, 0 for JPY, 3 for KWD (ISO 4217 by way of ICU). */
export function minorDigits(currency: string): number {
  const known = decimals.get(currency);
  if (known !== undefined) return known;
  const digits = formatOf('en', currency).resolvedOptions().maximumFractionDigits ?? 2;
  decimals.set(currency, digits);
  return digits;
}

const decimals = new Map<string, number>();

/** Kept, because making one costs more than all else that is done with an amount. */
const formats = new Map<string, Intl.NumberFormat>();

/** @param digits decimals; absent: as many as the currency has */
function formatOf(language: string, currency: string, digits?: number): Intl.NumberFormat {
  const key = `${language} ${currency} ${digits}`;
  const known = formats.get(key);
  if (known) return known;
  const places = digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  const made = new Intl.NumberFormat(language, { ...style, ...places });
  formats.set(key, made);
  return made;
}

/**
 * Reads a decimal such as `18732.0` or `"47.84"` without binary rounding.
 * @throws AppError `money.unreadable` when it is no number or has more decimals than the currency.
 */
export function moneyFromDecimal(value: number | string, currency: string): Money {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value).trim());
  if (!match) throw new AppError('money.unreadable', { detail: String(value) });
  const digits = minorDigits(currency);
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (fraction.length > digits) throw new AppError('money.unreadable', { detail: `${value} ${currency}` });
  const minor = Number(`${match[2]}${fraction.padEnd(digits, '0')}`);
  return money(match[1] ? -minor : minor, currency);
}

function sameCurrency(a: Money, b: Money): string {
  if (a.currency !== b.currency) throw new AppError('money.mixed', { detail: `${a.currency} ${b.currency}` });
  return a.currency;
}

export function add(a: Money, b: Money): Money {
  return money(a.amount + b.amount, sameCurrency(a, b));
}

export function subtract(a: Money, b: Money): Money {
  return money(a.amount - b.amount, sameCurrency(a, b));
}

export function times(a: Money, count: number): Money {
  return money(a.amount * count, a.currency);
}

export function sum(items: readonly Money[], currency: string): Money {
  return items.reduce(add, money(0, currency));
}

/** `total` split in proportion to `weights`, to the last minor unit (largest remainder). Weights of 0 get nothing unless all are 0. */
export function allocate(total: Money, weights: readonly number[]): Money[] {
  const whole = weights.reduce((a, b) => a + b, 0);
  const shares = weights.map((weight) =>
    whole === 0 ? total.amount / weights.length : (total.amount * weight) / whole,
  );
  const floors = shares.map(Math.floor);
  let rest = total.amount - floors.reduce((a, b) => a + b, 0);
  const order = shares.map((share, index) => ({ index, part: share - Math.floor(share) }));
  order.sort((a, b) => b.part - a.part || a.index - b.index);
  for (const { index } of order) {
    if (rest <= 0) break;
    floors[index] = (floors[index] ?? 0) + 1;
    rest--;
  }
  return floors.map((amount) => money(amount, total.currency));
}

/** As a shopper reads it: `¥199`, `¥199.50`, `$47.84`. Whole amounts drop their decimals. */
export function formatMoney(value: Money, locale: Locale): string {
  const digits = minorDigits(value.currency);
  const whole = value.amount % 10 ** digits === 0;
  const language = locale === 'zh' ? 'zh-CN' : 'en-US';
  return formatOf(language, value.currency, whole ? 0 : digits).format(value.amount / 10 ** digits);
}
