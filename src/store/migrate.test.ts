import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeOnEachDatabase, postgresSchema, TEST_DATABASE_URL } from '../../tests/support/database.ts';
import type { Database } from './database.ts';
import { migrate, SCHEMA } from './migrate.ts';
import { TABLES } from './migrations/migrations.ts';
import { openPostgres } from './postgres.ts';

describeOnEachDatabase('the schema', (given) => {
  it('[STORE-8] is brought up to date once; again changes nothing', async () => {
    const before = await given.database.query('select * from migrations order by number');
    expect(before).toHaveLength(SCHEMA);
    await migrate(given.database);
    expect(await given.database.query('select * from migrations order by number')).toEqual(before);
  });

  it('[STORE-8] every table is among those that a backup copies', async () => {
    const rows = await given.database.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = current_schema() order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual([...TABLES, 'migrations'].sort());
  });

  it('[STORE-9] a database of a newer program is left alone', async () => {
    await given.database.query(`insert into migrations (number, name) values ($1, 'from the future')`, [SCHEMA + 1]);
    try {
      await expect(migrate(given.database)).rejects.toMatchObject({ code: 'store.newer' });
    } finally {
      await given.database.query('delete from migrations where number > $1', [SCHEMA]);
    }
  });
});

describe.runIf(TEST_DATABASE_URL)('several processes and one empty PostgreSQL', () => {
  let schema: Awaited<ReturnType<typeof postgresSchema>>;
  const databases: Database[] = [];
  beforeAll(async () => {
    schema = await postgresSchema(TEST_DATABASE_URL ?? '');
  });
  afterAll(async () => {
    for (const database of databases) await database.close();
    await schema.drop();
  });

  it('[STORE-8] three that migrate it at the same moment all succeed', async () => {
    // A pool each, as three processes would have: nothing is shared but the server.
    for (let index = 0; index < 3; index++) databases.push(await openPostgres(schema.url));
    await Promise.all(databases.map((database) => migrate(database)));
    for (const database of databases) {
      expect(await database.query('select count(*) as count from migrations')).toEqual([{ count: SCHEMA }]);
    }
  });
});
