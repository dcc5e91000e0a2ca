import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { describeOnEachDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { EMPTY_STATE } from '../agent/brain.ts';
import type { Clerk, TurnInput, TurnOutcome } from '../agent/clerk.ts';
import { freeGuard } from '../agent/testing/gate-settings.ts';
import { type Clock, manualClock, systemClock, systemRandom } from '../core/clock.ts';
import type { ConversationEvent } from '../core/conversation.ts';
import { silentLog } from '../platform/log.ts';
import type { Conversations } from './conversations.ts';
import type { ConversationStore } from './ports.ts';
import { createConversations } from './service.ts';

type Work = (input: TurnInput, signal: AbortSignal) => Promise<Partial<TurnOutcome>>;

function outcome(text: string, more: Partial<TurnOutcome> = {}): TurnOutcome {
  const trace = { commands: [], facts: [], brain: 'test', degraded: null, milliseconds: 0 };
  return {
    reply: { locale: 'zh', text, blocks: [], citations: [] },
    state: EMPTY_STATE,
    handOff: null,
    tells: [],
    trace,
    ...more,
  };
}

/** A clerk that repeats what it heard, after `work`. */
function clerkThat(work: Work = async () => ({})): Clerk & { turns: TurnInput[] } {
  const turns: TurnInput[] = [];
  return {
    turns,
    async runTurn(input, _onProgress, signal) {
      turns.push(input);
      return outcome(input.incoming.map(({ text }) => text).join('|'), await work(input, signal));
    },
    apologise: () => outcome('抱歉', { handOff: 'turn.failed' }),
    answer: async () => outcome(''),
  };
}

function door(): { open(): void; opened: Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { open: resolve, opened: promise };
}

describeOnEachDatabase('conversations', (database: TestDatabase) => {
  const running: Conversations[] = [];
  afterEach(async () => {
    for (const conversations of running.splice(0)) await conversations.stop();
  });

  async function start(
    clerk: Clerk,
    burstWindowMs = 0,
    more: { shared?: boolean; ownOnly?: boolean; store?: ConversationStore; clock?: Clock } = {},
  ): Promise<{ conversations: Conversations; id: string }> {
    const store = more.store ?? database.makeStore().conversations;
    const random = systemRandom();
    const conversations = createConversations({
      store,
      clerk,
      clock: more.clock ?? systemClock,
      random,
      log: silentLog,
      burstWindowMs,
      shared: more.shared ?? false,
      ownOnly: more.ownOnly,
    });
    running.push(conversations);
    await conversations.start();
    const { id } = await conversations.open({ customerId: 'c1', channel: 'test', locale: 'zh' });
    return { conversations, id };
  }

  const said = async (conversations: Conversations, id: string): Promise<string[]> =>
    (await conversations.events(id, 0)).flatMap((event: ConversationEvent) =>
      event.kind === 'reply-sent' ? [event.payload.reply.text] : [],
    );

  async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
    for (let tries = 0; tries < 400; tries++) {
      if (await condition()) return;
      await sleep(20);
    }
    throw new Error('it did not come to that');
  }
  const post = (conversations: Conversations, id: string, text: string, clientMessageId = text) =>
    conversations.post(id, { clientMessageId, text });

  it('[CONV-1] the same message twenty times at once is one message, one turn, one reply', async () => {
    const clerk = clerkThat();
    const { conversations, id } = await start(clerk, 30);
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(conversations, id, '在吗', 'same')));
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(new Set(answers.map(({ event }) => event.sequence))).toEqual(new Set([1]));
    await until(async () => (await said(conversations, id)).length > 0);
    await sleep(100);
    expect(await said(conversations, id)).toEqual(['在吗']);
    expect(clerk.turns).toHaveLength(1);
    expect((await post(conversations, id, '在吗', 'same')).repeated).toBe(true);
  });

  it('[CONV-2] [CONV-11] a burst is one turn with one reply, in gapless order', async () => {
    const clerk = clerkThat();
    const clock = manualClock('2026-06-01T08:00:00.000Z');
    const { conversations, id } = await start(clerk, 150, { clock });
    for (const text of ['在吗', '那个', '我的单']) {
      await post(conversations, id, text);
      clock.advance(100);
    }
    // 50 ms before the last message's window closes, though the first one's is long over.
    expect(clerk.turns).toEqual([]);
    clock.advance(50);
    await until(async () => (await said(conversations, id)).length > 0);
    expect(await said(conversations, id)).toEqual(['在吗|那个|我的单']);
    expect((await conversations.events(id, 0)).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
  });

  it('[CONV-3] a newer message supersedes a running turn: one reply, to both', async () => {
    const { open, opened } = door();
    let aborted = false;
    const clerk = clerkThat(async (input, signal) => {
      signal.addEventListener('abort', () => {
        aborted = true;
      });
      if (input.incoming.length === 1) await opened;
      return {};
    });
    const { conversations, id } = await start(clerk);
    await post(conversations, id, '我要退货');
    await until(() => clerk.turns.length === 1);
    await post(conversations, id, '等等，先别退');
    await until(async () => (await said(conversations, id)).length > 0 || aborted);
    open();
    await until(async () => (await said(conversations, id)).length > 0);
    await sleep(100);
    expect(await said(conversations, id)).toEqual(['我要退货|等等，先别退']);
    expect(aborted).toBe(true);
  });

  it('[CONV-4] says nothing once a person has taken over, until it is handed back', async () => {
    const { open, opened } = door();
    const clerk = clerkThat(async () => {
      await opened;
      return {};
    });
    const { conversations, id } = await start(clerk);
    await post(conversations, id, '在吗');
    await until(() => clerk.turns.length === 1);
    await conversations.personReplies(id, 'Mei', '我来');
    open();
    await sleep(100);
    await post(conversations, id, '好的谢谢');
    await sleep(150);
    expect(await said(conversations, id)).toEqual([]);
    expect((await conversations.get(id))?.owner).toBe('person');
    await conversations.setOwner(id, 'bot', 'Mei', 'handed-back');
    await post(conversations, id, '还有个问题');
    await until(async () => (await said(conversations, id)).length > 0);
    expect(await said(conversations, id)).toEqual(['还有个问题']);
  });

  it('[CONV-4] a hand-off comes with the reply, and silences the clerk', async () => {
    const clerk = clerkThat(async () => ({ handOff: 'asked' }));
    const { conversations, id } = await start(clerk);
    const { event } = await post(conversations, id, '转人工');
    const reply = await conversations.replyTo(id, event.sequence, new AbortController().signal);
    expect(reply?.kind).toBe('reply-sent');
    const next = await post(conversations, id, '在吗');
    expect(await conversations.replyTo(id, next.event.sequence, new AbortController().signal)).toBeNull();
    expect((await conversations.list({ owner: 'person', limit: 10 })).map((found) => found.id)).toEqual([id]);
  });

  it('[CONV-5] [CONV-7] a closed conversation begins anew, without the old request in sight', async () => {
    const clerk = clerkThat();
    const { conversations, id } = await start(clerk);
    await post(conversations, id, '转人工');
    await until(async () => (await said(conversations, id)).length === 1);
    await conversations.setOwner(id, 'closed', 'Mei', 'solved');
    await post(conversations, id, '你们几点下班');
    await until(async () => (await said(conversations, id)).length === 2);
    expect(clerk.turns.at(-1)?.transcript).toEqual([]);
    expect((await conversations.get(id))?.owner).toBe('bot');
  });

  it('[CONV-6] any words of a person make the person the owner', async () => {
    const { conversations, id } = await start(clerkThat());
    await conversations.personReplies(id, 'phone app', '您好');
    expect(await conversations.get(id)).toMatchObject({ owner: 'person', epoch: 2 });
    await conversations.personReplies(id, 'phone app', '在的');
    expect(await conversations.get(id)).toMatchObject({ owner: 'person', epoch: 2 });
  });

  it.each([
    ['', 'message.empty'],
    [' \n\t', 'message.empty'],
    ['字'.repeat(4_001), 'message.too-long'],
  ])('[CONV-8] refuses %j', async (text, code) => {
    const { conversations, id } = await start(clerkThat());
    await expect(post(conversations, id, text, 'm')).rejects.toMatchObject({ code });
    expect(await conversations.events(id, 0)).toEqual([]);
    await expect(post(conversations, 'nobody', '在吗')).rejects.toMatchObject({ code: 'conversation.unknown' });
  });

  it('[CONV-9] tries a turn that throws three times, then says so and fetches a person', async () => {
    const clerk = clerkThat(async () => {
      throw new Error('broken');
    });
    const { conversations, id } = await start(clerk);
    await post(conversations, id, '在吗');
    await until(async () => (await said(conversations, id)).length > 0);
    expect(await said(conversations, id)).toEqual(['抱歉']);
    expect(clerk.turns).toHaveLength(3);
    expect((await conversations.get(id))?.owner).toBe('person');
  });

  it('[CONV-12] what one process writes is heard by those who listen at another', async () => {
    const server = await start(clerkThat(), 0, { shared: true });
    const other = await start(clerkThat(), 0, { shared: true, ownOnly: true });
    const heard: number[] = [];
    other.conversations.subscribe(server.id, (notice) => {
      if (notice.kind === 'event') heard.push(notice.event.sequence);
    });
    await post(server.conversations, server.id, '在吗');
    await until(() => heard.includes(2));
    expect(new Set(heard)).toEqual(new Set([1, 2]));
  });

  it('[CONV-12] a process that only asks answers nothing but what was asked through it', async () => {
    const asking = clerkThat();
    const { conversations, id } = await start(asking, 0, { shared: true, ownOnly: true });
    const { conversations: store } = database.makeStore();
    const at = systemClock.now();
    await store.create({ id: 'elsewhere', customerId: null, channel: 'test', locale: null, at });
    await store.accept('elsewhere', { clientMessageId: 'm', text: '在吗' }, { turnId: 'other-turn', at, dueAt: at });
    await post(conversations, id, '几点下班');
    await until(async () => (await said(conversations, id)).length > 0);
    expect(asking.turns.map(({ conversation }) => conversation.id)).toEqual([id]);
    expect(await store.turnState('other-turn')).toMatchObject({ state: 'waiting' });
  });

  it('[CONV-12] a turn whose process died is taken up by one that is there', async () => {
    const clerk = clerkThat();
    const { conversations: store } = database.makeStore();
    const at = systemClock.now();
    await store.create({ id: 'left', customerId: null, channel: 'test', locale: null, at });
    await store.accept('left', { clientMessageId: 'm', text: '在吗' }, { turnId: 'left-turn', at, dueAt: at });
    await store.claimTurn(at, 'dead process', at);
    const { conversations } = await start(clerk, 0, { shared: true });
    await until(async () => (await said(conversations, 'left')).length > 0);
  });

  it('[CONV-13] a failing database stops no process: the turn is answered when it is back', async () => {
    const { conversations: real } = database.makeStore();
    let outage = 4;
    const failing = async () => {
      outage--;
      throw new Error('connection lost');
    };
    const store: ConversationStore = {
      ...real,
      commitTurn: (commit) => (outage > 0 ? failing() : real.commitTurn(commit)),
      releaseTurn: (turnId) => (outage > 0 ? failing() : real.releaseTurn(turnId)),
      releaseTurns: (now, holder) => real.releaseTurns(now, holder),
    };
    const { conversations, id } = await start(clerkThat(), 0, { store });
    await post(conversations, id, '在吗');
    await until(() => outage < 4);
    await sleep(300);
    outage = 0;
    // The stranded turn waits for its lease; a newer message does not.
    await post(conversations, id, '喂');
    await until(async () => (await said(conversations, id)).length > 0);
    expect(await said(conversations, id)).toEqual(['在吗|喂']);
  });

  it('[CONV-3] a turn that has acted finishes, and the newer message gets its own', async () => {
    const { open, opened } = door();
    const store = database.makeStore();
    const clerk = clerkThat(async ({ turnId, conversation, incoming }) => {
      if (incoming[0]?.text !== '确认') return {};
      const scope = { turnId, conversationId: conversation.id, epoch: conversation.epoch };
      const now = systemClock.now();
      const quote = {
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
      const expiresAt = '2999-01-01T00:00:00.000Z';
      await store.confirmations.open(scope, {
        id: 'card',
        conversationId: conversation.id,
        quote,
        quoteHash: 'h',
        createdAt: now,
        expiresAt,
      });
      const intent = {
        key: 'k',
        confirmationId: 'card',
        turnId,
        conversationId: conversation.id,
        command: 'cancel_order',
        quote,
        plannedAt: now,
      };
      expect((await store.intents.plan(scope, intent, freeGuard(now))).ok).toBe(true);
      await opened;
      return {};
    });
    const { conversations, id } = await start(clerk);
    await post(conversations, id, '确认');
    await until(async () => (await store.intents.get('k')) !== null);
    await post(conversations, id, '谢谢');
    open();
    await until(async () => (await said(conversations, id)).length === 2);
    expect(await said(conversations, id)).toEqual(['确认', '谢谢']);
  });
});
