import { HTTPException } from 'hono/http-exception';
import { AppError } from '../core/errors.ts';
import { type Locale, localize } from '../core/locale.ts';
import type { Problem } from '../core/wire.ts';
import type { Log } from '../platform/log.ts';
import type { ServerContext } from './environment.ts';
import { PROBLEMS } from './problem-titles.ts';

/** The first of our languages that the header prefers; where it says nothing, Chinese unless told otherwise. */
export function preferredLocale(header: string | undefined, otherwise: Locale = 'zh'): Locale {
  const wishes = (header ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const quality = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find((text) => text !== undefined);
    return { tag, quality: quality === undefined ? 1 : Number(quality) };
  });
  wishes.sort((a, b) => b.quality - a.quality);
  for (const { tag, quality } of wishes) {
    if (quality === 0) continue;
    if (/^zh\b/.test(tag)) return 'zh';
    if (/^en\b/.test(tag)) return 'en';
  }
  return otherwise;
}

/** A refusal by its code, thrown where a request is served. */
export function problem(code: string, detail?: string): AppError {
  return new AppError(code, { status: PROBLEMS[code]?.status ?? 500, ...(detail !== undefined && { detail }) });
}

/** What is told outside of an error. `shown` is text of our own making; an error's own message never leaves. */
export function problemOf(error: unknown, locale: Locale): Problem {
  const known = toAppError(error);
  const entry = PROBLEMS[known.code];
  const title = entry?.title ?? known.publicMessage;
  return {
    type: `urn:xiaoer:problem:${known.code}`,
    title: title ? localize(title, locale) : known.code,
    status: known.status === 500 && entry ? entry.status : known.status,
    code: known.code,
    ...(known.code === 'request.invalid' && { detail: known.message.replace(/^request\.invalid: /, '') }),
  };
}

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof HTTPException) {
    if (error.status === 415) return problem('request.wrong-type');
    if (error.status === 400) return problem('request.not-json');
  }
  return new AppError('internal.error', { cause: error });
}

export function problemResponse(c: ServerContext, error: unknown, log: Log): Response {
  const body = problemOf(error, preferredLocale(c.req.header('accept-language')));
  if (body.status >= 500) log.error('request.failed', { method: c.req.method, path: c.req.path, error });
  c.header('content-type', 'application/problem+json');
  c.header('content-language', preferredLocale(c.req.header('accept-language')));
  if (body.status === 401) c.header('www-authenticate', 'Bearer');
  return c.body(JSON.stringify(body), body.status as 400);
}
