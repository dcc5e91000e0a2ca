import { z } from '@hono/zod-openapi';
import { instantSchema, nextSchema } from './common.ts';

export const auditCheckSchema = z
  .union([
    z.strictObject({ ok: z.literal(true), entries: z.int() }),
    z.strictObject({
      ok: z.literal(false),
      entries: z.int().openapi({ description: 'Sound ones before it.' }),
      brokenAt: z.int().openapi({ description: 'The first entry that is not as it was written, or not there.' }),
    }),
  ])
  .openapi('AuditCheck');

export const auditEntriesSchema = z
  .strictObject({
    timeZone: z.string(),
    entries: z.array(
      z.strictObject({
        sequence: z.int(),
        at: instantSchema,
        turnId: z.string(),
        command: z.string(),
        decision: z.string(),
        payload: z.unknown().openapi({ description: 'Null once the customer is erased.' }),
      }),
    ),
    next: nextSchema,
  })
  .openapi('AuditEntries');
