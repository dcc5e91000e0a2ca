import { expect, it } from 'vitest';
import { describeOnEachDatabase } from '../../tests/support/database.ts';
import { EMPTY_STATE } from '../agent/brain.ts';
import type { TurnCommit } from '../conversation/ports.ts';
import { plus } from '../core/instant.ts';
import type { Store } from './store.ts';

const AT = '2026-06-01T08:00:00.000Z';
const reply = (text: string) => ({ locale: 'zh' as const, text, blocks: [], citations: [] });

describeOnEachDatabase('conversations', (given) => {
  const begin = async (customerId: string | null = null, id = 'c1') => {
    const store = given.makeStore();
    await store.conversations.create({ id, customerId, channel: 'web', locale: null, at: AT });
    return store;
  };
  let turns = 0;
  const say = (store: Store, clientMessageId: string, id = 'c1', at = AT) =>
    store.conversations.accept(
      id,
      { clientMessageId, text: `话 ${clientMessageId}` },
      { turnId: `t${++turns}`, at, dueAt: plus(at, 700) },
    );
  const claim = (store: Store, at = plus(AT, 10_000)) => store.conversations.claimTurn(at, 'me', plus(at, 60_000));
  const commit = (store: Store, turnId: string, more: Partial<TurnCommit> = {}) =>
    store.conversations.commitTurn({
      turnId,
      conversationId: 'c1',
      epoch: 1,
      reply: reply('好的'),
      brain: 'embedded',
      state: EMPTY_STATE,
      locale: 'zh',
      handOff: null,
      tells: [],
      at: AT,
      ...more,
    });
  const kinds = async (store: Store) =>
    (await store.conversations.events('c1', 0, 100)).map(({ sequence, kind }) => `${sequence} ${kind}`);

  it('[STORE-20] the same client message twenty times at once is one event and one turn', async () => {
    const store = await begin();
    const results = await Promise.all(Array.from({ length: 20 }, () => say(store, 'same')));
    expect(results.filter(({ kind }) => kind === 'accepted')).toHaveLength(1);
    expect(results.filter(({ kind }) => kind === 'repeated')).toHaveLength(19);
    expect(await kinds(store)).toEqual(['1 message-received']);
    expect(await claim(store)).toMatchObject({ fromSequence: 1, toSequence: 1, attempts: 1 });
    expect(await claim(store)).toBeNull();
  });

  it('[STORE-20] twenty different messages at once get the sequences 1 to 20 and one turn that answers them all', async () => {
    const store = await begin();
    await Promise.all(Array.from({ length: 20 }, (_, index) => say(store, String(index))));
    const events = await store.conversations.events('c1', 0, 100);
    expect(events.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(await claim(store)).toMatchObject({ fromSequence: 1, toSequence: 20 });
    expect(await claim(store)).toBeNull();
  });

  it('[STORE-20] one client message id in two conversations is two messages', async () => {
    const store = await begin();
    await store.conversations.create({ id: 'c2', customerId: null, channel: 'web', locale: null, at: AT });
    expect((await say(store, 'm', 'c1')).kind).toBe('accepted');
    expect((await say(store, 'm', 'c2')).kind).toBe('accepted');
  });

  it('[STORE-20] creating a conversation again changes nothing; an unknown one takes no message', async () => {
    const store = await begin('alice');
    const again = await store.conversations.create({
      id: 'c1',
      customerId: 'bob',
      channel: 'cli',
      locale: 'en',
      at: AT,
    });
    expect(again).toMatchObject({ customerId: 'alice', channel: 'web', owner: 'bot', epoch: 1, lastSequence: 0 });
    await expect(say(store, 'm', 'nowhere')).rejects.toMatchObject({ code: 'conversation.unknown' });
  });

  it('[STORE-21] a message joins the turn that waits and moves its time', async () => {
    const store = await begin();
    await say(store, '1');
    const later = plus(AT, 500);
    const second = await say(store, '2', 'c1', later);
    expect(second).toMatchObject({
      kind: 'accepted',
      turn: { fromSequence: 1, toSequence: 2, dueAt: plus(later, 700) },
    });
    expect(await store.conversations.claimTurn(plus(AT, 700), 'me', AT)).toBeNull();
    expect(await store.conversations.nextDueAt()).toBe(plus(later, 700));
  });

  it('[STORE-21] a newer message supersedes a running turn that has not acted, and the new one answers both', async () => {
    const store = await begin();
    await say(store, '1');
    const running = await claim(store);
    await say(store, '2');
    expect(await store.conversations.turnState(running?.id ?? '')).toMatchObject({ state: 'superseded' });
    expect(await commit(store, running?.id ?? '')).toEqual({ ok: false, reason: 'superseded' });
    const next = await claim(store);
    expect(next).toMatchObject({ fromSequence: 1, toSequence: 2 });
    expect(await commit(store, next?.id ?? '')).toMatchObject({ ok: true });
    expect(await kinds(store)).toEqual(['1 message-received', '2 message-received', '3 reply-sent']);
  });

  it('[STORE-21] a turn that has acted finishes first; the newer message waits behind it', async () => {
    const store = await begin();
    await say(store, '1');
    const acted = await claim(store);
    await given.database.query('update turns set acted = true where id = $1', [acted?.id ?? '']);
    await say(store, '2');
    expect(await store.conversations.nextDueAt()).toBeNull();
    expect(await claim(store)).toBeNull();
    expect(await commit(store, acted?.id ?? '')).toMatchObject({ ok: true });
    expect(await claim(store)).toMatchObject({ fromSequence: 2, toSequence: 2 });
  });

  it('[STORE-21] a turn left by a crash is not joined but replaced: what it has journalled was another question', async () => {
    const store = await begin();
    await say(store, '1');
    const crashed = await claim(store);
    expect(await store.conversations.releaseTurns(AT, 'me')).toBe(1);
    await say(store, '2');
    expect(await store.conversations.turnState(crashed?.id ?? '')).toMatchObject({ state: 'superseded' });
    expect(await claim(store)).toMatchObject({ fromSequence: 1, toSequence: 2, attempts: 1 });
  });

  it('[STORE-22] many processes claim: each turn once, one per conversation at a time', async () => {
    const store = given.makeStore();
    for (let index = 0; index < 6; index++) {
      const id = `c${index}`;
      await store.conversations.create({ id, customerId: null, channel: 'web', locale: null, at: AT });
      await say(store, 'm', id);
    }
    const claimed = await Promise.all(Array.from({ length: 20 }, () => claim(store)));
    // Under SKIP LOCKED a claim may find a row taken at that moment and come back empty: it is asked again.
    for (let turn = await claim(store); turn; turn = await claim(store)) claimed.push(turn);
    const conversations = claimed.flatMap((turn) => turn?.conversationId ?? []);
    expect(conversations.sort()).toEqual(['c0', 'c1', 'c2', 'c3', 'c4', 'c5']);
  });

  it('[STORE-22] a running turn waits again when its process says so, or when its lease is over', async () => {
    const store = await begin();
    await say(store, '1');
    const turn = await claim(store, plus(AT, 1_000));
    expect(await store.conversations.releaseTurns(plus(AT, 30_000), 'expired')).toBe(0);
    expect(await store.conversations.releaseTurns(plus(AT, 30_000), 'somebody else')).toBe(0);
    expect(await store.conversations.releaseTurns(plus(AT, 61_000), 'expired')).toBe(1);
    expect(await claim(store)).toMatchObject({ id: turn?.id, attempts: 2 });
    await store.conversations.releaseTurn(turn?.id ?? '');
    expect(await claim(store)).toMatchObject({ id: turn?.id, attempts: 3 });
    await store.conversations.failTurn(turn?.id ?? '');
    expect(await store.conversations.turnState(turn?.id ?? '')).toMatchObject({ state: 'failed' });
    expect(await store.conversations.nextDueAt()).toBeNull();
  });

  it('[STORE-23] a reply is stored with the state and language, once', async () => {
    const store = await begin();
    await say(store, '1');
    const turn = await claim(store);
    const state = { ...EMPTY_STATE, lastIntent: 'track_order', misses: 1 };
    expect(await commit(store, turn?.id ?? '', { state, locale: 'en' })).toMatchObject({ ok: true });
    expect(await commit(store, turn?.id ?? '')).toEqual({ ok: false, reason: 'already-done' });
    expect(await store.conversations.state('c1')).toEqual(state);
    expect(await store.conversations.get('c1')).toMatchObject({ locale: 'en', lastSequence: 2 });
    expect(await kinds(store)).toEqual(['1 message-received', '2 reply-sent']);
  });

  it('[STORE-23] twenty commits of one turn at once are one reply', async () => {
    const store = await begin();
    await say(store, '1');
    const turn = await claim(store);
    const results = await Promise.all(Array.from({ length: 20 }, () => commit(store, turn?.id ?? '')));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await kinds(store)).toEqual(['1 message-received', '2 reply-sent']);
  });

  it('[STORE-24] once a person has taken over, no reply begun before is stored, not even of a turn that has acted', async () => {
    const store = await begin();
    await say(store, '1');
    const turn = await claim(store);
    await given.database.query('update turns set acted = true where id = $1', [turn?.id ?? '']);
    const events = await store.conversations.personReplies('c1', '小王', '您好，我来处理', AT);
    expect(events?.map(({ kind }) => kind)).toEqual(['ownership-changed', 'person-replied']);
    expect(await commit(store, turn?.id ?? '')).toEqual({ ok: false, reason: 'ownership-changed' });
    expect(await store.conversations.get('c1')).toMatchObject({ owner: 'person', epoch: 2 });
    expect(await kinds(store)).toEqual(['1 message-received', '2 ownership-changed', '3 person-replied']);
    expect(await store.conversations.releaseTurns(plus(AT, 999_999), 'expired')).toBe(0);
  });

  it('[STORE-24] while a person owns it, a message starts no turn; a second reply of the person changes no epoch', async () => {
    const store = await begin();
    await store.conversations.personReplies('c1', '小王', '在的', AT);
    expect(await say(store, '1')).toMatchObject({ kind: 'accepted', turn: null });
    const events = await store.conversations.personReplies('c1', '小王', '马上', AT);
    expect(events?.map(({ kind }) => kind)).toEqual(['person-replied']);
    expect(await store.conversations.get('c1')).toMatchObject({ epoch: 2 });
    expect(await store.conversations.nextDueAt()).toBeNull();
  });

  it('[STORE-24] hand-off and reply are one: the bot’s last words and the new owner', async () => {
    const store = await begin();
    await say(store, '1');
    const turn = await claim(store);
    expect(await commit(store, turn?.id ?? '', { handOff: 'asked' })).toMatchObject({
      ok: true,
      events: [
        { kind: 'reply-sent', sequence: 2 },
        { kind: 'ownership-changed', sequence: 3, payload: { owner: 'person', epoch: 2 } },
      ],
    });
  });

  it('[STORE-24] changing the owner ends waiting turns; changing to the same owner is no event; unknown is null', async () => {
    const store = await begin();
    await say(store, '1');
    expect(await store.conversations.setOwner('c1', 'bot', '小王', 'x', AT)).toEqual([]);
    expect(await store.conversations.setOwner('c1', 'closed', '小王', 'done', AT)).toHaveLength(1);
    expect(await claim(store)).toBeNull();
    expect(await say(store, '2')).toEqual({ kind: 'closed' });
    expect((await say(store, '1')).kind).toBe('repeated');
    await expect(store.conversations.personReplies('c1', '小王', '?', AT)).rejects.toMatchObject({
      code: 'conversation.closed',
    });
    expect(await store.conversations.setOwner('nowhere', 'bot', 'a', 'b', AT)).toBeNull();
    expect(await store.conversations.personReplies('nowhere', 'a', 'b', AT)).toBeNull();
  });

  it('[STORE-25] lists the most recently active first, in pages without gap or repeat, by owner and customer', async () => {
    const store = given.makeStore();
    for (let index = 0; index < 7; index++) {
      const id = `c${index}`;
      const customerId = index % 2 === 0 ? 'alice' : null;
      await store.conversations.create({ id, customerId, channel: 'web', locale: null, at: plus(AT, index % 3) });
    }
    await store.conversations.setOwner('c0', 'person', 'x', 'y', plus(AT, 60_000));
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await store.conversations.list({ limit: 3, ...(after !== undefined && { after }) });
      seen.push(...page.map(({ id }) => id));
      after = page.at(-1)?.id;
      if (page.length < 3) break;
    }
    expect(seen).toEqual(['c0', 'c5', 'c2', 'c4', 'c1', 'c6', 'c3']);
    const mine = await store.conversations.list({ customerId: 'alice', owner: 'bot', limit: 10 });
    expect(mine.map(({ id }) => id)).toEqual(['c2', 'c4', 'c6']);
  });

  it('[STORE-26] no word of a customer lies readable in the database', async () => {
    const store = await begin('alice');
    await say(store, '秘密');
    const turn = await claim(store);
    await commit(store, turn?.id ?? '', { state: { ...EMPTY_STATE, shownOrders: ['订单秘密'] } });
    const rows = await given.database.query('select e.*, c.state from events as e join conversations as c on true');
    const text = JSON.stringify(rows, (_key, value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString() : value,
    );
    expect(rows).toHaveLength(2);
    expect(text).not.toContain('秘密');
    expect(text).not.toContain('好的');
  });

  it('[STORE-26] an erased customer’s events stay in their order, without words', async () => {
    const store = await begin('alice');
    await say(store, '1');
    const turn = await claim(store);
    await commit(store, turn?.id ?? '');
    await store.erase('customer:alice');
    const events = await store.conversations.events('c1', 0, 10);
    expect(events).toMatchObject([
      { sequence: 1, kind: 'message-received', erased: true, payload: { text: '' } },
      { sequence: 2, kind: 'reply-sent', erased: true, payload: { reply: { text: '' } } },
    ]);
    expect(await store.conversations.state('c1')).toBeNull();
  });
});
