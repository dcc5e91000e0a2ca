import type { ConversationEvent } from '../core/conversation.ts';
import type { WireEvent } from '../core/wire.ts';

/** An event as the customer may see it: without turn ids, brains, epochs and reasons. */
export function toWireEvent(event: ConversationEvent): WireEvent {
  const { sequence, at } = event;
  switch (event.kind) {
    case 'message-received': {
      const { clientMessageId, text } = event.payload;
      return { sequence, at, kind: 'message', clientMessageId, text };
    }
    case 'reply-sent':
      return { sequence, at, kind: 'reply', reply: event.payload.reply };
    case 'person-replied':
      return { sequence, at, kind: 'person', operator: event.payload.operator, text: event.payload.text };
    case 'ownership-changed':
      return { sequence, at, kind: 'owner', owner: event.payload.owner };
    case 'notice-sent':
      return { sequence, at, kind: 'notice', text: event.payload.text };
  }
}
