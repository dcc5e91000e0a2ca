import type { Fact } from './fact.ts';
import type { Verdict } from './verdict.ts';

/** The closed list: nothing else can be asked of the gate. One file each in src/commands/. */
export const COMMAND_NAMES = [
  'search_products',
  'get_product',
  'compare_products',
  'search_knowledge',
  'verify_order',
  'get_order',
  'list_orders',
  'track_order',
  'cancel_order',
  'change_order_address',
  'return_items',
  'exchange_items',
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
  status: 'done' | 'confirmation-needed' | 'refused' | 'invalid' | 'unknown';
  verdict: Verdict;
  facts: Fact[];
}
