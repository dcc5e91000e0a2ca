import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { guardedFetch } from './guarded.ts';
import { createHttp, readLimited } from './http.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<{ origin: string; port: number; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization ?? '-'}`);
    listener(request, response);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, port, asked };
}

const refused = { code: 'http.address-refused' };

describe('the way out', () => {
  it('[API-81] a configured origin is reached, also a private one', async () => {
    const { origin, asked } = await serve((_, response) => response.end('hello'));
    const http = createHttp({ allowedOrigins: [`${origin}/v1`] });
    const response = await http.fetch(`${origin}/v1/models`, { headers: { authorization: 'Bearer k' } });
    expect(await response.text()).toBe('hello');
    expect(asked).toEqual(['GET /v1/models Bearer k']);
  });

  it('[API-81] another port of the same machine, other schemes and credentials in the address are refused', async () => {
    const { origin, asked } = await serve((_, response) => response.end('secret'));
    const http = createHttp({ allowedOrigins: ['http://127.0.0.1:1'] });
    for (const url of [
      origin,
      'http://[::1]/',
      'http://0x7f.1/',
      'http://2130706433/',
      'http://169.254.169.254/latest',
    ]) {
      await expect(http.fetch(url)).rejects.toMatchObject(refused);
    }
    await expect(http.fetch('file:///etc/passwd')).rejects.toMatchObject(refused);
    await expect(http.fetch('data:text/plain,x')).rejects.toMatchObject(refused);
    expect(asked).toEqual([]);
  });

  it('[API-82] a name is judged by what the socket would connect to', async () => {
    const { port, asked } = await serve((_, response) => response.end('secret'));
    const answers = [['127.0.0.1'], ['93.184.216.34', '10.0.0.1'], ['::ffff:127.0.0.1']];
    for (const addresses of answers) {
      const http = createHttp({
        allowedOrigins: [],
        resolve: (_, done) =>
          done(
            null,
            addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
          ),
      });
      await expect(http.fetch(`http://rebind.example:${port}/`)).rejects.toMatchObject(refused);
    }
    expect(asked).toEqual([]);
  });

  it('[API-83] each redirect is checked like a first request, and loses what is private', async () => {
    const inner = await serve((_, response) => response.end('secret'));
    const outer = await serve((request, response) => {
      const target = request.url === '/inside' ? inner.origin : '/there';
      if (request.url === '/there') response.end('arrived');
      else response.writeHead(302, { location: target }).end();
    });
    const http = createHttp({ allowedOrigins: [outer.origin] });
    expect(await (await http.fetch(`${outer.origin}/here`)).text()).toBe('arrived');
    await expect(http.fetch(`${outer.origin}/inside`)).rejects.toMatchObject(refused);
    expect(inner.asked).toEqual([]);
    const both = createHttp({ allowedOrigins: [outer.origin, inner.origin] });
    await both.fetch(`${outer.origin}/inside`, { method: 'POST', body: 'x', headers: { authorization: 'Bearer k' } });
    expect(inner.asked).toEqual(['GET / -']);
  });

  it('[API-83] redirects are counted', async () => {
    const { origin, asked } = await serve((_, response) => response.writeHead(307, { location: '/again' }).end());
    const http = createHttp({ allowedOrigins: [origin] });
    await expect(http.fetch(origin)).rejects.toMatchObject({ code: 'http.too-many-redirects' });
    expect(asked).toHaveLength(6);
  });

  it('[API-84] a server that says nothing is given up, and a body has a bound', async () => {
    const { origin } = await serve((request, response) => {
      if (request.url === '/big') response.end('x'.repeat(10_000));
    });
    const http = createHttp({ allowedOrigins: [origin], timeoutMs: 50 });
    await expect(http.fetch(origin)).rejects.toMatchObject({ name: 'TimeoutError' });
    const patience = AbortSignal.timeout(120);
    await expect(http.fetch(origin, { signal: patience })).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(patience.aborted).toBe(true);
    await expect(readLimited(await http.fetch(`${origin}/big`), 9_999)).rejects.toMatchObject({
      code: 'http.too-large',
    });
    expect((await readLimited(await http.fetch(`${origin}/big`), 10_000)).byteLength).toBe(10_000);
  });

  it('[API-82] a public address is spoken to as usual', async () => {
    const { port, asked } = await serve((request, response) => {
      request.pipe(response.writeHead(201, { 'x-kind': 'echo', 'content-type': 'text/plain' }));
    });
    const response = await guardedFetch(
      new Request(`http://shop.example:${port}/a?b=1`, { method: 'POST', body: '你好' }),
      {
        resolve: (_, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
        isOpen: (address) => address === '127.0.0.1',
      },
    );
    expect([response.status, response.headers.get('x-kind'), await response.text()]).toEqual([201, 'echo', '你好']);
    expect(response.url).toBe(`http://shop.example:${port}/a?b=1`);
    expect(asked).toEqual(['POST /a?b=1 -']);
  });
});
