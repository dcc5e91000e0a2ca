import type { TicketStore } from '../agent/ports.ts';
import type { Instant } from '../core/instant.ts';
import type { NewTicket, Ticket } from '../core/record.ts';
import { readTicketNumber, ticketNumber } from '../core/ticket-number.ts';
import { keyOfConversation, type StoreContext } from './context.ts';
import { pageOf, readMoment } from './cursor.ts';
import { durableTransaction, only, type Queries } from './database.ts';
import { LOCKS } from './locks.ts';

interface Row {
  id: string;
  conversation_id: string;
  state: Ticket['state'];
  created_at: Instant;
  content: Uint8Array;
  day: string | null;
  count: number | null;
}

/** Of one customer's notes the latest. */
const MAX_OWN = 20;

const place = (id: string) => `tickets/${id}`;

/** Id, day and count: the parameters of `named`. */
const NAMED = '(id = $1 or (day = $2 and count = $3))';

function named(name: string): [string, string | null, number | null] {
  const number = readTicketNumber(name);
  return [name, number?.day ?? null, number?.count ?? null];
}

export function ticketStore(context: StoreContext): TicketStore {
  const { database, vault } = context;

  /** Of an erased customer nothing is left to read. */
  async function open(queries: Queries, rows: Row[]): Promise<Ticket[]> {
    const reader = vault.reader(queries);
    const tickets: Ticket[] = [];
    for (const row of rows) {
      const { id, conversation_id: conversationId, state, created_at: createdAt, day, count } = row;
      const number = day === null || count === null ? null : ticketNumber(day, count);
      const opened = await reader.open<NewTicket>(place(id), row.content);
      if (opened.ok) tickets.push({ id, number, conversationId, state, createdAt, ...opened.value });
    }
    return tickets;
  }

  return {
    create: (key, { conversationId, at, day, ...content }) =>
      durableTransaction(database, async (queries) => {
        const sealing = await keyOfConversation(context, queries, conversationId);
        // Of those that are kept at once each gets a number of its own, and the same one no second.
        await queries.query(`select pg_advisory_xact_lock(${LOCKS.tickets})`);
        await queries.query(
          `insert into tickets (id, conversation_id, state, created_at, content, day, count)
           select $1, $2, 'open', $3, $4, $5, coalesce(max(count), 0) + 1 from tickets where day = $5
           on conflict (id) do nothing`,
          [key, conversationId, at, vault.seal(sealing, place(key), content), day],
        );
        return only(await open(queries, await queries.query<Row>('select * from tickets where id = $1', [key])));
      }),

    async list({ state, limit, before }) {
      const [at, id] = readMoment(before);
      const rows = await database.query<Row>(
        `select * from tickets where ($1::text is null or state = $1)
           and ($2::timestamptz is null or (created_at, id) < ($2, $3)) order by created_at desc, id desc limit $4`,
        [state ?? null, at, id, limit + 1],
      );
      const page = pageOf(
        rows,
        limit,
        (row) => row,
        (row) => [row.created_at, row.id],
      );
      return { ...page, items: await open(database, page.items) };
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

    async find(name) {
      return (
        (await open(database, await database.query<Row>(`select * from tickets where ${NAMED}`, named(name))))[0] ??
        null
      );
    },

    async close(name, operator, at) {
      const rows = await database.query(
        `update tickets set state = 'closed', closed_by = $4, closed_at = $5 where ${NAMED} and state = 'open' returning id`,
        [...named(name), operator, at],
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
