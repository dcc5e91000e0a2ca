import { AppError } from '../core/errors.ts';
import { guardedFetch, type Resolve, refused } from './guarded.ts';

export interface HttpOptions {
  /** Origins that the operator configured (`http://127.0.0.1:11434`): allowed exactly, also private ones. */
  allowedOrigins: readonly string[];
  /** Up to the answer's headers, where the caller brings no signal of its own; a body is bounded by `readLimited`. */
  timeoutMs?: number;
  /** Name resolution; tests pass their own. */
  resolve?: Resolve;
}

/** The way out. Everything that leaves this process over HTTP goes through it. */
export interface Http {
  fetch: typeof fetch;
}

const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** What may not travel to another origin. */
const PRIVATE_HEADERS = ['authorization', 'cookie', 'proxy-authorization', 'x-api-key', 'api-key'];

/** The request that a redirect asks for; a 303, or a 301/302 to a POST, becomes a GET (Fetch standard, HTTP-redirect fetch). */
function redirected(from: Request, status: number, target: URL, body: ArrayBuffer | null): Request {
  const headers = new Headers(from.headers);
  if (target.origin !== new URL(from.url).origin) for (const name of PRIVATE_HEADERS) headers.delete(name);
  const toGet = (status === 303 && from.method !== 'HEAD') || (status < 303 && from.method === 'POST');
  if (toGet) for (const name of ['content-type', 'content-length', 'content-encoding']) headers.delete(name);
  const keepBody = !toGet && body !== null;
  return new Request(target, {
    method: toGet ? 'GET' : from.method,
    headers,
    signal: from.signal,
    redirect: 'manual',
    ...(keepBody && { body }),
  });
}

/**
 * A `fetch` that reaches the configured origins exactly, and otherwise public addresses only. Each redirect is checked like a first request.
 * @throws AppError `http.address-refused`, `http.too-many-redirects`; a time-out is a `TimeoutError` as everywhere in the platform.
 */
export function createHttp(options: HttpOptions): Http {
  const allowed = new Set(options.allowedOrigins.map((origin) => new URL(origin).origin));
  const timeoutMs = options.timeoutMs ?? 60_000;

  async function once(request: Request): Promise<Response> {
    const url = new URL(request.url);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') throw refused(url, 'only http and https');
    if (allowed.has(url.origin)) return fetch(request);
    if (url.username || url.password) throw refused(url, 'credentials in the address');
    return guardedFetch(request, options.resolve ? { resolve: options.resolve } : {});
  }

  return {
    async fetch(input, init) {
      const deadline = new AbortController();
      const giveUp = () => deadline.abort(new DOMException('no answer in time', 'TimeoutError'));
      const timer = init?.signal ? undefined : setTimeout(giveUp, timeoutMs);
      try {
        const first = new Request(input, init);
        const follow = first.redirect;
        let request = new Request(first, {
          redirect: 'manual',
          signal: AbortSignal.any([first.signal, deadline.signal]),
        });
        // Kept because a 307 sends it again; what this process sends is small.
        const body = request.body ? await request.clone().arrayBuffer() : null;
        for (let hop = 0; ; hop++) {
          const response = await once(request);
          const location = REDIRECTS.has(response.status) ? response.headers.get('location') : null;
          if (location === null || follow === 'manual') return response;
          await response.body?.cancel();
          if (follow === 'error' || hop >= MAX_REDIRECTS)
            throw new AppError('http.too-many-redirects', { detail: request.url });
          request = redirected(request, response.status, new URL(location, request.url), body);
        }
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/**
 * The body of a response up to `maxBytes`.
 * @throws AppError `http.too-large` as soon as more arrives.
 */
export async function readLimited(response: Response, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > maxBytes) throw new AppError('http.too-large', { detail: `${response.url}: over ${maxBytes} bytes` });
    parts.push(part);
  }
  return Buffer.concat(parts);
}
