import type { Clock } from '../core/clock.ts';
import type { Customer } from '../core/customer.ts';
import { HOUR, plus } from '../core/instant.ts';
import { keyedDigest } from './digest.ts';
import type { AttemptStore } from './ports.ts';

/** What a guest says of himself. */
type Query = { email: string } | { name: string; postcode: string };

/** Wrong guesses within the hour, of one guest: as many as at an order. */
const WINDOW = HOUR;
const GUESSES = 5;

/** Finds the one customer whom a guest describes. Wrong, absent and ambiguous look alike. */
export function createCustomerIdentifier(deps: {
  findCustomers(query: Query): Promise<Customer[]>;
  attempts: AttemptStore;
  /** Under which conversations are hashed for counting. */
  secret: string;
  clock: Clock;
}) {
  return {
    async identify({ conversationId, query }: { conversationId: string; query: Query }) {
      const now = deps.clock.now();
      const key = keyedDigest(deps.secret, `customer:${conversationId}`);
      // Counted before it is looked at: guesses sent at once cannot slip through together.
      const guesses = await deps.attempts.count(key, now, plus(now, -WINDOW));
      if (guesses > GUESSES) {
        await deps.attempts.forgive(key, now);
        return { ok: false as const, reason: 'too-many-attempts' as const };
      }
      const [customer, ...others] = await deps.findCustomers(query);
      if (!customer || others.length > 0) return { ok: false as const, reason: 'no-match' as const };
      await deps.attempts.forgive(key, now);
      return { ok: true as const, customer };
    },
  };
}
