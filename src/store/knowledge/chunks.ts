import type { ChunkStore, IndexedChunk } from '../../knowledge/ports.ts';
import type { Database } from '../database.ts';
import { CHUNK_COLUMNS, type ChunkRow, chunkOf, visibilityParameters, visible } from './rows.ts';
import { vectorCache } from './vectors.ts';

/** What one probe may point to: a term of which every piece is full tells nothing. */
const PROBE_LIMIT = 2_500;

export function chunkStore(database: Database): ChunkStore {
  const vectors = vectorCache(database);

  async function byIds(ids: readonly number[]): Promise<Map<number, IndexedChunk>> {
    const rows = await database.query<ChunkRow & { id: number }>(
      `select id, ${CHUNK_COLUMNS} from knowledge_chunks where id = any($1::bigint[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, chunkOf(row)]));
  }

  return {
    async frequencies(terms, { locale, audiences }) {
      const rows = await database.query<{ term: string; chunks: number }>(
        `select term, sum(chunks)::integer as chunks from knowledge_terms
         where locale = $1 and audience = any($2::text[]) and term = any($3::text[]) and chunks > 0 group by term`,
        [locale, [...audiences], ['', ...terms]],
      );
      const of = new Map(rows.map(({ term, chunks }) => [term, chunks]));
      const total = of.get('') ?? 0;
      of.delete('');
      return { total, of };
    },

    async spellings(words, { locale, audiences }) {
      const rows = await database.query<{ word: string }>(
        `select distinct known.word from unnest($3::text[]) as asked (word)
         join knowledge_words known on known.near && knowledge_near(asked.word)
         where exists (select from knowledge_terms
           where locale = $1 and term = known.word and audience = any($2::text[]) and chunks > 0)`,
        [locale, [...audiences], [...words]],
      );
      return rows.map(({ word }) => word);
    },

    async candidates({ probes, topics, limit, ...visibility }) {
      const rows = await database.query<ChunkRow>(
        `with found as (
           select hit.id, sum(probe.weight) as weight
           from unnest($4::text[], $5::float8[]) as probe (terms, weight)
           cross join lateral (
             select chunk.id from knowledge_chunks chunk
             where chunk.terms @> string_to_array(probe.terms, ' ') and ${visible(1)} limit ${PROBE_LIMIT}
           ) as hit
           group by hit.id order by weight desc, hit.id limit $7
         ), written as (
           select chunk.id from knowledge_chunks chunk where chunk.topics && $6::text[] and ${visible(1)}
           order by chunk.article_position, chunk.position limit $7
         )
         select ${CHUNK_COLUMNS} from knowledge_chunks where id in (select id from found union select id from written)`,
        [
          ...visibilityParameters(visibility),
          probes.map(({ terms }) => terms.join(' ')),
          probes.map(({ weight }) => weight),
          [...topics],
          limit,
        ],
      );
      return rows.map(chunkOf);
    },

    async ofArticles(articleIds, visibility) {
      const rows = await database.query<ChunkRow>(
        `select ${CHUNK_COLUMNS} from knowledge_chunks chunk where chunk.article_id = any($4::text[]) and ${visible(1)}
         order by article_position, position`,
        [...visibilityParameters(visibility), [...articleIds]],
      );
      return rows.map(chunkOf);
    },

    async nearest(query) {
      const near = await vectors.nearest(query);
      const chunks = await byIds(near.map(({ id }) => id));
      return near.flatMap(({ id, likeness }) => {
        const chunk = chunks.get(id);
        return chunk ? [{ chunk, likeness }] : [];
      });
    },
  };
}
