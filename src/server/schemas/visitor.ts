import { z } from '@hono/zod-openapi';
import { idSchema, instantSchema, localeSchema, ownerSchema, textSchema } from './common.ts';
import { replySchema } from './reply.ts';

export const sessionRequestSchema = z
  .strictObject({
    shopToken: z
      .string()
      .max(8_192)
      .optional()
      .openapi({ description: 'JWT with which the shop says who its visitor is.' }),
    locale: localeSchema.optional(),
  })
  .openapi('SessionRequest');

export const sessionResponseSchema = z
  .strictObject({
    token: z.string(),
    conversationId: z.string(),
    customer: z.strictObject({ name: z.string() }).nullable(),
    expiresAt: instantSchema,
  })
  .openapi('SessionResponse');

export const messageRequestSchema = z
  .strictObject({
    clientMessageId: z
      .string()
      .regex(/^[\x21-\x7e]{1,64}$/, 'must be 1 to 64 printable ASCII characters')
      .openapi({ description: 'The same id is the same message, however often it arrives.' }),
    text: textSchema,
    card: z.strictObject({ token: idSchema, decision: z.enum(['confirm', 'cancel']) }).optional(),
  })
  .openapi('MessageRequest');

const at = { sequence: z.int(), at: instantSchema };

const wireEventSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...at, kind: z.literal('message'), clientMessageId: z.string(), text: z.string() }),
    z.strictObject({ ...at, kind: z.literal('reply'), reply: replySchema }),
    z.strictObject({ ...at, kind: z.literal('person'), operator: z.string(), text: z.string() }),
    z.strictObject({ ...at, kind: z.literal('owner'), owner: ownerSchema }),
    z.strictObject({ ...at, kind: z.literal('notice'), text: z.string() }),
  ])
  .openapi('Event');

export const messageResponseSchema = z
  .strictObject({ event: wireEventSchema, repeated: z.boolean() })
  .openapi('MessageResponse');

export const progressSchema = z
  .strictObject({ state: z.enum(['thinking', 'looking-up', 'acting', 'idle']) })
  .openapi('Progress');

export const eventsResponseSchema = z
  .strictObject({
    conversationId: z.string(),
    owner: ownerSchema,
    events: z.array(wireEventSchema),
    progress: progressSchema.nullable(),
  })
  .openapi('Events');
