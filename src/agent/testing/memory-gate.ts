import { sample, UNSENT } from '../../commands/testing/sample-shop.ts';
import type { Actor } from '../../core/actor.ts';
import { manualClock, seededRandom } from '../../core/clock.ts';
import type { CommandResult } from '../../core/command.ts';
import type { CardAction } from '../../core/conversation.ts';
import type { Order } from '../../core/order.ts';
import { DEFAULT_POLICY } from '../../policy/shipped.ts';
import type { Shop } from '../../shops/shop.ts';
import { passGate } from '../gate.ts';
import type { GateDeps } from '../gate-context.ts';
import { redeem } from '../redeem.ts';
import type { GateScope } from '../scope.ts';
import { GATE_SETTINGS } from './gate-settings.ts';
import { memoryStores } from './memory-stores.ts';

export interface MemoryGateOptions {
  orders?: Order[];
  wrap?: (shop: Shop) => Shop;
  seed?: number;
}

const CUSTOMER: Actor = { kind: 'customer', customerId: 'customer-1' };

/** A gate over stores and a shop in memory: fast enough for thousands of runs. The first order is the customer's own. */
export function memoryGate({ orders = [], wrap = (shop) => shop, seed = 11 }: MemoryGateOptions = {}) {
  const clock = manualClock('2026-11-12T02:00:00.000Z');
  const random = seededRandom(seed);
  const { shop, context, order } = sample(UNSENT, orders);
  const { world, ...stores } = memoryStores();
  const gate: GateDeps = {
    ...GATE_SETTINGS,
    ...stores,
    shop: wrap(shop),
    finder: context.finder,
    knowledge: context.knowledge,
    policies: { current: async () => DEFAULT_POLICY },
    verifier: { verify: async () => ({ ok: false, reason: 'no-match' }) },
    random,
    clock,
    confirmationMinutes: 15,
  };
  return {
    ...{ gate, world, clock, order, shop },
    /** A turn of a conversation of its own, or of one that is there. */
    begin(actor: Actor = CUSTOMER, conversationId: string = random.id()): GateScope {
      const customerId = actor.kind === 'customer' ? actor.customerId : null;
      const conversation = world.conversations.get(conversationId) ?? { customerId, owner: 'bot' as const, epoch: 1 };
      world.conversations.set(conversationId, conversation);
      const turnId = random.id();
      world.turns.set(turnId, { state: 'running', epoch: conversation.epoch });
      return { turnId, conversationId, epoch: conversation.epoch, actor, locale: 'zh', now: clock.now(), mode: 'full' };
    },
    run: (scope: GateScope, name: string, input: unknown, id = '1.1'): Promise<CommandResult> =>
      passGate(gate, scope, { id, name, input }),
    press: (scope: GateScope, action: CardAction): Promise<CommandResult> => redeem(gate, scope, action, 'k1'),
    endTurn({ turnId, epoch }: GateScope) {
      world.turns.set(turnId, { state: 'done', epoch });
    },
  };
}
