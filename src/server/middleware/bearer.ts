import type { MiddlewareHandler } from 'hono';
import { type OperatorRole, UNNAMED_OPERATOR } from '../../core/actor.ts';
import { sameSecret } from '../../identity/digest.ts';
import { mayActAs, type Operators } from '../../identity/operators.ts';
import type { Sessions } from '../../identity/sessions.ts';
import type { ServerContext, ServerEnvironment } from '../environment.ts';
import { problem } from '../problem.ts';

export function bearerOf(c: ServerContext): string | null {
  return /^Bearer +([\x21-\x7e]{1,512})$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? null;
}

export function requireSession(sessions: Sessions): MiddlewareHandler<ServerEnvironment> {
  return async (c, next) => {
    const token = bearerOf(c);
    const session = token === null ? null : await sessions.resolve(token);
    if (token === null || session === null) throw problem('session.required');
    c.set('session', { ...session, token });
    await next();
  };
}

export function requireOperator(operators: Operators): MiddlewareHandler<ServerEnvironment> {
  return async (c, next) => {
    const token = bearerOf(c);
    const operator = token === null ? null : operators.find(token);
    if (operator === null) throw problem('operator.required');
    c.set('operator', operator);
    await next();
  };
}

export function requireRole(c: ServerContext, needed: OperatorRole): void {
  if (!mayActAs(c.get('operator').role, needed)) throw problem('operator.not-allowed');
}

const LOOPBACK = /^(127\.|::1$)/;

/** Who sits at the command line: whoever holds the folder is believed. Percent-encoded, because names are written in any script. */
export const OPERATOR_HEADER = 'x-xiaoer-operator';

function saidToBe(c: ServerContext): string {
  const given = c.req.header(OPERATOR_HEADER);
  if (given === undefined) return UNNAMED_OPERATOR;
  let name = '';
  try {
    name = decodeURIComponent(given).trim();
  } catch {
    // Not a name, as an empty one is not.
  }
  if (name === '' || name.length > 64 || /\p{C}/u.test(name))
    throw problem('request.invalid', `${OPERATOR_HEADER}: a percent-encoded name of 1 to 64 characters`);
  return name;
}

/** The command line on this machine: by the token of the data folder, never through a proxy, never from a web page. */
export function requireLocal(localToken: string): MiddlewareHandler<ServerEnvironment> {
  return async (c, next) => {
    const peer = c.env?.incoming?.socket.remoteAddress?.replace(/^::ffff:/i, '');
    const near = peer === undefined || LOOPBACK.test(peer);
    const relayed = ['origin', 'forwarded', 'x-forwarded-for'].some((name) => c.req.header(name) !== undefined);
    const token = bearerOf(c);
    if (!near || relayed || token === null || !sameSecret(token, localToken)) throw problem('local.required');
    c.set('operator', { name: saidToBe(c), role: 'admin' });
    await next();
  };
}
