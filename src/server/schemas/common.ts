import { z } from '@hono/zod-openapi';
import { LOCALES } from '../../core/locale.ts';

export const localeSchema = z.enum(LOCALES as ['zh', 'en']);

export const localizedSchema = z
  .strictObject({ zh: z.string().optional(), en: z.string().optional() })
  .openapi('Localized', { description: 'A text in one or both languages; at least one is present.' });

export const instantSchema = z.string().openapi({ format: 'date-time', example: '2026-11-03T08:00:00.000Z' });

export const moneySchema = z
  .strictObject({ amount: z.int(), currency: z.string() })
  .openapi('Money', { description: 'Integer minor units and an ISO 4217 code.' });

export const ownerSchema = z.enum(['bot', 'person', 'closed']);

export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().openapi({ description: 'Stable; the title is in the language asked for.' }),
    detail: z.string().optional(),
  })
  .openapi('Problem', { description: 'RFC 9457.' });

/** How a route documents its refusals: the statuses it may answer with a problem document. */
export function problems<Status extends number>(...statuses: Status[]) {
  const answer = {
    description: 'A problem document',
    content: { 'application/problem+json': { schema: problemSchema } },
  };
  return Object.fromEntries(statuses.map((status) => [status, answer])) as Record<Status, typeof answer>;
}

export function json<Schema>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

export function jsonBody<Schema>(schema: Schema) {
  return { required: true, content: { 'application/json': { schema } } };
}

/** Text that may be stored: no half characters, which no encoding can carry. */
export const textSchema = z.string().refine((text) => text.isWellFormed(), 'must be well-formed Unicode');

export const idSchema = z.string().min(1).max(64);

/** A page of a list that begins with the newest. */
export const listingQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  before: z.string().min(1).max(200).optional().openapi({ description: '`next` of the page before, unchanged.' }),
});

export const nextSchema = z.string().nullable().openapi({ description: 'For `before`; null on the last page.' });

export const afterSchema = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
