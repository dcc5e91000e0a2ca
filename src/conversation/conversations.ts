import type { TurnTrace } from '../agent/clerk.ts';
import type { Conversation, ConversationEvent, IncomingMessage, Owner } from '../core/conversation.ts';
import type { Locale } from '../core/locale.ts';
import type { Progress } from '../core/wire.ts';
import type { ConversationFilter } from './ports.ts';

export type Notice = { kind: 'event'; event: ConversationEvent } | { kind: 'progress'; progress: Progress };

/** Conversations as channels, operators and the command line use them. */
export interface Conversations {
  open(start: { customerId: string | null; channel: string; locale: Locale | null }): Promise<Conversation>;
  get(id: string): Promise<Conversation | null>;
  list(filter: ConversationFilter): Promise<Conversation[]>;
  events(id: string, after: number, limit?: number): Promise<ConversationEvent[]>;
  /**
   * Accepts a customer's message durably and schedules the turn. The same client message id again gives the first event and `repeated`.
   * @throws AppError `message.empty`, `message.too-long` (over 4,000 UTF-16 units), `conversation.closed`, `conversation.unknown`
   */
  post(id: string, message: IncomingMessage): Promise<{ event: ConversationEvent; repeated: boolean }>;
  /** Shows to those who listen what was appended elsewhere, such as a notice. */
  announce(events: readonly ConversationEvent[]): void;
  /** Called for each new event and each change of progress from now on. Returns the way to stop it. */
  subscribe(id: string, listener: (notice: Notice) => void): () => void;
  progress(id: string): Progress | null;
  /** Resolves with the reply to the message of that sequence, or null when the bot stays silent (a person owns it) or `signal` aborts. */
  replyTo(id: string, sequence: number, signal: AbortSignal): Promise<ConversationEvent | null>;
  /** What happened in a recent turn of this process; null when it is no longer held. */
  trace(turnId: string): TurnTrace | null;
  /** @throws AppError `conversation.unknown`, `conversation.closed` */
  personReplies(id: string, operator: string, text: string): Promise<void>;
  setOwner(id: string, owner: Owner, by: string, reason: string): Promise<void>;
  /** Starts taking turns (also those a crash left behind); `stop` lets the running ones end. */
  start(): Promise<void>;
  stop(): Promise<void>;
}
