import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import type { ServerEnvironment } from '../environment.ts';

function plain(address: string): string {
  return address.trim().replace(/^::ffff:(?=\d+\.)/i, '');
}

/**
 * Whose request it is: the peer, or behind trusted proxies the nearest address that is none of them. What stands further left in
 * X-Forwarded-For was written by that client and may be anything.
 */
export function clientAddress(peer: string, forwarded: string | undefined, trusted: ReadonlySet<string>): string {
  const hops = (forwarded ?? '').split(',').map(plain).filter(Boolean);
  let address = plain(peer);
  while (trusted.has(address)) {
    const hop = hops.pop();
    if (hop === undefined || isIP(hop) === 0) break;
    address = hop;
  }
  return address;
}

/** One household has a /64 of IPv6, not one address. */
export function limitKey(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0');
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
}

export function findAddress(trustedProxies: readonly string[]): MiddlewareHandler<ServerEnvironment> {
  const trusted = new Set(trustedProxies.map(plain));
  return async (c, next) => {
    const peer = c.env?.incoming?.socket.remoteAddress;
    c.set('address', peer === undefined ? null : clientAddress(peer, c.req.header('x-forwarded-for'), trusted));
    await next();
  };
}
