import { expect, it } from 'vitest';
import { describeOnEachDatabase } from '../tests/support/database.ts';
import type { Article } from './core/customer.ts';
import type { Understander } from './core/understanding.ts';
import { indexed } from './knowledge/indexed.ts';
import { SOURCE_POSITIONS } from './knowledge/listed-articles.ts';
import { version } from './knowledge/testing/chunk-contract.ts';
import { silentLog } from './platform/log.ts';
import type { Policy } from './policy/policy.ts';
import { DEFAULT_POLICY, shippedPolicy } from './policy/shipped.ts';
import { shopKnowledge } from './shop-knowledge.ts';
import type { Shop } from './shops/shop.ts';
import { chunkWriter } from './store/knowledge/writer.ts';

const understander = { understand: async () => ({ intents: [] }), close: async () => {} } as unknown as Understander;

function article(id: string, zh: string, topics: string[] = []): Article {
  return { id, title: { zh: id }, body: { zh }, topics, updatedAt: '2026-11-01T00:00:00.000Z' };
}

describeOnEachDatabase('what the shop has written', (given) => {
  function open(articles: Article[]) {
    const store = given.makeStore();
    const world = { articles, policy: DEFAULT_POLICY as Policy, version: 1, readings: 0 };
    const shop = {
      catalogueVersion: async () => String(world.version),
      listArticles: async () => {
        world.readings++;
        return world.articles;
      },
    } as Shop;
    const policies = { current: async () => world.policy };
    const process = () => shopKnowledge({ shop, policies, store, understander, clock: store.clock, log: silentLog });
    const one = process();
    const ask = async (text: string, topic?: string, other = one) =>
      (await other.search({ text, locale: 'zh', topic, limit: 10 })).map(({ articleId }) => articleId);
    return { world, ask, process, search: one.search };
  }
  const pieces = () =>
    given.database.query<{ article: string; version: number; text: string }>(
      `select article_id as article, version, text from knowledge_chunks where article_id not like 'policy:%' order by 1, 3`,
    );

  it('[KNOW-45] the articles of now are found, and of one that changed or went nothing is left', async () => {
    const { world, ask } = open([article('a', '礼盒八元。\n\n海岛另收。'), article('b', '可以开发票。')]);
    expect(await ask('发票')).toEqual(['b']);
    world.articles = [article('a', '全场包邮。')];
    world.version++;
    expect(await ask('发票')).toEqual([]);
    expect(await ask('包邮')).toEqual(['a']);
    expect(await pieces()).toEqual([{ article: 'a', version: 2, text: '全场包邮。' }]);
    world.articles = [article('b', '可以开发票。'), article('a', '全场包邮。')];
    world.version++;
    expect(await ask('发票')).toEqual(['b']);
    const versions = await given.database.query(
      `select article_id as article, number from knowledge_versions where by = 'shop' order by 1, 2`,
    );
    // Coming back is a change; being moved is none.
    expect(versions).toEqual([
      ...[1, 2].map((number) => ({ article: 'a', number })),
      ...[1, 2].map((number) => ({ article: 'b', number })),
    ]);
  });

  it('[KNOW-45] several processes and searches take them over once, and a version that changes nothing writes nothing', async () => {
    const { world, ask, process } = open([article('a', '礼盒八元。')]);
    const processes = [process(), process(), process()];
    const asked = await Promise.all(
      processes.flatMap((one) => [ask('礼盒', undefined, one), ask('礼盒', undefined, one)]),
    );
    expect(asked).toEqual(Array.from({ length: 6 }, () => ['a']));
    expect(world.readings).toBe(3);
    const revision = () => given.database.query('select revision from knowledge_changes');
    const before = await revision();
    world.version++;
    expect(await ask('礼盒')).toEqual(['a']);
    expect(await revision()).toEqual(before);
  });

  it('[KNOW-45] after a backup was put in place the articles of now are found again', async () => {
    const { ask } = open([article('a', '礼盒八元。')]);
    expect(await ask('礼盒')).toEqual(['a']);
    await given.database.script(
      'delete from knowledge_chunks; delete from knowledge_versions; delete from knowledge_articles; delete from knowledge_sources; delete from knowledge_terms;',
    );
    expect(await ask('礼盒')).toEqual(['a']);
  });

  it('[POLICY-58] the rules’ articles come before the shop’s on their topics', async () => {
    const { ask } = open([article('a', '签收后可以退货。', ['ask_return_policy'])]);
    expect((await ask('可以退货吗', 'ask_return_policy'))[0]).toBe('policy:return');
  });

  it('[KNOW-46] what the rules say otherwise is not quoted, from the moment that they do', async () => {
    const { world, search } = open([article('a', '洗衣机支持七天无理由退货！洗衣机安装要预约。')]);
    const quoted = async () => (await search({ text: '洗衣机', locale: 'zh' })).map(({ text }) => text);
    expect(await quoted()).toEqual(['洗衣机支持七天无理由退货！洗衣机安装要预约。']);
    world.policy = shippedPolicy('eu-14-days');
    expect(await quoted()).toEqual(['洗衣机安装要预约。']);
  });

  it('[KNOW-46] the text in the language of who asks is checked as well as the one that was found', async () => {
    const body = { zh: '签收后 30 天内可以无理由退货。', en: 'The return period: send it back within 7 days.' };
    const { search } = open([{ ...article('a', ''), title: { zh: '商店', en: 'Store' }, body }]);
    const found = await search({ text: 'return period', locale: 'zh', limit: 10 });
    expect(found.find(({ articleId }) => articleId === 'a')?.text).toBe(body.en);
    expect(found.filter(({ text }) => text.includes('30'))).toEqual([]);
  });

  it('[KNOW-47] customers are told what is for them: nobody what is internal, guests not what is for those signed in', async () => {
    const { search, ask } = open([]);
    await ask('礼盒');
    await given.database.script(
      `insert into knowledge_sources (id, kind, name, created_at) values ('own', 'written', 'own', '2026-11-28T08:00:00Z');
       insert into knowledge_articles (id, source_id, key, position) select id, 'own', id, 0 from unnest(array['public', 'signed-in', 'internal']) as a (id)`,
    );
    const written = (['public', 'signed-in', 'internal'] as const).flatMap((audience) =>
      indexed(version(audience, { zh: '老虎钳的价格表' }, { audience }), SOURCE_POSITIONS.own),
    );
    await given.database.transaction((queries) => chunkWriter(queries).put(written));
    const told = async (audiences?: readonly ('public' | 'signed-in')[]) =>
      (await search({ text: '老虎钳', locale: 'zh', audiences })).map(({ articleId }) => articleId).sort();
    expect(await told()).toEqual(['public']);
    expect(await told(['public', 'signed-in'])).toEqual(['public', 'signed-in']);
  });
});
