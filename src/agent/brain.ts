import type { Actor } from '../core/actor.ts';
import type { CommandCall, CommandName, CommandResult } from '../core/command.ts';
import type { Customer } from '../core/customer.ts';
import type { Instant } from '../core/instant.ts';
import type { Json } from '../core/json.ts';
import type { Locale, Localized } from '../core/locale.ts';
import type { Quote } from '../core/quote.ts';
import type { Choice } from '../core/reply.ts';
import type { Understanding } from '../core/understanding.ts';

export interface TranscriptEntry {
  from: 'customer' | 'clerk' | 'person';
  text: string;
  at: Instant;
}

/** A card that waits for this customer. The token is not shown to brains: they cannot confirm. */
export interface OpenQuote {
  quote: Quote;
  expiresAt: Instant;
}

/** What the clerk is in the middle of: filled slots and what was asked last. */
export interface Flow {
  command: CommandName;
  slots: Record<string, Json>;
  /** The slot that was asked for, e.g. `order`, `items`, `size`, `reason`. */
  asking: string | null;
}

/** What a conversation remembers between turns. Never facts: those are read again. */
export interface DialogueState {
  flow: Flow | null;
  /** Ids behind "the second one", as last shown. */
  shownProducts: string[];
  shownOrders: string[];
  /** The constraints of the last product search, to refine. */
  search: Record<string, Json> | null;
  lastIntent: string | null;
  /** The card that the clerk's last words showed or asked about: a plain yes means this one and no other. Set by the turn, not by brains. */
  card?: string | null;
  /** How often in a row the clerk did not understand. */
  misses: number;
}

export const EMPTY_STATE: DialogueState = {
  flow: null,
  shownProducts: [],
  shownOrders: [],
  search: null,
  lastIntent: null,
  misses: 0,
};

export interface CommandDescription {
  name: CommandName;
  effect: 'read' | 'write' | 'record';
  description: Localized;
  /** JSON Schema of the input. */
  parameters: Record<string, unknown>;
}

/** All that a brain sees. Personal data is already replaced where the brain is a remote one. */
export interface BrainView {
  turnId: string;
  locale: Locale;
  now: Instant;
  shop: { name: Localized; currency: string; timeZone: string };
  actor: Actor;
  /** Who the signed-in customer is; null for a guest. A remote brain must not be shown it. */
  customer: Customer | null;
  /** Before this turn, oldest first, from the last resolution on. */
  transcript: TranscriptEntry[];
  /** What the customer just sent: one message, or a burst joined by line breaks. Empty when only a card was pressed. */
  text: string;
  understanding: Understanding;
  state: DialogueState;
  openQuote: OpenQuote | null;
  commands: CommandDescription[];
  /** What the gate answered in this turn so far, in order. */
  results: CommandResult[];
}

/** Words for the customer. Cards are not drafted: they are made from the facts (present.ts). */
export interface Draft {
  text: string;
  choices: Choice[];
  /** Facts of this turn whose cards and sources belong under the text; null: all of them. */
  showing: string[] | null;
  /** The customer called off what an open card offers: the turn voids it, so that a later yes does not redeem it. */
  withdraw?: true;
  /** The words end by asking about the open card, which is not shown again: a plain yes may redeem it. */
  reminds?: true;
}

/** Commands to run, or a draft to send; never neither. */
export type Proposal =
  | { kind: 'commands'; calls: CommandCall[]; state: DialogueState }
  | { kind: 'draft'; draft: Draft; state: DialogueState };

/** A brain proposes; it never acts. */
export interface Brain {
  readonly name: string;
  /** @throws AppError `brain.unavailable` when it cannot answer; the turn then goes on with the embedded one. */
  propose(view: BrainView, signal: AbortSignal): Promise<Proposal>;
}
