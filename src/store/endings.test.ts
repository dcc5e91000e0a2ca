import { expect, it } from 'vitest';
import { describeOnEachDatabase } from '../../tests/support/database.ts';
import { freeGuard } from '../agent/testing/gate-settings.ts';
import { MINUTE, plus } from '../core/instant.ts';
import type { AmountLimits } from '../core/limits.ts';
import { money } from '../core/money.ts';
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

/** A confirmed write of that card; with limits it waits for a person. */
async function planned(store: Store, limits: AmountLimits = {}) {
  const scope = await cardShownBy(store, 't1');
  const intent = { key: 'k', confirmationId: 'card', ...scope, command: 'cancel_order', quote: QUOTE, plannedAt: AT };
  const guard = freeGuard(AT, { limits, amount: money(2, 'CNY'), approval: { id: 'a', expiresAt: LATER } });
  expect((await store.intents.plan(scope, intent, guard)).ok).toBe(true);
  return scope;
}

async function backedUp(store: Store) {
  const chunks: Uint8Array[] = [];
  await store.backup(async (chunk) => {
    chunks.push(chunk);
  });
  return async () => {
    await store.restore(
      (async function* () {
        yield* chunks;
      })(),
    );
  };
}

const SAID = { zh: '…', en: '…' };

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
    const commit = {
      ...{ ...scope, reply, brain: 'test', state, locale: 'zh' as const, handOff: null },
      ...{ tells: [], at: AT },
    };
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
    const restore = await backedUp(store);
    await store.sessions.remove('hash');
    await restore();
    expect(await store.conversations.turnState('t1')).toMatchObject({ state: 'waiting' });
    expect(await store.sessions.find('hash')).toBeNull();
  });

  it('[STORE-45] a restore opens no card again: it may have been used since', async () => {
    const store = database.makeStore();
    await cardShownBy(store, 't1');
    await (await backedUp(store))();
    expect(await store.confirmations.listOpen('c', AT)).toEqual([]);
    expect(await store.confirmations.get('card')).toMatchObject({ state: 'cancelled' });
  });

  it('[STORE-45] what was planned counts after a restore as asked for, so that it is looked up first', async () => {
    const store = database.makeStore();
    await planned(store);
    await (await backedUp(store))();
    expect(await store.intents.get('k')).toMatchObject({ state: 'sent', sentAt: AT });
  });

  it('[STORE-45] also what a person approves only after the restore', async () => {
    const store = database.makeStore();
    await planned(store, { perAction: 1 });
    const restore = await backedUp(store);
    await store.approvals.refuse('a', 'Mei', '', SAID, AT);
    await restore();
    expect((await store.approvals.approve('a', 'Mei', AT)).ok).toBe(true);
    expect(await store.intents.get('k')).toMatchObject({ state: 'planned', sentAt: AT });
  });

  it('[STORE-46] what waits for a person lapses with the shop, and is still to be told', async () => {
    const store = database.makeStore();
    const scope = await planned(store, { perAction: 1 });
    await store.shopTables.replace(CONFORMANCE_SHOP, 'csv');
    expect(await store.approvals.approve('a', 'Mei', AT)).toEqual({ ok: false, reason: 'not-open' });
    expect((await store.approvals.list({ state: 'open', limit: 100 })).items).toMatchObject([
      { id: 'a', expiresAt: AT },
    ]);
    expect((await store.intents.send('k', AT, AT, SAID)).verdict).toBe('over');
    await store.conversations.failTurn(scope.turnId);
    expect(await store.approvals.expire('a', SAID, LATER)).toMatchObject({
      ok: true,
      events: [{ kind: 'notice-sent' }],
    });
    expect(await store.intents.get('k')).toMatchObject({ state: 'refused' });
  });

  it('[STORE-46] what had been sent to the old shop and comes late changes nothing in the new one', async () => {
    const store = database.makeStore();
    await store.shopTables.replace(CONFORMANCE_SHOP, 'csv');
    await planned(store);
    expect((await store.intents.send('k', AT, AT, SAID)).verdict).toBe('go');
    await store.shopTables.replace(CONFORMANCE_SHOP, 'csv again');
    const order = CONFORMANCE_SHOP.orders.find(({ status }) => status === 'paid');
    if (!order) throw new Error('no order');
    const { id: orderId, version: expectedVersion } = order;
    const write = { key: 'k', orderId, expectedVersion, reason: '', refund: money(0, CONFORMANCE_SHOP.info.currency) };
    expect(await store.shopTables.cancelOrder(write)).toEqual({ ok: false, reason: 'not-found' });
    expect(await store.shopTables.getOrder(orderId)).toMatchObject({ status: 'paid', version: expectedVersion });
    expect(await store.shopTables.findWrite('k')).toBeNull();
    expect(await store.shopTables.cancelOrder({ ...write, key: 'another' })).toMatchObject({ ok: true });
  });

  it('[STORE-35] what waits for a customer who is erased ends: nothing is sent, approved or told any more', async () => {
    const store = database.makeStore();
    await planned(store, { perAction: 1 });
    const alert = { conversationId: 'c', productId: 'p', variantId: 'v', at: AT };
    await store.alerts.create('alert', alert);
    await store.grants.addCustomer('c', 'u', AT);
    await store.grants.add('c', 'order-1', AT);
    await store.conversations.create({ id: 'other', customerId: 'v', channel: 'test', locale: null, at: AT });
    await store.alerts.create('theirs', { ...alert, conversationId: 'other' });
    expect(await store.erase('customer:u')).toBe(true);
    expect((await store.intents.send('k', AT, AT, SAID)).verdict).toBe('over');
    expect(await store.approvals.approve('a', 'Mei', AT)).toEqual({ ok: false, reason: 'not-open' });
    expect((await store.alerts.listOpen()).map(({ id }) => id)).toEqual(['theirs']);
    expect(await store.alerts.deliver('alert', SAID, AT)).toEqual([]);
    expect([await store.grants.list('c'), await store.grants.customer('c')]).toEqual([[], null]);
    expect((await store.conversations.events('c', 0, 10)).every(({ kind }) => kind !== 'notice-sent')).toBe(true);
  });

  it('[STORE-35] an erased guest’s as well', async () => {
    const store = database.makeStore();
    await store.conversations.create({ id: 'c:1', customerId: null, channel: 'test', locale: null, at: AT });
    await store.alerts.create('alert', { conversationId: 'c:1', productId: 'p', variantId: 'v', at: AT });
    await store.erase('conversation:c:1');
    expect(await store.alerts.listOpen()).toEqual([]);
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
