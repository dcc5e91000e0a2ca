import { beforeEach } from 'vitest';
import { describeOnEachDatabase } from '../../../tests/support/database.ts';
import { ARTICLE_IDS, chunkContract } from '../../knowledge/testing/chunk-contract.ts';
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
  chunkContract({
    chunks: () => chunkStore(given.database),
    write: (work) => given.database.transaction((queries) => work(chunkWriter(queries))),
  });
});
