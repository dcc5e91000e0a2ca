import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '../core/errors.ts';
import { preferredLocale } from './problem.ts';
import { problemSchema } from './schemas/common.ts';
import { createWorld, read, type World } from './testing/world.ts';

let world: World;
afterEach(() => world.remove());

const failing = (error: Error) => ({
  ...createWorld().deps.shop,
  listArticles: async () => {
    throw error;
  },
});

describe('errors', () => {
  it('[API-52] are RFC 9457 problem documents in the language asked for', async () => {
    world = createWorld();
    const answers = {
      en: 'There is nothing at this address.',
      'zh-CN,en;q=0.5': '没有这个地址。',
      '': '没有这个地址。',
    };
    for (const [language, title] of Object.entries(answers)) {
      const response = await world.call('GET', '/nothing/here', { headers: { 'accept-language': language } });
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(await read(problemSchema, response)).toEqual({
        ...{ type: 'urn:xiaoer:problem:route.unknown', title, status: 404, code: 'route.unknown' },
      });
    }
  });

  it('[API-52] the first of our languages that is preferred is taken', () => {
    const wishes = ['en-GB', 'fr, en;q=0.3', 'zh;q=0.2, en;q=0.9', 'en;q=0, zh', 'fr', 'zh-TW', undefined];
    expect(wishes.map((wish) => preferredLocale(wish))).toEqual(['en', 'en', 'en', 'zh', 'zh', 'zh', 'zh']);
  });

  it('[API-53] an unknown error leaves as a bare code and is logged', async () => {
    world = createWorld({}, { shop: failing(new Error('password of the database is hunter2')) });
    const response = await world.call('GET', '/api/shop/articles/delivery');
    expect([response.status, await read(problemSchema, response)]).toEqual([
      500,
      { type: 'urn:xiaoer:problem:internal.error', title: 'internal.error', status: 500, code: 'internal.error' },
    ]);
    expect(world.logged.join('')).toContain('request.failed');
    expect(world.logged.join('')).toContain('/api/shop/articles/delivery');
  });

  it('[API-53] a known error says what it may say and nothing of its details', async () => {
    world = createWorld({}, { shop: failing(new AppError('shop.unavailable', { detail: 'connect 10.0.0.5:5432' })) });
    const response = await world.call('GET', '/api/shop/articles/delivery', { headers: { 'accept-language': 'en' } });
    const body = await read(problemSchema, response);
    expect([response.status, body.code]).toEqual([503, 'shop.unavailable']);
    expect(JSON.stringify(body)).not.toContain('10.0.0.5');
  });

  it('[API-54] a body over 64 KiB is refused, also one that does not say how long it is', async () => {
    world = createWorld();
    const big = 'x'.repeat(64 * 1024 + 1);
    const said = await world.call('POST', '/api/sessions', { body: big });
    expect([said.status, (await read(problemSchema, said)).code]).toEqual([413, 'request.too-large']);
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(16 * 1024).fill(120)),
    });
    const unsaid = await world.server.fetch(
      new Request('http://localhost/api/sessions', {
        ...{ method: 'POST', body: stream, duplex: 'half', headers: { 'content-type': 'application/json' } },
      } as RequestInit),
    );
    expect(unsaid.status).toBe(413);
  });

  it('[API-54] broken UTF-8, no JSON and the wrong kind of body are refused', async () => {
    world = createWorld();
    const broken = new Uint8Array([...Buffer.from('{"locale":"zh'), 0xff, 0xfe, ...Buffer.from('"}')]);
    const cases: [unknown, Record<string, string>, number, string][] = [
      [broken, {}, 400, 'request.not-utf8'],
      ['{"locale":', {}, 400, 'request.not-json'],
      ['{"locale":"fr"}', {}, 400, 'request.invalid'],
      ['locale=zh', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'request.wrong-type'],
    ];
    for (const [body, headers, status, code] of cases) {
      const refused = await world.call('POST', '/api/sessions', { body, headers });
      expect([refused.status, (await read(problemSchema, refused)).code]).toEqual([status, code]);
    }
  });
});
