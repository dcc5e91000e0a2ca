import type { TranscriptEntry } from '../agent/brain.ts';
import type { ConversationEvent, IncomingMessage } from '../core/conversation.ts';

/** How far back a turn looks, in events. */
export const CONTEXT_EVENTS = 60;

/** What was said since the conversation was last closed or handed back: older requests for a person are not asked again. */
export function transcriptOf(events: readonly ConversationEvent[]): TranscriptEntry[] {
  const entries: TranscriptEntry[] = [];
  for (const event of events) {
    if (event.kind === 'ownership-changed' && event.payload.owner !== 'person') entries.length = 0;
    if (event.kind === 'message-received') entries.push({ from: 'customer', text: event.payload.text, at: event.at });
    if (event.kind === 'reply-sent') entries.push({ from: 'clerk', text: event.payload.reply.text, at: event.at });
    if (event.kind === 'notice-sent') entries.push({ from: 'clerk', text: event.payload.text, at: event.at });
    if (event.kind === 'person-replied') entries.push({ from: 'person', text: event.payload.text, at: event.at });
  }
  return entries;
}

export function incomingOf(events: readonly ConversationEvent[]): IncomingMessage[] {
  return events.flatMap((event) => (event.kind === 'message-received' ? [event.payload] : []));
}
