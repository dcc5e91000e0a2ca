import { describe, expect, it } from 'vitest';
import { describeOnEachDatabase } from '../../tests/support/database.ts';
import { freeGuard } from '../agent/testing/gate-settings.ts';
import { MINUTE, plus } from '../core/instant.ts';
import { money } from '../core/money.ts';
import { LOCKS } from './locks.ts';
import { keepShop } from './shop-lock.ts';

const AT = '2026-06-01T08:00:00.000Z';
const QUOTE = {
  command: 'cancel_order',
  input: {},
  orderId: 'o',
  orderNumber: 'n',
  orderVersion: 1,
  title: { zh: '取消', en: 'Cancel' },
  items: [],
  effects: [],
  refund: null,
};

describe('advisory locks', () => {
  it('[STORE-31] serialise one thing each', () => {
    const numbers = Object.values(LOCKS);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

describeOnEachDatabase('advisory locks', (database) => {
  // The embedded database has one connection: there nothing waits for anything while a transaction is open.
  it.runIf(database.kind === 'postgres')(
    '[STORE-31] a payment is planned while something is written to the shop',
    async () => {
      const store = database.makeStore();
      const scope = { turnId: 't', conversationId: 'c', epoch: 1 };
      await store.conversations.create({ id: 'c', customerId: 'u', channel: 'test', locale: null, at: AT });
      await store.conversations.accept('c', { clientMessageId: 't', text: '取消' }, { turnId: 't', at: AT, dueAt: AT });
      await store.conversations.claimTurn(AT, 'test', plus(AT, MINUTE));
      const card = { id: 'card', conversationId: 'c', quote: QUOTE, quoteHash: 'h', createdAt: AT };
      await store.confirmations.open(scope, { ...card, expiresAt: plus(AT, MINUTE) });
      const intent = { key: 'k', confirmationId: 'card', ...scope, command: 'cancel_order', quote: QUOTE };
      const planned = await database.database.transaction(async (queries) => {
        await keepShop(queries);
        const guard = freeGuard(AT, { amount: money(1, 'CNY'), limits: { perShopPerDay: 5 } });
        return store.intents.plan(scope, { ...intent, plannedAt: AT }, guard);
      });
      expect(planned.ok).toBe(true);
    },
  );
});
