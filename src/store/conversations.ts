import type { CommitResult, ConversationStore, TurnCommit } from '../conversation/ports.ts';
import type { Conversation, ConversationEvent, Owner } from '../core/conversation.ts';
import { AppError } from '../core/errors.ts';
import type { Instant } from '../core/instant.ts';
import { failpoint } from '../platform/failpoints.ts';
import { type ConversationRow, lockConversation, type StoreContext } from './context.ts';
import { durableTransaction, only, type Queries } from './database.ts';
import { appendEvent, type EventRow, openEvents } from './events.ts';
import { turnQueue } from './turn-queue.ts';
import { scheduleTurn, supersedeTurns, turnOf } from './turns.ts';
import { markTold, tellUntold } from './untold.ts';
import { subjectOf } from './vault.ts';

const statePlace = (id: string) => `conversations/${id}/state`;

function conversationOf(row: ConversationRow): Conversation {
  return {
    id: row.id,
    customerId: row.customer_id,
    channel: row.channel,
    owner: row.owner,
    epoch: row.epoch,
    locale: row.locale,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    lastSequence: row.last_sequence,
  };
}

export function conversationStore(context: StoreContext): ConversationStore {
  const { database, vault } = context;

  /**
   * A new owner is a new epoch; turns that have not acted and open cards end with the old one. Those that have acted speak no more: what
   * they were to tell is told here.
   */
  async function changeOwner(
    queries: Queries,
    conversation: ConversationRow,
    owner: Owner,
    by: string,
    reason: string,
    at: Instant,
  ): Promise<ConversationEvent[]> {
    conversation.epoch++;
    conversation.owner = owner;
    await queries.query('update conversations set owner = $2, epoch = $3 where id = $1', [
      conversation.id,
      owner,
      conversation.epoch,
    ]);
    await supersedeTurns(queries, conversation.id);
    await queries.query(`update confirmations set state = 'cancelled' where conversation_id = $1 and state = 'open'`, [
      conversation.id,
    ]);
    const payload = { owner, epoch: conversation.epoch, by, reason };
    const changed = await appendEvent(context, queries, conversation, 'ownership-changed', payload, { at });
    return [changed, ...(await tellUntold(context, queries, conversation, at))];
  }

  async function commitWithin(queries: Queries, commit: TurnCommit): Promise<CommitResult> {
    const conversation = await lockConversation(queries, commit.conversationId);
    const [turn] = await queries.query<{ state: string }>(
      'select state from turns where id = $1 and conversation_id = $2 for update',
      [commit.turnId, commit.conversationId],
    );
    const end = (state: string) =>
      queries.query('update turns set state = $2, holder = null, lease_until = null where id = $1', [
        commit.turnId,
        state,
      ]);
    if (turn?.state === 'done') return { ok: false, reason: 'already-done' };
    if (!conversation || (turn?.state !== 'running' && turn?.state !== 'waiting')) {
      return { ok: false, reason: 'superseded' };
    }
    if (conversation.epoch !== commit.epoch || conversation.owner !== 'bot') {
      // It has acted, else the change of owner had ended it; its words come too late, and nobody shall try it again.
      await end('superseded');
      return { ok: false, reason: 'ownership-changed' };
    }
    const payload = { turnId: commit.turnId, reply: commit.reply, brain: commit.brain };
    const events = [await appendEvent(context, queries, conversation, 'reply-sent', payload, { at: commit.at })];
    await end('done');
    await markTold(queries, commit.tells);
    events.push(...(await tellUntold(context, queries, conversation, commit.at, commit.turnId)));
    const key = await vault.keyOf(queries, subjectOf(conversation.id, conversation.customer_id));
    await queries.query('update conversations set state = $2, locale = $3 where id = $1', [
      conversation.id,
      vault.seal(key, statePlace(conversation.id), commit.state),
      commit.locale,
    ]);
    if (commit.handOff !== null) {
      events.push(...(await changeOwner(queries, conversation, 'person', 'clerk', commit.handOff, commit.at)));
    }
    return { ok: true, events };
  }

  return {
    ...turnQueue(context),

    async create({ id, customerId, channel, locale, at }) {
      await database.query(
        `insert into conversations (id, customer_id, channel, owner, epoch, locale, created_at, updated_at, last_sequence)
         values ($1, $2, $3, 'bot', 1, $4, $5, $5, 0) on conflict (id) do nothing`,
        [id, customerId, channel, locale, at],
      );
      return conversationOf(
        only(await database.query<ConversationRow>('select * from conversations where id = $1', [id])),
      );
    },

    async get(id) {
      const [row] = await database.query<ConversationRow>('select * from conversations where id = $1', [id]);
      return row ? conversationOf(row) : null;
    },

    async list({ owner, customerId, after, limit }) {
      const rows = await database.query<ConversationRow>(
        `select * from conversations
         where ($1::text is null or owner = $1) and ($2::text is null or customer_id = $2)
           and ($3::text is null or (updated_at, id) < (select updated_at, id from conversations where id = $3))
         order by updated_at desc, id desc limit $4`,
        [owner ?? null, customerId ?? null, after ?? null, limit],
      );
      return rows.map(conversationOf);
    },

    async events(conversationId, after, limit) {
      const rows = await database.query<EventRow>(
        `select conversation_id, sequence, kind, at, payload from events
         where conversation_id = $1 and sequence > $2 order by sequence limit $3`,
        [conversationId, after, limit],
      );
      return openEvents(context, database, rows);
    },

    async accept(conversationId, message, schedule) {
      const clientHash = vault.lookup('client-message', message.clientMessageId);
      const result = await durableTransaction(database, async (queries) => {
        const conversation = await lockConversation(queries, conversationId);
        if (!conversation) throw new AppError('conversation.unknown', { status: 404 });
        const before = await queries.query<EventRow>(
          `select conversation_id, sequence, kind, at, payload from events
           where conversation_id = $1 and client_hash = $2`,
          [conversationId, clientHash],
        );
        const [event] = await openEvents(context, queries, before);
        if (event) return { kind: 'repeated' as const, event };
        if (conversation.owner === 'closed') return { kind: 'closed' as const };
        const accepted = await appendEvent(
          context,
          queries,
          conversation,
          'message-received',
          { ...message, by: 'customer' },
          { at: schedule.at, clientHash },
        );
        const turn =
          conversation.owner === 'bot'
            ? turnOf(await scheduleTurn(queries, conversation, accepted.sequence, schedule))
            : null;
        return { kind: 'accepted' as const, event: accepted, turn };
      });
      if (result.kind === 'accepted') failpoint('message.accepted');
      return result;
    },

    async commitTurn(commit) {
      const result = await durableTransaction(database, (queries) => commitWithin(queries, commit));
      if (result.ok) failpoint('turn.committed');
      return result;
    },

    async state(conversationId) {
      const [row] = await database.query<{ state: Uint8Array | null }>(
        'select state from conversations where id = $1',
        [conversationId],
      );
      if (!row?.state) return null;
      const opened = await vault.reader(database).open<TurnCommit['state']>(statePlace(conversationId), row.state);
      return opened.ok ? opened.value : null;
    },

    personReplies(conversationId, operator, text, at) {
      return durableTransaction(database, async (queries) => {
        const conversation = await lockConversation(queries, conversationId);
        if (!conversation) return null;
        if (conversation.owner === 'closed') throw new AppError('conversation.closed', { status: 409 });
        const events: ConversationEvent[] = [];
        if (conversation.owner === 'bot') {
          events.push(...(await changeOwner(queries, conversation, 'person', operator, 'person-replied', at)));
        }
        events.push(await appendEvent(context, queries, conversation, 'person-replied', { operator, text }, { at }));
        return events;
      });
    },

    setOwner(conversationId, owner, by, reason, at) {
      return durableTransaction(database, async (queries) => {
        const conversation = await lockConversation(queries, conversationId);
        if (!conversation) return null;
        if (conversation.owner === owner) return [];
        return changeOwner(queries, conversation, owner, by, reason, at);
      });
    },
  };
}
