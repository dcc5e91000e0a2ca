import type { TicketStore } from '../agent/ports.ts';
import type { Instant } from '../core/instant.ts';
import type { NewTicket, Ticket } from '../core/record.ts';
import { keyOfConversation, type StoreContext } from './context.ts';
import { durableTransaction, only, type Queries } from './database.ts';

interface Row {
  id: string;
  conversation_id: string;
  state: Ticket['state'];
  created_at: Instant;
  content: Uint8Array;
}

/** Of one customer's notes the latest. */
const MAX_OWN = 20;

const place = (id: string) => `tickets/${id}`;

export function ticketStore(context: StoreContext): TicketStore {
  const { database, vault } = context;

  /** Of an erased customer nothing is left to read. */
  async function open(queries: Queries, rows: Row[]): Promise<Ticket[]> {
    const reader = vault.reader(queries);
    const tickets: Ticket[] = [];
    for (const { id, conversation_id: conversationId, state, created_at: createdAt, content } of rows) {
      const opened = await reader.open<NewTicket>(place(id), content);
      if (opened.ok) tickets.push({ id, conversationId, state, createdAt, ...opened.value });
    }
    return tickets;
  }

  return {
    create: (key, { conversationId, at, ...content }) =>
      durableTransaction(database, async (queries) => {
        const sealing = await keyOfConversation(context, queries, conversationId);
        await queries.query(
          `insert into tickets (id, conversation_id, state, created_at, content) values ($1, $2, 'open', $3, $4)
           on conflict (id) do nothing`,
          [key, conversationId, at, vault.seal(sealing, place(key), content)],
        );
        return only(await open(queries, await queries.query<Row>('select * from tickets where id = $1', [key])));
      }),

    async list(state) {
      const rows = await database.query<Row>(
        'select * from tickets where $1::text is null or state = $1 order by created_at, id',
        [state ?? null],
      );
      return open(database, rows);
    },

    async listOf(conversationId, customerId) {
      const rows = await database.query<Row>(
        `select tickets.* from tickets left join conversations on conversations.id = tickets.conversation_id
         where tickets.conversation_id = $1 or conversations.customer_id = $2
         order by tickets.created_at desc, tickets.id desc limit $3`,
        [conversationId, customerId, MAX_OWN],
      );
      return open(database, rows);
    },

    async close(id, operator, at) {
      const rows = await database.query(
        `update tickets set state = 'closed', closed_by = $2, closed_at = $3 where id = $1 and state = 'open' returning id`,
        [id, operator, at],
      );
      return rows.length > 0;
    },

    async countSince(conversationId, since) {
      const rows = await database.query<{ count: number }>(
        'select count(*)::integer as count from tickets where conversation_id = $1 and created_at > $2',
        [conversationId, since],
      );
      return only(rows).count;
    },
  };
}
