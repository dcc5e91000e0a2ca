import type { IntentStore, PlanResult, StoredIntent } from '../agent/ports.ts';
import type { Instant } from '../core/instant.ts';
import type { Effect, Quote } from '../core/quote.ts';
import { failpoint } from '../platform/failpoints.ts';
import { keyOfConversation, lockConversation, type StoreContext } from './context.ts';
import { durableTransaction, type Queries } from './database.ts';

interface Row {
  key: string;
  confirmation_id: string;
  turn_id: string;
  conversation_id: string;
  command: string;
  quote: Uint8Array;
  state: StoredIntent['state'];
  effect: Uint8Array | null;
  planned_at: Instant;
}

const quotePlace = (key: string) => `intents/${key}/quote`;
const effectPlace = (key: string) => `intents/${key}/effect`;

export function intentStore(context: StoreContext): IntentStore {
  const { database, vault } = context;

  /** An intent whose customer was erased can be neither told nor repeated: it is left out. */
  async function open(rows: Row[], queries: Queries = database): Promise<StoredIntent[]> {
    const reader = vault.reader(queries);
    const intents: StoredIntent[] = [];
    for (const row of rows) {
      const quote = await reader.open<Quote>(quotePlace(row.key), row.quote);
      if (!quote.ok) continue;
      const effect = row.effect ? await reader.open<Effect>(effectPlace(row.key), row.effect) : null;
      intents.push({
        key: row.key,
        confirmationId: row.confirmation_id,
        turnId: row.turn_id,
        conversationId: row.conversation_id,
        command: row.command,
        quote: quote.value,
        state: row.state,
        effect: effect?.ok ? effect.value : null,
        plannedAt: row.planned_at,
      });
    }
    return intents;
  }

  async function planWithin(
    queries: Queries,
    scope: Parameters<IntentStore['plan']>[0],
    intent: Parameters<IntentStore['plan']>[1],
  ): Promise<PlanResult> {
    const conversation = await lockConversation(queries, scope.conversationId);
    const [turn] = await queries.query<{ state: string }>('select state from turns where id = $1 for update', [
      scope.turnId,
    ]);
    const [before] = await queries.query<Row>('select * from intents where key = $1', [intent.key]);
    if (before) {
      const [stored] = before.turn_id === scope.turnId ? await open([before], queries) : [];
      return stored ? { ok: true, intent: stored } : { ok: false, reason: 'not-open' };
    }
    if (conversation?.epoch !== scope.epoch || conversation.owner !== 'bot') {
      return { ok: false, reason: 'ownership-changed' };
    }
    if (turn?.state !== 'running' && turn?.state !== 'waiting') return { ok: false, reason: 'superseded' };
    const [card] = await queries.query<{ state: string; conversation_id: string; expires_at: Instant }>(
      'select state, conversation_id, expires_at from confirmations where id = $1 for update',
      [intent.confirmationId],
    );
    if (card?.state !== 'open' || card.conversation_id !== scope.conversationId)
      return { ok: false, reason: 'not-open' };
    if (card.expires_at <= intent.plannedAt) return { ok: false, reason: 'expired' };

    const key = await keyOfConversation(context, queries, scope.conversationId);
    await queries.query(`update confirmations set state = 'used' where id = $1`, [intent.confirmationId]);
    await queries.query('update turns set acted = true where id = $1', [scope.turnId]);
    await queries.query(
      `insert into intents (key, confirmation_id, turn_id, conversation_id, command, quote, state, planned_at)
       values ($1, $2, $3, $4, $5, $6, 'planned', $7)`,
      [
        intent.key,
        intent.confirmationId,
        scope.turnId,
        scope.conversationId,
        intent.command,
        vault.seal(key, quotePlace(intent.key), intent.quote),
        intent.plannedAt,
      ],
    );
    const stored = { ...intent, turnId: scope.turnId, conversationId: scope.conversationId };
    return { ok: true, intent: { ...stored, state: 'planned', effect: null } };
  }

  return {
    async plan(scope, intent) {
      const result = await durableTransaction(database, (queries) => planWithin(queries, scope, intent));
      if (result.ok) failpoint('intent.planned');
      return result;
    },

    async settle(key, state, effect) {
      await durableTransaction(database, async (queries) => {
        const [row] = await queries.query<Row>('select * from intents where key = $1 for update', [key]);
        // What was done or refused stays so: a late, doubtful report does not undo it.
        if (!row || row.state === 'done' || row.state === 'refused') return;
        const sealing = effect && (await keyOfConversation(context, queries, row.conversation_id));
        await queries.query('update intents set state = $2, effect = coalesce($3, effect) where key = $1', [
          key,
          state,
          sealing ? vault.seal(sealing, effectPlace(key), effect) : null,
        ]);
      });
      if (state !== 'sent') failpoint('intent.settled');
    },

    async get(key) {
      return (await open(await database.query<Row>('select * from intents where key = $1', [key])))[0] ?? null;
    },

    async listUnsettled() {
      return open(
        await database.query<Row>(
          `select * from intents where state in ('planned', 'sent', 'unknown') order by planned_at, key`,
        ),
      );
    },
  };
}
