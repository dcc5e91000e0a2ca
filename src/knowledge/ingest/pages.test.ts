import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Resolve } from '../../platform/guarded.ts';
import { createHttp } from '../../platform/http.ts';
import type { ReadLimits } from './limits.ts';
import type { SitemapOptions } from './read-sitemap.ts';
import type { Reader } from './reader.ts';
import { createReader } from './reader.ts';
import { pdf } from './testing/pdf.ts';
import { closeSites, site } from './testing/site.ts';

let http = createHttp({ allowedOrigins: [] });
const usual = createReader({ fetch: (input, init) => http.fetch(input, init) });
const readers = [usual];

/** Readers share a thread where nothing but the way out differs. */
function readerFor(allowedOrigins: string[], limits: Partial<ReadLimits> | null = null, resolve?: Resolve): Reader {
  http = createHttp({ allowedOrigins, ...(resolve && { resolve }) });
  if (!limits) return usual;
  const reader = createReader({ fetch: http.fetch, limits });
  readers.push(reader);
  return reader;
}
afterEach(closeSites);
afterAll(() => Promise.all(readers.map((reader) => reader.close())));

const article = (title: string, text = '收到商品之日起七天内可以退货，商品需要保持完好。') =>
  `<title>${title}</title><nav>菜单</nav><main><h1>${title}</h1><p>${text}</p></main>`;
const xml = (root: string, entries: readonly string[]) =>
  `<?xml version="1.0"?><${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('')}</${root}>`;
const urls = (...addresses: string[]) =>
  xml(
    'urlset',
    addresses.map((address) => `<url><loc> ${address} </loc></url>`),
  );
const sitemaps = (...addresses: string[]) =>
  xml(
    'sitemapindex',
    addresses.map((address) => `<sitemap><loc>${address}</loc></sitemap>`),
  );

async function walk(reader: Reader, url: string, options: SitemapOptions = {}) {
  const read: string[] = [];
  const problems: string[][] = [];
  for await (const { result } of reader.sitemap(url, options)) {
    read.push(...result.documents.map(({ title }) => title));
    problems.push(...result.problems.map(({ key, code }) => [key, code]));
  }
  return { read, problems };
}

describe('a web page', () => {
  it('[KNOW-34] is read from its address: main content, absolute links, the server’s encoding', async () => {
    const { origin } = await site(() => ({
      '/returns?id=1': article('退货政策', '看<a href="fee">运费</a>和<a href="/x">其他</a>，商品要完好。'),
      '/gbk': {
        headers: { 'content-type': 'text/html; charset=GBK' },
        body: iconv.encode(`<meta charset=utf-8>${article('尺码')}`, 'gb18030'),
      },
      '/packed': { body: gzipSync(article('压缩的')) },
      '/moved': { status: 301, headers: { location: '/shop/here' } },
      '/shop/here': article('新地址', '看<a href="fee">运费</a>，商品要完好。'),
    }));
    const reader = readerFor([origin]);
    expect((await reader.page(`${origin}/returns?id=1#top`)).documents).toMatchObject([
      {
        key: `${origin}/returns?id=1`,
        title: '退货政策',
        body: `# 退货政策\n\n看[运费](${origin}/fee)和[其他](${origin}/x)，商品要完好。`,
      },
    ]);
    expect((await reader.page(`${origin}/gbk`)).documents[0]?.title).toBe('尺码');
    expect((await reader.page(`${origin}/packed`)).documents[0]?.title).toBe('压缩的');
    expect((await reader.page(`${origin}/moved`)).documents).toMatchObject([
      { key: `${origin}/moved`, body: expect.stringContaining(`(${origin}/shop/fee)`) },
    ]);
  });

  it('[KNOW-34] may be a file', async () => {
    const { origin } = await site(() => ({
      '/%E6%89%8B%E5%86%8C.pdf': {
        headers: { 'content-type': 'application/octet-stream' },
        body: pdf([[{ text: '正文', y: 700 }]]),
      },
      '/faq.csv': { headers: { 'content-type': 'text/plain' }, body: '问题,答案\n几天到,三天\n' },
      '/pic': {
        headers: { 'content-type': 'image/png' },
        body: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      },
    }));
    const reader = readerFor([origin]);
    expect((await reader.page(`${origin}/手册.pdf`)).documents).toMatchObject([{ title: '手册', body: '正文' }]);
    expect((await reader.page(`${origin}/faq.csv`)).documents).toMatchObject([{ title: '几天到', kind: 'pair' }]);
    expect((await reader.page(`${origin}/pic`)).problems).toMatchObject([{ code: 'unknown-type' }]);
  });

  it('[KNOW-34] that cannot be had is named with the reason', async () => {
    const { origin } = await site((own) => ({
      '/gone': { status: 404 },
      '/slow': null,
      '/big': 'x'.repeat(5_000),
      '/bomb': { body: gzipSync(Buffer.alloc(100_000, 'x')) },
      '/circle': { status: 302, headers: { location: `${own}/circle` } },
    }));
    const reader = readerFor([origin], { fetchMs: 300, fileBytes: 4_000 });
    const cases = [
      ['/gone', 'not-reached', 'HTTP 404'],
      ['/slow', 'not-reached', '0.3 秒'],
      ['/big', 'too-large', '4 KB'],
      ['/bomb', 'too-large', '4 KB'],
      ['/circle', 'not-reached', '跳转'],
    ] as const;
    for (const [path, code, words] of cases) {
      const { documents, problems } = await reader.page(origin + path);
      expect(documents).toEqual([]);
      expect(problems).toMatchObject([{ key: origin + path, code, detail: { zh: expect.stringContaining(words) } }]);
    }
    closeSites();
    expect((await reader.page(`${origin}/gone`)).problems).toMatchObject([{ code: 'not-reached' }]);
    expect((await reader.page('不是网址')).problems).toMatchObject([{ code: 'not-reached' }]);
  });
});

describe('a sitemap', () => {
  it('[KNOW-35] is read in its order, each page once, from sitemaps of sitemaps and packed ones', async () => {
    const { origin, asked } = await site((own) => ({
      '/sitemap.xml': sitemaps(`${own}/a.xml.gz`, `${own}/b.xml`, `${own}/list.txt`),
      '/a.xml.gz': {
        headers: { 'content-type': 'application/x-gzip' },
        body: gzipSync(urls(`${own}/1`, `${own}/2?x=1&amp;y=2`, `${own}/1#part`)),
      },
      '/b.xml': `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url><loc><![CDATA[${own}/3]]></loc><image:image><image:loc>${own}/pic.png</image:loc></image:image></url><url><loc>${own}/2?x=1&amp;y=2</loc></url></urlset>`,
      '/list.txt': `${own}/4\n${own}/old\n`,
      '/1': article('一'),
      '/2?x=1&y=2': article('二'),
      '/3': article('三'),
      '/4': { status: 500 },
      '/old': { status: 301, headers: { location: `${own}/1` } },
    }));
    const steps: [string, number, number][] = [];
    for await (const { key, done, found } of readerFor([origin]).sitemap(`${origin}/sitemap.xml`))
      steps.push([key.replace(origin, ''), done, found]);
    expect(steps).toEqual(['/1', '/2?x=1&y=2', '/3', '/4', '/old'].map((path, index) => [path, index + 1, 5]));
    expect(asked).toEqual([
      '/sitemap.xml',
      '/a.xml.gz',
      '/b.xml',
      '/list.txt',
      '/1',
      '/2?x=1&y=2',
      '/3',
      '/4',
      '/old',
      '/1',
    ]);
    expect((await walk(readerFor([origin]), `${origin}/sitemap.xml`)).problems).toEqual([
      [`${origin}/4`, 'not-reached'],
      [`${origin}/old`, 'repeated'],
    ]);
  });

  it('[KNOW-35] that loops ends; what is no sitemap is told so, and the others are read', async () => {
    const { origin } = await site((own) => ({
      '/sitemap.xml': sitemaps(`${own}/a.xml`, `${own}/broken.xml`, `${own}/page`, `${own}/gone.xml`),
      '/a.xml': sitemaps(`${own}/sitemap.xml`, `${own}/a.xml`, `${own}/b.xml`),
      '/b.xml': urls(`${own}/1`),
      '/broken.xml': '<urlset><url><loc>http://x',
      '/page': article('不是站点地图'),
      '/1': article('一'),
    }));
    const { read, problems } = await walk(readerFor([origin]), `${origin}/sitemap.xml`);
    expect(read).toEqual(['一']);
    expect(problems).toEqual([
      [`${origin}/sitemap.xml`, 'repeated'],
      [`${origin}/a.xml`, 'repeated'],
      [`${origin}/broken.xml`, 'broken'],
      [`${origin}/page`, 'broken'],
      [`${origin}/gone.xml`, 'not-reached'],
    ]);
  });

  it('[KNOW-35] leads to its own site and to those that are named, not to others', async () => {
    const other = await site(() => ({ '/x': article('别处'), '/y': article('别处二'), '/s.xml': '' }));
    const { origin } = await site((own) => ({
      '/sitemap.xml': urls(`${own}/1`, `${other.origin}/x`, `${other.origin}/y`, `${own}/away`),
      '/1': article('一'),
      '/away': { status: 302, headers: { location: `${other.origin}/x` } },
    }));
    const reader = readerFor([origin, other.origin]);
    expect(await walk(reader, `${origin}/sitemap.xml`)).toEqual({
      read: ['一'],
      problems: [
        [`${other.origin}/x`, 'elsewhere'],
        [`${origin}/away`, 'elsewhere'],
      ],
    });
    const named = await walk(reader, `${origin}/sitemap.xml`, { sites: [other.host] });
    expect(named.read).toEqual(['一', '别处', '别处二']);
  });

  it('[KNOW-35] is read up to the limit, goes on where a run stopped, and stops when nobody wants more', async () => {
    const { origin, asked } = await site((own) => ({
      '/sitemap.xml': urls(...[1, 2, 3, 4, 5].map((page) => `${own}/${page}`)),
      ...Object.fromEntries([1, 2, 3, 4, 5].map((page) => [`/${page}`, article(`第 ${page} 页`)])),
    }));
    const reader = readerFor([origin], { pages: 4 });
    expect(await walk(reader, `${origin}/sitemap.xml`)).toEqual({
      read: ['第 1 页', '第 2 页', '第 3 页', '第 4 页'],
      problems: [[`${origin}/sitemap.xml`, 'too-many']],
    });
    const done = new Set([`${origin}/1`, `${origin}/2`]);
    asked.length = 0;
    const keys: (string | number)[] = [];
    for await (const step of reader.sitemap(`${origin}/sitemap.xml`, { skip: (key) => done.has(key) })) {
      if (step.done === 0) continue;
      keys.push(step.key, step.done);
      break;
    }
    expect(keys).toEqual([`${origin}/3`, 3]);
    expect(asked).toEqual(['/sitemap.xml', '/3']);
  });

  it('[KNOW-35] of sitemaps is followed up to the limit', async () => {
    const { origin } = await site((own) => ({
      '/0.xml': sitemaps(...[1, 2, 3].map((each) => `${own}/${each}.xml`)),
      ...Object.fromEntries([1, 2, 3].map((each) => [`/${each}.xml`, urls(`${own}/${each}`)])),
      '/1': article('一'),
      '/2': article('二'),
    }));
    expect(await walk(readerFor([origin], { sitemaps: 3 }), `${origin}/0.xml`)).toEqual({
      read: ['一', '二'],
      problems: [[`${origin}/0.xml`, 'too-many']],
    });
  });
});

describe('an address that is not public', () => {
  it('[KNOW-36] is refused for a page, after a redirect, and in a sitemap', async () => {
    const inside = await site(() => ({ '/secret': article('内部') }));
    const { origin } = await site((own) => ({
      '/inside': { status: 302, headers: { location: `${inside.origin}/secret` } },
      '/sitemap.xml': urls(
        `${inside.origin}/secret`,
        `${own}/inside`,
        `${own}/1`,
        'http://169.254.169.254/latest',
        'file:///etc/passwd',
      ),
      '/1': article('一'),
    }));
    const reader = readerFor([origin]);
    for (const url of [
      `${inside.origin}/secret`,
      `${origin}/inside`,
      'http://[::1]/',
      'http://0x7f.1/',
      'file:///etc/passwd',
    ])
      expect((await reader.page(url)).problems).toMatchObject([{ code: 'address-refused' }]);
    const sites = [inside.host, '169.254.169.254'];
    const { read, problems } = await walk(reader, `${origin}/sitemap.xml`, { sites });
    expect(read).toEqual(['一']);
    expect(problems.filter(([, code]) => code === 'address-refused').map(([key]) => key)).toEqual([
      `${inside.origin}/secret`,
      `${origin}/inside`,
      'http://169.254.169.254/latest',
    ]);
    expect(inside.asked).toEqual([]);
  });

  it('[KNOW-36] is refused by what its name means at the moment of the connection', async () => {
    const inside = await site(() => ({ '/secret': article('内部'), '/sitemap.xml': urls('http://shop.example/') }));
    const port = new URL(inside.origin).port;
    const answers = [['93.184.216.34', '127.0.0.1'], ['127.0.0.1'], ['::1'], ['::ffff:10.0.0.1']];
    let asked = 0;
    const resolve: Resolve = (_, done) => {
      const addresses = answers[asked++ % answers.length] ?? [];
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    };
    const reader = readerFor([], null, resolve);
    for (let turn = 0; turn < answers.length; turn++)
      expect((await reader.page(`http://rebind.example:${port}/secret`)).problems).toMatchObject([
        { code: 'address-refused' },
      ]);
    expect(await walk(reader, `http://rebind.example:${port}/sitemap.xml`)).toMatchObject({
      read: [],
      problems: [[expect.any(String), 'address-refused']],
    });
    const outer = await site(() => ({
      '/to': { status: 307, headers: { location: `http://rebind.example:${port}/secret` } },
    }));
    expect((await readerFor([outer.origin], null, resolve).page(`${outer.origin}/to`)).problems).toMatchObject([
      { code: 'address-refused' },
    ]);
    expect(asked).toBe(answers.length + 2);
    expect(inside.asked).toEqual([]);
  });
});
