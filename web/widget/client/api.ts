import type {
  ArticleResponse,
  EventsResponse,
  MessageRequest,
  MessageResponse,
  Problem,
  SessionRequest,
  SessionResponse,
  ShopResponse,
} from '../../../src/core/wire.ts';

/** Milliseconds after which an answer is no longer waited for. */
const PATIENCE = 15_000;

/** The server said no. `status` 0: it was not reached. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  /** Seconds to wait before trying again, where the server says so. */
  readonly retryAfter: number | null;

  constructor(status: number, code: string, title: string, retryAfter: number | null = null) {
    super(title);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

export interface Api {
  createSession(request: SessionRequest): Promise<SessionResponse>;
  /** Best effort: a token that nobody holds any more runs out by itself. */
  endSession(token: string): void;
  post(token: string, message: MessageRequest): Promise<MessageResponse>;
  events(token: string, after: number, signal: AbortSignal): Promise<EventsResponse>;
  stream(token: string, after: number, signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
  shop(): Promise<ShopResponse>;
  article(id: string): Promise<ArticleResponse>;
}

async function refusal(response: Response): Promise<ApiError> {
  const problem = (await response.json().catch(() => null)) as Partial<Problem> | null;
  const wait = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new ApiError(
    response.status,
    problem?.code ?? 'unknown',
    problem?.title ?? '',
    Number.isFinite(wait) ? wait : null,
  );
}

/**
 * @param base address of the folder that serves the widget, ending in a slash
 * @param language in which refusals are worded
 */
export function createApi(base: string, fetcher: typeof fetch, language: () => string): Api {
  async function request(path: string, init: RequestInit): Promise<Response> {
    let response: Response;
    try {
      const headers = { 'accept-language': language(), ...init.headers };
      response = await fetcher(new URL(path, base), { ...init, headers, credentials: 'omit', cache: 'no-store' });
    } catch (error) {
      throw new ApiError(0, 'unreachable', String(error));
    }
    if (!response.ok) throw await refusal(response);
    return response;
  }

  async function json<T>(path: string, init: RequestInit = {}): Promise<T> {
    const limit = new AbortController();
    const abort = () => limit.abort();
    const timer = setTimeout(abort, PATIENCE);
    init.signal?.addEventListener('abort', abort);
    try {
      const response = await request(path, { ...init, signal: limit.signal });
      return (await response.json()) as T;
    } catch (error) {
      throw error instanceof ApiError ? error : new ApiError(0, 'unreadable', String(error));
    } finally {
      clearTimeout(timer);
      init.signal?.removeEventListener('abort', abort);
    }
  }

  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const send = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

  return {
    createSession: (body) => json('api/sessions', send(body)),
    endSession: (token) =>
      void request('api/sessions', { method: 'DELETE', headers: bearer(token), keepalive: true }).catch(
        () => undefined,
      ),
    post: (token, message) => json('api/conversation/messages', send(message, bearer(token))),
    events: (token, after, signal) =>
      json(`api/conversation/events?after=${after}`, { headers: bearer(token), signal }),
    async stream(token, after, signal) {
      const headers = { ...bearer(token), accept: 'text/event-stream', 'last-event-id': String(after) };
      const response = await request('api/conversation/stream', { headers, signal });
      if (!response.body || !response.headers.get('content-type')?.startsWith('text/event-stream')) {
        throw new ApiError(502, 'not-a-stream', '');
      }
      return response.body;
    },
    shop: () => json('api/shop'),
    article: (id) => json(`api/shop/articles/${encodeURIComponent(id)}`),
  };
}
