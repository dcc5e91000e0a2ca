import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '../../core/errors.ts';
import { findSecret } from '../../identity/secrets.ts';
import type { Keeping } from '../deps.ts';
import { problemSchema } from '../schemas/common.ts';
import { askResponseSchema, wordsSchema } from '../schemas/local.ts';
import { createWorld, read, type World } from '../testing/world.ts';

let world: World;
afterEach(() => world.remove());

const local = (method: string, path: string, body?: unknown) =>
  world.call(method, `/local${path}`, {
    token: findSecret(world.dataDir, 'local') ?? '',
    ...(body !== undefined && { body }),
  });

const REPORT = {
  tables: [{ file: 'orders.csv', read: 2, kept: 2, refused: [], warnings: [] }],
  notes: [],
  backup: null,
};

const keeping: Keeping = {
  backup: async () => ({ bytes: 42 }),
  async restore() {},
  async importShop(request, onProgress) {
    onProgress(1, 2);
    if (!request.replace) {
      throw new AppError('import.other-shop', {
        status: 409,
        publicMessage: { zh: '已有另一家店。', en: 'Another shop.' },
      });
    }
    return REPORT;
  },
  status: async () => ({
    ...{ database: { kind: 'pglite', version: '18' }, origin: 'demo', products: 60, articles: 40 },
    ...{ brain: 'embedded', endpoint: null },
  }),
};

describe('the local doors', () => {
  it('[API-60] ask: one message, one reply, and what happened in between', async () => {
    world = createWorld();
    const first = await read(askResponseSchema, local('POST', '/ask', { text: '配送时间', customer: 'customer-1' }));
    expect(first).toMatchObject({
      reply: expect.stringContaining('48 小时'),
      ...{ language: 'zh', owner: 'bot', brain: 'embedded', confirmation: null },
      commands: [{ name: 'search_knowledge', status: 'done', verdict: { allowed: true } }],
      citations: [{ title: '配送时间' }],
    });
    const again = await read(
      askResponseSchema,
      local('POST', '/ask', { text: '好的', conversation: first.conversation }),
    );
    expect(again.conversation).toBe(first.conversation);
    const mixed = await local('POST', '/ask', {
      text: '好的',
      conversation: first.conversation,
      customer: 'customer-2',
    });
    expect((await read(problemSchema, mixed)).code).toBe('conversation.other-customer');
    expect((await read(problemSchema, local('POST', '/ask', { text: 'a', customer: 'nobody' }))).code).toBe(
      'customer.unknown',
    );
    expect((await read(problemSchema, local('POST', '/ask', { text: 'a', conversation: 'none' }))).code).toBe(
      'conversation.unknown',
    );
  });

  it('[API-60] ask while a person owns the conversation has no reply', async () => {
    world = createWorld();
    const { conversation } = await read(askResponseSchema, local('POST', '/ask', { text: '转人工' }));
    await local('POST', `/conversations/${conversation}/reply`, { text: '我来了' });
    const silent = await read(askResponseSchema, local('POST', '/ask', { text: '在吗', conversation }));
    expect(silent).toMatchObject({ reply: null, owner: 'person', brain: null });
  });

  it('[API-61] opens to the data folder’s token alone, not to web pages and not through proxies', async () => {
    world = createWorld();
    const token = findSecret(world.dataDir, 'local') ?? '';
    const tries = [
      {},
      { token: 'wrong' },
      { token, headers: { origin: 'http://localhost:3000' } },
      { token, headers: { 'x-forwarded-for': '127.0.0.1' } },
    ];
    for (const options of tries) {
      const refused = await world.call('GET', '/local/conversations', options);
      expect([refused.status, (await read(problemSchema, refused)).code]).toEqual([401, 'local.required']);
    }
    expect((await world.call('GET', '/local/conversations', { token })).status).toBe(200);
  });

  it('[API-62] keeps: status, backup, restore, and an import that tells how far it is', async () => {
    world = createWorld({}, { keeping });
    expect(await (await local('GET', '/status')).json()).toMatchObject({ origin: 'demo', brain: 'embedded' });
    expect(await (await local('POST', '/backup', { file: '/tmp/b' })).json()).toEqual({ file: '/tmp/b', bytes: 42 });
    expect(await (await local('POST', '/restore', { file: '/tmp/b' })).json()).toEqual({ file: '/tmp/b' });
    const lines = async (replace: boolean) =>
      (await (await local('POST', '/import', { directory: '/tmp', from: 'csv', replace })).text())
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
    expect(await lines(true)).toEqual([
      { kind: 'progress', done: 1, total: 2 },
      { kind: 'report', report: REPORT },
    ]);
    expect((await lines(false)).at(-1)).toMatchObject({
      kind: 'problem',
      problem: { code: 'import.other-shop', status: 409 },
    });
  });

  it('[API-75] tells the words of the shop: its goods on sale, and its articles with their topics', async () => {
    world = createWorld();
    expect(await read(wordsSchema, local('GET', '/words'))).toEqual({
      products: ['p1', 'p2'].map((id) => ({ zh: `商品${id}`, en: `Product ${id}` })),
      categories: [{ zh: '鞋', en: 'Shoes' }],
      brands: [],
      articles: [{ title: { zh: '配送时间', en: 'Delivery times' }, topics: [] }],
    });
    expect((await world.call('GET', '/local/words')).status).toBe(401);
  });
});
