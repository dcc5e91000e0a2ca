import { z } from '@hono/zod-openapi';
import { idSchema, instantSchema, nextSchema } from './common.ts';

export const ticketStateSchema = z.enum(['open', 'closed']);

export const ticketSchema = z
  .strictObject({
    id: z.string(),
    number: z
      .string()
      .nullable()
      .openapi({ example: 'TK261128-7', description: 'What people call it; null: kept before there were numbers.' }),
    conversationId: z.string(),
    customerId: z.string().nullable(),
    kind: z.string().openapi({ example: 'complaint' }),
    orderNumber: z.string().nullable(),
    text: z.string().openapi({ description: 'The customer’s own words.' }),
    state: ticketStateSchema,
    createdAt: instantSchema,
  })
  .openapi('Ticket');

export type TicketAnswer = z.infer<typeof ticketSchema>;

export const ticketsSchema = z
  .strictObject({ timeZone: z.string(), tickets: z.array(ticketSchema), next: nextSchema })
  .openapi('Tickets');

export const closedTicketSchema = z
  .strictObject({ id: z.string(), state: z.literal('closed') })
  .openapi('ClosedTicket');

export const ticketAnswerSchema = z
  .strictObject({ timeZone: z.string(), ticket: ticketSchema })
  .openapi('TicketAnswer');

export const ticketIdParams = z.strictObject({
  id: idSchema.openapi({ description: 'The id, or the number in whatever spelling.' }),
});
