import type { ChunkWriter } from '../../knowledge/ports.ts';
import type { Queries } from '../database.ts';
import { json } from '../values.ts';
import { rowOf } from './rows.ts';

/** What pieces add to the counts: once for each language that finds them, under each audience. */
const counted = (pieces: string) => `
  select finding.locale, held.term, piece.audience, count(*)::integer as chunks
  from ${pieces} as piece
  cross join lateral unnest(case when piece.alone then array['zh', 'en'] else array[piece.locale] end) as finding (locale)
  cross join lateral unnest(array_append(piece.terms, '')) as held (term)
  group by 1, 2, 3 order by 1, 2, 3`;

const COLUMNS = `article_id, version, article_position, position, locale, alone, title, heading, text, topics, audience, valid_from, valid_until,
  name_terms, text_terms, terms, terms_version, vector, vector_model`;

/** Words that may be meant by a misspelt one. */
const WORD = '^[a-z]{4,}$';

/** With the language first, as the table's key has it. */
const OF_TERMS = `locale = any(array['zh', 'en']) and term = any($1::text[])`;

/** Pieces in one statement. */
const BATCH = 200;

/** Every change of pieces begins with this. The row is the lock: other writers wait until the transaction ends, for they change the same counts. */
export async function noteChange(queries: Queries): Promise<void> {
  await queries.query(
    `insert into knowledge_changes (revision) values (1)
     on conflict (one) do update set revision = knowledge_changes.revision + 1`,
  );
}

/** Writes pieces within the caller's transaction. */
export function chunkWriter(queries: Queries): ChunkWriter {
  /** Takes all pieces of these away; gives the terms that none of the same language and audience holds any more. */
  const take = async (articleIds: readonly string[]): Promise<string[]> => {
    const rows = await queries.query<{ term: string }>(
      `with gone as (delete from knowledge_chunks where article_id = any($1::text[]) returning locale, alone, audience, terms),
       less as (${counted('gone')}), left_over as (
         update knowledge_terms set chunks = knowledge_terms.chunks - less.chunks from less
         where knowledge_terms.locale = less.locale and knowledge_terms.term = less.term and knowledge_terms.audience = less.audience
         returning knowledge_terms.term, knowledge_terms.chunks
       )
       select distinct term from left_over where chunks <= 0`,
      [articleIds],
    );
    return rows.map(({ term }) => term);
  };

  /** Of these terms what stands in no piece leaves the counts and, where it is a word, what misspelt ones are compared with. */
  async function forget(terms: readonly string[]): Promise<void> {
    if (terms.length === 0) return;
    await queries.query(`delete from knowledge_terms where ${OF_TERMS} and chunks <= 0`, [terms]);
    await queries.query(
      `delete from knowledge_words where word = any($1::text[])
       and word not in (select term from knowledge_terms where ${OF_TERMS})`,
      [terms],
    );
  }

  return {
    async put(chunks) {
      if (chunks.length === 0) return;
      await noteChange(queries);
      const emptied = await take([...new Set(chunks.map(({ articleId }) => articleId))]);
      for (let at = 0; at < chunks.length; at += BATCH) {
        await queries.query(
          `with added as (
             insert into knowledge_chunks (${COLUMNS})
             select article_id, version, article_position, position, locale, alone, title, heading, text, topics, audience, valid_from,
               valid_until, name_terms, text_terms, terms, terms_version, decode(vector, 'hex'), vector_model
             from jsonb_to_recordset($1::jsonb) as piece (article_id text, version integer, article_position bigint, position integer,
               locale text, alone boolean, title text, heading text, text text, topics text[], audience text, valid_from timestamptz,
               valid_until timestamptz, name_terms text[], text_terms text[], terms text[], terms_version integer, vector text,
               vector_model text)
             returning locale, alone, audience, terms
           ), more as (${counted('added')}), words as (
             insert into knowledge_words (word, near)
             select distinct term, knowledge_near(term) from more
             where term ~ '${WORD}' and not exists (select from knowledge_words where word = term)
             on conflict do nothing
           )
           insert into knowledge_terms (locale, term, audience, chunks) select locale, term, audience, chunks from more
           on conflict (locale, term, audience) do update set chunks = knowledge_terms.chunks + excluded.chunks`,
          [json(chunks.slice(at, at + BATCH).map(rowOf))],
        );
      }
      await forget(emptied);
    },

    async remove(articleIds) {
      if (articleIds.length === 0) return;
      await noteChange(queries);
      await forget(await take(articleIds));
    },

    async recount() {
      await noteChange(queries);
      await queries.query('delete from knowledge_terms');
      await queries.query(
        `insert into knowledge_terms (locale, term, audience, chunks) ${counted('knowledge_chunks')}`,
      );
      await queries.query(
        'delete from knowledge_words where not exists (select from knowledge_terms where term = word)',
      );
      await queries.query(
        `insert into knowledge_words (word, near)
         select distinct term, knowledge_near(term) from knowledge_terms where term ~ '${WORD}' on conflict do nothing`,
      );
    },
  };
}
