import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import type { ServerEnvironment } from '../environment.ts';

/** For every answer; a page brings its own content policy. */
export const secure: MiddlewareHandler<ServerEnvironment> = async (c, next) => {
  c.header('x-content-type-options', 'nosniff');
  c.header('referrer-policy', 'strict-origin-when-cross-origin');
  c.header('x-frame-options', 'DENY');
  c.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  c.header('cross-origin-resource-policy', 'same-origin');
  await next();
};

/** Answers that belong to somebody are not kept by anybody on the way. */
export const unkept: MiddlewareHandler<ServerEnvironment> = async (c, next) => {
  c.header('cache-control', 'no-store');
  await next();
};

/** The shop's pages stand on other origins. Bearer tokens, not cookies, say who asks: no credentials are allowed across. */
export function shareWith(allowedOrigins: readonly string[]): MiddlewareHandler<ServerEnvironment> {
  const isOpen = allowedOrigins.includes('*');
  return cors({
    origin: isOpen ? '*' : (origin) => (allowedOrigins.includes(origin) ? origin : null),
    allowMethods: ['GET', 'POST', 'DELETE'],
    allowHeaders: ['authorization', 'content-type', 'last-event-id', 'accept-language'],
    exposeHeaders: ['retry-after', 'content-language'],
    maxAge: 600,
  });
}
