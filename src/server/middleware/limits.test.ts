import { afterEach, describe, expect, it } from 'vitest';
import type { Listening } from '../listen.ts';
import { createWorld, type World } from '../testing/world.ts';
import { clientAddress, limitKey } from './address.ts';

let world: World;
let listening: Listening | undefined;
afterEach(async () => {
  await listening?.close();
  listening = undefined;
  world?.remove();
});

async function serve(overrides: Record<string, unknown>) {
  world = createWorld(overrides);
  listening = await world.server.listen();
  const { url } = listening;
  return (path: string, init: RequestInit = {}) => fetch(`${url}${path}`, init);
}

const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });

describe('limits', () => {
  it('[API-50] one address has so many requests a minute, then is told how long to wait', async () => {
    const get = await serve({ limits: { requests: 5 } });
    for (let index = 0; index < 5; index++) expect((await get('/api/shop')).status).toBe(200);
    const refused = await get('/api/shop');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect((await get('/v1/models')).status).toBe(429);
    expect((await get('/health')).status).toBe(200);
  });

  it('[API-50] of thousands of messages from one visitor the first few are taken, the rest refused, none twice', async () => {
    world = createWorld({ limits: { messages: 30 } });
    const { token, conversationId } = await world.begin();
    const statuses = new Map<number, number>();
    for (let round = 0; round < 20; round++) {
      const answers = await Promise.all(
        Array.from({ length: 100 }, (_, index) =>
          world.call('POST', '/api/conversation/messages', {
            token,
            body: { clientMessageId: `m${round * 100 + index}`, text: '在吗' },
          }),
        ),
      );
      for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect([...statuses]).toEqual([
      [202, 30],
      [429, 1_970],
    ]);
    expect(await world.conversations.events(conversationId, 0)).toHaveLength(60);
  });

  it('[API-50] new sessions are counted by address, one visitor’s messages do not touch another’s', async () => {
    const get = await serve({ limits: { sessions: 2, messages: 1 } });
    const begin = () =>
      get('/api/sessions', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
    const tokens = [await begin(), await begin()].map(
      async (answer) => ((await answer.json()) as { token: string }).token,
    );
    expect((await begin()).status).toBe(429);
    const say = async (token: Promise<string>, id: string) =>
      world.call('POST', '/api/conversation/messages', {
        token: await token,
        body: { clientMessageId: id, text: '在吗' },
      });
    const [first = Promise.resolve(''), second = Promise.resolve('')] = tokens;
    expect([(await say(first, 'a')).status, (await say(first, 'b')).status, (await say(second, 'a')).status]).toEqual([
      202, 429, 202,
    ]);
  });

  it('[API-51] X-Forwarded-For is believed behind a configured proxy alone', async () => {
    const plain = await serve({ limits: { requests: 2 } });
    for (const address of ['203.0.113.1', '203.0.113.2'])
      expect((await plain('/api/shop', from(address))).status).toBe(200);
    expect((await plain('/api/shop', from('203.0.113.3'))).status).toBe(429);
    await listening?.close();
    world.remove();
    const proxied = await serve({ limits: { requests: 2 }, trustedProxies: ['127.0.0.1'] });
    for (const address of ['203.0.113.1', '203.0.113.2', '203.0.113.3']) {
      expect((await proxied('/api/shop', from(`198.51.100.7, ${address}`))).status).toBe(200);
    }
    await proxied('/api/shop', from('1.1.1.1, 203.0.113.1'));
    expect((await proxied('/api/shop', from('9.9.9.9, 203.0.113.1'))).status).toBe(429);
  });

  it('[API-51] the address is the nearest one that is no proxy of ours', () => {
    const trusted = new Set(['10.0.0.1', '10.0.0.2']);
    expect(clientAddress('::ffff:10.0.0.1', '1.2.3.4, 5.6.7.8, 10.0.0.2', trusted)).toBe('5.6.7.8');
    expect(clientAddress('9.9.9.9', '1.2.3.4', trusted)).toBe('9.9.9.9');
    expect(clientAddress('10.0.0.1', undefined, trusted)).toBe('10.0.0.1');
    expect(clientAddress('10.0.0.1', 'unknown', trusted)).toBe('10.0.0.1');
    expect(limitKey('2001:db8:1:2:3:4:5:6')).toBe(limitKey('2001:db8:1:2::9'));
    expect(limitKey('2001:db8:1:3::9')).not.toBe(limitKey('2001:db8:1:2::9'));
    expect(limitKey('203.0.113.1')).toBe('203.0.113.1');
  });
});
