import { type LookupAddress, lookup as systemLookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import { AppError } from '../core/errors.ts';
import { isPublicAddress } from './addresses.ts';

export type Resolve = (hostname: string, done: (error: Error | null, addresses: LookupAddress[]) => void) => void;

interface Guard {
  resolve: Resolve;
  /** Which addresses may be reached; tests open the loopback. */
  isOpen: (address: string) => boolean;
}

const resolveAll: Resolve = (hostname, done) => systemLookup(hostname, { all: true, verbatim: true }, done);

export function refused(url: URL, why: string): AppError {
  return new AppError('http.address-refused', { detail: `${url.origin}: ${why}` });
}

/** What the socket itself uses, so that no second answer of the name server can slip in between check and connection. */
function guardedLookup(url: URL, { resolve, isOpen }: Guard): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const first = addresses[0];
      // One closed address among them is reason enough: a name that mixes them is an attempt.
      if (!first || addresses.some(({ address }) => !isOpen(address))) {
        return callback(refused(url, 'not a public address'), '', 0);
      }
      if (options.all) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };
}

/** One request to a public address, without following redirects. Speaks the part of `fetch` that a download needs. */
export async function guardedFetch(request: Request, options: Partial<Guard> = {}): Promise<Response> {
  const guard: Guard = { resolve: options.resolve ?? resolveAll, isOpen: options.isOpen ?? isPublicAddress };
  const url = new URL(request.url);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !guard.isOpen(host)) throw refused(url, 'not a public address');
  const body = request.body ? Buffer.from(await request.arrayBuffer()) : null;
  const headers: Record<string, string> = Object.fromEntries(request.headers);
  headers['accept-encoding'] = 'identity';
  if (body) headers['content-length'] = String(body.length);
  return new Promise((settle, fail) => {
    const { request: open } = url.protocol === 'https:' ? https : http;
    const outgoing = open(url, {
      method: request.method,
      headers,
      signal: request.signal,
      agent: false,
      lookup: guardedLookup(url, guard),
    });
    outgoing.on('socket', (socket) => {
      socket.once('connect', () => {
        if (!guard.isOpen(socket.remoteAddress ?? '')) socket.destroy(refused(url, 'not a public address'));
      });
    });
    outgoing.on('error', fail);
    outgoing.on('response', (incoming) => {
      const received = new Headers();
      for (let index = 0; index + 1 < incoming.rawHeaders.length; index += 2) {
        received.append(incoming.rawHeaders[index] ?? '', incoming.rawHeaders[index + 1] ?? '');
      }
      const status = incoming.statusCode ?? 502;
      const bodiless = request.method === 'HEAD' || status === 204 || status === 205 || status === 304;
      if (bodiless) incoming.resume();
      const stream = bodiless ? null : (Readable.toWeb(incoming) as ReadableStream<Uint8Array>);
      const response = new Response(stream, { status, statusText: incoming.statusMessage ?? '', headers: received });
      // A response made by hand has no address; who followed redirects wants to know where they led.
      settle(Object.defineProperty(response, 'url', { value: request.url }));
    });
    outgoing.end(body ?? undefined);
  });
}
