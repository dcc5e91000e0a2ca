import type { AlertStore } from '../agent/ports.ts';
import type { Instant } from '../core/instant.ts';
import type { StockAlert } from '../core/record.ts';
import { lockConversation, type StoreContext } from './context.ts';
import { durableTransaction, only } from './database.ts';
import { appendNotice } from './notices.ts';

interface Row {
  id: string;
  conversation_id: string;
  product_id: string;
  variant_id: string;
  state: StockAlert['state'];
  created_at: Instant;
}

const alertOf = (row: Row): StockAlert => ({
  id: row.id,
  conversationId: row.conversation_id,
  productId: row.product_id,
  variantId: row.variant_id,
  state: row.state,
  createdAt: row.created_at,
});

export function alertStore(context: StoreContext): AlertStore {
  const { database } = context;
  return {
    create: (key, { conversationId, productId, variantId, at }) =>
      durableTransaction(database, async (queries) => {
        await lockConversation(queries, conversationId);
        const known = await queries.query<Row>(
          `select * from alerts where id = $1
           or (conversation_id = $2 and product_id = $3 and variant_id = $4 and state = 'open') order by id <> $1 limit 1`,
          [key, conversationId, productId, variantId],
        );
        if (known[0]) return alertOf(known[0]);
        const made = await queries.query<Row>(
          `insert into alerts (id, conversation_id, product_id, variant_id, state, created_at)
           values ($1, $2, $3, $4, 'open', $5) returning *`,
          [key, conversationId, productId, variantId, at],
        );
        return alertOf(only(made));
      }),

    async listOpen() {
      const rows = await database.query<Row>(`select * from alerts where state = 'open' order by created_at, id`);
      return rows.map(alertOf);
    },

    deliver: (id, notice, at) =>
      durableTransaction(database, async (queries) => {
        const [found] = await queries.query<Row>('select * from alerts where id = $1', [id]);
        if (!found) return [];
        const conversation = await lockConversation(queries, found.conversation_id);
        const told = await queries.query(
          `update alerts set state = 'delivered', ended_at = $2 where id = $1 and state = 'open' returning id`,
          [id, at],
        );
        return told.length === 0 ? [] : appendNotice(context, queries, conversation, 'stock-alert', id, notice, at);
      }),

    async close(id, at) {
      const rows = await database.query(
        `update alerts set state = 'closed', ended_at = $2 where id = $1 and state = 'open' returning id`,
        [id, at],
      );
      return rows.length > 0;
    },

    async countSince(conversationId, since) {
      const rows = await database.query<{ count: number }>(
        'select count(*)::integer as count from alerts where conversation_id = $1 and created_at > $2',
        [conversationId, since],
      );
      return only(rows).count;
    },
  };
}
