import type { Instant } from './instant.ts';
import type { Locale } from './locale.ts';
import type { Reply } from './reply.ts';

export type Owner = 'bot' | 'person' | 'closed';

/** A press on a confirmation card. */
export interface CardAction {
  token: string;
  decision: 'confirm' | 'cancel';
}

/** What was decided on a card. `said`: in so many words, which are the whole message. */
export interface CardDecision extends CardAction {
  said?: true;
}

/** What a customer sends: text, or a press on a card (then `text` is the button's label). */
export interface IncomingMessage {
  /** Chosen by the sender: the same id is the same message, however often it arrives. */
  clientMessageId: string;
  text: string;
  card?: CardAction;
}

export interface EventPayloads {
  'message-received': IncomingMessage & { by: 'customer' };
  'reply-sent': { turnId: string; reply: Reply; brain: string };
  'person-replied': { operator: string; text: string };
  'ownership-changed': { owner: Owner; epoch: number; by: string; reason: string };
  /** `reference`: the intent or the stock alert that it tells of. */
  'notice-sent': { about: 'effect' | 'stock-alert'; reference: string; text: string };
}

export type EventKind = keyof EventPayloads;

/** One entry of a conversation's append-only record. `sequence` is the server's, 1, 2, 3 … per conversation. */
export type ConversationEvent = {
  [K in EventKind]: {
    conversationId: string;
    sequence: number;
    kind: K;
    at: Instant;
    payload: EventPayloads[K];
    /** The customer was erased: the payload holds no words any more. */
    erased?: true;
  };
}[EventKind];

export interface Conversation {
  id: string;
  /** Null for a guest. Fixed for life: another identity is another conversation. */
  customerId: string | null;
  channel: string;
  owner: Owner;
  /** Grows at every change of owner. What was begun under an older one may not be sent or done. */
  epoch: number;
  locale: Locale | null;
  createdAt: Instant;
  updatedAt: Instant;
  lastSequence: number;
}
