import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FakeApi, fakeApi, unreachable } from '../testing/fake-api.ts';
import { fakeEnvironment, memoryShelf, shopToken } from '../testing/fake-environment.ts';
import { ApiError } from './api.ts';
import { createChat } from './chat.ts';
import type { Chat } from './chat-state.ts';

let api: FakeApi;
let shelf = memoryShelf();
let chat: Chat;

/** A page is opened: what the browser kept is there, everything else is new. */
function openPage(token: string | null = null): Chat {
  const environment = fakeEnvironment(shelf);
  let ids = 0;
  const id = () => `page${api.sessions.length}-${++ids}`;
  const base = 'https://clerk.example/';
  chat = createChat({ base, api, environment: { ...environment, id }, shopToken: token, locale: () => 'zh' });
  return chat;
}
const settle = (milliseconds = 20) => vi.advanceTimersByTimeAsync(milliseconds);
const texts = () => chat.state.get().transcript.events.map((event) => ('text' in event ? event.text : event.kind));
const unsent = () => chat.state.get().unsent.map(({ text, state }) => `${text} ${state}`);

beforeEach(() => {
  vi.useFakeTimers();
  api = fakeApi();
  shelf = memoryShelf();
});
afterEach(() => {
  chat.stop();
  vi.useRealTimers();
});

describe('a visit', () => {
  it('[WEB-01] opens a session with the first message, not before', async () => {
    openPage();
    await settle();
    chat.greet();
    expect(api.sessions).toEqual([]);
    chat.send('在吗');
    await settle();
    expect(api.sessions).toEqual([{ locale: 'zh' }]);
    expect(texts()).toEqual(['在吗']);
    expect(unsent()).toEqual([]);
  });

  it('[WEB-01] survives a reload: the same session, the whole history, and it is known as history', async () => {
    openPage().send('在吗');
    await settle();
    api.record({ kind: 'reply', reply: { locale: 'zh', text: '在的', blocks: [], citations: [] } });
    await settle();
    chat.stop();
    openPage();
    expect(chat.state.get().ready).toBe(false);
    await settle();
    expect(texts()).toEqual(['在吗', 'reply']);
    expect(chat.state.get()).toMatchObject({ ready: true, history: 2 });
    expect(api.sessions.length).toBe(1);
  });

  it('[WEB-02] at sign-in, sign-out and change of customer the old token and history are gone from view and storage', async () => {
    openPage().send('我是访客');
    await settle();
    for (const token of [shopToken('lin'), shopToken('zhou'), null]) {
      api.events_ = [];
      const [held] = [...shelf.held.values()];
      chat.signIn(token);
      expect(texts()).toEqual([]);
      expect([...shelf.held.values()].join()).not.toContain(JSON.parse(held ?? '{}').token);
      chat.send('又来了');
      await settle();
      expect(texts()).toEqual(['又来了']);
    }
    expect(api.ended).toEqual(['token-1', 'token-2', 'token-3']);
    expect(api.sessions.map((session) => session.shopToken !== undefined)).toEqual([false, true, true, false]);
  });

  it('[WEB-02] a renewed token of the same customer changes nothing', async () => {
    openPage(shopToken('lin')).send('在吗');
    await settle();
    chat.signIn(shopToken('lin'));
    await settle();
    expect(texts()).toEqual(['在吗']);
    expect(api.sessions.length).toBe(1);
  });

  it('[WEB-02] what is still on its way for one identity never shows up for the next', async () => {
    const { post, createSession } = api;
    const late: (() => void)[] = [];
    const held = new Promise<void>((resolve) => late.push(resolve));
    api.post = (token, message) => held.then(() => post(token, message));
    openPage().send('秘密');
    await settle();
    api.createSession = (request) => held.then(() => createSession(request));
    chat.signIn(shopToken('lin'));
    chat.send('我是林');
    chat.signIn(shopToken('zhou'));
    for (const release of late) release();
    await settle();
    expect(texts()).toEqual([]);
    expect(unsent()).toEqual([]);
    expect([...shelf.held.values()].join()).not.toContain('customer:lin');
  });

  it('[WEB-02] history that comes late for one identity never shows up for the next', async () => {
    openPage().send('秘密');
    await settle();
    chat.stop();
    const { events } = api;
    const gate: (() => void)[] = [];
    const held = new Promise<void>((resolve) => gate.push(resolve));
    api.events = (token, after, signal) => held.then(() => events(token, after, signal));
    openPage();
    await settle();
    chat.signIn(shopToken('lin'));
    for (const release of gate) release();
    await settle();
    expect(texts()).toEqual([]);
  });

  it('[WEB-02] a page that is opened as somebody else finds nothing unsent', async () => {
    api.fault.post = unreachable();
    openPage().send('我的地址是…');
    await settle();
    chat.stop();
    api.fault.post = null;
    openPage(shopToken('lin'));
    await settle(60_000);
    expect(api.events_).toEqual([]);
    expect([...shelf.held.values()].join()).not.toContain('地址');
  });

  it('[WEB-02] a message that could not be sent is not sent for somebody else', async () => {
    api.fault.post = unreachable();
    openPage().send('我的地址是…');
    await settle();
    chat.signIn(shopToken('lin'));
    api.fault.post = null;
    await settle(60_000);
    expect(api.events_).toEqual([]);
    expect(unsent()).toEqual([]);
  });

  it('[WEB-02] a session that another tab began as somebody else takes this tab out of view', async () => {
    openPage().send('我是访客');
    await settle();
    const [key = ''] = [...shelf.held.keys()];
    chat.sessionChanged(key, JSON.stringify({ identity: 'customer:lin', token: 'other' }));
    expect(texts()).toEqual([]);
  });

  it('[WEB-03] a message that was not acknowledged is sent again under its id, after a reload too', async () => {
    openPage().send('在吗');
    await settle();
    api.fault.post = unreachable();
    chat.send('那个');
    chat.send('我的单');
    await settle(5_000);
    expect(unsent()).toEqual(['那个 pending', '我的单 pending']);
    chat.stop();
    api.fault.post = null;
    openPage();
    await settle();
    expect(texts()).toEqual(['在吗', '那个', '我的单']);
    expect(unsent()).toEqual([]);
    expect(new Set(api.posted.filter(({ text }) => text === '那个').map((each) => each.clientMessageId)).size).toBe(1);
  });

  it('[WEB-03] the same message accepted twice stands once', async () => {
    openPage().send('在吗');
    await settle();
    const [sent] = api.posted;
    await api.post('t', sent ?? { clientMessageId: '', text: '' });
    await settle();
    expect(texts()).toEqual(['在吗']);
  });

  it('[WEB-10] a refused message is shown as failed, with the reason, and goes again when asked', async () => {
    api.fault.post = new ApiError(413, 'message.too-long', '消息太长了');
    openPage().send('长');
    await settle();
    expect(chat.state.get().unsent).toMatchObject([{ state: 'failed', problem: '消息太长了' }]);
    api.fault.post = null;
    chat.retry(chat.state.get().unsent[0]?.clientMessageId ?? '');
    await settle();
    expect(texts()).toEqual(['长']);
  });

  it('[WEB-10] one that stays unreachable fails after five tries, and goes by itself once the network is back', async () => {
    api.fault.post = unreachable();
    openPage().send('在吗');
    await settle(60_000);
    expect(unsent()).toEqual(['在吗 failed']);
    api.fault.post = null;
    chat.renew();
    await settle();
    expect(texts()).toEqual(['在吗']);
  });

  it('[WEB-10] too many requests are waited out as long as the server says', async () => {
    api.fault.post = new ApiError(429, 'request.too-many', '', 7);
    openPage().send('在吗');
    await settle(6_900);
    expect(api.posted.length).toBe(1);
    api.fault.post = null;
    await settle(200);
    expect(texts()).toEqual(['在吗']);
  });

  it('[WEB-09] an expired session begins anew, once, and the message is not lost', async () => {
    openPage().send('在吗');
    await settle();
    api.events_ = [];
    const { post } = api;
    let refusals = 0;
    api.post = (token, message) => {
      if (token !== 'token-1') return post(token, message);
      refusals++;
      return Promise.reject(new ApiError(401, 'session.required', ''));
    };
    chat.send('还在吗');
    await settle();
    expect(texts()).toEqual(['还在吗']);
    expect(refusals).toBe(1);
    expect(chat.state.get().notice).toBe('expired');
  });

  it('[WEB-09] sessions that never work do not loop', async () => {
    api.fault.post = new ApiError(401, 'session.required', '');
    openPage().send('在吗');
    await settle(120_000);
    expect(api.sessions.length).toBeLessThanOrEqual(2);
    expect(unsent()).toEqual(['在吗 failed']);
  });

  it('[WEB-09] where the shop token is refused the visitor goes on as a guest and is told', async () => {
    const { createSession } = api;
    api.createSession = (request) =>
      request.shopToken ? Promise.reject(new ApiError(401, 'shop-token.refused', '')) : createSession(request);
    openPage(shopToken('lin')).send('在吗');
    await settle();
    expect(texts()).toEqual(['在吗']);
    expect(chat.state.get().notice).toBe('signed-out');
    expect([...shelf.held.values()].join()).not.toContain('customer:lin');
  });

  it('[WEB-15] a card is pressed once, however often and wherever it is clicked', async () => {
    openPage().send('取消吧');
    await settle();
    api.fault.post = unreachable();
    const card = { token: 'abc', decision: 'confirm' } as const;
    chat.send('确认', card);
    chat.send('确认', card);
    await settle();
    api.fault.post = null;
    chat.renew();
    await settle();
    chat.send('确认', card);
    await settle();
    expect(texts()).toEqual(['取消吧', '确认']);
    expect(new Set(api.posted.filter((each) => each.card).map((each) => each.clientMessageId)).size).toBe(1);
  });

  it('[WEB-16] a closed conversation is over, and a new one begins empty', async () => {
    openPage().send('在吗');
    await settle();
    api.record({ kind: 'owner', owner: 'closed' });
    await settle();
    expect(chat.state.get().transcript.owner).toBe('closed');
    api.events_ = [];
    chat.startOver();
    expect(chat.state.get().transcript.owner).toBe('bot');
    chat.send('新问题');
    await settle();
    expect(texts()).toEqual(['新问题']);
    expect(api.sessions.length).toBe(2);
  });

  it('[WEB-18] a page out of sight holds no stream, and catches up when it is seen again', async () => {
    openPage().send('在吗');
    await settle();
    expect(api.streams.length).toBe(1);
    chat.rest();
    await settle();
    expect(api.streams.length).toBe(0);
    api.record({ kind: 'person', operator: '阿青', text: '您好' });
    chat.resume();
    await settle();
    expect(texts()).toEqual(['在吗', '您好']);
  });
});
