import type { Queries } from './database.ts';
import { LOCKS } from './locks.ts';

/** Until the transaction ends the shop is not replaced by another. First of all locks: what waits for it holds nothing yet. */
export async function keepShop(queries: Queries): Promise<void> {
  await queries.query(`select pg_advisory_xact_lock_shared(${LOCKS.shop})`);
}

/** Until the transaction ends nothing is written to the shop. */
export async function seizeShop(queries: Queries): Promise<void> {
  await queries.query(`select pg_advisory_xact_lock(${LOCKS.shop})`);
}
