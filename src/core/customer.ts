import type { Instant } from './instant.ts';
import type { Locale, Localized } from './locale.ts';
import type { Money } from './money.ts';
import type { Address } from './order.ts';

export interface Customer {
  id: string;
  name: string;
  phone: string;
  email: string;
  locale: Locale | null;
  addresses: Address[];
  paymentMethods: { id: string; method: string; detail: string }[];
}

export interface Coupon {
  id: string;
  /** What the customer types; empty when it is claimed, not typed. */
  code: string;
  title: Localized;
  /** A fixed amount off, or basis points (1/100 of a percent). */
  off: { kind: 'amount'; amount: Money } | { kind: 'share'; basisPoints: number };
  minimumSpend: Money;
  validFrom: Instant;
  validUntil: Instant;
  /** Null: any customer. */
  customerId: string | null;
}

/** A text of the shop's own that answers questions. */
export interface Article {
  id: string;
  title: Localized;
  /** Markdown. */
  body: Localized;
  /** Intents of the corpus that this article answers, e.g. `ask_delivery_time`. */
  topics: string[];
  updatedAt: Instant;
}
