import type { ArticleVersion, IndexUpkeep } from '../../knowledge/ports.ts';
import type { Database } from '../database.ts';
import { bytesOf } from './rows.ts';
import { chunkWriter, noteChange } from './writer.ts';

export function indexUpkeep(database: Database): IndexUpkeep {
  return {
    async outdated(termsVersion, limit) {
      const rows = await database.query<ArticleVersion & { articlePosition: number }>(
        `select version.article_id as "articleId", version.number, version.title, version.body, version.topics, version.audience,
           version.valid_from as "validFrom", version.valid_until as "validUntil", version.by, version.at, version.note,
           article.position as "articlePosition"
         from knowledge_articles article
         join knowledge_versions version on version.article_id = article.id and version.number = article.published
         where exists (select from knowledge_chunks where article_id = article.id and terms_version <> $1)
         order by article.position limit $2`,
        [termsVersion, limit],
      );
      return rows.map(({ articlePosition, ...version }) => ({ version, articlePosition }));
    },

    replace: (chunks) =>
      database.transaction(async (queries) => {
        const ids = [...new Set(chunks.map(({ articleId }) => articleId))];
        const rows = await queries.query<{ id: string; published: number | null }>(
          'select id, published from knowledge_articles where id = any($1::text[]) order by id for update',
          [ids],
        );
        const published = new Map(rows.map((row) => [row.id, row.published]));
        const standing = chunks.filter(({ articleId, version }) => published.get(articleId) === version);
        await chunkWriter(queries).put(standing);
      }),

    withoutVector: (model, limit) =>
      database.query(
        'select id, title, heading, text from knowledge_chunks where vector_model is distinct from $1 order by id limit $2',
        [model, limit],
      ),

    setVectors: (model, vectors) =>
      database.transaction(async (queries) => {
        await noteChange(queries);
        for (const { id, vector } of vectors) {
          await queries.query('update knowledge_chunks set vector = $1, vector_model = $2 where id = $3', [
            bytesOf(vector),
            model,
            id,
          ]);
        }
      }),
  };
}
