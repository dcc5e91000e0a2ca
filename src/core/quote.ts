import type { Instant } from './instant.ts';
import type { Localized } from './locale.ts';
import type { Money } from './money.ts';
import type { OrderLine } from './order.ts';
import type { Attribute } from './product.ts';

/** Exactly what a write will do, computed by code and shown on the card before the customer confirms. */
export interface Quote {
  command: string;
  /** The checked input, complete: what will be executed. */
  input: Record<string, unknown>;
  /** The order it changes; null when it is about the customer himself. */
  orderId: string | null;
  orderNumber: string | null;
  /** The order as it was when this was computed; a changed order makes the quote void. */
  orderVersion: number | null;
  /** Whose own data it changes, where it is about no order. */
  customerId?: string;
  title: Localized;
  items: QuoteItem[];
  /** What happens, in order, one sentence each. */
  effects: Localized[];
  refund: Refund | null;
  /** What the customer pays on top, e.g. for dearer goods. */
  charge?: Charge;
}

export interface QuoteItem {
  orderLineId: string;
  title: OrderLine['title'];
  options: Attribute[];
  quantity: number;
  /** What it is exchanged for. */
  replacement?: { variantId: string; options: Attribute[] };
}

export interface Refund {
  amount: Money;
  /** The parts the amount is made of, e.g. goods, discount share, shipping: they add up to it. */
  parts: { label: Localized; amount: Money }[];
  /** Where it goes. */
  method: string;
  /** Working days until the money arrives, at most. */
  withinDays: number;
}

export interface Charge {
  amount: Money;
  /** They add up to the amount. */
  parts: { label: Localized; amount: Money }[];
  /** What it is taken from. */
  method: string;
}

/** What a finished write left behind. */
export interface Effect {
  command: string;
  orderNumber: string | null;
  title: Localized;
  items: QuoteItem[];
  effects: Localized[];
  refund: Refund | null;
  charge?: Charge;
  /** The shop's own number of the return, exchange … */
  reference: string | null;
  at: Instant;
}
