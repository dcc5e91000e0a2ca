import type { ProductFinder } from '../../../../advice/need.ts';
import type { Actor } from '../../../../core/actor.ts';
import { seededRandom } from '../../../../core/clock.ts';
import type { CommandResult } from '../../../../core/command.ts';
import type { Customer } from '../../../../core/customer.ts';
import type { Instant } from '../../../../core/instant.ts';
import type { Locale } from '../../../../core/locale.ts';
import type { Block, Choice, Citation } from '../../../../core/reply.ts';
import type { Understander } from '../../../../core/understanding.ts';
import type { KnowledgeSearch } from '../../../../knowledge/search.ts';
import { detectLocale } from '../../../../language/language.ts';
import { policyLimits } from '../../../../policy/limits.ts';
import type { PolicySource } from '../../../../policy/policy.ts';
import type { Shop } from '../../../../shops/shop.ts';
import { decisionIn } from '../../../assent/decision.ts';
import type { Brain, DialogueState, Draft, TranscriptEntry } from '../../../brain.ts';
import { EMPTY_STATE } from '../../../brain.ts';
import { passGate } from '../../../gate.ts';
import type { GateDeps } from '../../../gate-context.ts';
import { presentFacts } from '../../../present/present.ts';
import { redeem } from '../../../redeem.ts';
import type { GateScope } from '../../../scope.ts';
import { GATE_SETTINGS } from '../../../testing/gate-settings.ts';
import { memoryStores } from '../../../testing/memory-stores.ts';

/** What a customer at the counter got to hear and see, and what was done behind it. */
export interface Heard {
  text: string;
  choices: Choice[];
  blocks: Block[];
  citations: Citation[];
  draft: Draft;
  results: CommandResult[];
  /** Names of the commands in the order in which they were run. */
  commands: string[];
  state: DialogueState;
  locale: Locale;
}

export interface CounterOptions {
  brain: Brain;
  shop: Shop;
  finder: ProductFinder;
  knowledge: KnowledgeSearch;
  understander: Understander;
  actor: Actor;
  now: () => Instant;
  locale?: Locale;
  policies?: PolicySource;
}

/** The phone or e-mail on an order, however it is written. */
const fold = (contact: string) =>
  contact
    .toLowerCase()
    .replace(/^\+?86(?=1\d{10})/, '')
    .replace(/[\s-]/g, '');

const MAX_ROUNDS = 8;

/** A conversation with the real gate and the real commands in memory: what turn.ts does, without journal and checks of other brains. */
export function counter(options: CounterOptions) {
  const { shop, brain, actor, policies } = options;
  let attempts = 0;
  const deps: GateDeps = {
    ...GATE_SETTINGS,
    ...memoryStores(),
    ...(policies && { policies, limits: policyLimits }),
    shop,
    identifier: {
      identify: async ({ query }) => {
        const [customer, ...others] = await shop.findCustomers(query);
        return customer && others.length === 0 ? { ok: true, customer } : { ok: false, reason: 'no-match' };
      },
    },
    finder: options.finder,
    knowledge: options.knowledge,
    random: seededRandom(7),
    confirmationMinutes: 15,
    verifier: {
      verify: async ({ orderNumber, contact }) => {
        if (++attempts > 5) return { ok: false, reason: 'too-many-attempts' };
        const order = await shop.findOrder(orderNumber);
        const known = order ? [order.contact.phone, order.contact.email].map(fold) : [];
        if (!order || !known.includes(fold(contact).replace(/^\+?86(?=1\d{10}$)/, '')))
          return { ok: false, reason: 'no-match' };
        return { ok: true, orderId: order.id, orderNumber: order.number };
      },
    },
  };
  let state: DialogueState = EMPTY_STATE;
  let turn = 0;
  const transcript: TranscriptEntry[] = [];
  let locale: Locale = options.locale ?? 'zh';

  async function take(text: string, card?: { token: string; decision: 'confirm' | 'cancel' }): Promise<Heard> {
    turn++;
    const info = await shop.info();
    locale = detectLocale(text) ?? locale;
    const customer: Customer | null = actor.kind === 'customer' ? await shop.getCustomer(actor.customerId) : null;
    const scope: GateScope = {
      turnId: `turn-${turn}`,
      conversationId: 'conversation',
      epoch: 1,
      actor,
      locale,
      now: options.now(),
      mode: 'full',
    };
    const understanding = await options.understander.understand(text, {
      expecting: state.flow?.asking ?? null,
      lastIntent: state.lastIntent,
    });
    const results: CommandResult[] = [];
    const open = () => deps.confirmations.listOpen(scope.conversationId, scope.now);
    const [only, ...others] = await open();
    const decision = only && others.length === 0 ? decisionIn(text, only.quote) : null;
    const action = card ?? (decision && only ? { token: only.id, decision, said: true as const } : null);
    if (action) results.push(await redeem(deps, scope, action, 'k1'));
    const commands: string[] = [];
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const [quoted, ...more] = await open();
      const proposal = await brain.propose(
        {
          turnId: scope.turnId,
          locale,
          now: scope.now,
          shop: { name: info.name, currency: info.currency, timeZone: info.timeZone },
          actor,
          customer,
          transcript: [...transcript],
          text: card ? '' : text,
          understanding,
          state,
          openQuote: quoted && more.length === 0 ? { quote: quoted.quote, expiresAt: quoted.expiresAt } : null,
          commands: [],
          results,
        },
        new AbortController().signal,
      );
      state = proposal.state;
      if (proposal.kind === 'draft') {
        const { draft } = proposal;
        if (draft.withdraw) for (const card of await open()) await deps.confirmations.cancel(card.id);
        const facts = results.flatMap((result) => result.facts).filter(({ id }) => draft.showing?.includes(id) ?? true);
        transcript.push({ from: 'customer', text, at: scope.now }, { from: 'clerk', text: draft.text, at: scope.now });
        const { blocks, citations } = presentFacts(facts, locale, info, draft.text);
        return { text: draft.text, choices: draft.choices, blocks, citations, draft, results, commands, state, locale };
      }
      for (const [index, call] of proposal.calls.entries()) {
        commands.push(call.name);
        results.push(await passGate(deps, scope, { ...call, id: `${round + 1}.${index + 1}` }));
      }
    }
    throw new Error(`no draft after ${MAX_ROUNDS} rounds: ${commands.join(' ')}`);
  }

  return {
    say: (text: string) => take(text),
    /** Presses the card that was shown last. */
    press: async (decision: 'confirm' | 'cancel') => {
      const [card] = await deps.confirmations.listOpen('conversation', options.now());
      if (!card) throw new Error('no card is open');
      return take('', { token: card.id, decision });
    },
    openCards: () => deps.confirmations.listOpen('conversation', options.now()),
  };
}
