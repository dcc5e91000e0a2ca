import type { MessageRequest, Progress, SessionRequest, WireEvent } from '../../../src/core/wire.ts';
import { type Api, ApiError } from '../client/api.ts';

type Draft<E = WireEvent> = E extends WireEvent ? Omit<E, 'sequence' | 'at'> : never;

interface Stream {
  after: number;
  controller: ReadableStreamDefaultController<Uint8Array>;
}

/** A server in the same process: every door of the widget, and levers for what goes wrong. */
export interface FakeApi extends Api {
  events_: WireEvent[];
  record(event: Draft): WireEvent;
  /** Messages in the order of their arrival, repeats included. */
  posted: MessageRequest[];
  sessions: SessionRequest[];
  ended: string[];
  streams: Stream[];
  polls: number;
  /** Error that the next calls of that door meet; null: none. */
  fault: { sessions: ApiError | null; post: ApiError | null; events: ApiError | null; stream: ApiError | null };
  /** A proxy that lets streams open and nothing through. */
  buffering: boolean;
  progressNow: Progress | null;
  push(text: string): void;
}

const AT = '2026-03-01T08:00:00.000Z';
const EXPIRES = '2036-03-01T08:00:00.000Z';
const encoder = new TextEncoder();

export const unreachable = () => new ApiError(0, 'unreachable', '');

export function fakeApi(): FakeApi {
  const check = (door: keyof FakeApi['fault']) => {
    const fault = api.fault[door];
    if (fault) throw fault;
  };
  const frame = (event: WireEvent) => `event: event\ndata: ${JSON.stringify(event)}\n\n`;

  const api: FakeApi = {
    events_: [],
    posted: [],
    sessions: [],
    ended: [],
    streams: [],
    polls: 0,
    fault: { sessions: null, post: null, events: null, stream: null },
    buffering: false,
    progressNow: null,
    record(draft) {
      const event = { ...draft, sequence: api.events_.length + 1, at: AT } as WireEvent;
      api.events_.push(event);
      api.push(frame(event));
      return event;
    },
    push(text) {
      if (!api.buffering) for (const { controller } of api.streams) controller.enqueue(encoder.encode(text));
    },
    async createSession(request) {
      check('sessions');
      api.sessions.push(request);
      const customer = request.shopToken ? { name: '林小满' } : null;
      const token = `token-${api.sessions.length}`;
      return { token, conversationId: 'c1', customer, expiresAt: EXPIRES };
    },
    endSession: (token) => void api.ended.push(token),
    async post(_token, message) {
      api.posted.push(message);
      check('post');
      const known = api.events_.find(
        (event) => event.kind === 'message' && event.clientMessageId === message.clientMessageId,
      );
      if (known) return { event: known, repeated: true };
      const { clientMessageId, text } = message;
      return { event: api.record({ kind: 'message', clientMessageId, text }), repeated: false };
    },
    async events(_token, after) {
      check('events');
      api.polls++;
      const events = api.events_.filter((event) => event.sequence > after);
      return { conversationId: 'c1', owner: 'bot', events, progress: api.progressNow };
    },
    async stream(_token, after, signal) {
      check('stream');
      return new ReadableStream<Uint8Array>({
        start(controller) {
          const stream = { after, controller };
          api.streams.push(stream);
          signal.addEventListener('abort', () => {
            api.streams.splice(api.streams.indexOf(stream), 1);
            controller.error(new DOMException('aborted', 'AbortError'));
          });
          if (api.buffering) return;
          const text = [': open\n\n', ...api.events_.filter((event) => event.sequence > after).map(frame)].join('');
          controller.enqueue(encoder.encode(text));
        },
      });
    },
    shop: () => Promise.reject(unreachable()),
    article: () => Promise.reject(unreachable()),
  };
  return api;
}
