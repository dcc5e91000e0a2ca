import type { DialogueState } from '../agent/brain.ts';
import type { Conversation, ConversationEvent, IncomingMessage, Owner } from '../core/conversation.ts';
import type { Instant } from '../core/instant.ts';
import type { Locale } from '../core/locale.ts';
import type { Reply } from '../core/reply.ts';

export interface NewConversation {
  id: string;
  customerId: string | null;
  channel: string;
  locale: Locale | null;
  at: Instant;
}

/** `acted`: an intent was planned in it. A superseded turn never speaks. */
export type TurnState = 'waiting' | 'running' | 'done' | 'superseded' | 'failed';

export interface StoredTurn {
  id: string;
  conversationId: string;
  /** The owner epoch when it was scheduled. */
  epoch: number;
  state: TurnState;
  acted: boolean;
  /** The customer's messages it answers: sequences, inclusive. */
  fromSequence: number;
  toSequence: number;
  /** When the burst window closes and it may run. */
  dueAt: Instant;
  attempts: number;
}

export type AcceptResult =
  | { kind: 'accepted'; event: ConversationEvent; turn: StoredTurn | null }
  /** The same client message id had been accepted before: its event, nothing new. */
  | { kind: 'repeated'; event: ConversationEvent }
  | { kind: 'closed' };

export interface TurnCommit {
  turnId: string;
  conversationId: string;
  epoch: number;
  reply: Reply;
  brain: string;
  state: DialogueState;
  locale: Locale;
  /** Set when a person is to take over, in the same transaction as the reply. */
  handOff: string | null;
  /** Intents whose outcome the reply tells. What else its turn was to tell, and is known by now, is told beside it. */
  tells: readonly string[];
  at: Instant;
}

export type CommitResult =
  | { ok: true; events: ConversationEvent[] }
  | { ok: false; reason: 'ownership-changed' | 'superseded' | 'already-done' };

export interface ConversationFilter {
  owner?: Owner;
  customerId?: string;
  /** Ids come newest-activity first; continue after this one. */
  after?: string;
  limit: number;
}

export interface ConversationStore {
  create(conversation: NewConversation): Promise<Conversation>;
  get(id: string): Promise<Conversation | null>;
  /** Most recently active first. */
  list(filter: ConversationFilter): Promise<Conversation[]>;
  /** Events with a sequence above `after`, oldest first. */
  events(conversationId: string, after: number, limit: number): Promise<ConversationEvent[]>;

  /**
   * In one durable transaction: append the message under the next sequence; and while the bot owns the conversation, let it join the
   * waiting turn (moving its `dueAt`), or supersede the running one that has not acted (the new turn then answers both), or start a turn.
   * A turn that has acted is left to finish and a new one waits behind it.
   */
  accept(
    conversationId: string,
    message: IncomingMessage,
    schedule: { turnId: string; at: Instant; dueAt: Instant },
  ): Promise<AcceptResult>;

  /** Takes one due turn for this process (state running, attempts + 1), or null. One turn per conversation runs at a time. */
  claimTurn(
    now: Instant,
    holder: string,
    leaseUntil: Instant,
    /** Only turns of these conversations; absent: any. */
    only?: readonly string[],
  ): Promise<StoredTurn | null>;
  /** The holder still lives: its running turns are its own until then. */
  renewTurns(holder: string, leaseUntil: Instant): Promise<void>;
  /** When the next waiting turn is due; null when none waits. */
  nextDueAt(): Promise<Instant | null>;
  /** Running turns whose process is gone (or whose lease is over) wait again. Returns how many. */
  releaseTurns(now: Instant, holder: string | 'expired'): Promise<number>;
  turnState(turnId: string): Promise<StoredTurn | null>;
  /** A running turn waits again, due at once. */
  releaseTurn(turnId: string): Promise<void>;
  /** It ends without a word; what it was to tell is told. Returns the events that were appended. */
  failTurn(turnId: string): Promise<ConversationEvent[]>;

  /** In one durable transaction: check epoch and turn, append the reply (and the change of owner), store the state, end the turn. */
  commitTurn(commit: TurnCommit): Promise<CommitResult>;
  state(conversationId: string): Promise<DialogueState | null>;

  /** Appends a person's words and makes the person the owner (a new epoch) if the bot was; pending turns are superseded. */
  personReplies(
    conversationId: string,
    operator: string,
    text: string,
    at: Instant,
  ): Promise<ConversationEvent[] | null>;
  /** Changes the owner (a new epoch), superseding turns that have not acted and telling what the others were to tell. Returns null when unknown; no event when already so. */
  setOwner(
    conversationId: string,
    owner: Owner,
    by: string,
    reason: string,
    at: Instant,
  ): Promise<ConversationEvent[] | null>;
}
