import type { z } from 'zod';
import type { Actor } from '../core/actor.ts';
import type { CommandName } from '../core/command.ts';
import type { FactDraft, FactValues, Passage } from '../core/fact.ts';
import type { Instant } from '../core/instant.ts';
import type { Locale, Localized } from '../core/locale.ts';
import type { Order } from '../core/order.ts';
import type { Effect, Quote } from '../core/quote.ts';
import type { Verdict } from '../core/verdict.ts';
import type { Shop, ShopInfo } from '../shops/shop.ts';

/** Finds products for a need. advice/ implements it. */
export interface ProductFinder {
  find(need: ProductNeed): Promise<FactValues['product-matches']>;
  compare(productIds: string[]): Promise<FactValues['comparison']>;
}

/** A need as read from the customer's words; every member narrows. */
export interface ProductNeed {
  /** Free words in any language: kind, brand, use. */
  query: string;
  category?: string | undefined;
  /** In the shop's minor units, inclusive. */
  minPrice?: number | undefined;
  maxPrice?: number | undefined;
  /** 「两百左右」: ranks by closeness, in minor units. */
  aroundPrice?: number | undefined;
  size?: string | undefined;
  colour?: string | undefined;
  /** `men`, `women`, `kids`, `elderly`. */
  audience?: string | undefined;
  exclude?: string[] | undefined;
  sort?: 'fit' | 'price-up' | 'price-down' | undefined;
  limit?: number | undefined;
}

/** Searches the shop's articles. knowledge/ implements it. */
export interface KnowledgeSearch {
  search(query: {
    text: string;
    locale: Locale;
    topic?: string | undefined;
    limit?: number | undefined;
  }): Promise<Passage[]>;
}

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
