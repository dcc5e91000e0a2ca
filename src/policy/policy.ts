import type { Instant } from '../core/instant.ts';
import type { OrderStatus, ReturnRequest } from '../core/order.ts';

/** What happens to a wish in each state of an order. */
export type CancelDecision = 'allowed' | 'ask-person' | 'return-on-arrival' | 'return' | 'already-cancelled';
export type ReturnDecision =
  | 'in-window'
  | 'cancel-instead'
  | 'ask-person'
  | 'wait-for-arrival'
  | 'closed'
  | 'cancelled';
export type AddressDecision = 'allowed' | 'ask-person' | 'too-late' | 'cancelled';

export type Payer = 'customer' | 'shop';

/** The shop's rules, as data. */
export interface Policy {
  /** Names this set of rules in sources and records. */
  version: string;
  cancel: Record<OrderStatus, CancelDecision>;
  address: Record<OrderStatus, AddressDecision>;
  /** By state, for returns and exchanges alike. */
  giveBack: Record<OrderStatus, ReturnDecision>;
  /** Calendar days in the shop's zone, counted from the day after receipt. */
  returnWindowDays: number;
  exchangeWindowDays: number;
  /** Calendar days within which the goods are to be sent, counted from the day after the request. */
  sendBackWithinDays: number;
  /** Who pays the way back when nothing is wrong with the goods; the shop always pays for faulty or wrong ones. */
  wayBackPaidBy: Payer;
  refund: {
    /** Working days from the shop's go-ahead (cancellation, or goods checked) until the money is there. */
    withinDays: number;
  };
}

/** Provisional: the rules that Chinese shops commonly start from. */
export const DEFAULT_POLICY: Policy = {
  version: 'default-1',
  cancel: {
    'awaiting-payment': 'allowed',
    paid: 'allowed',
    processing: 'ask-person',
    'partially-shipped': 'ask-person',
    shipped: 'return-on-arrival',
    delivered: 'return',
    completed: 'ask-person',
    cancelled: 'already-cancelled',
  },
  address: {
    'awaiting-payment': 'allowed',
    paid: 'allowed',
    processing: 'ask-person',
    'partially-shipped': 'ask-person',
    shipped: 'ask-person',
    delivered: 'too-late',
    completed: 'too-late',
    cancelled: 'cancelled',
  },
  giveBack: {
    'awaiting-payment': 'cancel-instead',
    paid: 'cancel-instead',
    processing: 'ask-person',
    'partially-shipped': 'wait-for-arrival',
    shipped: 'wait-for-arrival',
    delivered: 'in-window',
    completed: 'closed',
    cancelled: 'cancelled',
  },
  returnWindowDays: 7,
  exchangeWindowDays: 7,
  sendBackWithinDays: 7,
  wayBackPaidBy: 'customer',
  refund: { withinDays: 3 },
};

/** What a rule has to know besides the order. */
export interface PolicyContext {
  timeZone: string;
  now: Instant;
  /** Requests for this order so far: what is already on its way back cannot come back twice. */
  returns: readonly ReturnRequest[];
}
