import type { Instant } from './instant.ts';
import type { Locale, Localized } from './locale.ts';
import type { Money } from './money.ts';
import type { Address } from './order.ts';

export interface PaymentMethod {
  id: string;
  /** `alipay`, `wechat-pay`, `card`, `paypal`, `gift-card` … */
  method: string;
  /** As the customer knows it, e.g. `visa 9212`. */
  detail: string;
  /** What is left on it; only where it holds money itself, as a gift card does. */
  balance?: Money;
}

export interface Customer {
  id: string;
  name: string;
  /** The parts of `name`, where the platform keeps them apart. */
  nameParts?: { given: string; family: string };
  phone: string;
  email: string;
  locale: Locale | null;
  /** The first is the default one. */
  addresses: Address[];
  paymentMethods: PaymentMethod[];
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
