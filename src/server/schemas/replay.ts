import { z } from '@hono/zod-openapi';
import { instantSchema, localizedSchema, moneySchema } from './common.ts';
import { replySchema } from './reply.ts';

export const turnsSchema = z
  .strictObject({
    turns: z.array(z.strictObject({ turnId: z.string(), conversationId: z.string(), at: instantSchema })),
    next: z.string().nullable(),
  })
  .openapi('RecordedTurns');

const setting = z.strictObject({
  program: z.string(),
  brain: z.string(),
  model: z.string().nullable(),
  understanding: z.string().nullable(),
  catalogue: z.string().nullable(),
  burstWindowMs: z.int(),
  confirmationMinutes: z.number(),
});

const step = z.strictObject({
  number: z.int(),
  kind: z.enum(['begin', 'proposal', 'result', 'reply', 'end']),
  about: z.string(),
  became: z.enum(['taken', 'same', 'different']),
});

export const replaySchema = z
  .union([
    z.strictObject({
      outcome: z.enum(['equal', 'different']),
      turnId: z.string(),
      conversationId: z.string(),
      at: instantSchema,
      timeZone: z.string(),
      setting: setting.nullable(),
      policy: z.string(),
      steps: z.array(step),
      differences: z
        .array(z.strictObject({ step: z.int(), place: z.string(), recorded: z.unknown(), now: z.unknown() }))
        .openapi({ description: 'Where this version goes another way; the first is the cause.' }),
      reply: z.strictObject({ recorded: replySchema, now: replySchema.nullable() }),
      notes: z.array(z.string()),
    }),
    z.strictObject({ outcome: z.enum(['unknown', 'unfinished', 'erased', 'other-format']), turnId: z.string() }),
  ])
  .openapi('Replay');

const decision = z.strictObject({
  status: z.string(),
  rules: z.array(z.string()),
  refund: moneySchema.nullable(),
  charge: moneySchema.nullable(),
  says: z.array(localizedSchema),
});

const changedTurn = z.strictObject({
  turnId: z.string(),
  conversationId: z.string(),
  at: instantSchema,
  change: z.enum(['decided', 'answered']),
  decisions: z.array(z.strictObject({ command: z.string(), input: z.unknown(), before: decision, after: decision })),
  answer: z.strictObject({ before: z.string(), after: z.string() }).nullable(),
});

export const policyDiffSchema = z
  .strictObject({
    problems: z.array(z.strictObject({ code: z.string(), line: z.int(), column: z.int(), text: localizedSchema })),
    diff: z
      .strictObject({
        before: z.string(),
        after: z.string(),
        turns: z.int(),
        decisions: z.int(),
        decided: z.int(),
        answered: z.int(),
        changed: z.array(changedTurn),
        undecidable: z.int(),
        leftOut: z.record(z.string(), z.int()),
      })
      .nullable(),
  })
  .openapi('PolicyDiff');

export const policyDiffRequestSchema = z
  .strictObject({
    yaml: z.string().optional().openapi({ description: 'Absent: the rules that come with the program.' }),
    since: z.string().min(1).max(40).optional().openapi({ description: 'A day of the shop, or a moment.' }),
  })
  .openapi('PolicyDiffRequest');
