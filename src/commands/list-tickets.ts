import { z } from 'zod';
import type { TicketView } from '../core/record.ts';
import { nameOfTicket } from '../core/ticket-number.ts';
import type { ReadCommand } from './command.ts';

const input = z.strictObject({});

export const listTickets: ReadCommand<z.infer<typeof input>> = {
  name: 'list_tickets',
  effect: 'read',
  description: {
    zh: '列出这位顾客登记过的投诉、建议和问题，以及同事是否已经办结；没有登录的只看这个对话里登记的。',
    en: 'List the complaints, suggestions and questions that this customer had noted down, and whether the shop’s people have closed them; of a guest only those of this chat.',
  },
  input,
  async run(_input, { shop, ownTickets }) {
    const tickets: TicketView[] = [];
    for (const ticket of await ownTickets()) {
      const { kind, text, state, createdAt, orderId } = ticket;
      const id = nameOfTicket(ticket);
      const order = orderId ? await shop.getOrder(orderId) : null;
      tickets.push({ id, kind, text, state, createdAt, orderNumber: order?.number ?? null });
    }
    return {
      facts: [
        { kind: 'tickets', value: { tickets, total: tickets.length }, source: { kind: 'gate', ref: 'own-tickets' } },
      ],
    };
  },
};
