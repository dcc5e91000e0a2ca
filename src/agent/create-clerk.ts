import type { Random } from '../core/clock.ts';
import type { Conversation } from '../core/conversation.ts';
import { EMPTY_STATE } from './brain.ts';
import type { Clerk } from './clerk.ts';
import { ephemeralGrants, noAlerts, noAudit, noConfirmations, noIntents, noTickets } from './ephemeral.ts';
import { noJournal, openJournal } from './journal.ts';
import type { JournalStore } from './ports.ts';
import { fallbackDraft } from './reply.ts';
import type { TurnDeps } from './surroundings.ts';
import { runTurn } from './turn.ts';

export interface ClerkDeps extends TurnDeps {
  journal: JournalStore;
  random: Random;
}

export function createClerk(deps: ClerkDeps): Clerk {
  return {
    async runTurn(input, onProgress, signal) {
      const { id: conversationId, epoch } = input.conversation;
      const journal = await openJournal(deps.journal, { turnId: input.turnId, conversationId, epoch });
      return runTurn(deps, input, journal, 'full', onProgress, signal);
    },

    apologise(locale) {
      const { text } = fallbackDraft(locale);
      const trace = { commands: [], facts: [], brain: 'none', degraded: 'turn.failed', milliseconds: 0 };
      const reply = { locale, text, blocks: [], citations: [] };
      return { reply, state: EMPTY_STATE, handOff: 'turn.failed', tells: [], trace };
    },

    async answer({ transcript, text, actor, locale }, signal) {
      const turnId = deps.random.id();
      const now = deps.clock.now();
      const conversation: Conversation = {
        id: `stateless:${turnId}`,
        customerId: actor.kind === 'customer' ? actor.customerId : null,
        channel: 'openai',
        owner: 'bot',
        epoch: 0,
        locale: locale ?? null,
        createdAt: now,
        updatedAt: now,
        lastSequence: 0,
      };
      const gate = {
        ...deps.gate,
        grants: ephemeralGrants(),
        audit: noAudit,
        confirmations: noConfirmations,
        intents: noIntents,
        tickets: noTickets,
        alerts: noAlerts,
      };
      const input = {
        turnId,
        conversation,
        transcript,
        incoming: [{ clientMessageId: turnId, text }],
        state: EMPTY_STATE,
      };
      return runTurn({ ...deps, gate, setting: undefined }, input, noJournal, 'read-only', () => undefined, signal);
    },
  };
}
