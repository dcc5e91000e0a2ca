import { z } from 'zod';
import { REASON_KINDS } from '../policy/inputs.ts';

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

export const paymentMethodId = words(64).describe('An id from get_customer or get_order, never a name');
export const reasonKind = z
  .enum(REASON_KINDS)
  .default('no-reason')
  .describe('Why, as far as the rules go by it; no-reason: nothing is wrong with the goods');

const quantity = z.int().min(1).max(10_000);
const opened = z.boolean().optional().describe('The customer says that it was unsealed, worn or used');
const used = z.boolean().optional().describe('The customer says that it was worn, washed or used, and not only tried');

export const returnItem = z.strictObject({ lineId: identifier, quantity, opened, used });
export const exchangeItem = z.strictObject({ lineId: identifier, quantity, variantId: identifier, opened, used });

/** The same line named twice is one line. */
export function mergedItems(items: readonly z.infer<typeof returnItem>[]): z.infer<typeof returnItem>[] {
  const wanted = new Map<string, z.infer<typeof returnItem>>();
  for (const { lineId, quantity: pieces, opened: isOpened, used: isUsed } of items) {
    const before = wanted.get(lineId);
    const wasOpened = isOpened ?? before?.opened;
    const wasUsed = isUsed ?? before?.used;
    wanted.set(lineId, {
      lineId,
      quantity: (before?.quantity ?? 0) + pieces,
      ...(wasUsed !== undefined && { used: wasUsed || before?.used === true }),
      ...(wasOpened !== undefined && { opened: wasOpened || before?.opened === true }),
    });
  }
  return [...wanted.values()];
}
