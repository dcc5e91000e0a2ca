import type { ConversationEvent } from '../core/conversation.ts';
import type { Instant } from '../core/instant.ts';
import type { Json } from '../core/json.ts';
import type { AmountLimits } from '../core/limits.ts';
import type { Localized } from '../core/locale.ts';
import type { Money } from '../core/money.ts';
import type { Effect, Quote } from '../core/quote.ts';
import type { NewStockAlert, NewTicket, StockAlert, Ticket, WaitsFor } from '../core/record.ts';
import type { Page } from '../shops/shop.ts';

/** A page of a list that begins with the newest. */
export interface Listing {
  limit: number;
  /** As given by the page before; absent for the first. What no page has given is refused with `page.bad-marker`. */
  before?: string | undefined;
}

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

/** `awaiting-approval`: a person has to decide, nothing is sent before. `sent`: the platform has been asked and may have done it. */
export type IntentState = 'awaiting-approval' | 'planned' | 'sent' | 'done' | 'refused' | 'unknown';

/** One effect that a customer confirmed. Its key is derived from the confirmation, so it cannot happen twice. */
export interface StoredIntent {
  key: string;
  confirmationId: string;
  turnId: string;
  conversationId: string;
  /** Whose conversation it is; null for a guest. */
  customerId: string | null;
  command: string;
  quote: Quote;
  state: IntentState;
  effect: Effect | null;
  plannedAt: Instant;
  /** When the platform was last asked. */
  sentAt: Instant | null;
  /** Why a person has to decide; null when nobody had to. */
  waitsFor: WaitsFor | null;
}

export type NewIntent = Pick<
  StoredIntent,
  'key' | 'confirmationId' | 'turnId' | 'conversationId' | 'command' | 'quote' | 'plannedAt'
>;

/** What has to hold for an intent to be planned without a person. Checked where it is planned, so that two tabs cannot pass together. */
export interface PlanGuard {
  /** Whose limits the amount counts against: the customer, or the order of a guest. */
  account: string;
  /** What goes out to the customer. */
  amount: Money;
  limits: AmountLimits;
  /** When today began on the shop's wall clock. */
  today: Instant;
  /** The platform leaves writes to people. */
  byHand: boolean;
  /** Writes that one conversation may confirm in an hour. */
  writesPerHour: number;
  /** Under which id and until when an approval is asked for, where one is needed. */
  approval: { id: string; expiresAt: Instant };
}

export type PlanResult =
  | { ok: true; intent: StoredIntent }
  | { ok: false; reason: 'not-open' | 'expired' | 'ownership-changed' | 'superseded' | 'too-many' };

export interface Sending {
  /** `go`: ask the platform; `look`: find out only; `busy`: somebody has just asked it; `over`: nothing is left to do. */
  verdict: 'go' | 'look' | 'busy' | 'over';
  events: ConversationEvent[];
}

export interface Settlement {
  state: 'done' | 'refused' | 'unknown';
  effect: Effect | null;
  /**
   * Told in the conversation, once and in the same transaction. Where a turn that still runs and may speak will tell it, it is kept and told
   * only when that turn ends without having done so.
   */
  notice?: Localized;
  /** The turn that will tell it, in place of the intent's own: from then on it counts as having acted, and is not superseded. */
  teller?: string;
}

export interface IntentStore {
  /**
   * In one durable transaction: the confirmation goes from open to used, the turn is marked as having acted (a newer message can no
   * longer supersede it) and the intent is planned, or an approval is opened for it. Refuses when the card is not open or has expired,
   * when the conversation's epoch is no longer the scope's, when the turn was superseded, or when there were too many writes. Planning
   * the same key again from the same turn returns the stored intent.
   */
  plan(scope: TurnScope, intent: NewIntent, guard: PlanGuard): Promise<PlanResult>;
  /**
   * Durably, before the platform is asked. One that was sent may be sent again when that was at `sentBefore` or earlier. After the
   * conversation has changed hands a planned one is refused (and that is told) and a sent one may only be looked up.
   */
  send(key: string, at: Instant, sentBefore: Instant, overtaken: Localized): Promise<Sending>;
  /** What was done or refused stays so. Returns the events that were appended. */
  settle(key: string, settlement: Settlement, at: Instant): Promise<ConversationEvent[]>;
  get(key: string): Promise<StoredIntent | null>;
  /**
   * Planned, sent or unknown, with no outcome yet: to be reconciled after a crash, or when the shop answers again. Not those of a turn that
   * still runs and may speak: it settles and tells them itself, and what was found out beside it would be told by nobody.
   */
  listUnsettled(): Promise<StoredIntent[]>;
}

export interface Approval {
  id: string;
  intentKey: string;
  conversationId: string;
  customerId: string | null;
  why: WaitsFor;
  command: string;
  quote: Quote;
  amount: Money;
  /** How many different people have to agree. */
  needed: number;
  state: 'open' | 'approved' | 'refused' | 'expired';
  openedAt: Instant;
  /** Null: it waits until somebody decides. */
  expiresAt: Instant | null;
  approvedBy: { operator: string; at: Instant }[];
  refusedBy: { operator: string; at: Instant; reason: string } | null;
}

export type ApprovalChange =
  | { ok: true; approval: Approval; events: ConversationEvent[] }
  | { ok: false; reason: 'unknown' | 'not-open' | 'same-operator' };

export interface ApprovalStore {
  /** Newest first. */
  list(listing: Listing & { state?: Approval['state'] | undefined }): Promise<Page<Approval>>;
  /** Open ones whose time is not over, of the conversation, and with a customer of all his others; newest first. */
  listWaiting(conversationId: string, customerId: string | null, now: Instant): Promise<Approval[]>;
  /** Open ones whose time is over. */
  listLapsed(now: Instant): Promise<Approval[]>;
  get(id: string): Promise<Approval | null>;
  /**
   * One voice for it, before it lapses. With the last one needed the intent is planned, as of now, in the same durable transaction and may be
   * sent.
   */
  approve(id: string, operator: string, at: Instant): Promise<ApprovalChange>;
  /** It was done by hand: the intent is done. */
  fulfil(id: string, operator: string, settlement: Settlement, at: Instant): Promise<ApprovalChange>;
  /** The intent is refused and the customer told, in the same durable transaction. */
  refuse(id: string, operator: string, reason: string, notice: Localized, at: Instant): Promise<ApprovalChange>;
  /** As refused, by nobody: its time is over. */
  expire(id: string, notice: Localized, at: Instant): Promise<ApprovalChange>;
}

/** Notes for the shop's people. The same key is the same ticket. */
export interface TicketStore {
  /** @param ticket `day`: when it is on the shop's calendar, `YYYY-MM-DD`. It gets the next number of that day. */
  create(key: string, ticket: NewTicket & { conversationId: string; at: Instant; day: string }): Promise<Ticket>;
  /** By its id or its number, however that is written. */
  find(name: string): Promise<Ticket | null>;
  /** Newest first. */
  list(listing: Listing & { state?: Ticket['state'] | undefined }): Promise<Page<Ticket>>;
  /** Those of the conversation, and with a customer of all his others; newest first, and no more than anybody reads. */
  listOf(conversationId: string, customerId: string | null): Promise<Ticket[]>;
  /** By its id or its number. False when it was not open. */
  close(name: string, operator: string, at: Instant): Promise<boolean>;
  /** How many a conversation made since then. */
  countSince(conversationId: string, since: Instant): Promise<number>;
}

/** What customers want to be told of. The same key is the same alert, and one conversation has one open alert a variant. */
export interface AlertStore {
  create(key: string, alert: NewStockAlert & { conversationId: string; at: Instant }): Promise<StockAlert>;
  /** Oldest first. */
  listOpen(): Promise<StockAlert[]>;
  /** Tells it in the conversation in the same durable transaction; nothing when it was not open any more. */
  deliver(id: string, notice: Localized, at: Instant): Promise<ConversationEvent[]>;
  close(id: string, at: Instant): Promise<boolean>;
  countSince(conversationId: string, since: Instant): Promise<number>;
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

/** `brokenAt`: the sequence of the first entry that is not as it was written, or not there. */
export type AuditCheck = { ok: true; entries: number } | { ok: false; entries: number; brokenAt: number };

export interface AuditReader {
  /** A conversation's entries, newest first; the payload of an erased customer is null. */
  list(conversationId: string, listing: Listing): Promise<Page<AuditEntry & { sequence: number }>>;
  /** Recomputes the whole chain; needs no customer's key. */
  verify(): Promise<AuditCheck>;
}

/** Which orders a guest has proven to own, in this conversation. */
export interface GrantStore {
  has(conversationId: string, orderId: string): Promise<boolean>;
  list(conversationId: string): Promise<string[]>;
  add(conversationId: string, orderId: string, at: Instant): Promise<void>;
  /** Who the guest has shown to be; null: nobody yet. */
  customer(conversationId: string): Promise<string | null>;
  addCustomer(conversationId: string, customerId: string, at: Instant): Promise<void>;
}
