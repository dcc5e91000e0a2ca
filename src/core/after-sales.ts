import type { Instant } from './instant.ts';
import type { Localized } from './locale.ts';
import type { Money } from './money.ts';
import type { Address, ParcelStatus, ReturnRequest } from './order.ts';
import type { QuoteItem, Refund } from './quote.ts';
import type { Reason } from './verdict.ts';

/** A means of payment as its owner may see it: no number in full. */
export interface PaymentMethodView {
  id: string;
  method: string;
  /** e.g. the last four digits. */
  detail: string;
  balance?: Money;
}

/** A customer as he may see himself; phone and e-mail are masked. */
export interface CustomerView {
  id: string;
  name: string;
  phone: string;
  email: string;
  addresses: Address[];
  paymentMethods: PaymentMethodView[];
}

/** A request to give goods or money back, as the one who made it may see it. */
export interface ReturnView {
  request: ReturnRequest;
  orderNumber: string;
  items: QuoteItem[];
  /** What it waits for, one sentence. */
  next: Localized;
}

/** A rule of the shop in its own words, made from its decision table. */
export interface RuleText {
  rule: string;
  title: Localized;
  text: Localized;
}

/** What would be paid back, were it asked for now. Nothing has been opened. */
export interface RefundEstimate {
  orderNumber: string;
  items: QuoteItem[];
  refund: Refund;
  /** Where the money goes and when, and what comes first. */
  effects: Localized[];
  /** The rules that allow it. */
  reasons: Reason[];
}

/** When something arrives, as far as the shop knows. */
export interface DeliveryEstimate {
  orderNumber: string | null;
  /** Null: no carrier or shop has named a day. */
  parcels: { trackingNumber: string; carrier: Localized; status: ParcelStatus; expectedAt: Instant | null }[];
}
