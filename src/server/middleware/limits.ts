import type { MiddlewareHandler } from 'hono';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { digest } from '../../identity/digest.ts';
import type { Config } from '../../platform/config.ts';
import type { ServerContext, ServerEnvironment } from '../environment.ts';
import { problem } from '../problem.ts';
import { limitKey } from './address.ts';

/** Seconds over which is counted. */
const WINDOW = 60;

function limiter(points: number, keyOf: (c: ServerContext) => string | null): MiddlewareHandler<ServerEnvironment> {
  const counts = new RateLimiterMemory({ points, duration: WINDOW });
  return async (c, next) => {
    const key = keyOf(c);
    if (key !== null) {
      const wait = await counts.consume(key).then(
        () => null,
        (refusal: { msBeforeNext?: number }) => refusal.msBeforeNext ?? 1_000,
      );
      if (wait !== null) {
        c.header('retry-after', String(Math.max(1, Math.ceil(wait / 1_000))));
        throw problem('request.too-many');
      }
    }
    await next();
  };
}

function byAddress(c: ServerContext): string | null {
  const address = c.get('address');
  return address === null ? null : limitKey(address);
}

export interface Limits {
  requests: MiddlewareHandler<ServerEnvironment>;
  sessions: MiddlewareHandler<ServerEnvironment>;
  messages: MiddlewareHandler<ServerEnvironment>;
}

export function createLimits(config: Config['limits']): Limits {
  return {
    requests: limiter(config.requests, byAddress),
    sessions: limiter(config.sessions, byAddress),
    messages: limiter(config.messages, (c) => digest(c.get('session').token)),
  };
}
