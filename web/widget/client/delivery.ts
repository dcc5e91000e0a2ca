import { ApiError } from './api.ts';
import type { Unsent } from './outbox.ts';

/** What to do with a message that could not be handed over. */
export type Setback =
  | { kind: 'again'; after: number }
  | { kind: 'failed'; problem?: string }
  | { kind: 'closed' }
  /** The session is over. */
  | { kind: 'restart' };

/** Tries before a message is shown as failed; the customer can then send it again by hand. */
const TRIES = 5;
const LONGEST_WAIT = 30_000;

export function setback(error: unknown, tries: number): Setback {
  if (!(error instanceof ApiError)) return { kind: 'failed' };
  if (error.status === 401) return { kind: 'restart' };
  if (error.code === 'conversation.closed') return { kind: 'closed' };
  const passing = error.status === 0 || error.status === 429 || error.status >= 500;
  if (!passing || tries >= TRIES) return { kind: 'failed', ...(error.status > 0 && { problem: error.message }) };
  const wait = error.retryAfter === null ? 500 * 2 ** tries : error.retryAfter * 1_000;
  return { kind: 'again', after: Math.min(LONGEST_WAIT, wait) };
}

/** The id of a press on a card: pressing twice, or in two tabs, is one message; and a reload finds it again in the record. */
export function cardMessageId(card: { token: string; decision: string }): string {
  return `card-${card.decision}-${card.token.slice(0, 32)}`;
}

export function change(unsent: readonly Unsent[], id: string, changes: Partial<Unsent>): Unsent[] {
  return unsent.map((message) => (message.clientMessageId === id ? { ...message, ...changes } : message));
}
