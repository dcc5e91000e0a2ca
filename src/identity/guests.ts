import type { Clock } from '../core/clock.ts';
import { HOUR, plus } from '../core/instant.ts';
import { emailKey, orderKey, phoneKey } from './contact.ts';
import { keyedDigest, sameSecret } from './digest.ts';
import type { AttemptStore } from './ports.ts';

/** What is needed of an order to check a claim to it. */
export interface ContactedOrder {
  id: string;
  number: string;
  contact: { phone: string; email: string };
}

export type GuestVerification =
  | { ok: true; orderId: string; orderNumber: string }
  | { ok: false; reason: 'no-match' | 'too-many-attempts' };

export interface GuestClaim {
  conversationId: string;
  orderNumber: string;
  contact: string;
}

/** Wrong guesses within the hour: few for one guest, and few at one order however many guests take turns. */
const GUESS_LIMITS = { window: HOUR, perConversation: 5, perOrder: 10 };

/** Never equal to anything a guest can send: the same comparison then runs where there is nothing to compare with. */
const NOTHING = '\u0000';

/** Checks that a guest knows the e-mail or phone of an order. Wrong, foreign and absent look alike, in answer and in work done. */
export function createGuestVerifier(deps: {
  findOrder(number: string): Promise<ContactedOrder | null>;
  attempts: AttemptStore;
  /** Under which order numbers are hashed for counting. */
  secret: string;
  clock: Clock;
}): { verify(claim: GuestClaim): Promise<GuestVerification> } {
  return {
    async verify(claim) {
      const now = deps.clock.now();
      const since = plus(now, -GUESS_LIMITS.window);
      const byConversation = keyedDigest(deps.secret, `conversation:${claim.conversationId}`);
      const byOrder = keyedDigest(deps.secret, `order:${orderKey(claim.orderNumber)}`);
      // Counted before it is looked at: guesses sent at once cannot slip through together.
      const inConversation = await deps.attempts.count(byConversation, now, since);
      const atOrder = await deps.attempts.count(byOrder, now, since);
      const takeBack = async () => {
        await deps.attempts.forgive(byConversation, now);
        await deps.attempts.forgive(byOrder, now);
      };
      if (inConversation > GUESS_LIMITS.perConversation || atOrder > GUESS_LIMITS.perOrder) {
        // Not looked at, so not a guess: whoever keeps trying does not lock the true owner out for longer.
        await takeBack();
        return { ok: false, reason: 'too-many-attempts' };
      }
      const order = await deps.findOrder(claim.orderNumber);
      const email = sameSecret(emailKey(order?.contact.email ?? '') ?? NOTHING, emailKey(claim.contact) ?? '');
      const phone = sameSecret(phoneKey(order?.contact.phone ?? '') ?? NOTHING, phoneKey(claim.contact) ?? '');
      if (!order || !(email || phone)) return { ok: false, reason: 'no-match' };
      await takeBack();
      return { ok: true, orderId: order.id, orderNumber: order.number };
    },
  };
}
