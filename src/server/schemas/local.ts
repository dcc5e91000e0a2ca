import { z } from '@hono/zod-openapi';
import type { Problem } from '../../core/wire.ts';
import type { ImportReport } from '../deps.ts';
import { idSchema, localeSchema, localizedSchema, ownerSchema, textSchema } from './common.ts';
import { citationSchema, confirmationCardSchema } from './reply.ts';

export const askRequestSchema = z
  .strictObject({
    text: textSchema,
    /** As whom: believed, because only the owner of the data folder can ask here. */
    customer: z.string().min(1).max(128).optional(),
    conversation: idSchema.optional(),
    locale: localeSchema.optional(),
  })
  .openapi('AskRequest');

export type AskRequest = z.infer<typeof askRequestSchema>;

const reason = z.strictObject({ rule: z.string(), text: localizedSchema });

const verdict = z.strictObject({
  allowed: z.boolean(),
  reasons: z.array(reason),
  alternative: z.strictObject({ command: z.string(), text: localizedSchema }).optional(),
});

export const askResponseSchema = z
  .strictObject({
    person: z
      .array(z.strictObject({ operator: z.string(), text: z.string() }))
      .openapi({ description: 'What people of the shop said since the message before.' }),
    reply: z.string().nullable().openapi({ description: 'Null when a person owns the conversation.' }),
    language: localeSchema.nullable(),
    commands: z.array(z.strictObject({ name: z.string(), input: z.unknown(), status: z.string(), verdict })),
    facts: z.array(z.unknown()),
    citations: z.array(citationSchema),
    confirmation: confirmationCardSchema.nullable(),
    owner: ownerSchema,
    conversation: z.string(),
    brain: z.string().nullable(),
    milliseconds: z.number(),
  })
  .openapi('AskResponse');

export type AskResponse = z.infer<typeof askResponseSchema>;

const pathSchema = z.string().min(1).max(4_096);

export const fileRequestSchema = z.strictObject({ file: pathSchema }).openapi('FileRequest');
export const backupResponseSchema = z.strictObject({ file: z.string(), bytes: z.int() }).openapi('BackupResponse');
export const restoreResponseSchema = z.strictObject({ file: z.string() }).openapi('RestoreResponse');

export const importRequestSchema = z
  .strictObject({
    directory: pathSchema,
    from: z.enum(['mall', 'tau-bench', 'csv']),
    replace: z.boolean().default(false),
    preview: z.boolean().default(false),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional(),
    timeZone: z.string().max(64).optional(),
    referenceDate: z.iso.date().optional(),
  })
  .openapi('ImportRequest');

/** A line of the answer to an import: how far it is, and at the end what became of it. */
export type ImportLine =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'report'; report: ImportReport }
  | { kind: 'problem'; problem: Problem };

export const statusSchema = z
  .strictObject({
    database: z.strictObject({ kind: z.enum(['pglite', 'postgres']), version: z.string() }),
    origin: z.string().nullable(),
    products: z.int(),
    articles: z.int(),
    brain: z.string(),
    endpoint: z.strictObject({ url: z.string(), ok: z.boolean(), detail: z.string() }).nullable(),
  })
  .openapi('Status');

export const wordsSchema = z
  .strictObject({
    products: z.array(localizedSchema),
    categories: z.array(localizedSchema),
    brands: z.array(localizedSchema),
    articles: z.array(
      z.strictObject({ title: localizedSchema, topics: z.array(z.string()).openapi({ description: 'Intents.' }) }),
    ),
  })
  .openapi('Words');
