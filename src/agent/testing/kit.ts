import type { TestDatabase } from '../../../tests/support/database.ts';
import { sample, UNSENT } from '../../commands/testing/sample-shop.ts';
import type { Actor } from '../../core/actor.ts';
import type { Random } from '../../core/clock.ts';
import { seededRandom } from '../../core/clock.ts';
import type { CommandResult } from '../../core/command.ts';
import type { CardAction } from '../../core/conversation.ts';
import { MINUTE, plus } from '../../core/instant.ts';
import type { Order } from '../../core/order.ts';
import { DEFAULT_POLICY } from '../../policy/shipped.ts';
import { sampleOrder } from '../../policy/testing/sample-order.ts';
import type { Shop } from '../../shops/shop.ts';
import { EMPTY_STATE } from '../brain.ts';
import { passGate } from '../gate.ts';
import type { GateDeps } from '../gate-context.ts';
import { outcomesIn, redeem } from '../redeem.ts';
import type { GateScope } from '../scope.ts';
import { GATE_SETTINGS } from './gate-settings.ts';

/** The customer's own unsent order, and one of the same shop that is somebody else's. */
export const OWN = 'XE20261105-0001';
export const FOREIGN = 'XE20261105-0002';
export const ABSENT = 'XE20261105-0003';

const foreign = (): Order => sampleOrder({ ...UNSENT, id: 'order-2', number: FOREIGN, customerId: 'customer-2' });

export interface Kit {
  gate: GateDeps;
  store: ReturnType<TestDatabase['makeStore']>;
  random: Random;
  order(id?: string): Promise<Order>;
  /** Opens a conversation and begins a turn in it, as the runner does. */
  begin(actor?: Actor, conversationId?: string): Promise<GateScope>;
  run(scope: GateScope, name: string, input: unknown, id?: string): Promise<CommandResult>;
  press(scope: GateScope, action: CardAction): Promise<CommandResult>;
}

const CUSTOMER: Actor = { kind: 'customer', customerId: 'customer-1' };

/** A gate over a real store and a small shop. `wrap` lets a test break the shop. */
export function makeKit(database: TestDatabase, wrap: (shop: Shop) => Shop = (shop) => shop): Kit {
  const store = database.makeStore();
  store.clock.set('2026-11-12T02:00:00.000Z');
  const random = seededRandom(11);
  const { shop, context, order } = sample(UNSENT, [foreign()]);
  const gate: GateDeps = {
    ...GATE_SETTINGS,
    shop: wrap(shop),
    finder: context.finder,
    knowledge: context.knowledge,
    policies: { current: async () => DEFAULT_POLICY },
    confirmations: store.confirmations,
    intents: store.intents,
    approvals: store.approvals,
    tickets: store.tickets,
    alerts: store.alerts,
    audit: store.audit,
    grants: store.grants,
    verifier: {
      async verify({ orderNumber, contact }) {
        const found = await shop.findOrder(orderNumber);
        if (found?.contact.phone !== contact) return { ok: false, reason: 'no-match' };
        return { ok: true, orderId: found.id, orderNumber: found.number };
      },
    },
    random,
    clock: store.clock,
    confirmationMinutes: 15,
  };
  return {
    gate,
    store,
    random,
    order,
    async begin(actor = CUSTOMER, conversationId) {
      const at = store.clock.now();
      const customerId = actor.kind === 'customer' ? actor.customerId : null;
      const conversation =
        (conversationId ? await store.conversations.get(conversationId) : null) ??
        (await store.conversations.create({ id: random.id(), customerId, channel: 'test', locale: 'zh', at }));
      const message = { clientMessageId: random.id(), text: '…' };
      const accepted = await store.conversations.accept(conversation.id, message, {
        turnId: random.id(),
        at,
        dueAt: at,
      });
      const turn = await store.conversations.claimTurn(at, 'test', plus(at, MINUTE));
      if (accepted.kind !== 'accepted' || !turn) throw new Error('no turn began');
      const { id: turnId, epoch } = turn;
      return { turnId, conversationId: conversation.id, epoch, actor, locale: 'zh', now: at, mode: 'full' };
    },
    run: (scope, name, input, id = '1.1') => passGate(gate, scope, { id, name, input }),
    press: (scope, action) => redeem(gate, scope, action, 'k1'),
  };
}

/** The token of the card that a write was answered with. */
export function tokenIn(result: CommandResult): string {
  const fact = result.facts.find((candidate) => candidate.kind === 'quote');
  if (fact?.kind !== 'quote') throw new Error(`no card: ${JSON.stringify(result)}`);
  return fact.value.token;
}

export const kinds = (result: CommandResult): string[] => result.facts.map(({ kind }) => kind);

/**
 * The turn speaks and is over, as when the runner commits it.
 * @param results of what its reply tells
 */
export async function endTurn(kit: Kit, scope: GateScope, results: readonly CommandResult[] = []): Promise<void> {
  const { turnId, conversationId, epoch, locale, now: at } = scope;
  const reply = { locale, text: '…', blocks: [], citations: [] };
  const facts = results.flatMap((result) => result.facts);
  const commit = {
    turnId,
    conversationId,
    epoch,
    reply,
    brain: 'test',
    state: EMPTY_STATE,
    locale,
    handOff: null,
    at,
    tells: outcomesIn(facts),
  };
  if (!(await kit.store.conversations.commitTurn(commit)).ok) throw new Error('the turn could not end');
}

/** What was told outside of turns. */
export async function noticesOf(kit: Kit, { conversationId }: GateScope): Promise<string[]> {
  const events = await kit.store.conversations.events(conversationId, 0, 1_000);
  return events.flatMap((event) => (event.kind === 'notice-sent' ? [event.payload.text] : []));
}
