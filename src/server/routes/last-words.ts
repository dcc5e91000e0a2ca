import type { Conversations } from '../../conversation/conversations.ts';
import type { Conversation } from '../../core/conversation.ts';
import { replyText } from '../reply-text.ts';
import type { LastWords } from '../schemas/operator.ts';

/** Events looked at from the end: between words there are at most a few changes of owner. */
const LOOK_BACK = 10;
/** UTF-16 units of an excerpt. */
const LENGTH = 80;

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= LENGTH
    ? line
    : `${line
        .slice(0, LENGTH)
        .toWellFormed()
        .replace(/\ufffd$/, '')}…`;
}

/** Who spoke last, and how that began; null where nobody has yet. */
export async function lastWords(
  conversations: Pick<Conversations, 'events'>,
  { id, lastSequence }: Conversation,
): Promise<LastWords | null> {
  const events = await conversations.events(id, Math.max(0, lastSequence - LOOK_BACK));
  for (const event of events.reverse()) {
    switch (event.kind) {
      case 'message-received':
        return { from: 'customer', text: excerpt(event.payload.text), at: event.at };
      case 'reply-sent':
        return { from: 'clerk', text: excerpt(replyText(event.payload.reply)), at: event.at };
      case 'notice-sent':
        return { from: 'clerk', text: excerpt(event.payload.text), at: event.at };
      case 'person-replied':
        return { from: 'person', text: excerpt(event.payload.text), at: event.at };
    }
  }
  return null;
}
