import type { Instant } from '../core/instant.ts';

/** A visitor's right to one conversation, held as an unguessable token; only its hash is stored. */
export interface StoredSession {
  tokenHash: string;
  conversationId: string;
  /** Who the shop's token said it is; null for a guest. */
  customerId: string | null;
  expiresAt: Instant;
}

export interface SessionStore {
  put(session: StoredSession): Promise<void>;
  find(tokenHash: string): Promise<StoredSession | null>;
  remove(tokenHash: string): Promise<void>;
}

/** Counts attempts by key (already hashed), e.g. a guest's guesses at an order. Survives a restart. */
export interface AttemptStore {
  /** Adds one and returns how many stand since `since`. */
  count(key: string, at: Instant, since: Instant): Promise<number>;
  /** Takes back one attempt of that key and time: it was no wrong guess. Nothing when there is none. */
  forgive(key: string, at: Instant): Promise<void>;
}
