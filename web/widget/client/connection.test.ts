import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WireEvent } from '../../../src/core/wire.ts';
import { type FakeApi, fakeApi, unreachable } from '../testing/fake-api.ts';
import { ApiError } from './api.ts';
import { type Connection, connect, type Link } from './connection.ts';
import { EMPTY_TRANSCRIPT, receive } from './transcript.ts';

let api: FakeApi;
let connection: Connection | null = null;
let links: Link[];
let transcript = EMPTY_TRANSCRIPT;
const onUnauthorized = vi.fn();

function open(): Connection {
  connection = connect({
    api,
    token: 't',
    synced: () => transcript.synced,
    waiting: () => true,
    now: () => Date.now(),
    onEvents: (events: readonly WireEvent[]) => {
      transcript = receive(transcript, events, true);
    },
    onProgress: () => undefined,
    onLink: (link) => links.at(-1) !== link && links.push(link),
    onUnauthorized,
  });
  return connection;
}
const say = (text: string) => api.record({ kind: 'person', operator: '阿青', text });
const heard = () => transcript.events.map((event) => (event.kind === 'person' ? event.text : event.kind));

beforeEach(() => {
  vi.useFakeTimers();
  api = fakeApi();
  links = [];
  transcript = EMPTY_TRANSCRIPT;
  onUnauthorized.mockReset();
});
afterEach(() => {
  connection?.stop();
  vi.useRealTimers();
});

describe('following a conversation', () => {
  it('[WEB-06] by stream: what is said comes at once', async () => {
    open();
    await vi.advanceTimersByTimeAsync(10);
    say('您好');
    await vi.advanceTimersByTimeAsync(10);
    expect(heard()).toEqual(['您好']);
    expect(links).toEqual(['connecting', 'live']);
    expect(api.polls).toBe(0);
  });

  it('[WEB-06] after a break it goes on after the last sequence: nothing is missed, nothing comes twice', async () => {
    open();
    await vi.advanceTimersByTimeAsync(10);
    say('一');
    await vi.advanceTimersByTimeAsync(10);
    api.fault.stream = unreachable();
    connection?.renew();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(links.at(-1)).toBe('lost');
    say('二');
    api.fault.stream = null;
    connection?.renew();
    await vi.advanceTimersByTimeAsync(20);
    expect(api.streams[0]?.after).toBe(1);
    expect(heard()).toEqual(['一', '二']);
    expect(links.at(-1)).toBe('live');
  });

  it('[WEB-07] however often it is told to try again, there is one stream', async () => {
    open();
    for (let i = 0; i < 20; i++) {
      connection?.renew();
      await vi.advanceTimersByTimeAsync(i % 3);
    }
    await vi.advanceTimersByTimeAsync(500);
    expect(api.streams.length).toBe(1);
    say('一');
    await vi.advanceTimersByTimeAsync(10);
    expect(heard()).toEqual(['一']);
  });

  it('[WEB-07] a server that ends each stream at once is not asked in a tight loop', async () => {
    const { stream } = api;
    let asked = 0;
    api.stream = async (...args) => {
      asked++;
      const body = await stream(...args);
      api.streams[0]?.controller.close();
      return body;
    };
    open();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(asked).toBeGreaterThan(3);
    expect(asked).toBeLessThan(15);
  });

  it('[WEB-08] a stream that brings no byte within five seconds is replaced by polling, and tried again later', async () => {
    api.buffering = true;
    open();
    await vi.advanceTimersByTimeAsync(4_900);
    expect(api.polls).toBe(0);
    say('您好');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(heard()).toEqual(['您好']);
    expect(links.at(-1)).toBe('polling');
    expect(api.streams.length).toBe(0);
    api.buffering = false;
    await vi.advanceTimersByTimeAsync(62_000);
    expect(links.at(-1)).toBe('live');
  });

  it('[WEB-08] a stream that is refused is replaced by polling', async () => {
    api.fault.stream = new ApiError(503, 'shop.unavailable', '');
    open();
    await vi.advanceTimersByTimeAsync(2_000);
    say('您好');
    await vi.advanceTimersByTimeAsync(1_500);
    expect(heard()).toEqual(['您好']);
  });

  it('[WEB-08] a stream that falls silent is opened anew', async () => {
    open();
    await vi.advanceTimersByTimeAsync(10);
    const [first] = api.streams;
    for (let i = 0; i < 6; i++) {
      await vi.advanceTimersByTimeAsync(15_000);
      api.push(': \n\n');
    }
    expect(api.streams[0]).toBe(first);
    await vi.advanceTimersByTimeAsync(46_000);
    expect(api.streams.length).toBe(1);
    expect(api.streams[0]).not.toBe(first);
  });

  it('[WEB-09] an ended session ends it, without another try', async () => {
    api.fault.stream = new ApiError(401, 'session.required', '');
    open();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(onUnauthorized).toHaveBeenCalledTimes(1);
    expect(api.polls).toBe(0);
  });
});
