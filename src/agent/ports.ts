import type { Instant } from '../core/instant.ts';
import type { Json } from '../core/json.ts';
import type { Effect, Quote } from '../core/quote.ts';

/** Where a turn stands in the world: what it may act for and under which ownership. */
export interface TurnScope {
  turnId: string;
  conversationId: string;
  /** The owner epoch under which the turn began. */
  epoch: number;
}

/** Write-ahead record of a turn: a step is stored before its result is used, so that a crash resumes instead of repeating. */
export interface JournalStore {
  /** The steps so far, in order. */
  read(turnId: string): Promise<JournalStep[]>;
  /** Stores a step unless that number is taken; returns what is stored under the number. */
  append(scope: TurnScope, step: JournalStep): Promise<JournalStep>;
  /** Turns that were answered and of which there is a record, oldest first; continue after the last one of a page. */
  list(filter: {
    since?: Instant;
    conversationId?: string;
    after?: RecordedTurn;
    limit: number;
  }): Promise<RecordedTurn[]>;
}

export interface RecordedTurn {
  turnId: string;
  conversationId: string;
  /** When the first message that it answers came. */
  at: Instant;
}

export interface JournalStep {
  number: number;
  kind: 'begin' | 'proposal' | 'result' | 'reply' | 'end';
  payload: Json;
  /** The customer was erased: the payload is gone. */
  erased?: true;
}

export interface StoredConfirmation {
  id: string;
  conversationId: string;
  quote: Quote;
  /** sha-256 of the canonical quote: what the card showed. */
  quoteHash: string;
  state: 'open' | 'used' | 'cancelled';
  createdAt: Instant;
  expiresAt: Instant;
}

export interface ConfirmationStore {
  /** Opens a card and cancels every other open one of the conversation. Repeating the same id changes nothing. */
  open(scope: TurnScope, confirmation: Omit<StoredConfirmation, 'state'>): Promise<void>;
  get(id: string): Promise<StoredConfirmation | null>;
  /** Cards neither used nor cancelled nor expired. */
  listOpen(conversationId: string, now: Instant): Promise<StoredConfirmation[]>;
  /** False when it was not open. */
  cancel(id: string): Promise<boolean>;
}

export type IntentState = 'planned' | 'sent' | 'done' | 'refused' | 'unknown';

/** One effect that a customer confirmed. Its key is derived from the confirmation, so it cannot happen twice. */
export interface StoredIntent {
  key: string;
  confirmationId: string;
  turnId: string;
  conversationId: string;
  command: string;
  quote: Quote;
  state: IntentState;
  effect: Effect | null;
  plannedAt: Instant;
}

export type PlanResult =
  | { ok: true; intent: StoredIntent }
  | { ok: false; reason: 'not-open' | 'expired' | 'ownership-changed' | 'superseded' };

export interface IntentStore {
  /**
   * In one durable transaction: the confirmation goes from open to used, the turn is marked as having acted (a newer message can no
   * longer supersede it) and the intent is planned. Refuses when the card is not open or has expired, when the conversation's epoch is no longer
   * the scope's, or when the turn was superseded. Planning the same key again from the same turn returns the stored intent.
   */
  plan(scope: TurnScope, intent: Omit<StoredIntent, 'state' | 'effect'>): Promise<PlanResult>;
  settle(key: string, state: Exclude<IntentState, 'planned'>, effect: Effect | null): Promise<void>;
  get(key: string): Promise<StoredIntent | null>;
  /** Planned, sent or unknown, with no outcome yet: to be reconciled after a crash, or when the shop answers again. */
  listUnsettled(): Promise<StoredIntent[]>;
}

/** One decision of the gate. Append-only, hash-chained; the payload is encrypted with the customer's key. */
export interface AuditEntry {
  at: Instant;
  conversationId: string;
  turnId: string;
  command: string;
  decision: string;
  payload: Json;
}

export interface AuditLog {
  append(entry: AuditEntry): Promise<void>;
}

/** Which orders a guest has proven to own, in this conversation. */
export interface GrantStore {
  has(conversationId: string, orderId: string): Promise<boolean>;
  list(conversationId: string): Promise<string[]>;
  add(conversationId: string, orderId: string, at: Instant): Promise<void>;
}

/** Checks a guest's claim to an order. Wrong, foreign and absent answer alike. */
export interface GuestVerifier {
  verify(input: {
    conversationId: string;
    orderNumber: string;
    contact: string;
  }): Promise<
    { ok: true; orderId: string; orderNumber: string } | { ok: false; reason: 'no-match' | 'too-many-attempts' }
  >;
}
