import type { IntentStore, Sending, Settlement, StoredIntent } from '../agent/ports.ts';
import type { ConversationEvent } from '../core/conversation.ts';
import type { Instant } from '../core/instant.ts';
import type { Effect, Quote } from '../core/quote.ts';
import { failpoint } from '../platform/failpoints.ts';
import { type ConversationRow, keyOfConversation, lockConversation, type StoreContext } from './context.ts';
import { durableTransaction, type Queries } from './database.ts';
import { planIntent, quotePlace } from './intent-plan.ts';
import { appendNotice } from './notices.ts';
import { keepUntold } from './untold.ts';

export interface IntentRow {
  key: string;
  confirmation_id: string;
  turn_id: string;
  conversation_id: string;
  customer_id: string | null;
  command: string;
  quote: Uint8Array;
  state: StoredIntent['state'];
  effect: Uint8Array | null;
  planned_at: Instant;
  sent_at: Instant | null;
  epoch: number | null;
  why: StoredIntent['waitsFor'];
}

/** An intent with whose conversation it is and why it waited. */
const INTENT = `select intents.*, conversations.customer_id, approvals.why from intents
  left join conversations on conversations.id = intents.conversation_id
  left join approvals on approvals.intent_key = intents.key`;

const effectPlace = (key: string) => `intents/${key}/effect`;

/** An intent whose customer was erased can be neither told nor repeated: it is left out. */
async function openIntents({ vault }: StoreContext, queries: Queries, rows: IntentRow[]): Promise<StoredIntent[]> {
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
      customerId: row.customer_id,
      command: row.command,
      quote: quote.value,
      state: row.state,
      effect: effect?.ok ? effect.value : null,
      plannedAt: row.planned_at,
      sentAt: row.sent_at,
      waitsFor: row.why,
    });
  }
  return intents;
}

export async function readIntent(context: StoreContext, queries: Queries, key: string): Promise<StoredIntent | null> {
  const rows = await queries.query<IntentRow>(`${INTENT} where intents.key = $1`, [key]);
  return (await openIntents(context, queries, rows))[0] ?? null;
}

interface Locked {
  conversation: ConversationRow | null;
  row: Pick<IntentRow, 'key' | 'state' | 'conversation_id' | 'turn_id' | 'sent_at' | 'epoch'>;
}

/** Conversation first, as everywhere. */
export async function lockIntent(queries: Queries, key: string): Promise<Locked | null> {
  const [found] = await queries.query<{ conversation_id: string }>(
    'select conversation_id from intents where key = $1',
    [key],
  );
  if (!found) return null;
  const conversation = await lockConversation(queries, found.conversation_id);
  const [row] = await queries.query<Locked['row']>(
    'select key, state, conversation_id, turn_id, sent_at, epoch from intents where key = $1 for update',
    [key],
  );
  return row ? { conversation, row } : null;
}

/** The turn that still runs, may still speak and so tells it itself; the intent's own does not where a person has decided meanwhile. */
async function tellerOf(
  queries: Queries,
  { conversation, row }: Locked,
  teller: string | undefined,
): Promise<string | null> {
  const decided = row.epoch === null || row.state === 'awaiting-approval';
  if (conversation?.owner !== 'bot' || (decided && teller === undefined)) return null;
  const turns = await queries.query<{ id: string }>(
    `update turns set acted = true where id = $1 and epoch = $2 and state in ('waiting', 'running') returning id`,
    [teller ?? row.turn_id, conversation.epoch],
  );
  return turns[0]?.id ?? null;
}

export async function settleWithin(
  context: StoreContext,
  queries: Queries,
  locked: Locked,
  { state, effect, notice, teller }: Settlement,
  at: Instant,
): Promise<ConversationEvent[]> {
  const { conversation, row } = locked;
  // A late, doubtful report does not undo what was done or refused.
  if (row.state === 'done' || row.state === 'refused') return [];
  const sealing = effect && (await keyOfConversation(context, queries, row.conversation_id));
  await queries.query('update intents set state = $2, effect = coalesce($3, effect) where key = $1', [
    row.key,
    state,
    sealing ? context.vault.seal(sealing, effectPlace(row.key), effect) : null,
  ]);
  if (!notice) return [];
  const turnId = await tellerOf(queries, locked, teller);
  if (turnId === null) return appendNotice(context, queries, conversation, 'effect', row.key, notice, at);
  await keepUntold(context, queries, row, turnId, notice);
  return [];
}

export function intentStore(context: StoreContext): IntentStore {
  const { database } = context;

  async function sendWithin(
    queries: Queries,
    ...[key, at, sentBefore, overtaken]: Parameters<IntentStore['send']>
  ): Promise<Sending> {
    const locked = await lockIntent(queries, key);
    if (!locked) return { verdict: 'over', events: [] };
    const { conversation, row } = locked;
    if (row.state === 'done' || row.state === 'refused' || row.state === 'awaiting-approval')
      return { verdict: 'over', events: [] };
    const changedHands = row.epoch !== null && (conversation?.epoch !== row.epoch || conversation.owner !== 'bot');
    if (row.state === 'planned' && changedHands) {
      const refusal = { state: 'refused', effect: null, notice: overtaken } as const;
      return { verdict: 'over', events: await settleWithin(context, queries, locked, refusal, at) };
    }
    if (row.state !== 'planned' && changedHands) return { verdict: 'look', events: [] };
    if (row.state !== 'planned' && row.sent_at !== null && row.sent_at > sentBefore)
      return { verdict: 'busy', events: [] };
    await queries.query(`update intents set state = 'sent', sent_at = $2 where key = $1`, [key, at]);
    return { verdict: 'go', events: [] };
  }

  return {
    async plan(scope, intent, guard) {
      const refusal = await durableTransaction(database, (queries) =>
        planIntent(context, queries, scope, intent, guard),
      );
      if (refusal) return { ok: false, reason: refusal };
      const stored = await readIntent(context, database, intent.key);
      if (!stored) return { ok: false, reason: 'not-open' };
      failpoint('intent.planned');
      return { ok: true, intent: stored };
    },

    async send(...sending) {
      const result = await durableTransaction(database, (queries) => sendWithin(queries, ...sending));
      if (result.verdict === 'go') failpoint('intent.sent');
      return result;
    },

    async settle(key, settlement, at) {
      const events = await durableTransaction(database, async (queries) => {
        const locked = await lockIntent(queries, key);
        return locked ? settleWithin(context, queries, locked, settlement, at) : [];
      });
      failpoint('intent.settled');
      return events;
    },

    get: (key) => readIntent(context, database, key),

    async listUnsettled() {
      const rows = await database.query<IntentRow>(
        `${INTENT} where intents.state in ('planned', 'sent', 'unknown')
         and (intents.epoch is null or conversations.owner <> 'bot' or not exists (
           select 1 from turns where turns.id = intents.turn_id and turns.epoch = conversations.epoch
             and turns.state in ('waiting', 'running')
         )) order by intents.planned_at, intents.key`,
      );
      return openIntents(context, database, rows);
    },
  };
}
