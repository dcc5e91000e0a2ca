import type { ConversationEvent, EventKind, EventPayloads } from '../core/conversation.ts';
import type { Instant } from '../core/instant.ts';
import type { ConversationRow, StoreContext } from './context.ts';
import type { Queries } from './database.ts';
import { subjectOf } from './vault.ts';

export interface EventRow {
  conversation_id: string;
  sequence: number;
  kind: EventKind;
  at: Instant;
  payload: Uint8Array;
}

const place = (conversationId: string, sequence: number) => `events/${conversationId}/${sequence}`;

/** What stands in the place of words whose key was destroyed. */
const ERASED: EventPayloads = {
  'message-received': { clientMessageId: '', text: '', by: 'customer' },
  'reply-sent': { turnId: '', reply: { locale: 'zh', text: '', blocks: [], citations: [] }, brain: '' },
  'person-replied': { operator: '', text: '' },
  'ownership-changed': { owner: 'closed', epoch: 0, by: '', reason: '' },
  'notice-sent': { about: 'effect', reference: '', text: '' },
};

export async function openEvents(
  { vault }: StoreContext,
  queries: Queries,
  rows: EventRow[],
): Promise<ConversationEvent[]> {
  const reader = vault.reader(queries);
  const events: ConversationEvent[] = [];
  for (const { conversation_id: conversationId, sequence, kind, at, payload } of rows) {
    const opened = await reader.open<ConversationEvent['payload']>(place(conversationId, sequence), payload);
    const value = opened.ok ? opened.value : ERASED[kind];
    // The kind was stored with the payload it names.
    const event = { conversationId, sequence, kind, at, payload: value } as ConversationEvent;
    events.push(opened.ok ? event : { ...event, erased: true });
  }
  return events;
}

export interface Appending {
  at: Instant;
  clientHash?: string;
}

/** Appends under the next sequence of a conversation whose row the caller has locked; `conversation` is moved on with it. */
export async function appendEvent<K extends EventKind>(
  { vault }: StoreContext,
  queries: Queries,
  conversation: ConversationRow,
  kind: K,
  payload: EventPayloads[K],
  { at, clientHash }: Appending,
): Promise<ConversationEvent> {
  const sequence = conversation.last_sequence + 1;
  const key = await vault.keyOf(queries, subjectOf(conversation.id, conversation.customer_id));
  await queries.query(
    'insert into events (conversation_id, sequence, kind, at, payload, client_hash) values ($1, $2, $3, $4, $5, $6)',
    [
      conversation.id,
      sequence,
      kind,
      at,
      vault.seal(key, place(conversation.id, sequence), payload),
      clientHash ?? null,
    ],
  );
  await queries.query(
    'update conversations set last_sequence = $2, updated_at = greatest(updated_at, $3) where id = $1',
    [conversation.id, sequence, at],
  );
  conversation.last_sequence = sequence;
  return { conversationId: conversation.id, sequence, kind, at, payload } as ConversationEvent;
}
