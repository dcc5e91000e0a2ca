import type { Actor } from '../core/actor.ts';
import type { Clock, Random } from '../core/clock.ts';
import { DAY, HOUR, type Instant, plus } from '../core/instant.ts';
import { digest } from './digest.ts';
import type { SessionStore } from './ports.ts';

export interface Session {
  conversationId: string;
  actor: Actor;
  expiresAt: Instant;
}

/** A visitor's right to one conversation. Whoever holds the token is that visitor; the store holds only its hash. */
export interface Sessions {
  create(conversationId: string, customerId: string | null): Promise<{ token: string; expiresAt: Instant }>;
  /** Null for an unknown, an expired and a malformed token. */
  resolve(token: string): Promise<Session | null>;
  remove(token: string): Promise<void>;
}

/** A guest has nothing but the token to come back with; a customer can be asked of the shop again. */
const LIFETIME = { guest: 30 * DAY, customer: 24 * HOUR };

const SHAPE = /^xs_[0-9a-f]{64}$/;

export function createSessions(deps: { store: SessionStore; clock: Clock; random: Random }): Sessions {
  return {
    async create(conversationId, customerId) {
      const token = `xs_${deps.random.token(32)}`;
      const expiresAt = plus(deps.clock.now(), customerId === null ? LIFETIME.guest : LIFETIME.customer);
      await deps.store.put({ tokenHash: digest(token), conversationId, customerId, expiresAt });
      return { token, expiresAt };
    },
    async resolve(token) {
      if (!SHAPE.test(token)) return null;
      const stored = await deps.store.find(digest(token));
      if (!stored || stored.expiresAt <= deps.clock.now()) return null;
      const { conversationId, customerId, expiresAt } = stored;
      return {
        conversationId,
        expiresAt,
        actor: customerId === null ? { kind: 'guest' } : { kind: 'customer', customerId },
      };
    },
    async remove(token) {
      if (SHAPE.test(token)) await deps.store.remove(digest(token));
    },
  };
}
