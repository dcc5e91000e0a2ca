import type { GrantStore } from '../agent/ports.ts';
import type { StoreContext } from './context.ts';

export function grantStore({ database }: StoreContext): GrantStore {
  const list = async (conversationId: string) => {
    const rows = await database.query<{ order_id: string }>(
      'select order_id from grants where conversation_id = $1 order by at, order_id',
      [conversationId],
    );
    return rows.map((row) => row.order_id);
  };
  return {
    list,
    has: async (conversationId, orderId) => (await list(conversationId)).includes(orderId),
    async add(conversationId, orderId, at) {
      await database.query(
        'insert into grants (conversation_id, order_id, at) values ($1, $2, $3) on conflict do nothing',
        [conversationId, orderId, at],
      );
    },
    async customer(conversationId) {
      const [row] = await database.query<{ customer_id: string }>(
        'select customer_id from customer_grants where conversation_id = $1',
        [conversationId],
      );
      return row?.customer_id ?? null;
    },
    async addCustomer(conversationId, customerId, at) {
      await database.query(
        `insert into customer_grants (conversation_id, customer_id, at) values ($1, $2, $3)
         on conflict (conversation_id) do update set customer_id = excluded.customer_id, at = excluded.at`,
        [conversationId, customerId, at],
      );
    },
  };
}
