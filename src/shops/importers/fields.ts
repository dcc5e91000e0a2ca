import { z } from 'zod';
import { AppError } from '../../core/errors.ts';
import type { Instant } from '../../core/instant.ts';
import type { Money } from '../../core/money.ts';
import { moneyFromDecimal } from '../../core/money.ts';
import { readTime } from './local-time.ts';
import { RowRefusal } from './report.ts';

/** An identifier, however it is written: text up to 64 characters. */
export const id = z.union([z.string(), z.number()]).transform((value, context) => {
  const text = String(value).trim();
  if (text === '' || text.length > 64) context.addIssue({ code: 'custom', message: 'must be 1 to 64 characters' });
  return text;
});

/** Text that may be missing. */
export const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined ? '' : String(value).trim()));

/** A decimal amount that may be missing; read by `amount`. */
export const decimal = z.union([z.string(), z.number()]).nullish();

export const whole = z.coerce.number().int();

/** The row as its schema reads it. @throws RowRefusal that names the first wrong column. */
export function read<T>(schema: z.ZodType<T>, row: unknown): T {
  const parsed = schema.safeParse(row);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const column = issue?.path.join('.') || undefined;
  const about = column ?? '—';
  throw new RowRefusal(
    { zh: `字段 ${about} 缺失或格式不对`, en: `${about}: ${issue?.message ?? 'not valid'}` },
    column,
  );
}

/** @throws RowRefusal when it is missing, unreadable, negative, or has more decimals than the currency. */
export function amount(value: string | number | null | undefined, currency: string, column: string): Money {
  if (value === null || value === undefined || value === '')
    throw new RowRefusal({ zh: '缺少金额', en: 'The amount is missing' }, column);
  try {
    const money = moneyFromDecimal(value, currency);
    if (money.amount >= 0) return money;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
  throw new RowRefusal(
    { zh: `「${value}」不是有效的 ${currency} 金额`, en: `“${value}” is no valid ${currency} amount` },
    column,
  );
}

/** Absent text gives undefined. @throws RowRefusal when there is text that is no time. */
export function time(value: string, zone: string, column: string): Instant | undefined {
  if (value === '') return undefined;
  const found = readTime(value, zone);
  if (found) return found;
  throw new RowRefusal({ zh: `「${value}」不是有效的时间`, en: `“${value}” is no valid time` }, column);
}

/** @throws RowRefusal when the time is absent or unreadable. */
export function requiredTime(value: string, zone: string, column: string): Instant {
  const found = time(value, zone, column);
  if (found) return found;
  throw new RowRefusal({ zh: '缺少时间', en: 'The time is missing' }, column);
}
