import { expect, it } from 'vitest';
import { describeOnEachDatabase } from '../../tests/support/database.ts';
import type { StoredConfirmation } from '../agent/ports.ts';
import { freeGuard } from '../agent/testing/gate-settings.ts';
import { DAY, plus } from '../core/instant.ts';
import type { Json } from '../core/json.ts';
import { money } from '../core/money.ts';
import type { Effect, Quote } from '../core/quote.ts';
import type { Store } from './store.ts';

const AT = '2026-06-01T08:00:00.000Z';

const QUOTE: Quote = {
  command: 'cancel_order',
  input: { order: '1234567890123456789' },
  orderId: '1234567890123456789',
  orderNumber: 'A-1',
  orderVersion: 3,
  title: { zh: '取消订单' },
  items: [],
  effects: [{ zh: '订单会被取消' }],
  refund: { amount: money(19_900, 'CNY'), parts: [], method: 'alipay', withinDays: 3 },
};
const EFFECT: Effect = {
  command: 'cancel_order',
  orderNumber: 'A-1',
  title: { zh: '已取消' },
  items: [],
  effects: [],
  refund: QUOTE.refund,
  reference: null,
  at: AT,
};

describeOnEachDatabase('what is confirmed and done', (given) => {
  /** A conversation in whose running turn t1 a card is open. */
  const begin = async (customerId: string | null = 'alice') => {
    const store = given.makeStore();
    await store.conversations.create({ id: 'c1', customerId, channel: 'web', locale: null, at: AT });
    await store.conversations.accept('c1', { clientMessageId: '1', text: '取消' }, { turnId: 't1', at: AT, dueAt: AT });
    await store.conversations.claimTurn(AT, 'me', plus(AT, 60_000));
    return store;
  };
  const scope = { turnId: 't1', conversationId: 'c1', epoch: 1 };
  const card = (id: string, more: Partial<StoredConfirmation> = {}) => ({
    id,
    conversationId: 'c1',
    quote: QUOTE,
    quoteHash: 'hash',
    createdAt: AT,
    expiresAt: plus(AT, 900_000),
    ...more,
  });
  const intent = (key: string, confirmationId: string, plannedAt = plus(AT, 1_000)) => ({
    key,
    confirmationId,
    turnId: 't1',
    conversationId: 'c1',
    command: 'cancel_order',
    quote: QUOTE,
    plannedAt,
  });
  const plan = (store: Store, key = 'k1', confirmationId = 'card1', at?: string) =>
    store.intents.plan(scope, intent(key, confirmationId, at), freeGuard(AT, { approval: { id: key, expiresAt: AT } }));

  it('[STORE-30] a new card closes the earlier ones; the same id again changes nothing', async () => {
    const store = await begin();
    await store.confirmations.open(scope, card('card1'));
    await store.confirmations.open(scope, card('card2'));
    await store.confirmations.open(scope, card('card1'));
    expect((await store.confirmations.listOpen('c1', AT)).map(({ id }) => id)).toEqual(['card2']);
    expect(await store.confirmations.get('card1')).toEqual({ ...card('card1'), state: 'cancelled' });
    expect(await store.confirmations.get('nothing')).toBeNull();
  });

  it('[STORE-30] a card is cancelled once, and is not open any more when its time is over', async () => {
    const store = await begin();
    await store.confirmations.open(scope, card('card1'));
    expect(await store.confirmations.listOpen('c1', plus(AT, 900_000))).toEqual([]);
    expect(await store.confirmations.cancel('card1')).toBe(true);
    expect(await store.confirmations.cancel('card1')).toBe(false);
  });

  it('[STORE-30] a superseded turn, or one of an earlier owner, opens no card', async () => {
    const store = await begin();
    await store.confirmations.open(scope, card('card1'));
    await store.conversations.accept('c1', { clientMessageId: '2', text: '等等' }, { turnId: 't2', at: AT, dueAt: AT });
    await store.confirmations.open(scope, card('late'));
    await store.confirmations.open({ ...scope, turnId: 't9', epoch: 7 }, card('foreign'));
    expect(await store.confirmations.listOpen('c1', AT)).toEqual([]);
  });

  it('[STORE-31] planning uses the card, marks the turn as having acted, and stores the intent', async () => {
    const store = await begin();
    await store.confirmations.open(scope, card('card1'));
    const fresh = { state: 'planned', effect: null, customerId: 'alice', sentAt: null, waitsFor: null };
    const stored = { ...intent('k1', 'card1'), ...fresh };
    expect(await plan(store)).toEqual({ ok: true, intent: stored });
    expect(await store.intents.get('k1')).toEqual(stored);
    expect(await store.confirmations.get('card1')).toMatchObject({ state: 'used' });
    expect(await store.conversations.turnState('t1')).toMatchObject({ acted: true });
    await store.conversations.accept('c1', { clientMessageId: '2', text: '?' }, { turnId: 't2', at: AT, dueAt: AT });
    expect(await store.conversations.turnState('t1')).toMatchObject({ state: 'running' });
  });

  it('[STORE-31] planning the same key again from the same turn gives the stored intent, from another turn nothing', async () => {
    const store = await begin();
    await store.confirmations.open(scope, card('card1'));
    const first = await plan(store);
    expect(await plan(store)).toEqual(first);
    const other = await store.intents.plan(
      { ...scope, turnId: 't2' },
      { ...intent('k1', 'card1'), turnId: 't2' },
      freeGuard(AT),
    );
    expect(other).toEqual({ ok: false, reason: 'not-open' });
  });

  it('[STORE-31] one card confirmed twenty times at once, under twenty keys, is one intent', async () => {
    const store = await begin();
    await store.confirmations.open(scope, card('card1'));
    const results = await Promise.all(Array.from({ length: 20 }, (_, index) => plan(store, `k${index}`)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.reason === 'not-open')).toHaveLength(19);
  });

  it('[STORE-31] refuses a card that is closed, expired, absent or another conversation’s', async () => {
    const store = await begin();
    await store.confirmations.open(scope, card('card1'));
    expect(await plan(store, 'k1', 'card1', plus(AT, 900_000))).toEqual({ ok: false, reason: 'expired' });
    await store.confirmations.cancel('card1');
    expect(await plan(store)).toEqual({ ok: false, reason: 'not-open' });
    expect(await plan(store, 'k2', 'nothing')).toEqual({ ok: false, reason: 'not-open' });
    await store.conversations.create({ id: 'c2', customerId: null, channel: 'web', locale: null, at: AT });
    await store.confirmations.open(
      { turnId: 'x', conversationId: 'c2', epoch: 1 },
      card('theirs', { conversationId: 'c2' }),
    );
    expect(await plan(store, 'k3', 'theirs')).toEqual({ ok: false, reason: 'not-open' });
  });

  it('[STORE-31] refuses after the owner has changed, and for a turn that was superseded', async () => {
    const store = await begin();
    await store.confirmations.open(scope, card('card1'));
    await store.conversations.accept('c1', { clientMessageId: '2', text: '等等' }, { turnId: 't2', at: AT, dueAt: AT });
    expect(await plan(store)).toEqual({ ok: false, reason: 'superseded' });
    await store.conversations.setOwner('c1', 'person', '小王', 'x', AT);
    expect(await plan(store)).toEqual({ ok: false, reason: 'ownership-changed' });
    expect(await store.confirmations.get('card1')).toMatchObject({ state: 'cancelled' });
    expect(await store.intents.get('k1')).toBeNull();
  });

  it('[STORE-32] what is planned or sent is unsettled; what is done stays done', async () => {
    const store = await begin();
    await store.confirmations.open(scope, card('card1'));
    await plan(store);
    // The turn runs: it settles it itself.
    expect(await store.intents.listUnsettled()).toEqual([]);
    await store.conversations.failTurn('t1');
    expect((await store.intents.listUnsettled()).map(({ key }) => key)).toEqual(['k1']);
    expect(await store.intents.send('k1', AT, AT, { zh: '同事已接手' })).toEqual({ verdict: 'go', events: [] });
    expect(await store.intents.listUnsettled()).toMatchObject([{ key: 'k1', state: 'sent' }]);
    await store.intents.settle('k1', { state: 'done', effect: EFFECT }, AT);
    await store.intents.settle('k1', { state: 'unknown', effect: null }, AT);
    expect(await store.intents.listUnsettled()).toEqual([]);
    expect(await store.intents.get('k1')).toMatchObject({ state: 'done', effect: EFFECT });
  });

  it('[STORE-32] an outcome that is unknown stays unsettled until it is known', async () => {
    const store = await begin();
    await store.confirmations.open(scope, card('card1'));
    await plan(store);
    await store.conversations.failTurn('t1');
    await store.intents.settle('k1', { state: 'unknown', effect: null }, AT);
    expect(await store.intents.listUnsettled()).toMatchObject([{ key: 'k1', state: 'unknown' }]);
    await store.intents.settle('k1', { state: 'done', effect: EFFECT }, AT);
    expect(await store.intents.get('k1')).toMatchObject({ state: 'done', effect: EFFECT });
    expect(await store.intents.listUnsettled()).toEqual([]);
  });

  it('[STORE-32] what a turn that can no longer speak has planned is unsettled, though it runs', async () => {
    const store = await begin();
    await store.confirmations.open(scope, card('card1'));
    await plan(store);
    await store.conversations.setOwner('c1', 'person', '小王', 'x', AT);
    expect((await store.intents.listUnsettled()).map(({ key }) => key)).toEqual(['k1']);
    await store.conversations.setOwner('c1', 'bot', '小王', 'x', AT);
    expect((await store.intents.listUnsettled()).map(({ key }) => key)).toEqual(['k1']);
  });

  it('[STORE-33] a step of the journal is stored once per number, in order', async () => {
    const { journal } = await begin();
    expect(await journal.append(scope, { number: 2, kind: 'result', payload: { b: 1 } })).toMatchObject({ number: 2 });
    await journal.append(scope, { number: 1, kind: 'begin', payload: ['中', null] });
    const kept = await journal.append(scope, { number: 1, kind: 'reply', payload: 'later' });
    expect(kept).toEqual({ number: 1, kind: 'begin', payload: ['中', null] });
    expect(await journal.read('t1')).toEqual([kept, { number: 2, kind: 'result', payload: { b: 1 } }]);
    expect(await journal.read('t2')).toEqual([]);
    const racers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => journal.append(scope, { number: 3, kind: 'proposal', payload: index })),
    );
    expect(new Set(racers.map(({ payload }) => payload)).size).toBe(1);
  });

  it('[STORE-33] the turn that stores a step gets what a resumed one would read', async () => {
    const { journal } = await begin();
    const payload = {
      text: '半\uD83D',
      nothing: undefined,
      list: [undefined, -0],
      at: new Date(AT),
    } as unknown as Json;
    const stored = await journal.append(scope, { number: 0, kind: 'result', payload });
    expect(stored.payload).toStrictEqual({ text: '半\uD83D', list: [null, 0], at: AT });
    expect([stored]).toStrictEqual(await journal.read('t1'));
  });

  it('[STORE-35] a step written after an erasure is readable, one before it is not', async () => {
    const store = await begin();
    for (const number of [0, 1, 2]) await store.journal.append(scope, { number, kind: 'begin', payload: '秘密' });
    await store.erase('customer:alice');
    await store.journal.append(scope, { number: 3, kind: 'reply', payload: '新' });
    for (const { journal } of [store, given.makeStore()]) {
      const payloads = (await journal.read('t1')).map(({ payload }) => payload);
      expect(payloads).toEqual([null, null, null, '新']);
    }
  });

  it('[STORE-34] entries of the audit form one unbroken chain, also when written at once', async () => {
    const { audit } = await begin();
    const entry = { at: AT, conversationId: 'c1', turnId: 't1', command: 'cancel_order', decision: 'done' };
    await Promise.all(Array.from({ length: 12 }, (_, index) => audit.append({ ...entry, payload: { index } })));
    expect(await audit.verify()).toEqual({ ok: true, entries: 12 });
    expect((await audit.list('c1', { limit: 100 })).items.toReversed()).toHaveLength(12);
  });

  it('[STORE-34] a changed, removed or inserted entry breaks the chain at its place', async () => {
    const { audit } = await begin();
    const entry = { at: AT, conversationId: 'c1', turnId: 't1', command: 'x', decision: 'done', payload: null };
    for (let index = 0; index < 5; index++) await audit.append(entry);
    await given.database.query(`update audit set decision = 'refused' where sequence = 3`);
    expect(await audit.verify()).toEqual({ ok: false, entries: 2, brokenAt: 3 });
    await given.database.query(`update audit set decision = 'done' where sequence = 3`);
    expect(await audit.verify()).toEqual({ ok: true, entries: 5 });
    await given.database.query('update audit set payload = $1 where sequence = 2', [Uint8Array.of(1)]);
    expect(await audit.verify()).toMatchObject({ brokenAt: 2 });
    await given.database.query('delete from audit where sequence = 1');
    expect(await audit.verify()).toMatchObject({ brokenAt: 1 });
  });

  it('[STORE-35] erasing a customer erases steps, cards, intents and audit payloads; the chain still holds', async () => {
    const store = await begin();
    await store.journal.append(scope, { number: 1, kind: 'begin', payload: { text: '秘密' } });
    await store.confirmations.open(scope, card('card1'));
    await plan(store);
    await store.audit.append({
      at: AT,
      conversationId: 'c1',
      turnId: 't1',
      command: 'x',
      decision: 'done',
      payload: { a: 1 },
    });
    await store.erase('customer:alice');
    expect(await store.journal.read('t1')).toEqual([{ number: 1, kind: 'begin', payload: null, erased: true }]);
    expect(await store.confirmations.get('card1')).toBeNull();
    expect(await store.intents.get('k1')).toBeNull();
    expect(await store.intents.listUnsettled()).toEqual([]);
    expect((await store.audit.list('c1', { limit: 100 })).items.toReversed()).toMatchObject([
      { decision: 'done', payload: null },
    ]);
    expect(await store.audit.verify()).toEqual({ ok: true, entries: 1 });
  });

  it('[STORE-36] a guest’s proven orders belong to the conversation they were proven in', async () => {
    const { grants } = await begin(null);
    await grants.add('c1', 'o2', plus(AT, 1));
    await grants.add('c1', 'o1', AT);
    await grants.add('c1', 'o1', plus(AT, 5));
    expect(await grants.list('c1')).toEqual(['o1', 'o2']);
    expect([await grants.has('c1', 'o1'), await grants.has('c1', 'o3'), await grants.has('c2', 'o1')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('[STORE-37] a session is found by its token’s hash until it is removed; expired ones are cleared away', async () => {
    const { sessions } = await begin();
    const session = { tokenHash: 'h1', conversationId: 'c1', customerId: 'alice', expiresAt: plus(AT, 1_000) };
    await sessions.put(session);
    await sessions.put({ ...session, conversationId: 'c2' });
    expect(await sessions.find('h1')).toEqual({ ...session, conversationId: 'c2' });
    await sessions.put({ tokenHash: 'old', conversationId: 'c1', customerId: null, expiresAt: plus(AT, -1) });
    await sessions.put({ ...session, tokenHash: 'h2' });
    expect(await sessions.find('old')).toBeNull();
    await sessions.remove('h1');
    expect(await sessions.find('h1')).toBeNull();
  });

  it('[STORE-38] simultaneous attempts are all counted, within the window, and one can be taken back', async () => {
    const { attempts } = await begin();
    await attempts.count('k', plus(AT, -60_000), plus(AT, -120_000));
    const counts = await Promise.all(Array.from({ length: 15 }, () => attempts.count('k', AT, plus(AT, -30_000))));
    expect(counts.sort((a, b) => a - b)).toEqual(Array.from({ length: 15 }, (_, index) => index + 1));
    await attempts.forgive('k', AT);
    await attempts.forgive('k', plus(AT, 7));
    await attempts.forgive('nobody', AT);
    expect(await attempts.count('k', plus(AT, 1), plus(AT, -30_000))).toBe(15);
    expect(await attempts.count('other', AT, AT)).toBe(1);
    const later = plus(AT, 40 * DAY);
    await attempts.count('new', later, AT);
    expect(await given.database.query('select key from attempts')).toEqual([{ key: 'new' }]);
  });
});
