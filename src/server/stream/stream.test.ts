import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DAY } from '../../core/instant.ts';
import type { Listening } from '../listen.ts';
import { createWorld, REPLY, type World } from '../testing/world.ts';

let world: World;
let listening: Listening;

beforeEach(async () => {
  world = createWorld({ limits: { streams: 8, messages: 1_000 } });
  listening = await world.server.listen();
});
afterEach(async () => {
  await listening.close();
  world.remove();
});

interface Reader {
  response: Response;
  /** Everything up to the first occurrence of `text`. */
  until(text: string): Promise<string>;
  rest(): Promise<string>;
  cancel(): void;
}

async function open(token: string, headers: Record<string, string> = {}, query = ''): Promise<Reader> {
  const stop = new AbortController();
  const response = await fetch(`${listening.url}/api/conversation/stream${query}`, {
    headers: { authorization: `Bearer ${token}`, ...headers },
    signal: stop.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let seen = '';
  return {
    response,
    async until(text) {
      while (!seen.includes(text)) {
        const part = await reader?.read();
        if (!part || part.done) throw new Error(`ended before ${text}: ${seen}`);
        seen += part.value;
      }
      return seen;
    },
    async rest() {
      for (;;) {
        const part = await reader?.read();
        if (!part || part.done) return seen;
        seen += part.value;
      }
    },
    cancel: () => stop.abort(),
  };
}

const sequences = (text: string) => [...text.matchAll(/^id: (\d+)$/gm)].map((match) => Number(match[1]));

async function eventually(check: () => boolean): Promise<void> {
  for (let time = 0; time < 200 && !check(); time++) await pause(10);
  expect(check()).toBe(true);
}

describe('the stream of a conversation', () => {
  it('[API-20] says something at once, forbids buffering, and brings events and progress', async () => {
    const { token, conversationId } = await world.begin();
    const reader = await open(token);
    await reader.until(': open');
    const { headers } = reader.response;
    expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-cache, no-transform');
    expect(headers.get('x-accel-buffering')).toBe('no');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    world.conversations.report(conversationId, { state: 'looking-up' });
    await world.conversations.post(conversationId, { clientMessageId: 'm', text: '在吗\n那个' });
    const text = await reader.until('id: 2');
    expect(text).toContain('event: progress\ndata: {"state":"looking-up"}\n\n');
    expect(text).toContain('id: 1\nevent: event\ndata: {"sequence":1,');
    const reply = (await reader.until('\n\nid: 2\n').then(() => reader.until('"citations"'))).split(
      'id: 2\nevent: event\ndata: ',
    )[1];
    expect(JSON.parse((reply ?? '').split('\n')[0] ?? '')).toMatchObject({ kind: 'reply', reply: REPLY });
    reader.cancel();
  });

  it('[API-21] a reader that comes back gets exactly what it missed, in order', async () => {
    const { token, conversationId } = await world.begin();
    for (let index = 0; index < 150; index++) {
      await world.conversations.post(conversationId, { clientMessageId: `m${index}`, text: `第${index}句` });
    }
    const resumed = await open(token, { 'last-event-id': '7' });
    const expected = Array.from({ length: 293 }, (_, index) => index + 8);
    expect(sequences(await resumed.until('id: 300\n'))).toEqual(expected);
    await world.conversations.post(conversationId, { clientMessageId: 'late', text: '还有' });
    expect(sequences(await resumed.until('id: 302\n'))).toEqual([...expected, 301, 302]);
    resumed.cancel();
    const byQuery = await open(token, {}, '?after=300');
    expect(sequences(await byQuery.until('id: 302\n'))).toEqual([301, 302]);
    byQuery.cancel();
  });

  it('[API-21] what happens while the past is read comes once and in order', async () => {
    const { token, conversationId } = await world.begin();
    const { events } = world.conversations;
    world.conversations.events = async (id, after, limit) => {
      const found = await events(id, after, limit);
      if (after === 0) world.conversations.append(id, 'person-replied', { operator: '小兰', text: '插一句' });
      return found;
    };
    await world.conversations.post(conversationId, { clientMessageId: 'm', text: '在吗' });
    const reader = await open(token);
    expect(sequences(await reader.until('插一句'))).toEqual([1, 2, 3]);
    reader.cancel();
  });

  it('[API-22] a reader that leaves is forgotten; a session keeps six streams', async () => {
    const { token, conversationId } = await world.begin();
    const readers: Reader[] = [];
    for (let index = 0; index < 7; index++) {
      const reader = await open(token);
      await reader.until(': open');
      readers.push(reader);
    }
    expect(await readers[0]?.rest()).toContain(': open');
    await eventually(() => world.conversations.listeners(conversationId) === 6);
    for (const reader of readers) reader.cancel();
    await eventually(() => world.conversations.listeners(conversationId) === 0);
  });

  it('[API-22] one address has a bounded number of streams', async () => {
    const readers: Reader[] = [];
    for (let index = 0; index < 8; index++) readers.push(await open((await world.begin()).token));
    const refused = await open((await world.begin()).token);
    expect([refused.response.status, refused.response.headers.get('retry-after')]).toEqual([429, '30']);
    for (const reader of readers) reader.cancel();
  });

  it('[API-22] what a reader does not read does not pile up; after half a minute it is dropped, and resumes by sequence', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { token, conversationId } = await world.begin();
    const socket: Socket = connect(Number(new URL(listening.url).port), '127.0.0.1');
    socket.on('error', () => {});
    socket.pause();
    socket.write(`GET /api/conversation/stream HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\n\r\n`);
    await eventually(() => world.conversations.listeners(conversationId) === 1);
    let read = 0;
    const { events } = world.conversations;
    world.conversations.events = (id, after, limit) => {
      read = after;
      return events(id, after, limit);
    };
    const text = '很长的一句话。'.repeat(2_000);
    for (let index = 0; index < 600; index++) {
      world.conversations.append(conversationId, 'person-replied', { operator: '小兰', text });
      if (index % 20 === 0) await pause(1);
    }
    // It waits at the event that no longer fitted, and reads no further.
    await pause(50);
    expect(read).toBeLessThan(500);
    vi.advanceTimersByTime(15_000);
    expect(world.conversations.listeners(conversationId)).toBe(1);
    vi.advanceTimersByTime(15_000);
    vi.useRealTimers();
    await eventually(() => world.conversations.listeners(conversationId) === 0);
    socket.destroy();
    const reader = await open(token, { 'last-event-id': '595' });
    expect(sequences(await reader.until('id: 600\n'))).toEqual([596, 597, 598, 599, 600]);
    reader.cancel();
  });

  it('[API-23] closing the server ends the streams cleanly', async () => {
    const { token } = await world.begin();
    const reader = await open(token);
    await reader.until(': open');
    await listening.close();
    expect(await reader.rest()).toContain(': open');
  });

  it('[API-24] a stream ends at once when its session is forgotten or replaced, and the streams of others go on', async () => {
    const forgotten = await world.begin();
    const replaced = await world.begin('customer-1');
    const other = await world.begin();
    const readers = [await open(forgotten.token), await open(replaced.token), await open(forgotten.token)];
    const others = await open(other.token);
    await Promise.all([...readers, others].map((reader) => reader.until(': open')));
    await world.call('DELETE', '/api/sessions', { token: forgotten.token });
    const body = { shopToken: 'jwt.for.customer-1' };
    await world.call('POST', '/api/sessions', { token: replaced.token, body });
    for (const reader of readers) expect(await reader.rest()).toContain(': open');
    await world.conversations.post(forgotten.conversationId, { clientMessageId: 'm', text: '在吗' });
    expect(world.conversations.listeners(forgotten.conversationId)).toBe(0);
    expect(world.conversations.listeners(replaced.conversationId)).toBe(0);
    expect(world.conversations.listeners(other.conversationId)).toBe(1);
    others.cancel();
  });

  it('[API-24] each heartbeat ends the streams of sessions that another process took back, or that have expired', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const [revoked, customer, guest] = [await world.begin(), await world.begin('customer-1'), await world.begin()];
    const readers = [await open(revoked.token), await open(customer.token), await open(guest.token)];
    await Promise.all(readers.map((reader) => reader.until(': open')));
    const streaming = () =>
      [revoked, customer, guest].map(({ conversationId }) => world.conversations.listeners(conversationId));
    await world.deps.sessions.remove(revoked.token);
    expect(streaming()).toEqual([1, 1, 1]);
    vi.advanceTimersByTime(15_000);
    await eventually(() => streaming().join() === '0,1,1');
    world.clock.advance(DAY);
    vi.advanceTimersByTime(15_000);
    vi.useRealTimers();
    await eventually(() => streaming().join() === '0,0,1');
    readers[2]?.cancel();
  });

  it('[API-24] a store that does not answer ends no stream; the next heartbeat asks again', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { token, conversationId } = await world.begin();
    const reader = await open(token);
    await reader.until(': open');
    const { resolve } = world.deps.sessions;
    world.deps.sessions.resolve = () => Promise.reject(new Error('the store is away'));
    vi.advanceTimersByTime(15_000);
    await eventually(() => world.logged.some((line) => line.includes('stream.session-unchecked')));
    expect(world.conversations.listeners(conversationId)).toBe(1);
    world.deps.sessions.resolve = resolve;
    await world.deps.sessions.remove(token);
    vi.advanceTimersByTime(15_000);
    vi.useRealTimers();
    await eventually(() => world.conversations.listeners(conversationId) === 0);
  });

  it('[API-20] a call in process gets the same stream', async () => {
    const { token, conversationId } = await world.begin();
    await world.conversations.post(conversationId, { clientMessageId: 'm', text: '在吗' });
    const response = await world.call('GET', '/api/conversation/stream', { token });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!text.includes('id: 2\n')) text += (await reader?.read())?.value ?? '';
    expect(sequences(text)).toEqual([1, 2]);
    await reader?.cancel();
    await eventually(() => world.conversations.listeners(conversationId) === 0);
  });
});
