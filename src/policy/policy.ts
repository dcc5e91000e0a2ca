import type { Instant } from '../core/instant.ts';
import type { Localized } from '../core/locale.ts';
import type { ReturnRequest } from '../core/order.ts';
import type { ReasonKind, RuleName } from './inputs.ts';
import type { Table } from './table/table.ts';

/** What a guest, or a customer who is not signed in, may prove himself by. */
export const IDENTIFICATIONS = ['order-number-and-contact', 'email', 'name-and-postcode'] as const;
export type Identification = (typeof IDENTIFICATIONS)[number];

/** A reason for a cancellation that the shop knows: its own id, and how customers say it. */
export interface CancelReason {
  id: string;
  zh: string;
  en: string;
}

/** Working days until money arrives, from when the shop sends it. `from` and `to` of 0: at once. */
export interface Arrival {
  from: number;
  to: number;
}

/** Amounts in whole units of the shop's currency (`policyLimits` has them as money); none where absent. */
export interface Limits {
  perAction?: number;
  perCustomerPerDay?: number;
  perShopPerDay?: number;
  /** Above it two people have to agree. */
  fourEyesAbove?: number;
}

/** The shop's rules, as data: one decision table a rule, and what no table decides. */
export interface Policy {
  /** Names this set of rules in sources and records, e.g. `china-7-days` or `china-7-days@3`. */
  version: string;
  /** SHA-256 of its text, in hexadecimal digits. */
  digest: string;
  title: Localized;
  rules: Readonly<Record<RuleName, Table>>;
  /** Null: any reason in any words. */
  cancelReasons: readonly CancelReason[] | null;
  /** Differences in price: left to a person, or settled by a means of payment that the customer names. */
  priceDifference: 'person' | 'named-method';
  /** Whether the very variant that was bought may be asked for again; `when-faulty`: in an exchange of what is not as it should be. */
  sameVariant: 'when-faulty' | 'allowed';
  /** Where refunds may go besides the payment that they came from. */
  refundTo: 'original' | 'original-or-gift-card';
  /** Whether the delivery cost is paid back with the last piece of an order that comes back; a cancelled order always gives it back. */
  refundShipping: 'never' | 'whole-order';
  /** Calendar days within which the goods are to be sent, counted from the day after the request. */
  sendBackWithinDays: number;
  /** By means of payment; `others` for the rest. */
  moneyArrives: Readonly<Record<string, Arrival>> & { readonly others: Arrival };
  identification: readonly Identification[];
  limits: Limits;
}

/** The rules of now. */
export interface PolicySource {
  current(): Promise<Policy>;
}

/** What a rule has to know besides the order. */
export interface PolicyContext {
  timeZone: string;
  now: Instant;
  /** Requests for this order so far: what is already on its way back cannot come back twice. */
  returns: readonly ReturnRequest[];
  /** Why, for every item that does not say so itself; `no-reason` when absent. */
  reason?: ReasonKind;
  /** Who asks has only proven to own this order; absent: as the order says. */
  guest?: boolean;
}
