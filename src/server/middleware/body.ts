import type { MiddlewareHandler } from 'hono';
import type { ServerEnvironment } from '../environment.ts';
import { problem } from '../problem.ts';

/** Bytes of a request's body. */
const MAX_BODY = 64 * 1024;

async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY) throw problem('request.too-large');
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > MAX_BODY) throw problem('request.too-large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Bounds the body and refuses broken UTF-8, which would otherwise be stored with replacement characters. */
export const checkBody: MiddlewareHandler<ServerEnvironment> = async (c, next) => {
  const { raw } = c.req;
  if (raw.body !== null) {
    const bytes = await readBody(raw);
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      throw problem('request.not-utf8');
    }
    c.req.raw = new Request(raw.url, {
      method: raw.method,
      headers: raw.headers,
      body: bytes.length > 0 ? bytes : null,
      signal: raw.signal,
    });
  }
  await next();
};
