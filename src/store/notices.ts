import type { ConversationEvent, EventPayloads } from '../core/conversation.ts';
import type { Instant } from '../core/instant.ts';
import { type Localized, localize } from '../core/locale.ts';
import type { ConversationRow, StoreContext } from './context.ts';
import type { Queries } from './database.ts';
import { appendEvent } from './events.ts';

/** Tells the customer something unasked, in the conversation's language, under the conversation's lock that the caller holds. */
export async function appendNotice(
  context: StoreContext,
  queries: Queries,
  conversation: ConversationRow | null,
  about: EventPayloads['notice-sent']['about'],
  reference: string,
  notice: Localized,
  at: Instant,
): Promise<ConversationEvent[]> {
  if (!conversation) return [];
  const text = localize(notice, conversation.locale ?? 'zh');
  return [await appendEvent(context, queries, conversation, 'notice-sent', { about, reference, text }, { at })];
}
