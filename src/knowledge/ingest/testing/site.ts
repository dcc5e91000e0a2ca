import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

export interface Site {
  origin: string;
  host: string;
  /** Paths in the order in which they were asked for. */
  asked: string[];
}

const servers: Server[] = [];

/** A web site on this machine; what it does not have is 404. `null` never answers. */
export async function site(pages: (origin: string) => Record<string, Answer | string | null>): Promise<Site> {
  const asked: string[] = [];
  let routes: Record<string, Answer | string | null> = {};
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const found = routes[path];
    if (found === null) return;
    const {
      status = 200,
      headers = {},
      body = '',
    } = typeof found === 'string' ? { body: found } : (found ?? { status: 404 });
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  routes = pages(`http://${host}`);
  return { origin: `http://${host}`, host, asked };
}

export function closeSites(): void {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
}
