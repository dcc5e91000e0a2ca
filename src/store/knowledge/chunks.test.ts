import { beforeEach, expect, it } from 'vitest';
import { describeOnEachDatabase } from '../../../tests/support/database.ts';
import { indexed } from '../../knowledge/indexed.ts';
import type { ArticleVersion, ChunkWriter } from '../../knowledge/ports.ts';
import { ARTICLE_IDS, chunkContract, version } from '../../knowledge/testing/chunk-contract.ts';
import { chunkStore } from './chunks.ts';
import { chunkWriter } from './writer.ts';

describeOnEachDatabase('pieces in the database', (given) => {
  beforeEach(async () => {
    await given.database.query(
      `insert into knowledge_sources (id, kind, name, created_at) values ('test', 'written', 'test', '2026-11-28T08:00:00Z')`,
    );
    await given.database.query(
      `insert into knowledge_articles (id, source_id, key, position) select id, 'test', id, 0 from unnest($1::text[]) as article (id)`,
      [ARTICLE_IDS],
    );
  });
  it('[KNOW-42] [KNOW-40] what no piece holds has no row left, whether its pieces were replaced or removed', async () => {
    const write = (work: (writer: ChunkWriter) => Promise<void>) =>
      given.database.transaction((queries) => work(chunkWriter(queries)));
    const put = (...versions: ArticleVersion[]) =>
      write((writer) => writer.put(versions.flatMap((each, position) => indexed(each, position))));
    const rows = async () => [
      await given.database.query('select * from knowledge_terms order by locale, term, audience'),
      await given.database.query('select * from knowledge_words order by word'),
    ];
    await put(version('a', { en: 'warranty card', zh: '保修卡' }), version('b', { en: 'warranty' }));
    const before = await rows();
    await put(version('a', { en: 'umbrella' }, { number: 2, audience: 'internal' }), version('c', { zh: '发票' }));
    await put(version('a', { en: 'warranty card', zh: '保修卡' }, { number: 3 }));
    await write((writer) => writer.remove(['c']));
    expect(await rows()).toEqual(before);
    await write((writer) => writer.recount());
    expect(await rows()).toEqual(before);
    await write((writer) => writer.remove(['a', 'b']));
    expect(await rows()).toEqual([[], []]);
  });
  chunkContract({
    chunks: () => chunkStore(given.database),
    write: (work) => given.database.transaction((queries) => work(chunkWriter(queries))),
  });
});
