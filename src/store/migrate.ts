import { AppError } from '../core/errors.ts';
import type { Database, Queries } from './database.ts';
import { LOCKS } from './locks.ts';
import { MIGRATIONS } from './migrations/migrations.ts';

/** The newest schema that this code knows. */
export const SCHEMA = MIGRATIONS.at(-1)?.number ?? 0;

/** Applies what is missing, up to and including `target`, inside the caller's transaction. Several processes may do so at once. */
export async function migrateWithin(queries: Queries, target: number = SCHEMA): Promise<void> {
  await queries.query(`select pg_advisory_xact_lock(${LOCKS.migrations})`);
  await queries.script('create table if not exists migrations (number integer primary key, name text not null)');
  const rows = await queries.query<{ number: number }>('select number from migrations');
  const applied = new Set(rows.map(({ number }) => number));
  const newest = Math.max(0, ...applied);
  if (newest > SCHEMA) {
    throw new AppError('store.newer', {
      detail: `schema ${newest}, this program knows ${SCHEMA}`,
      publicMessage: {
        zh: `数据库由更新版本的小二写成（结构 ${newest}，本程序只认识到 ${SCHEMA}）。请升级小二。`,
        en: `The database was written by a newer Xiaoer (schema ${newest}; this one knows ${SCHEMA}). Upgrade Xiaoer.`,
      },
    });
  }
  for (const { number, name, sql } of MIGRATIONS) {
    if (applied.has(number) || number > target) continue;
    await queries.script(sql);
    await queries.query('insert into migrations (number, name) values ($1, $2)', [number, name]);
  }
}

export async function migrate(database: Database): Promise<void> {
  await database.transaction((queries) => migrateWithin(queries));
  await database.durable();
}
