import { expect, it } from 'vitest';
import { indexed } from '../indexed.ts';
import type { ArticleVersion, ChunkStore, ChunkWriter, IndexedChunk, Visibility } from '../ports.ts';

const NOW = '2026-11-28T08:00:00.000Z';
const EVERYBODY: Visibility = { locale: 'zh', audiences: ['public'], at: NOW };

export function version(
  articleId: string,
  body: ArticleVersion['body'],
  more: Partial<ArticleVersion> = {},
): ArticleVersion {
  return {
    ...{ articleId, number: 1, title: { zh: articleId, en: articleId }, body, topics: [], audience: 'public' },
    ...{ validFrom: null, validUntil: null, by: 'test', at: NOW, note: '', ...more },
  };
}

/** The articles of the contract: a database has to know them. */
export const ARTICLE_IDS = 'a b c d fee invoice open members staff past coming now alone'.split(' ');

interface Given {
  chunks(): ChunkStore;
  /** Within one transaction. */
  write(work: (writer: ChunkWriter) => Promise<void>): Promise<void>;
}

/** What every store of pieces does, in memory and in a database. */
export function chunkContract(given: Given): void {
  const put = (...versions: ArticleVersion[]) =>
    given.write((writer) => writer.put(versions.flatMap((each, position) => indexed(each, position))));
  const found = async (terms: string[], visibility: Partial<Visibility> = {}, topics: string[] = []) => {
    const probes = terms.map((term) => ({ terms: term.split(' '), weight: 1 }));
    const chunks = await given.chunks().candidates({ ...EVERYBODY, ...visibility, probes, topics, limit: 10 });
    return chunks.map(({ articleId, locale, position }) => `${articleId} ${locale} ${position}`).sort();
  };

  it('[KNOW-40] gives back pieces as they were put, by their terms and by their topics', async () => {
    const fee = version(
      'fee',
      { zh: '满 99 元包邮。\n\n## 大件\n\n大件另收运费。', en: 'Free from 99.' },
      { topics: ['ask_fee'] },
    );
    await put(fee, version('invoice', { zh: '可以开发票。', en: 'We issue invoices.' }));
    expect(await found(['运费'])).toEqual(['fee zh 1']);
    expect(await found(['发票'])).toEqual(['invoice zh 0']);
    expect(await found(['invoic'], { locale: 'en' })).toEqual(['invoice en 0']);
    expect(await found(['运费 大件'])).toEqual(['fee zh 1']);
    expect(await found(['运费 发票'])).toEqual([]);
    expect(await found(['没有'], {}, ['ask_fee'])).toEqual(['fee zh 0', 'fee zh 1']);
    const expected = indexed(fee, 0).filter(({ locale }) => locale === 'zh');
    expect(await given.chunks().ofArticles(['fee'], EVERYBODY)).toEqual(expected);
  });

  it('[KNOW-40] of more than are wanted those come that gain most', async () => {
    await put(...['a', 'b', 'c'].map((id) => version(id, { zh: '运费' })), version('d', { zh: '运费和发票' }));
    const query = { ...EVERYBODY, topics: [], limit: 1 };
    const probes = ['运费', '发票'].map((term) => ({ terms: [term], weight: 1 }));
    expect((await given.chunks().candidates({ ...query, probes })).map(({ articleId }) => articleId)).toEqual(['d']);
  });

  it('[KNOW-41] what somebody may not see, or not in that language, is neither found nor counted; what does not hold now is not found', async () => {
    await put(
      version('open', { zh: '运费', en: 'fee' }),
      version('members', { zh: '运费', en: 'fee' }, { audience: 'signed-in' }),
      version('staff', { zh: '运费', en: 'fee' }, { audience: 'internal' }),
      version('past', { zh: '运费', en: 'fee' }, { validUntil: NOW }),
      version('coming', { zh: '运费', en: 'fee' }, { validFrom: '2026-11-28T08:00:00.001Z' }),
      version('now', { zh: '运费', en: 'fee' }, { validFrom: NOW, validUntil: '2026-11-28T08:00:00.001Z' }),
      version('alone', { en: '运费' }),
    );
    expect(await found(['运费'])).toEqual(['alone en 0', 'now zh 0', 'open zh 0']);
    expect(await found(['运费'], { audiences: ['public', 'signed-in'] })).toContain('members zh 0');
    expect(await found(['fee'], { locale: 'en' })).toEqual(['now en 0', 'open en 0']);
    expect(await given.chunks().ofArticles(['staff', 'past'], EVERYBODY)).toEqual([]);
    const frequencies = (audiences: Visibility['audiences']) =>
      given.chunks().frequencies(['运费', '发票'], { locale: 'zh', audiences });
    expect(await frequencies(['signed-in'])).toEqual({ total: 1, of: new Map([['运费', 1]]) });
    // Pieces of other times are counted: the counts are kept, and time passes without anybody writing.
    expect(await frequencies(['public'])).toEqual({ total: 5, of: new Map([['运费', 5]]) });
  });

  it('[KNOW-41] nearer pieces that may not be seen take no place from those that may, in whatever way they are hidden', async () => {
    const hidden: Record<string, Partial<ArticleVersion>> = {
      staff: { audience: 'internal' },
      members: { audience: 'signed-in' },
      past: { validUntil: NOW },
      coming: { validFrom: '2026-11-28T08:00:00.001Z' },
    };
    const at = (chunk: IndexedChunk, x: number, y: number) => ({
      ...chunk,
      vector: Float32Array.from([x, y]),
      vectorModel: 'one',
    });
    const near = Object.entries(hidden).flatMap(([id, more]) => indexed(version(id, { zh: '运费' }, more), 0));
    const seen = indexed(version('open', { zh: '运费', en: 'fee' }), 1);
    await given.write((writer) =>
      writer.put([
        ...near.map((chunk) => at(chunk, 1, 0)),
        ...seen.map((chunk) => (chunk.locale === 'zh' ? at(chunk, 1, 1) : at(chunk, 1, 0))),
      ]),
    );
    const query = { vector: Float32Array.from([1, 0]), model: 'one', limit: 1 };
    const found = await given.chunks().nearest({ ...EVERYBODY, ...query });
    expect(found.map(({ chunk }) => `${chunk.articleId} ${chunk.locale}`)).toEqual(['open zh']);
  });

  it('[KNOW-42] pieces that are replaced or removed leave nothing behind, in the index and in the counts', async () => {
    const long = { zh: '运费。\n\n发票。\n\n退货。' };
    await put(version('a', long), version('b', { zh: '退货' }));
    await put(version('a', { zh: '发票' }, { number: 2 }));
    expect(await found(['运费', '退货'])).toEqual(['b zh 0']);
    const count = () => given.chunks().frequencies(['运费', '发票', '退货'], EVERYBODY);
    const expected = {
      total: 2,
      of: new Map([
        ['发票', 1],
        ['退货', 1],
      ]),
    };
    expect(await count()).toEqual(expected);
    await given.write((writer) => writer.recount());
    expect(await count()).toEqual(expected);
    await given.write((writer) => writer.remove(['a', 'b']));
    expect(await found(['发票', '退货'])).toEqual([]);
    expect(await count()).toEqual({ total: 0, of: new Map() });
  });

  it('[KNOW-43] a misspelt word leads to all words of the index within two edits', async () => {
    const words = ['warranty', 'umbrella', 'headphones', 'instalment'];
    await put(version('a', { en: words.join(' ') }));
    const asked = ['waranty', 'umbralla', 'mbrlla', 'headfone', 'intsalmant'];
    const meant = await given.chunks().spellings(asked, EVERYBODY);
    expect([...meant].sort()).toEqual(['headphone', 'instalment', 'umbrella', 'warranty']);
    expect(await given.chunks().spellings(['xyzzyqq'], EVERYBODY)).toEqual([]);
  });

  it('[KNOW-41] [KNOW-43] a word that stands only in what somebody may not see, or not in that language, is no spelling to him', async () => {
    await put(
      version('open', { zh: '保修 warranty', en: 'umbrella' }),
      version('members', { en: 'headphones' }, { audience: 'signed-in' }),
      version('staff', { en: 'instalment' }, { audience: 'internal' }),
      version('alone', { en: 'cashback' }),
    );
    const asked = ['waranty', 'umbralla', 'hedphone', 'instalmant', 'cashbeck'];
    const meant = async (more: Partial<Visibility>) =>
      (await given.chunks().spellings(asked, { ...EVERYBODY, ...more })).sort();
    expect(await meant({})).toEqual(['cashback', 'warranty']);
    expect(await meant({ locale: 'en' })).toEqual(['cashback', 'umbrella']);
    expect(await meant({ audiences: ['public', 'signed-in'] })).toEqual(['cashback', 'headphone', 'warranty']);
    expect(await meant({ audiences: ['internal'] })).toEqual(['instalment']);
    expect(await meant({ audiences: [] })).toEqual([]);
  });

  it('[KNOW-42] [KNOW-43] a word is a spelling as long as a piece has it, and comes back with one', async () => {
    const meant = (audiences: Visibility['audiences'] = ['public']) =>
      given.chunks().spellings(['waranty'], { ...EVERYBODY, audiences });
    const both = [version('a', { en: 'warranty' }), version('b', { zh: 'warranty 保修' })];
    await put(...both);
    await given.write((writer) => writer.remove(['a']));
    expect(await meant()).toEqual(['warranty']);
    await put(version('b', { zh: '保修' }, { number: 2 }));
    expect(await meant()).toEqual([]);
    await put(...both, version('staff', { en: 'warranty' }, { audience: 'internal' }));
    expect(await meant()).toEqual(['warranty']);
    await given.write((writer) => writer.remove(['a', 'b']));
    expect(await meant()).toEqual([]);
    expect(await meant(['internal'])).toEqual(['warranty']);
    await put(version('staff', { en: 'warranty, umbrella' }, { audience: 'public', number: 2 }));
    expect(await meant()).toEqual(['warranty']);
    expect(await meant(['internal'])).toEqual([]);
    await given.write((writer) => writer.remove(['staff']));
    await given.write((writer) => writer.recount());
    expect(await meant()).toEqual([]);
  });

  it('[KNOW-44] the nearest pieces by the vectors of one model come first, among those that may be seen', async () => {
    const vectors: Record<string, number[]> = { a: [1, 0], b: [1, 1], c: [0, 1], staff: [1, 0] };
    const chunks = Object.entries(vectors).flatMap(([id, vector]) =>
      indexed(version(id, { zh: id }, { audience: id === 'staff' ? 'internal' : 'public' }), 0).map((chunk) => ({
        ...chunk,
        vector: Float32Array.from(vector),
        vectorModel: 'one',
      })),
    );
    await given.write((writer) => writer.put(chunks));
    const nearest = async (model: string) =>
      (await given.chunks().nearest({ ...EVERYBODY, vector: Float32Array.from([2, 0]), model, limit: 2 })).map(
        ({ chunk, likeness }) => [chunk.articleId, Math.round(likeness * 100) / 100],
      );
    expect(await nearest('one')).toEqual([
      ['a', 1],
      ['b', 0.71],
    ]);
    expect(await nearest('two')).toEqual([]);
    await given.write((writer) => writer.remove(['a']));
    expect((await nearest('one'))[0]).toEqual(['b', 0.71]);
  });
}
