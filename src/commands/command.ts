import type { z } from 'zod';
import type { ProductFinder } from '../advice/need.ts';
import type { Actor } from '../core/actor.ts';
import type { CommandName } from '../core/command.ts';
import type { Customer } from '../core/customer.ts';
import type { FactDraft } from '../core/fact.ts';
import type { Instant } from '../core/instant.ts';
import type { Locale, Localized } from '../core/locale.ts';
import type { Order } from '../core/order.ts';
import type { Effect, Quote } from '../core/quote.ts';
import type { NewStockAlert, NewTicket, StockAlert, Ticket } from '../core/record.ts';
import type { Verdict } from '../core/verdict.ts';
import type { KnowledgeSearch } from '../knowledge/search.ts';
import type { Policy } from '../policy/policy.ts';
import type { CustomerQuery, Shop, ShopInfo } from '../shops/shop.ts';

/** What the gate hands to a command. Ownership has been checked before a command sees an order. */
export interface CommandContext {
  shop: Shop;
  info: ShopInfo;
  finder: ProductFinder;
  knowledge: KnowledgeSearch;
  actor: Actor;
  locale: Locale;
  now: Instant;
  /** Whose profile and orders this conversation may see: the signed-in customer, or a guest who has shown who he is; else null. */
  customerId: string | null;
  /** The shop's rules of now. */
  policy: Policy;
  /** Orders that a guest has verified in this conversation. */
  verifiedOrderIds: readonly string[];
  verifyGuest(
    orderNumber: string,
    contact: string,
  ): Promise<
    { ok: true; orderId: string; orderNumber: string } | { ok: false; reason: 'no-match' | 'too-many-attempts' }
  >;
  /** Notes that this customer had kept, of a guest those of this conversation; newest first. */
  ownTickets(): Promise<Ticket[]>;
  /** What this customer confirmed and a person has to decide, of a guest that of this conversation; newest first. */
  ownWaiting(): Promise<Extract<FactDraft, { kind: 'handed-to-person' }>[]>;
  /** From then on the guest counts as that customer in this conversation. Wrong and absent answer alike; attempts are counted. */
  identify(
    query: CustomerQuery,
  ): Promise<{ ok: true; customer: Customer } | { ok: false; reason: 'no-match' | 'too-many-attempts' }>;
}

/** Keeps notes and alerts for this conversation, under the call's own key: kept once, however often the call is repeated. */
export interface Recorder {
  ticket(ticket: NewTicket): Promise<Ticket>;
  stockAlert(alert: NewStockAlert): Promise<StockAlert>;
}

interface CommandBase<Input> {
  name: CommandName;
  description: Localized;
  input: z.ZodType<Input>;
}

/** Reads without an order, or (with `orderNumber`) about one order that the gate has loaded and found to be the actor's. */
export interface ReadCommand<Input> extends CommandBase<Input> {
  effect: 'read';
  run(input: Input, context: CommandContext): Promise<ReadOutcome>;
}

export interface OrderReadCommand<Input> extends CommandBase<Input> {
  effect: 'read';
  orderNumber(input: Input): string;
  run(input: Input, context: CommandContext, order: Order): Promise<ReadOutcome>;
}

/** As `OrderReadCommand` where the input names an order; without one it is about the actor's own or about none. */
export interface AnyOrderReadCommand<Input> extends CommandBase<Input> {
  effect: 'read';
  orderOptional: true;
  orderNumber(input: Input): string | null;
  run(input: Input, context: CommandContext, order: Order | null): Promise<ReadOutcome>;
}

/** `refusal` when the answer is no; its facts are all that may be told. */
export interface ReadOutcome {
  facts: FactDraft[];
  verdict?: Verdict;
}

export type QuoteOutcome = { ok: true; quote: Quote } | { ok: false; verdict: Extract<Verdict, { allowed: false }> };

export type ExecuteOutcome =
  | { ok: true; effect: Effect }
  /** The platform said no, nothing was done. */
  | { ok: false; reason: 'changed' | 'not-possible' | 'not-found' };

/** Changes the shop: quoted first, executed only as quoted, under a key that makes a repeat harmless. */
export interface WriteCommand<Input> extends CommandBase<Input> {
  effect: 'write';
  orderNumber(input: Input): string;
  quote(input: Input, context: CommandContext, order: Order): Promise<QuoteOutcome>;
  execute(quote: Quote, context: CommandContext, key: string): Promise<ExecuteOutcome>;
}

/** A write about the customer himself: the gate has made sure that `context.customerId` is one. */
export interface CustomerWriteCommand<Input> extends CommandBase<Input> {
  effect: 'write';
  quote(input: Input, context: CommandContext): Promise<QuoteOutcome>;
  execute(quote: Quote, context: CommandContext, key: string): Promise<ExecuteOutcome>;
}

/**
 * Keeps a note or an alert: done at once, without a card, because nothing of the shop changes. Where the input names an order, the gate has
 * loaded it and found it to be the actor's.
 */
export interface RecordCommand<Input> extends CommandBase<Input> {
  effect: 'record';
  /** Null: it is about no order. */
  orderNumber(input: Input): string | null;
  record(input: Input, context: CommandContext, recorder: Recorder, order: Order | null): Promise<ReadOutcome>;
}

export type Command<Input = never> =
  | ReadCommand<Input>
  | OrderReadCommand<Input>
  | AnyOrderReadCommand<Input>
  | WriteCommand<Input>
  | CustomerWriteCommand<Input>
  | RecordCommand<Input>;
