import { expect, it } from 'vitest';
import { describeOnEachDatabase } from '../../tests/support/database.ts';
import { json } from './values.ts';

describeOnEachDatabase('the database', (given) => {
  it('[STORE-1] gives the same JavaScript types from both databases', async () => {
    const [row] = await given.database.query(
      `select 42::bigint as small, 9007199254740993::bigint as big, $1::timestamptz as at, $2::jsonb as document, $3::bytea as bytes,
         true as yes, null::text as nothing, $4::text[] as words, count(*) as count from meta`,
      ['2026-06-01T16:00:00.120+08:00', json({ 名: ['中', 1.5, null] }), Uint8Array.of(0, 255), ['一', 'b"c']],
    );
    expect(row).toEqual({
      small: 42,
      big: '9007199254740993',
      at: '2026-06-01T08:00:00.120Z',
      document: { 名: ['中', 1.5, null] },
      bytes: Uint8Array.of(0, 255),
      yes: true,
      nothing: null,
      words: ['一', 'b"c'],
      count: 0,
    });
  });

  it('[STORE-1] takes what PostgreSQL cannot hold: U+0000 and half a surrogate pair become U+FFFD', async () => {
    const text = 'a\0b\uD83D 😀';
    const [row] = await given.database.query('select $1::text as text, $2::jsonb as document', [text, json({ text })]);
    expect(row).toEqual({ text: 'a\uFFFDb\uFFFD 😀', document: { text: 'a\uFFFDb\uFFFD 😀' } });
  });

  it('[STORE-2] a transaction whose work fails leaves nothing behind', async () => {
    const { database } = given;
    const work = database.transaction(async (queries) => {
      await queries.query(`insert into meta (name, value) values ('a', '1')`);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await database.query('select * from meta')).toEqual([]);
    await database.transaction((queries) => queries.query(`insert into meta (name, value) values ('a', '2')`));
    expect(await database.query('select value from meta')).toEqual([{ value: '2' }]);
  });

  it('[STORE-2] two transactions on one row take turns', async () => {
    const { database } = given;
    await database.query(`insert into meta (name, value) values ('n', '0')`);
    const add = () =>
      database.transaction(async (queries) => {
        const [row] = await queries.query<{ value: string }>(`select value from meta where name = 'n' for update`);
        await queries.query(`update meta set value = $1 where name = 'n'`, [String(Number(row?.value) + 1)]);
      });
    await Promise.all(Array.from({ length: 12 }, add));
    expect(await database.query('select value from meta')).toEqual([{ value: '12' }]);
  });

  it('[STORE-3] an error of the database carries no value of a row', async () => {
    await given.database.query(`insert into meta (name, value) values ($1, 'x')`, ['13800138000']);
    const error = await given.database
      .query(`insert into meta (name, value) values ($1, 'x')`, ['13800138000'])
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: '23505' });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('13800138000');
  });
});
