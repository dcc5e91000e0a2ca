import type { Database } from '../../../src/store/database.ts';
import { openPglite } from '../../../src/store/pglite.ts';
import { openPostgres } from '../../../src/store/postgres.ts';

/** A data folder's database, or a server's by its address. */
export function openAt(target: string): Promise<Database> {
  return target.startsWith('postgres:') ? openPostgres(target) : openPglite(target);
}
