import { expect, it } from 'vitest';
import { describeOnEachDatabase } from '../../../tests/support/database.ts';
import { seededRandom } from '../../core/clock.ts';
import { createImports } from '../../knowledge/imports/imports.ts';
import { createImportRunner } from '../../knowledge/imports/run-imports.ts';
import { createReader } from '../../knowledge/ingest/reader.ts';
import type { Answer } from '../../knowledge/ingest/testing/site.ts';
import { createLibrary } from '../../knowledge/library.ts';
import type { ImportSettings } from '../../knowledge/ports.ts';

const SETTINGS: ImportSettings = {
  ...{ kind: 'file', url: null, sites: [], topics: [], audience: 'public', validFrom: null, validUntil: null },
  ...{ language: null, draft: false },
};
const ANN = { by: 'Ann', note: 'new year' };
const SITE = 'https://shop.example';

describeOnEachDatabase('the library', (given) => {
  function begin(pages: Record<string, Answer | string> = {}) {
    const { knowledge, clock } = given.makeStore();
    const fetched: string[] = [];
    const web = async (input: RequestInfo | URL) => {
      const url = new Request(input).url;
      fetched.push(url);
      const found = pages[url.slice(SITE.length)];
      const { status = 200, headers, body } = typeof found === 'string' ? { body: found } : (found ?? { status: 404 });
      const type = { 'content-type': url.endsWith('.xml') ? 'application/xml' : 'text/html; charset=utf-8' };
      const response = new Response(body as string, { status, headers: { ...type, ...headers } });
      return Object.defineProperty(response, 'url', { value: url });
    };
    const failures: unknown[] = [];
    let written = 0;
    const changed = () => written++;
    const reader = createReader({ fetch: web as typeof fetch });
    const runnerOf = (owner: string) =>
      createImportRunner({
        ...{ store: knowledge.imports, reader, clock, owner, changed },
        warn: (error) => failures.push(error),
      });
    const runner = runnerOf('one');
    const idle = { run: async () => {} };
    const importsOf = (running: { run(): Promise<void> }) =>
      createImports({
        ...{ store: knowledge.imports, library: knowledge.library, runner: running, clock, maxBytes: 300_000 },
        random: seededRandom(Number(clock.now().replaceAll(/\D/g, '')) + importIds++),
      });
    const library = createLibrary({ store: knowledge.library, clock, changed });
    const imports = importsOf(idle);

    async function queue(files: Record<string, string | Uint8Array>, settings: Partial<ImportSettings> = {}) {
      const { id } = await imports.open({ ...SETTINGS, ...settings }, 'Ann');
      for (const [name, content] of Object.entries(files)) await imports.receive(id, name, bytesOf(content));
      return imports.start(id);
    }
    async function bring(files: Record<string, string | Uint8Array>, settings: Partial<ImportSettings> = {}) {
      const { id } = await queue(files, settings);
      await runner.run();
      expect(failures).toEqual([]);
      return imports.find(id);
    }
    /** Titles that a search can find, and how they are listed. */
    const pieces = () =>
      given.database.query<{ title: string; text: string }>('select title, text from knowledge_chunks order by 1, 2');
    const listed = async () => (await library.articles({ limit: 100 })).articles;
    return {
      ...{
        knowledge,
        library,
        imports,
        runner,
        runnerOf,
        queue,
        bring,
        pieces,
        listed,
        pages,
        fetched,
        failures,
        clock,
      },
      written: () => written,
    };
  }
  let importIds = 1;
  async function* bytesOf(content: string | Uint8Array) {
    yield typeof content === 'string' ? new TextEncoder().encode(content) : content;
  }
  const DELIVERY = '# 配送时间\n\n一般 48 小时内发货。\n\n偏远地区多两天。\n';

  it('[KNOW-70] every change of an article is a version with who, when and why; an earlier one comes back as a copy', async () => {
    const { library, bring, pieces, listed, clock } = begin();
    await bring({ 'delivery.md': DELIVERY });
    const [article] = await listed();
    const id = article?.id ?? '';
    expect(article).toMatchObject({
      title: { zh: '配送时间' },
      published: 1,
      newest: 1,
      languages: ['zh'],
      state: 'published',
    });
    clock.advance(60_000);
    const { version } = await library.show(id);
    const changed = { ...version, body: { zh: '一般 24 小时内发货。\n\n偏远地区多两天。' } };
    await library.edit(id, changed, ANN, { expected: 1, publish: true });
    expect((await pieces()).map(({ text }) => text)).toEqual(['一般 24 小时内发货。', '偏远地区多两天。']);
    expect(await library.diff(id, 1, 2)).toMatchObject([
      {
        locale: 'zh',
        lines: expect.arrayContaining([
          { kind: 'removed', text: '一般 48 小时内发货。' },
          { kind: 'added', text: '一般 24 小时内发货。' },
          { kind: 'same', text: '偏远地区多两天。' },
        ]),
      },
    ]);
    await library.rollback(id, 1, { by: 'Bob', note: 'was right' });
    expect((await pieces())[0]?.text).toBe('一般 48 小时内发货。');
    const shown = await library.show(id);
    expect(shown.versions.map(({ number, by, note }) => [number, by, note])).toEqual([
      [3, 'Bob', 'was right'],
      [2, 'Ann', 'new year'],
      [1, 'Ann', 'delivery.md'],
    ]);
    expect(shown.versions[1]?.at).toBe('2026-06-01T08:01:00.000Z');
    await expect(library.show(id, 9)).rejects.toMatchObject({ code: 'knowledge.no-version', status: 404 });
    await expect(library.show('nobody')).rejects.toMatchObject({ code: 'knowledge.unknown', status: 404 });
  });

  it('[KNOW-71] a draft is seen by nobody until it is published', async () => {
    const { library, bring, pieces, listed } = begin();
    await bring({ 'delivery.md': DELIVERY }, { draft: true });
    const [draft] = await listed();
    const id = draft?.id ?? '';
    expect([draft?.state, draft?.published, await pieces(), await library.open(id)]).toEqual(['draft', null, [], null]);
    await library.publish(id, undefined, ANN);
    expect(await pieces()).toHaveLength(2);
    const { version } = await library.show(id);
    await library.edit(id, { ...version, title: { zh: '何时发货' } }, ANN, { expected: 1, publish: false });
    expect((await pieces())[0]?.title).toBe('配送时间');
    expect((await library.open(id))?.title).toEqual({ zh: '配送时间' });
    await library.publish(id, 2, { by: 'Bob', note: '' });
    expect((await pieces())[0]?.title).toBe('何时发货');
    const { acts } = await library.show(id);
    expect(acts.map(({ act, version: number, by }) => [act, number, by])).toEqual([
      ['publish', 1, 'Ann'],
      ['publish', 2, 'Bob'],
    ]);
  });

  it('[KNOW-72] of two who change the same version the second is told, and nothing of his is kept', async () => {
    const { library, bring, listed } = begin();
    await bring({ 'delivery.md': DELIVERY });
    const id = (await listed())[0]?.id ?? '';
    const { version } = await library.show(id);
    const write = (title: string) =>
      library.edit(id, { ...version, title: { zh: title } }, ANN, { expected: 1, publish: true });
    const outcomes = await Promise.allSettled([write('甲'), write('乙')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'knowledge.changed', status: 409 },
    });
    expect((await library.show(id)).versions).toHaveLength(2);
  });

  it('[KNOW-73] what is taken away is out of every search with the commit, one article or a whole source', async () => {
    const { library, bring, pieces, listed } = begin();
    await bring({ 'a.md': DELIVERY, 'b.csv': '问题,答案\n能开发票吗,可以。\n包邮吗,满 99 元包邮。\n' });
    const all = await listed();
    expect(all).toHaveLength(3);
    const delivery = all.find(({ key }) => key === 'a.md');
    expect(await library.remove({ articleId: delivery?.id ?? '' }, ANN)).toBe(1);
    expect((await pieces()).map(({ title }) => title)).toEqual(['包邮吗', '能开发票吗']);
    expect((await library.show(delivery?.id ?? '')).article).toMatchObject({
      state: 'removed',
      removed: { by: 'Ann', note: 'new year', gone: false, at: '2026-06-01T08:00:00.000Z' },
    });
    const source = all.find(({ key }) => key !== 'a.md')?.sourceId ?? '';
    expect(await library.remove({ sourceId: source }, ANN)).toBe(2);
    expect(await pieces()).toEqual([]);
    const terms = await given.database.query('select term from knowledge_terms where chunks <> 0');
    expect(terms).toEqual([]);
    await expect(library.remove({ articleId: 'nobody' }, ANN)).rejects.toMatchObject({ code: 'knowledge.unknown' });
    // What was taken away with its source comes back with the file; what somebody took away alone does not.
    await bring({ 'a.md': DELIVERY, 'b.csv': '问题,答案\n能开发票吗,可以。\n包邮吗,满 99 元包邮。\n' });
    expect((await pieces()).map(({ title }) => title)).toEqual(['包邮吗', '能开发票吗']);
  });

  it('[KNOW-74] what the shop’s platform or its rules list is changed there and not here', async () => {
    const { library, knowledge } = begin();
    const listedArticle = {
      ...{
        articleId: 'shop-1',
        title: { zh: '退货' },
        body: { zh: '七天。' },
        topics: [],
        audience: 'public' as const,
      },
      ...{ validFrom: null, validUntil: null },
    };
    const source = { id: 'shop', kind: 'shop', name: 'shop', position: 0 } as const;
    await knowledge.sync.sync(source, 'one', [listedArticle], () => [], '2026-06-01T08:00:00.000Z');
    const refused = { code: 'knowledge.listed', status: 409 };
    await expect(library.edit('shop-1', listedArticle, ANN, { expected: null, publish: true })).rejects.toMatchObject(
      refused,
    );
    await expect(library.remove({ articleId: 'shop-1' }, ANN)).rejects.toMatchObject(refused);
    await expect(library.remove({ sourceId: 'shop' }, ANN)).rejects.toMatchObject(refused);
  });

  it('[KNOW-75] an article is told within its time and to whom it is for', async () => {
    const { library, bring, listed, knowledge, clock } = begin();
    await bring(
      { 'sale.md': DELIVERY },
      {
        audience: 'signed-in',
        validFrom: '2026-06-01T09:00:00.000Z',
        validUntil: '2026-06-01T10:00:00.000Z',
        topics: ['t'],
      },
    );
    const id = (await listed())[0]?.id ?? '';
    const seen = async (audiences: ('public' | 'signed-in')[]) =>
      (await knowledge.chunks.ofArticles([id], { locale: 'zh', audiences, at: clock.now() })).length;
    expect(await seen(['public', 'signed-in'])).toBe(0);
    clock.advance(60 * 60_000);
    expect([await seen(['public', 'signed-in']), await seen(['public'])]).toEqual([2, 0]);
    const { version } = await library.show(id);
    expect(await library.open(id)).toBeNull();
    await library.edit(id, { ...version, audience: 'public' }, ANN, { expected: 1, publish: true });
    expect((await library.open(id))?.title).toEqual({ zh: '配送时间' });
    clock.advance(60 * 60_000);
    expect([await seen(['public', 'signed-in']), await library.open(id)]).toEqual([0, null]);
  });

  it('[KNOW-80] an import tells of each file what was read and why not, in both languages; the rest is there', async () => {
    const { bring, pieces, written } = begin();
    const made = await bring({
      'delivery.md': DELIVERY,
      'empty.md': '',
      'what.bin': new Uint8Array([0, 1, 2, 3, 0, 255, 254]),
      'pairs.csv': '问题,答案\n能开发票吗,可以。\n,没有问题的答案\n包邮吗,满 99 元包邮。\n',
    });
    expect(made).toMatchObject({ state: 'done', found: 4, articles: 3, changed: 3 });
    expect(made.counts).toMatchObject({ read: 2, failed: 2, queued: 0 });
    expect(made.files.map(({ name, state, articles }) => [name, state, articles])).toEqual([
      ['delivery.md', 'read', 1],
      ['empty.md', 'failed', 0],
      ['what.bin', 'failed', 0],
      ['pairs.csv', 'read', 2],
    ]);
    for (const file of made.files.slice(1)) {
      expect(file.problems.length).toBeGreaterThan(0);
      for (const { detail } of file.problems) expect([detail.zh, detail.en].every(Boolean)).toBe(true);
    }
    expect(await pieces()).toHaveLength(4);
    expect(written()).toBeGreaterThan(0);
    expect(await given.database.query('select part from knowledge_import_parts')).toEqual([]);
  });

  it('[KNOW-81] the same file again changes nothing; one that became shorter leaves nothing behind', async () => {
    const { bring, pieces, listed } = begin();
    const pairs = (rows: string) => ({ 'pairs.csv': `问题,答案\n${rows}` });
    await bring(pairs('能开发票吗,可以。\n包邮吗,满 99 元包邮。\n几天到,三天。\n'));
    const again = await bring(pairs('能开发票吗,可以。\n包邮吗,满 99 元包邮。\n几天到,三天。\n'));
    expect([again.changed, again.files[0]?.state]).toEqual([0, 'unchanged']);
    expect((await listed()).map(({ newest }) => newest)).toEqual([1, 1, 1]);
    const shorter = await bring(pairs('能开发票吗,可以开电子发票。\n包邮吗,满 99 元包邮。\n'));
    expect(shorter).toMatchObject({ changed: 1, removed: 1 });
    expect((await pieces()).map(({ title, text }) => [title, text])).toEqual([
      ['包邮吗', '满 99 元包邮。'],
      ['能开发票吗', '可以开电子发票。'],
    ]);
    const back = await bring(pairs('能开发票吗,可以开电子发票。\n包邮吗,满 99 元包邮。\n几天到,三天。\n'));
    expect([back.changed, back.removed, (await pieces()).length]).toEqual([1, 0, 3]);
  });

  it('[KNOW-82] what people made of an article stays until its file says something else', async () => {
    const { library, bring, pieces, listed } = begin();
    await bring({ 'delivery.md': DELIVERY });
    const id = (await listed())[0]?.id ?? '';
    const { version } = await library.show(id);
    await library.edit(id, { ...version, body: { zh: '当天发货。' } }, ANN, { expected: 1, publish: true });
    await bring({ 'delivery.md': `${DELIVERY}\n` });
    expect((await pieces()).map(({ text }) => text)).toEqual(['当天发货。']);
    await bring({ 'delivery.md': DELIVERY.replace('48', '72') });
    expect((await pieces())[0]?.text).toBe('一般 72 小时内发货。');
    expect((await library.show(id)).versions).toHaveLength(3);
    await library.remove({ articleId: id }, ANN);
    await bring({ 'delivery.md': `${DELIVERY.replace('48', '72')}\n\n` });
    expect(await pieces()).toEqual([]);
  });

  it('[KNOW-83] a file that cannot be read any more leaves its articles as they were', async () => {
    const { bring, pieces } = begin();
    await bring({ 'delivery.md': DELIVERY });
    const broken = await bring({ 'delivery.md': '' });
    expect(broken.files[0]?.state).toBe('failed');
    expect(await pieces()).toHaveLength(2);
  });

  it('[KNOW-84] a sitemap that is read again takes away pages that are gone, but only when it was read to its end', async () => {
    const page = (title: string, text: string) =>
      `<html><head><title>${title}</title></head><body><main><h1>${title}</h1><p>${text}</p></main></body></html>`;
    const sitemap = (...paths: string[]) =>
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths.map((path) => `<url><loc>${SITE}${path}</loc></url>`).join('')}</urlset>`;
    const { imports, runner, pieces, pages, library, failures } = begin({
      '/sitemap.xml': sitemap('/a', '/b', '/c'),
      '/a': page('Delivery', 'We ship within 48 hours of your order.'),
      '/b': page('Returns', 'You can return goods within 7 days of receipt.'),
      '/c': page('Invoices', 'We issue electronic invoices by e-mail.'),
    });
    const url = `${SITE}/sitemap.xml`;
    const { id } = await imports.open({ ...SETTINGS, kind: 'sitemap', url }, 'Ann');
    await runner.run();
    expect(failures).toEqual([]);
    expect(await imports.find(id)).toMatchObject({ state: 'done', found: 3, articles: 3, changed: 3 });
    const titles = async () => [...new Set((await pieces()).map(({ title }) => title))];
    expect(await titles()).toEqual(['Delivery', 'Invoices', 'Returns']);
    const [source] = await library.sources();
    expect(source).toMatchObject({ kind: 'sitemap', name: url, published: 3 });
    const again = async () => {
      const made = await imports.sync(source?.id ?? '', 'Bob');
      await runner.run();
      return imports.find(made.id);
    };
    expect(await again()).toMatchObject({ changed: 0, removed: 0, counts: { unchanged: 3 } });
    // A page that does not answer today is not gone.
    pages['/c'] = { status: 503 };
    expect((await again()).files.map(({ state }) => state)).toEqual(['unchanged', 'unchanged', 'failed']);
    expect(await titles()).toContain('Invoices');
    // Nor are pages gone when the sitemap itself is not there.
    pages['/sitemap.xml'] = { status: 503 };
    expect(await again()).toMatchObject({ state: 'done', removed: 0 });
    expect(await titles()).toHaveLength(3);
    pages['/sitemap.xml'] = sitemap('/a');
    expect(await again()).toMatchObject({ state: 'done', removed: 2 });
    expect(await titles()).toEqual(['Delivery']);
  });

  it('[KNOW-85] what is cancelled goes on no further: what was read stays, the rest is not, and no bytes are left', async () => {
    const { imports, queue, runner, listed, bring } = begin();
    const { id } = await queue({ 'a.md': DELIVERY });
    await imports.cancel(id);
    await runner.run();
    expect(await imports.find(id)).toMatchObject({ state: 'cancelled', counts: { cancelled: 1, read: 0 } });
    expect(await listed()).toEqual([]);
    expect(await given.database.query('select part from knowledge_import_parts')).toEqual([]);
    await expect(imports.cancel(id)).rejects.toMatchObject({ code: 'knowledge.import-closed', status: 409 });
    await expect(imports.cancel('nobody')).rejects.toMatchObject({ code: 'knowledge.no-import', status: 404 });
    expect((await bring({ 'a.md': DELIVERY })).state).toBe('done');
  });

  it('[KNOW-85] what was opened and not started within a day is stopped', async () => {
    const { imports, runner, clock } = begin();
    const { id } = await imports.open(SETTINGS, 'Ann');
    await imports.receive(id, 'a.md', bytesOf(DELIVERY));
    clock.advance(23 * 3_600_000);
    await runner.run();
    expect((await imports.find(id)).state).toBe('open');
    clock.advance(2 * 3_600_000);
    await runner.run();
    expect((await imports.find(id)).state).toBe('cancelled');
    expect(await given.database.query('select part from knowledge_import_parts')).toEqual([]);
  });

  it('[KNOW-86] an import is worked on by one at a time; what another left in the middle is gone on with', async () => {
    const { knowledge, queue, runnerOf, imports, clock, listed } = begin();
    const { id } = await queue({ 'a.md': DELIVERY, 'b.md': DELIVERY.replace('配送', '到货') });
    const lease = () => knowledge.imports.claim('gone', clock.now(), '2026-06-01T08:01:00.000Z');
    expect((await lease())?.id).toBe(id);
    await knowledge.imports.nextFile(id, 'gone');
    const one = runnerOf('one');
    if (given.kind === 'postgres') {
      await one.run();
      expect((await imports.find(id)).counts.queued).toBe(2);
      clock.advance(61_000);
    }
    await one.run();
    await runnerOf('two').run();
    expect(await imports.find(id)).toMatchObject({ state: 'done', counts: { read: 2 } });
    expect((await listed()).map(({ newest }) => newest)).toEqual([1, 1]);
    const late = {
      ...{ name: 'c.md', source: { id: 'x', name: 'x', state: null }, articles: [] },
      problems: [],
      found: null,
    };
    expect(await knowledge.imports.take(id, 'gone', late, () => [], clock.now())).toBe(false);
  });

  it('[KNOW-87] a file that ends the program three times is not read a fourth time', async () => {
    const { knowledge, queue, runner, imports, clock } = begin();
    const { id } = await queue({ 'a.md': DELIVERY, 'b.md': DELIVERY });
    for (let tries = 0; tries < 3; tries++) {
      await knowledge.imports.claim('gone', clock.now(), clock.now());
      await knowledge.imports.nextFile(id, 'gone');
    }
    await runner.run();
    expect((await imports.find(id)).files).toMatchObject([
      { name: 'a.md', state: 'failed', problems: [{ code: 'ended-the-program' }] },
      { name: 'b.md', state: 'read' },
    ]);
  });

  it('[KNOW-88] a file that is too large, or whose sending breaks off, leaves nothing; nothing is added to what has begun', async () => {
    const { imports, queue } = begin();
    const { id } = await imports.open(SETTINGS, 'Ann');
    async function* large() {
      for (let sent = 0; sent < 4; sent++) yield new Uint8Array(90_000);
    }
    await expect(imports.receive(id, 'large.txt', large())).rejects.toMatchObject({
      ...{ code: 'knowledge.file-too-large', status: 413 },
    });
    expect((await imports.find(id)).files).toEqual([]);
    expect(await given.database.query('select part from knowledge_import_parts')).toEqual([]);
    await imports.receive(id, 'a.md', bytesOf(DELIVERY));
    await expect(imports.receive(id, 'a.md', bytesOf(DELIVERY))).rejects.toMatchObject({ code: 'knowledge.same-name' });
    const started = await queue({ 'a.md': DELIVERY });
    await expect(imports.receive(started.id, 'b.md', bytesOf(DELIVERY))).rejects.toMatchObject({
      code: 'knowledge.import-closed',
    });
  });
});
