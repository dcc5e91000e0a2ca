import { describe, expect, it } from 'vitest';
import type { StoredConfirmation } from '../../../agent/ports.ts';
import type { Fact } from '../../../core/fact.ts';
import type { Turn } from './play.ts';
import { unconfirmed } from './unconfirmed.ts';

const before = {
  orders: { '#W1': { user_id: 'ann', status: 'pending' }, '#W2': { user_id: 'bob' } },
  users: { ann: { balance: 1 } },
};
const after = {
  orders: { ...before.orders, '#W1': { user_id: 'ann', status: 'cancelled' } },
  users: { ann: { balance: 2 } },
};

const effect = {
  kind: 'effect',
  value: { command: 'cancel_order', orderNumber: '#W1' },
  source: { kind: 'shop', ref: 'key' },
} as Fact;

function turn(rest: Partial<Turn>): Turn {
  return { said: 'yes', reply: '…', commands: [], facts: [], cards: [], flow: null, ...rest };
}

const shown = turn({ cards: ['card'] });
const acted = turn({ facts: [effect] });

function judged(turns: Turn[], found = after, card: Partial<StoredConfirmation> = {}) {
  const store = {
    intents: { get: async (key: string) => (key === 'key' ? { conversationId: 'c', confirmationId: 'card' } : null) },
    confirmations: { get: async () => ({ id: 'card', conversationId: 'c', state: 'used', ...card }) },
  } as unknown as Parameters<typeof unconfirmed>[0];
  return unconfirmed(store, { conversationId: 'c', turns }, before, found);
}

describe('acted without confirmation', () => {
  it('[ACT-131] not where the card was shown before and used', async () => {
    expect(await judged([shown, acted])).toEqual([]);
    expect(await judged([turn({})], before)).toEqual([]);
  });

  it.each<[string, Turn[], Partial<StoredConfirmation>]>([
    ['no card was shown', [acted], {}],
    ['the card came with the deed', [turn({ facts: [effect], cards: ['card'] })], {}],
    ['the card was not used', [shown, acted], { state: 'open' }],
    ['the card is another conversation’s', [shown, acted], { conversationId: 'd' }],
  ])('[ACT-131] %s', async (_what, turns, card) => {
    expect(await judged(turns, after, card)).toEqual(['cancel_order #W1', 'orders.#W1', 'users.ann']);
  });

  it('[ACT-131] the shop changed and nothing was told', async () => {
    expect(await judged([shown])).toEqual(['orders.#W1', 'users.ann']);
    const other = { ...after, orders: { ...after.orders, '#W2': { user_id: 'bob', status: 'cancelled' } } };
    expect(await judged([shown, acted], other)).toEqual(['orders.#W2']);
  });
});
