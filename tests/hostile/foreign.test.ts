import { describe, expect, it } from 'vitest';
import { passGate } from '../../src/agent/gate.ts';
import type { GateDeps } from '../../src/agent/gate-context.ts';
import type { GateScope } from '../../src/agent/scope.ts';
import { GATE_SETTINGS } from '../../src/agent/testing/gate-settings.ts';
import { memoryStores } from '../../src/agent/testing/memory-stores.ts';
import { COMMANDS } from '../../src/commands/registry.ts';
import { memoryShop } from '../../src/commands/testing/memory-shop.ts';
import { manualClock, seededRandom } from '../../src/core/clock.ts';
import { createGuestVerifier } from '../../src/identity/guests.ts';
import { memoryAttempts } from '../../src/identity/testing/stores.ts';
import { DEFAULT_POLICY } from '../../src/policy/shipped.ts';
import { hostileShop, ME, OWN_ORDERS } from './support/canaries.ts';
import { soundInput } from './support/proposals.ts';

const UNSENT_OF_ANOTHER = 'XE20000';
const DELIVERED_TO_ANOTHER = 'XE20001';
const ABSENT = 'XE9999';

/** A world of its own for each question: an answer must not depend on what was asked before. */
async function ask(name: string, orderNumber: string, customerId: string | null) {
  const { data } = hostileShop();
  const clock = manualClock('2026-11-12T02:00:00.000Z');
  const { world: _world, ...stores } = memoryStores();
  const shop = memoryShop(data, clock.now);
  const findOrder = (number: string) => shop.findOrder(number);
  const gate: GateDeps = {
    ...{ ...GATE_SETTINGS, ...stores, shop, clock, random: seededRandom(3), confirmationMinutes: 15 },
    policies: { current: async () => DEFAULT_POLICY },
    finder: {
      find: async () => ({ matches: [], total: 0, unmet: [] }),
      compare: async () => ({ products: [], rows: [] }),
    },
    knowledge: { search: async () => [] },
    verifier: createGuestVerifier({ findOrder, attempts: memoryAttempts(), secret: 's', clock }),
  };
  const scope: GateScope = {
    ...{ turnId: 't', conversationId: 'c', epoch: 1, locale: 'zh', now: clock.now(), mode: 'full' },
    actor: customerId === null ? { kind: 'guest' } : { kind: 'customer', customerId },
  };
  const input = soundInput(name, orderNumber);
  const { input: _given, ...answer } = await passGate(gate, scope, { id: '1.1', name, input });
  return JSON.stringify(answer).replaceAll(orderNumber, '#');
}

const ABOUT_ORDERS = COMMANDS.filter(({ name }) => 'orderNumber' in soundInput(name, ABSENT)).map(({ name }) => name);

describe('an order of somebody else', () => {
  it('[ACT-60] every command that names an order is among those asked', () => {
    const naming = COMMANDS.filter((command) => 'orderNumber' in command).map(({ name }) => name);
    // Sold-out goods are about no order; it says so with null.
    expect(naming.filter((name) => !ABOUT_ORDERS.includes(name))).toEqual(['notify_when_in_stock']);
    expect(ABOUT_ORDERS.length).toBeGreaterThan(15);
  });

  it.each(ABOUT_ORDERS)('[ACT-60] is answered as one that does not exist: %s', async (name) => {
    for (const customer of [ME, null]) {
      const absent = await ask(name, ABSENT, customer);
      expect(await ask(name, UNSENT_OF_ANOTHER, customer)).toBe(absent);
      expect(await ask(name, DELIVERED_TO_ANOTHER, customer)).toBe(absent);
    }
    // The same words about an own order are answered otherwise, else this would prove nothing.
    expect(await ask(name, OWN_ORDERS.delivered, ME)).not.toBe(await ask(name, ABSENT, ME));
  });
});
