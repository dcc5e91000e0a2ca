import type { Clock } from '../core/clock.ts';
import type { Customer } from '../core/customer.ts';
import { HOUR, plus } from '../core/instant.ts';
import { keyedDigest } from './digest.ts';
import type { AttemptStore } from './ports.ts';

/** What a guest says of himself. */
type Query = { email: string } | { name: string; postcode: string };

/** Wrong guesses within the hour, as at an order: few for one guest, and few at one name however many guests take turns. */
const GUESS_LIMITS = { window: HOUR, perConversation: 5, perName: 10 };

/** As names are looked up: width, case and spaces do not count. */
const folded = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s/gu, '');

/** Finds the one customer whom a guest describes. Wrong, absent and ambiguous look alike. */
export function createCustomerIdentifier(deps: {
  findCustomers(query: Query): Promise<Customer[]>;
  attempts: AttemptStore;
  /** Under which conversations and names are hashed for counting. */
  secret: string;
  clock: Clock;
}) {
  return {
    async identify({ conversationId, query }: { conversationId: string; query: Query }) {
      const now = deps.clock.now();
      const since = plus(now, -GUESS_LIMITS.window);
      const byConversation = keyedDigest(deps.secret, `customer:${conversationId}`);
      const byName = 'name' in query ? keyedDigest(deps.secret, `name:${folded(query.name)}`) : null;
      // Counted before it is looked at: guesses sent at once cannot slip through together.
      const inConversation = await deps.attempts.count(byConversation, now, since);
      const atName = byName === null ? 0 : await deps.attempts.count(byName, now, since);
      const takeBack = async () => {
        await deps.attempts.forgive(byConversation, now);
        if (byName !== null) await deps.attempts.forgive(byName, now);
      };
      if (inConversation > GUESS_LIMITS.perConversation || atName > GUESS_LIMITS.perName) {
        await takeBack();
        return { ok: false as const, reason: 'too-many-attempts' as const };
      }
      const [customer, ...others] = await deps.findCustomers(query);
      if (!customer || others.length > 0) return { ok: false as const, reason: 'no-match' as const };
      await takeBack();
      return { ok: true as const, customer };
    },
  };
}
