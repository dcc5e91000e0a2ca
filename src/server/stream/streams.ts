import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Instant } from '../../core/instant.ts';
import type { ServerDeps } from '../deps.ts';
import type { ServerContext } from '../environment.ts';
import { limitKey } from '../middleware/address.ts';
import { problem } from '../problem.ts';
import { follow } from './follow.ts';
import { bodySink, type Sink, socketSink } from './sink.ts';

/** Milliseconds between comments that keep proxies and readers from giving the connection up. */
const HEARTBEAT = 15_000;
/** A visitor has a few tabs. With one more the oldest stream ends. */
const PER_SESSION = 6;
/** What a reader waits before it comes back, milliseconds. */
const RETRY = 2_000;

/** A proxy that compresses or buffers would hold the answer back. */
const HEADERS: Record<string, string> = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
};

/** Heartbeats through which a reader may leave unread what it was sent. Then its stream ends, and it comes back by sequence. */
const PATIENCE = 2;

interface Open {
  sink: Sink;
  token: string;
  address: string | null;
  expiresAt: Instant;
  /** Heartbeats since it last took what was sent. */
  unread: number;
}

export interface Streams {
  open(c: ServerContext, after: number): Response;
  /** Ends what this process streams to the holder of a token whose session is over. */
  endOf(token: string): void;
  /** How many are open now. */
  count(): number;
  close(): void;
}

export function createStreams(
  deps: Pick<ServerDeps, 'conversations' | 'sessions' | 'log' | 'clock' | 'config'>,
): Streams {
  const streams = new Set<Open>();
  let heart: NodeJS.Timeout | null = null;
  let closing = false;
  let checking = false;

  function beat(): void {
    const now = deps.clock.now();
    for (const stream of [...streams]) {
      stream.unread = stream.sink.waiting() > 0 ? stream.unread + 1 : 0;
      if (stream.expiresAt <= now || stream.unread >= PATIENCE) stream.sink.end();
      else if (stream.unread === 0) stream.sink.write(': \n\n');
    }
    void checkSessions();
  }

  function endOf(token: string): void {
    for (const stream of [...streams]) if (stream.token === token) stream.sink.end();
  }

  /** A session may have been taken back through another process. A store that does not answer ends nothing: it is asked again at the next beat. */
  async function checkSessions(): Promise<void> {
    if (checking) return;
    checking = true;
    try {
      for (const token of new Set([...streams].map((stream) => stream.token))) {
        if ((await deps.sessions.resolve(token)) === null) endOf(token);
      }
    } catch (error) {
      deps.log.warn('stream.session-unchecked', { error });
    } finally {
      checking = false;
    }
  }

  function admit(c: ServerContext): Omit<Open, 'sink'> {
    if (closing) throw problem('server.stopping');
    const { token, expiresAt } = c.get('session');
    const from = c.get('address');
    const address = from === null ? null : limitKey(from);
    const sameAddress = [...streams].filter((stream) => address !== null && stream.address === address);
    if (sameAddress.length >= deps.config.limits.streams) {
      c.header('retry-after', '30');
      throw problem('request.too-many');
    }
    const mine = [...streams].filter((stream) => stream.token === token);
    if (mine.length >= PER_SESSION) mine[0]?.sink.end();
    return { token, address, expiresAt, unread: 0 };
  }

  function start(stream: Open, conversationId: string, after: number): void {
    streams.add(stream);
    stream.sink.onClose(() => {
      streams.delete(stream);
      if (streams.size === 0 && heart) {
        clearInterval(heart);
        heart = null;
      }
    });
    heart ??= setInterval(beat, HEARTBEAT).unref();
    stream.sink.write(`: open\nretry: ${RETRY}\n\n`);
    follow(deps, conversationId, after, stream.sink);
  }

  return {
    open(c, after) {
      const admitted = admit(c);
      const { conversationId } = c.get('session');
      for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
      if (c.req.method === 'HEAD') return c.body(null, 200);
      const { outgoing } = c.env ?? {};
      if (!outgoing) {
        const { sink, body } = bodySink();
        start({ ...admitted, sink }, conversationId, after);
        return c.body(body, 200);
      }
      const headers = c.body(null, 200).headers;
      outgoing.writeHead(200, Object.fromEntries(headers));
      start({ ...admitted, sink: socketSink(outgoing) }, conversationId, after);
      return RESPONSE_ALREADY_SENT;
    },
    endOf,
    count: () => streams.size,
    close() {
      closing = true;
      for (const stream of [...streams]) stream.sink.end();
    },
  };
}
