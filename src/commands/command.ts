import type { z } from 'zod';
import type { ProductFinder } from '../advice/need.ts';
import type { Actor } from '../core/actor.ts';
import type { CommandName } from '../core/command.ts';
import type { FactDraft } from '../core/fact.ts';
import type { Instant } from '../core/instant.ts';
import type { Locale, Localized } from '../core/locale.ts';
import type { Order } from '../core/order.ts';
import type { Effect, Quote } from '../core/quote.ts';
import type { Verdict } from '../core/verdict.ts';
import type { KnowledgeSearch } from '../knowledge/search.ts';
import type { Shop, ShopInfo } from '../shops/shop.ts';

/** What the gate hands to a command. Ownership has been checked before a command sees an order. */
export interface CommandContext {
  shop: Shop;
  info: ShopInfo;
  finder: ProductFinder;
  knowledge: KnowledgeSearch;
  actor: Actor;
  locale: Locale;
  now: Instant;
  /** Orders that a guest has verified in this conversation. */
  verifiedOrderIds: readonly string[];
  verifyGuest(
    orderNumber: string,
    contact: string,
  ): Promise<
    { ok: true; orderId: string; orderNumber: string } | { ok: false; reason: 'no-match' | 'too-many-attempts' }
  >;
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

export type Command<Input = never> = ReadCommand<Input> | OrderReadCommand<Input> | WriteCommand<Input>;
