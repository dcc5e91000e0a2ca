import type { ConversationEvent } from '../core/conversation.ts';
import type { Instant } from '../core/instant.ts';
import type { Localized } from '../core/locale.ts';
import { type ConversationRow, keyOfConversation, type StoreContext } from './context.ts';
import type { Queries } from './database.ts';
import { appendNotice } from './notices.ts';

const place = (key: string) => `intents/${key}/untold`;

/** A turn that may still speak is to tell what became of an intent; these are the words for when it no longer can. */
export async function keepUntold(
  context: StoreContext,
  queries: Queries,
  intent: { key: string; conversation_id: string },
  teller: string,
  notice: Localized,
): Promise<void> {
  const sealing = await keyOfConversation(context, queries, intent.conversation_id);
  await queries.query('update intents set teller = $2, untold = $3 where key = $1', [
    intent.key,
    teller,
    context.vault.seal(sealing, place(intent.key), notice),
  ]);
}

/** A reply has said it. */
export async function markTold(queries: Queries, keys: readonly string[]): Promise<void> {
  await queries.query('update intents set untold = null where key = any($1) and untold is not null', [[...keys]]);
}

/** Tells in the conversation, whose lock the caller holds, what its turns (or that one alone) were to tell and do not tell. */
export async function tellUntold(
  context: StoreContext,
  queries: Queries,
  conversation: ConversationRow,
  at: Instant,
  turnId?: string,
): Promise<ConversationEvent[]> {
  const rows = await queries.query<{ key: string; untold: Uint8Array }>(
    `select key, untold from intents where conversation_id = $1 and untold is not null
       and ($2::text is null or teller = $2) order by planned_at, key`,
    [conversation.id, turnId ?? null],
  );
  const reader = context.vault.reader(queries);
  const events: ConversationEvent[] = [];
  for (const { key, untold } of rows) {
    await queries.query('update intents set untold = null where key = $1', [key]);
    const notice = await reader.open<Localized>(place(key), untold);
    // Of an erased customer nothing is left to tell.
    if (notice.ok)
      events.push(...(await appendNotice(context, queries, conversation, 'effect', key, notice.value, at)));
  }
  return events;
}
