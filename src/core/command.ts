import type { Fact } from './fact.ts';
import type { Verdict } from './verdict.ts';

/** The closed list: nothing else can be asked of the gate. One file each in src/commands/. */
export const COMMAND_NAMES = [
  'search_products',
  'get_product',
  'compare_products',
  'advise_size',
  'price_after_coupon',
  'search_knowledge',
  'verify_order',
  'find_customer',
  'get_customer',
  'get_order',
  'list_orders',
  'track_order',
  'estimate_delivery',
  'list_returns',
  'track_return',
  'list_tickets',
  'get_policy',
  'quote_refund',
  'cancel_order',
  'change_order_address',
  'change_order_items',
  'change_order_payment',
  'return_items',
  'exchange_items',
  'refund_without_return',
  'price_protection',
  'cancel_return',
  'request_invoice',
  'expedite',
  'change_customer_address',
  'create_ticket',
  'notify_when_in_stock',
  'hand_off',
] as const;
export type CommandName = (typeof COMMAND_NAMES)[number];

/** What a brain asks for. Neither the name nor the input is trusted before the gate has looked at it. */
export interface CommandCall {
  id: string;
  name: string;
  input: unknown;
}

/** What the gate answers. `status` is the gate's word; `facts` is all that may be told of it. */
export interface CommandResult {
  callId: string;
  name: string;
  /** As it was proposed; a write's as the gate has read it. */
  input: unknown;
  status: 'done' | 'confirmation-needed' | 'refused' | 'invalid' | 'unknown' | 'awaiting-person';
  verdict: Verdict;
  facts: Fact[];
}
