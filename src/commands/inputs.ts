import { z } from 'zod';

const LINE_BREAKING = /\p{Cc}/u;

/** One line of what a person wrote: trimmed, without control characters. */
export function line(maximum: number) {
  return z
    .string()
    .trim()
    .max(maximum)
    .refine((text) => !LINE_BREAKING.test(text), { message: 'must not contain control characters' });
}

/** As `line`, and not empty. */
export function words(maximum: number) {
  return line(maximum).min(1);
}

export const identifier = words(64);
export const orderNumber = words(64).describe('As the customer wrote it, e.g. XE20260101-0001 or #W1234567');
export const reason = words(500);

const quantity = z.int().min(1).max(10_000);

export const returnItem = z.strictObject({ lineId: identifier, quantity });
export const exchangeItem = z.strictObject({ lineId: identifier, quantity, variantId: identifier });
