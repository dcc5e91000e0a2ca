import { expect, it } from 'vitest';
import { describeOnEachDatabase } from '../../../tests/support/database.ts';
import { indexed } from '../../knowledge/indexed.ts';
import { createIndexKeeper } from '../../knowledge/keep-index.ts';
import type { ListedArticle } from '../../knowledge/ports.ts';
import { TERMS_VERSION } from '../../knowledge/terms.ts';
import type { Embedder } from '../../models/embedder.ts';

const AT = '2026-11-28T08:00:00.000Z';
const listed = (articleId: string, zh: string): ListedArticle => ({
  ...{
    articleId,
    title: { zh: articleId },
    body: { zh },
    topics: [],
    audience: 'public',
    validFrom: null,
    validUntil: null,
  },
});
const ASKED = { locale: 'zh', audiences: ['public'], at: AT, limit: 5 } as const;

describeOnEachDatabase('keeping the index', (given) => {
  async function open(model = 'one') {
    const { knowledge } = given.makeStore();
    const source = { id: 'shop', kind: 'shop', name: 'shop', position: 0 } as const;
    const articles = ['a', 'b', 'c'].map((id) => listed(id, `运费 ${id}。\n\n发票。`));
    await knowledge.sync.sync(source, model, articles, indexed, AT);
    const failures: unknown[] = [];
    const keeperOf = (embedder?: Embedder) =>
      createIndexKeeper({
        upkeep: knowledge.upkeep,
        embedder: async () => embedder,
        warn: (error) => failures.push(error),
      });
    const nearest = async (of: string) =>
      (await knowledge.chunks.nearest({ ...ASKED, vector: Float32Array.from([1, 0]), model: of })).length;
    return { knowledge, keeperOf, failures, nearest };
  }
  const model = (
    name: string,
    embed: Embedder['embed'] = async (texts) => texts.map(() => Float32Array.from([1, 0])),
  ) => ({
    ...{ model: name, answersFrom: 0.9, embed },
  });

  it('[KNOW-62] what an older program indexed answers until it is indexed anew, which changes nothing else', async () => {
    const { knowledge, keeperOf } = await open();
    await given.database.query(
      `update knowledge_chunks set terms = array['alt'], text_terms = array['alt'], name_terms = '{}', terms_version = 0 where article_id <> 'c'`,
    );
    const found = async (term: string) => {
      const probes = [{ terms: [term], weight: 1 }];
      const chunks = await knowledge.chunks.candidates({ ...ASKED, probes, topics: [], limit: 9 });
      return [...new Set(chunks.map(({ articleId }) => articleId))].sort().join('');
    };
    expect([await found('alt'), await found('发票')]).toEqual(['ab', 'c']);
    await Promise.all([keeperOf().run(), keeperOf().run()]);
    expect([await found('alt'), await found('发票')]).toEqual(['', 'abc']);
    expect(await knowledge.upkeep.outdated(TERMS_VERSION, 9)).toEqual([]);
  });

  it('[KNOW-63] a change of the model embeds anew, and the vectors of the one before answer for it alone meanwhile', async () => {
    const { keeperOf, nearest, failures } = await open();
    await keeperOf(model('one')).run();
    expect([await nearest('one'), await nearest('two')]).toEqual([5, 0]);
    const failing = model('two', async () => {
      throw new Error('unreachable');
    });
    await keeperOf(failing).run();
    expect(failures).toHaveLength(1);
    expect([await nearest('one'), await nearest('two')]).toEqual([5, 0]);
    await keeperOf(model('two')).run();
    expect([await nearest('one'), await nearest('two')]).toEqual([0, 5]);
  });

  it('[KNOW-63] one that is stopped ends after its step', async () => {
    const { keeperOf, nearest } = await open();
    let keeper = keeperOf();
    let steps = 0;
    const embed: Embedder['embed'] = async (texts) => {
      steps++;
      void keeper.stop();
      return texts.map(() => Float32Array.from([1, 0]));
    };
    keeper = keeperOf(model('one', embed));
    await keeper.run();
    expect(steps).toBe(1);
    expect(await nearest('one')).toBe(5);
  });

  it('[KNOW-66] a backup brings the pieces back with terms, counts and vectors; they are written further, and nobody takes them for others', async () => {
    const store = given.makeStore();
    const source = { id: 'shop', kind: 'shop', name: 'shop', position: 0 } as const;
    const sync = (state: string, text: string) =>
      store.knowledge.sync.sync(source, state, [listed('a', text)], indexed, AT);
    const embedAll = (x: number, y: number) =>
      createIndexKeeper({
        upkeep: store.knowledge.upkeep,
        embedder: async () => model('one', async (texts) => texts.map(() => Float32Array.from([x, y]))),
        warn: (error) => {
          throw error;
        },
      }).run();
    const likeness = async () => {
      const vector = Float32Array.from([1, 0]);
      const near = await store.knowledge.chunks.nearest({ ...ASKED, vector, model: 'one' });
      return near.map(({ chunk, likeness: how }) => [chunk.text, Math.round(how * 10) / 10]);
    };
    await given.database.query(`insert into meta (name, value) values ('key-check', 'k')`);
    await sync('one', '运费。');
    await embedAll(1, 0);
    const parts: Uint8Array[] = [];
    await store.backup(async (chunk) => void parts.push(chunk), { withKey: true });
    await sync('two', '发票。');
    await embedAll(0, 1);
    expect(await likeness()).toEqual([['发票。', 0]]);
    await store.restore(
      (async function* () {
        yield Buffer.concat(parts);
      })(),
    );
    expect(await likeness()).toEqual([['运费。', 1]]);
    const frequencies = () => store.knowledge.chunks.frequencies(['运费', '发票'], ASKED);
    expect(await frequencies()).toEqual({ total: 1, of: new Map([['运费', 1]]) });
    await sync('three', '退货。');
    expect(await frequencies()).toEqual({ total: 1, of: new Map() });
  });

  it('[KNOW-66] nor is what comes after a backup that was made before there were any pieces', async () => {
    const store = given.makeStore();
    const source = { id: 'shop', kind: 'shop', name: 'shop', position: 0 } as const;
    const sync = (state: string, texts: string[]) => {
      const articles = texts.map((text, index) => listed(String(index), text));
      return store.knowledge.sync.sync(source, state, articles, indexed, AT);
    };
    const embedAll = (x: number, y: number) =>
      createIndexKeeper({
        upkeep: store.knowledge.upkeep,
        embedder: async () => model('one', async (texts) => texts.map(() => Float32Array.from([x, y]))),
        warn: (error) => {
          throw error;
        },
      }).run();
    const near = async () => {
      const vector = Float32Array.from([1, 0]);
      const found = await store.knowledge.chunks.nearest({ ...ASKED, vector, model: 'one' });
      return found.map(({ chunk, likeness }) => [chunk.text, Math.round(likeness * 10) / 10]);
    };
    const revision = async () =>
      (await given.database.query<{ revision: number }>('select revision from knowledge_changes'))[0]?.revision;
    await given.database.query(`insert into meta (name, value) values ('key-check', 'k') on conflict do nothing`);
    await given.database.script('delete from knowledge_changes');
    const parts: Uint8Array[] = [];
    await store.backup(async (chunk) => void parts.push(chunk), { withKey: true });
    await sync('one', ['运费。']);
    await embedAll(1, 0);
    expect(await near()).toEqual([['运费。', 1]]);
    const before = Number(await revision());
    await store.restore(
      (async function* () {
        yield Buffer.concat(parts);
      })(),
    );
    expect(await revision()).toBeGreaterThan(before);
    expect(await near()).toEqual([]);
    await sync('two', ['发票。']);
    await embedAll(0, 1);
    expect(await near()).toEqual([['发票。', 0]]);
  });
});
