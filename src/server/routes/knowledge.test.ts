import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lendLibrary } from '../../../tests/support/library.ts';
import { problemSchema } from '../schemas/common.ts';
import {
  articlesSchema,
  foundPassagesSchema,
  importSchema,
  importsSchema,
  importWithFilesSchema,
  removedSchema,
  shownArticleSchema,
  sourcesSchema,
  versionDiffSchema,
  versionSchema,
} from '../schemas/knowledge.ts';
import { articleSchema } from '../schemas/shop.ts';
import { createWorld, OPERATORS, read, type World } from '../testing/world.ts';

let world: World;
let kept: Awaited<ReturnType<typeof lendLibrary>>;
beforeEach(async () => {
  kept = await lendLibrary({ maxBytes: 2 * 1024 * 1024 });
  const { library, imports, knowledge } = kept;
  world = createWorld({}, { library, imports, knowledge });
});
afterEach(async () => {
  world.remove();
  await kept.giveBack();
});

const call = (method: string, path: string, body?: unknown, token = OPERATORS.agent) =>
  world.call(method, `/api/operator/knowledge${path}`, { token, ...(body !== undefined && { body }) });
const upload = (id: string, name: string, bytes: Uint8Array, type = 'application/octet-stream') =>
  world.call('POST', `/api/operator/knowledge/imports/${id}/files?name=${encodeURIComponent(name)}`, {
    ...{ token: OPERATORS.agent, body: bytes, headers: { 'content-type': type } },
  });
const bytes = (text: string) => new TextEncoder().encode(text);

async function bring(name: string, text: string, how: object = {}) {
  const { id } = await read(importSchema, call('POST', '/imports', { kind: 'file', ...how }));
  await read(importWithFilesSchema, upload(id, name, bytes(text)));
  await read(importSchema, call('POST', `/imports/${id}/start`));
  await kept.runner.run();
  return read(importWithFilesSchema, call('GET', `/imports/${id}`));
}

describe('the doors for knowledge', () => {
  it('[API-95] files come in, are read, found, changed, published and taken away', async () => {
    const made = await bring('help/delivery.md', '# 配送时间\n\n一般 48 小时内发货。\n', {
      topics: ['ask_delivery_time'],
    });
    expect(made).toMatchObject({ state: 'done', by: '小兰', counts: { read: 1 }, articles: 1 });
    expect((await read(importsSchema, call('GET', '/imports'))).imports).toHaveLength(1);
    const { sources } = await read(sourcesSchema, call('GET', '/sources'));
    expect(sources).toMatchObject([{ kind: 'file', name: 'help/delivery.md', published: 1 }]);
    const { articles } = await read(articlesSchema, call('GET', '/articles'));
    const id = articles[0]?.id ?? '';
    const found = await read(foundPassagesSchema, call('POST', '/search', { text: '多久发货' }));
    expect(found.passages[0]).toMatchObject({ articleId: id, text: '一般 48 小时内发货。' });
    // What the clerk quotes can be opened by who reads it.
    const opened = () => world.call('GET', `/api/shop/articles/${id}`);
    expect((await read(articleSchema, opened())).title).toEqual({ zh: '配送时间' });

    const { version } = await read(shownArticleSchema, call('GET', `/articles/${id}`));
    const { title, topics, audience, validFrom, validUntil } = version;
    const edit = { title, topics, audience, validFrom, validUntil, body: { zh: '当天发货。' }, expected: 1 };
    const written = await read(versionSchema, call('POST', `/articles/${id}/versions`, { ...edit, note: '快了' }));
    expect(written).toMatchObject({ number: 2, by: '小兰', note: '快了' });
    const late = await call('POST', `/articles/${id}/versions`, edit);
    expect([late.status, (await read(problemSchema, late)).code]).toEqual([409, 'knowledge.changed']);
    const { languages } = await read(versionDiffSchema, call('GET', `/articles/${id}/diff?from=1&to=2`));
    expect(languages[0]?.lines).toContainEqual({ kind: 'added', text: '当天发货。' });
    expect((await read(versionSchema, call('POST', `/articles/${id}/rollback`, { number: 1 }))).number).toBe(3);
    await read(versionSchema, call('POST', `/articles/${id}/publish`, { number: 2 }));
    expect((await read(shownArticleSchema, call('GET', `/articles/${id}?version=1`))).version.number).toBe(1);
    expect(await read(removedSchema, call('POST', `/articles/${id}/remove`, { note: '不用了' }))).toEqual({
      removed: 1,
    });
    expect((await opened()).status).toBe(404);
    const source = sources[0]?.id ?? '';
    expect(await read(removedSchema, call('POST', `/sources/${source}/remove`, {}))).toEqual({ removed: 0 });
    expect((await read(problemSchema, call('POST', `/sources/${source}/sync`))).code).toBe(
      'knowledge.not-read-from-web',
    );
  });

  it('[API-96] viewers read and change nothing; without a token nothing is told', async () => {
    const viewer = (method: string, path: string, body?: unknown) => call(method, path, body, OPERATORS.viewer);
    for (const path of ['/articles', '/sources', '/imports']) {
      expect((await viewer('GET', path)).status).toBe(200);
      expect((await call('GET', path, undefined, 'nobody-0123456789')).status).toBe(401);
    }
    const changes = [
      ['/imports', { kind: 'file' }],
      ['/imports/x/start', undefined],
      ['/imports/x/cancel', undefined],
      ['/sources/x/sync', undefined],
      ['/sources/x/remove', {}],
      ['/articles/x/publish', {}],
      ['/articles/x/rollback', { number: 1 }],
      ['/articles/x/remove', {}],
    ] as const;
    for (const [path, body] of changes) expect([path, (await viewer('POST', path, body)).status]).toEqual([path, 403]);
    const file = await world.call('POST', '/api/operator/knowledge/imports/x/files?name=a', {
      ...{ token: OPERATORS.viewer, body: bytes('a'), headers: { 'content-type': 'application/octet-stream' } },
    });
    expect(file.status).toBe(403);
  });

  it('[API-97] a file over 50 MB is refused with 413 as it comes, and what is no file at all with its reason', async () => {
    const { id } = await read(importSchema, call('POST', '/imports', { kind: 'file' }));
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent++;
        controller.enqueue(new Uint8Array(256 * 1024));
      },
    });
    const large = await world.server.fetch(
      new Request(`http://localhost/api/operator/knowledge/imports/${id}/files?name=large.txt`, {
        method: 'POST',
        headers: { authorization: `Bearer ${OPERATORS.agent}`, 'content-type': 'application/octet-stream' },
        body: endless,
        duplex: 'half',
      } as RequestInit),
    );
    expect([large.status, (await read(problemSchema, large)).code]).toEqual([413, 'knowledge.file-too-large']);
    expect(sent).toBeLessThan(12);
    const wrong = await upload(id, 'a.md', bytes('{}'), 'application/json');
    expect([wrong.status, (await read(problemSchema, wrong)).code]).toEqual([415, 'knowledge.not-bytes']);
    expect((await upload(id, 'a.md', bytes('# 一\n\n二'))).status).toBe(200);
    expect((await upload(id, 'a.md', bytes('# 一\n\n二'))).status).toBe(409);
    expect((await upload('nobody', 'a.md', bytes('a'))).status).toBe(404);
    expect((await upload(id, 'a\0.md', bytes('a'))).status).toBe(400);
    const cancelled = await read(importSchema, call('POST', `/imports/${id}/cancel`));
    expect(cancelled.state).toBe('cancelled');
    for (const wanting of [
      { kind: 'page' },
      { kind: 'page', url: 'file:///etc/passwd' },
      { kind: 'file', url: 'https://a.example' },
    ])
      expect((await call('POST', '/imports', wanting)).status).toBe(400);
    const long = { title: { zh: '长' }, body: { zh: 'x'.repeat(13 * 1024 * 1024) } };
    expect((await read(problemSchema, call('POST', '/articles/x/versions', long))).code).toBe('knowledge.too-large');
  });
});
