import type { ConfirmationStore, StoredConfirmation } from '../agent/ports.ts';
import type { Instant } from '../core/instant.ts';
import type { Quote } from '../core/quote.ts';
import { keyOfConversation, lockConversation, type StoreContext } from './context.ts';

interface Row {
  id: string;
  conversation_id: string;
  quote: Uint8Array;
  quote_hash: string;
  state: StoredConfirmation['state'];
  created_at: Instant;
  expires_at: Instant;
}

export function confirmationStore(context: StoreContext): ConfirmationStore {
  const { database, vault } = context;
  const place = (id: string) => `confirmations/${id}`;

  /** A card whose customer was erased is no card any more. */
  async function open(rows: Row[]): Promise<StoredConfirmation[]> {
    const reader = vault.reader(database);
    const confirmations: StoredConfirmation[] = [];
    for (const row of rows) {
      const quote = await reader.open<Quote>(place(row.id), row.quote);
      if (!quote.ok) continue;
      confirmations.push({
        id: row.id,
        conversationId: row.conversation_id,
        quote: quote.value,
        quoteHash: row.quote_hash,
        state: row.state,
        createdAt: row.created_at,
        expiresAt: row.expires_at,
      });
    }
    return confirmations;
  }

  return {
    async open(scope, confirmation) {
      await database.transaction(async (queries) => {
        const { id, conversationId } = confirmation;
        const conversation = await lockConversation(queries, conversationId);
        const [turn] = await queries.query<{ state: string }>('select state from turns where id = $1', [scope.turnId]);
        // A turn that will never speak must not take the card of the one that will.
        if (turn?.state === 'superseded' || (conversation && conversation.epoch !== scope.epoch)) return;
        const key = await keyOfConversation(context, queries, conversationId);
        const inserted = await queries.query(
          `insert into confirmations (id, conversation_id, quote, quote_hash, state, created_at, expires_at, turn_id)
           values ($1, $2, $3, $4, 'open', $5, $6, $7) on conflict (id) do nothing returning id`,
          [
            id,
            conversationId,
            vault.seal(key, place(id), confirmation.quote),
            confirmation.quoteHash,
            confirmation.createdAt,
            confirmation.expiresAt,
            scope.turnId,
          ],
        );
        if (inserted.length === 0) return;
        await queries.query(
          `update confirmations set state = 'cancelled' where conversation_id = $1 and state = 'open' and id <> $2`,
          [conversationId, id],
        );
      });
    },

    async get(id) {
      return (await open(await database.query<Row>('select * from confirmations where id = $1', [id])))[0] ?? null;
    },

    async listOpen(conversationId, now) {
      return open(
        await database.query<Row>(
          `select * from confirmations where conversation_id = $1 and state = 'open' and expires_at > $2 order by created_at, id`,
          [conversationId, now],
        ),
      );
    },

    async cancel(id) {
      const rows = await database.query(
        `update confirmations set state = 'cancelled' where id = $1 and state = 'open' returning id`,
        [id],
      );
      return rows.length > 0;
    },
  };
}
