import { expect, it } from 'vitest';
import { describeOnEachDatabase } from '../../tests/support/database.ts';
import { freeGuard } from '../agent/testing/gate-settings.ts';
import { MINUTE, plus } from '../core/instant.ts';
import { CONFORMANCE_SHOP } from '../shops/conformance/fixture.ts';
import type { Store } from './store.ts';

const AT = '2026-06-01T08:00:00.000Z';
const LATER = plus(AT, 15 * MINUTE);
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

/** A running turn of a new conversation that has opened a card. */
async function cardShownBy(store: Store, turnId: string) {
  await store.conversations.create({ id: 'c', customerId: 'u', channel: 'test', locale: null, at: AT });
  await store.conversations.accept('c', { clientMessageId: turnId, text: '取消' }, { turnId, at: AT, dueAt: AT });
  await store.conversations.claimTurn(AT, 'test', LATER);
  const scope = { turnId, conversationId: 'c', epoch: 1 };
  const card = { id: 'card', conversationId: 'c', quote: QUOTE, quoteHash: 'h', createdAt: AT, expiresAt: LATER };
  await store.confirmations.open(scope, card);
  return scope;
}

describeOnEachDatabase('what ends with what', (database) => {
  it('[STORE-44] a superseded turn takes its card with it', async () => {
    const store = database.makeStore();
    await cardShownBy(store, 't1');
    await store.conversations.accept('c', { clientMessageId: 'm2', text: '等等' }, { turnId: 't2', at: AT, dueAt: AT });
    expect(await store.confirmations.listOpen('c', AT)).toEqual([]);
  });

  it('[STORE-44] a turn that failed takes its card with it', async () => {
    const store = database.makeStore();
    await cardShownBy(store, 't1');
    await store.conversations.failTurn('t1');
    expect(await store.confirmations.listOpen('c', AT)).toEqual([]);
  });

  it('[STORE-44] a card stays open when its turn has spoken and the customer writes on', async () => {
    const store = database.makeStore();
    const scope = await cardShownBy(store, 't1');
    const reply = { locale: 'zh' as const, text: '请看卡片', blocks: [], citations: [] };
    const state = { flow: null, shownProducts: [], shownOrders: [], search: null, lastIntent: null, misses: 0 };
    const commit = { ...scope, reply, brain: 'test', state, locale: 'zh' as const, handOff: null, at: AT };
    expect((await store.conversations.commitTurn(commit)).ok).toBe(true);
    await store.conversations.accept('c', { clientMessageId: 'm2', text: '等等' }, { turnId: 't2', at: AT, dueAt: AT });
    expect(await store.confirmations.listOpen('c', AT)).toHaveLength(1);
  });

  it('[STORE-44] a person who takes over voids what lies open, also for when it is handed back', async () => {
    const store = database.makeStore();
    await cardShownBy(store, 't1');
    await store.conversations.personReplies('c', 'Mei', '我来', AT);
    await store.conversations.setOwner('c', 'bot', 'Mei', 'handed-back', AT);
    expect(await store.confirmations.listOpen('c', AT)).toEqual([]);
  });

  it('[STORE-45] a restore leaves nothing running and no session', async () => {
    const store = database.makeStore();
    await cardShownBy(store, 't1');
    await store.sessions.put({ tokenHash: 'hash', conversationId: 'c', customerId: 'u', expiresAt: LATER });
    const chunks: Uint8Array[] = [];
    await store.backup(async (chunk) => {
      chunks.push(chunk);
    });
    await store.sessions.remove('hash');
    await store.restore(
      (async function* () {
        yield* chunks;
      })(),
    );
    expect(await store.conversations.turnState('t1')).toMatchObject({ state: 'waiting' });
    expect(await store.sessions.find('hash')).toBeNull();
  });

  it('[STORE-46] a replaced shop ends proofs, sessions, cards and unsettled effects', async () => {
    const store = database.makeStore();
    const scope = await cardShownBy(store, 't1');
    const intent = { key: 'k', confirmationId: 'card', ...scope, command: 'cancel_order', quote: QUOTE, plannedAt: AT };
    expect((await store.intents.plan(scope, intent, freeGuard(AT))).ok).toBe(true);
    await store.grants.add('c', 'order-1', AT);
    await store.sessions.put({ tokenHash: 'customer', conversationId: 'c', customerId: 'u', expiresAt: LATER });
    await store.sessions.put({ tokenHash: 'guest', conversationId: 'c', customerId: null, expiresAt: LATER });
    expect(await store.shopTables.replace(CONFORMANCE_SHOP, 'csv')).toBe(true);
    expect(await store.grants.list('c')).toEqual([]);
    expect(await store.sessions.find('customer')).toBeNull();
    expect(await store.sessions.find('guest')).not.toBeNull();
    expect(await store.confirmations.listOpen('c', AT)).toEqual([]);
    expect(await store.intents.listUnsettled()).toEqual([]);
  });

  it('[STORE-46] a replacement on condition leaves another shop alone', async () => {
    const store = database.makeStore();
    await store.shopTables.replace(CONFORMANCE_SHOP, 'csv');
    expect(await store.shopTables.replace(CONFORMANCE_SHOP, 'demo', undefined, { onlyIf: null })).toBe(false);
    expect(await store.shopTables.origin()).toBe('csv');
    expect(await store.shopTables.replace(CONFORMANCE_SHOP, 'demo', undefined, { onlyIf: 'csv' })).toBe(true);
  });
});
