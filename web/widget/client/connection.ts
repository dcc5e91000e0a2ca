import type { EventsResponse, Progress, WireEvent } from '../../../src/core/wire.ts';
import { type Api, ApiError } from './api.ts';
import { createPause } from './pause.ts';
import { sseParser } from './sse.ts';

export type Link = 'off' | 'connecting' | 'live' | 'polling' | 'lost';

export interface ConnectionOptions {
  api: Api;
  token: string;
  /** The sequence to go on after. */
  synced(): number;
  /** True while an answer is awaited: polling is quicker then. */
  waiting(): boolean;
  now(): number;
  onEvents(events: readonly WireEvent[]): void;
  onProgress(progress: Progress): void;
  onLink(link: Link): void;
  /** The session is over: nothing more comes of it. */
  onUnauthorized(): void;
}

export interface Connection {
  /** The network may have changed: what is open is dropped and tried anew at once. Never opens a second stream. */
  renew(): void;
  stop(): void;
}

/** Milliseconds in which the first byte must come: a proxy that buffers brings none. */
const FIRST_BYTE = 5_000;
/** Milliseconds of silence after which a stream is taken for dead; the server's heartbeats are more frequent. */
const SILENCE = 45_000;
/** Milliseconds for which polling stands in before the stream is tried again. */
const POLLING_SPELL = 60_000;
const REOPEN = 300;
const POLL_QUICK = 1_200;
const POLL_SLOW = 4_000;
const LONGEST_WAIT = 10_000;

/** Follows a conversation until it is stopped: by stream, by polling where streams do not come through. One request at a time. */
export function connect(options: ConnectionOptions): Connection {
  const { api, token } = options;
  const stopped = new AbortController();
  let current = new AbortController();
  const pause = createPause();
  let pollUntil = 0;
  let failures = 0;

  function apply(update: EventsResponse): void {
    options.onEvents(update.events);
    options.onProgress(update.progress ?? { state: 'idle' });
  }

  function dispatch(event: { event: string; data: string }): void {
    if (event.event === 'event') options.onEvents([JSON.parse(event.data) as WireEvent]);
    if (event.event === 'progress') options.onProgress(JSON.parse(event.data) as Progress);
  }

  async function follow(mine: AbortController): Promise<void> {
    let watchdog = setTimeout(() => {
      pollUntil = options.now() + POLLING_SPELL;
      mine.abort();
    }, FIRST_BYTE);
    try {
      const reader = (await api.stream(token, options.synced(), mine.signal)).getReader();
      const decoder = new TextDecoder();
      const parse = sseParser();
      for (;;) {
        const { done, value } = await reader.read();
        if (done || mine.signal.aborted) return;
        clearTimeout(watchdog);
        watchdog = setTimeout(() => mine.abort(), SILENCE);
        failures = 0;
        options.onLink('live');
        for (const event of parse(decoder.decode(value, { stream: true }))) dispatch(event);
      }
    } catch (error) {
      if (!mine.signal.aborted) throw error;
    } finally {
      clearTimeout(watchdog);
      mine.abort();
    }
  }

  async function step(): Promise<void> {
    current = new AbortController();
    if (options.now() < pollUntil) {
      apply(await api.events(token, options.synced(), current.signal));
      failures = 0;
      options.onLink('polling');
      await pause.wait(options.waiting() ? POLL_QUICK : POLL_SLOW);
      return;
    }
    await follow(current);
    // A server that closes each stream at once is not asked in a tight loop.
    await pause.wait(REOPEN);
  }

  /** A stream that the server or a proxy refuses, while it can be reached, is replaced by polling. */
  function refused(error: unknown): boolean {
    return error instanceof ApiError && error.status !== 0 && error.status !== 429 && options.now() >= pollUntil;
  }

  async function run(): Promise<void> {
    options.onLink('connecting');
    while (!stopped.signal.aborted) {
      try {
        await step();
      } catch (error) {
        if (stopped.signal.aborted) return;
        if (error instanceof ApiError && error.status === 401) {
          options.onUnauthorized();
          return;
        }
        if (refused(error)) pollUntil = options.now() + POLLING_SPELL;
        failures++;
        if (failures > 1) options.onLink('lost');
        await pause.wait(Math.min(LONGEST_WAIT, 400 * 2 ** failures));
      }
    }
  }

  void run();
  return {
    renew() {
      current.abort();
      pause.end();
    },
    stop() {
      stopped.abort();
      current.abort();
      pause.end();
    },
  };
}
