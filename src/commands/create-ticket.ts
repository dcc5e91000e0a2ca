import { z } from 'zod';
import type { RecordCommand } from './command.ts';
import { orderNumber } from './inputs.ts';

const TICKET_KINDS = ['complaint', 'question', 'delivery-problem', 'quality-problem', 'suggestion', 'other'] as const;

const input = z.strictObject({
  kind: z.enum(TICKET_KINDS),
  // Line breaks are the customer's own here: it is kept as it was said.
  text: z.string().trim().min(1).max(2_000).describe('What the customer wants the shop’s people to know, in his words'),
  orderNumber: orderNumber.optional(),
});

/** Control characters other than line breaks and tabs have no place in a note that people read. */
const CONTROL = /[^\P{Cc}\n\t]/gu;

export const createTicket: RecordCommand<z.infer<typeof input>> = {
  name: 'create_ticket',
  effect: 'record',
  description: {
    zh: '把顾客的投诉、建议或问题登记给店铺的人看，可以带订单号。只登记，不承诺什么时候有人处理。',
    en: 'Keep a complaint, suggestion or question for the shop’s people, with an order if there is one. It is only kept: no time is promised.',
  },
  input,
  orderNumber: (wish) => wish.orderNumber ?? null,
  async record({ kind, text }, _context, recorder, order) {
    const ticket = await recorder.ticket({
      kind,
      text: text.replace(CONTROL, ''),
      ...(order && { orderId: order.id }),
    });
    return { facts: [{ kind: 'ticket', value: ticket, source: { kind: 'gate', ref: `ticket:${ticket.id}` } }] };
  },
};
