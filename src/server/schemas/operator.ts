import { z } from '@hono/zod-openapi';
import { idSchema, instantSchema, localeSchema, ownerSchema, textSchema } from './common.ts';
import { replySchema } from './reply.ts';
import { progressSchema } from './visitor.ts';

export const conversationSchema = z
  .strictObject({
    id: z.string(),
    customerId: z.string().nullable(),
    channel: z.string(),
    owner: ownerSchema,
    epoch: z.int(),
    locale: localeSchema.nullable(),
    createdAt: instantSchema,
    updatedAt: instantSchema,
    lastSequence: z.int(),
  })
  .openapi('Conversation');

const lastWords = z
  .strictObject({ from: z.enum(['customer', 'clerk', 'person']), text: z.string(), at: instantSchema })
  .openapi('LastWords', { description: 'Who spoke last, and how that began.' });

export type LastWords = z.infer<typeof lastWords>;

const timeZone = z.string().openapi({ description: 'The shop’s, an IANA name.' });

const listed = conversationSchema.extend({ last: lastWords.nullable() }).openapi('ListedConversation');

export type ListedConversation = z.infer<typeof listed>;

export const conversationsSchema = z
  .strictObject({ conversations: z.array(listed), next: z.string().nullable(), timeZone })
  .openapi('Conversations');

const head = { conversationId: z.string(), sequence: z.int(), at: instantSchema };

const conversationEventSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      ...head,
      kind: z.literal('message-received'),
      payload: z.strictObject({
        by: z.literal('customer'),
        clientMessageId: z.string(),
        text: z.string(),
        card: z.strictObject({ token: z.string(), decision: z.enum(['confirm', 'cancel']) }).optional(),
      }),
    }),
    z.strictObject({
      ...head,
      kind: z.literal('reply-sent'),
      payload: z.strictObject({ turnId: z.string(), reply: replySchema, brain: z.string() }),
    }),
    z.strictObject({
      ...head,
      kind: z.literal('person-replied'),
      payload: z.strictObject({ operator: z.string(), text: z.string() }),
    }),
    z.strictObject({
      ...head,
      kind: z.literal('ownership-changed'),
      payload: z.strictObject({ owner: ownerSchema, epoch: z.int(), by: z.string(), reason: z.string() }),
    }),
    z.strictObject({
      ...head,
      kind: z.literal('notice-sent'),
      payload: z.strictObject({ about: z.enum(['effect', 'stock-alert']), reference: z.string(), text: z.string() }),
    }),
  ])
  .openapi('ConversationEvent');

export const conversationDetailSchema = z
  .strictObject({
    conversation: conversationSchema,
    timeZone,
    events: z.array(conversationEventSchema),
    progress: progressSchema.nullable(),
  })
  .openapi('ConversationDetail');

export const operatorReplySchema = z.strictObject({ text: textSchema }).openapi('OperatorReply');

export const conversationIdParams = z.strictObject({ id: idSchema });
