import type { MiddlewareHandler } from 'hono';
import { LONGEST_RULES } from '../../core/sizes.ts';
import type { ServerEnvironment } from '../environment.ts';
import { problem } from '../problem.ts';

interface Bound {
  /** Of a request's body. */
  bytes: number;
  /** What is said of one that is larger. */
  code: string;
}

const USUAL: Bound = { bytes: 64 * 1024, code: 'request.too-large' };
/** In JSON a unit of text takes six bytes at most (`\u0000`); what is longer than the rules may be is told by their reader, with its place. */
const OF_RULES: Bound = { bytes: 6 * LONGEST_RULES + 64 * 1024, code: 'policy.too-large' };

/** The text of an article: two million characters, as long as what is read from a file may be. */
const OF_ARTICLES: Bound = { bytes: 12 * 1024 * 1024, code: 'knowledge.too-large' };

function boundOf(path: string): Bound {
  if (path.startsWith('/local/policy/')) return OF_RULES;
  return /^\/(local|api\/operator)\/knowledge\/articles\//.test(path) ? OF_ARTICLES : USUAL;
}

/** Bytes of a file: whoever keeps them bounds them as they come. */
const FILE = /^\/(local|api\/operator)\/knowledge\/imports\/[^/]+\/files$/;

async function readBody(request: Request, { bytes, code }: Bound): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > bytes) throw problem(code);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > bytes) throw problem(code);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Bounds the body and refuses broken UTF-8, which would otherwise be stored with replacement characters. */
export const checkBody: MiddlewareHandler<ServerEnvironment> = async (c, next) => {
  const { raw } = c.req;
  if (raw.body !== null && !FILE.test(c.req.path)) {
    const bytes = await readBody(raw, boundOf(c.req.path));
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
