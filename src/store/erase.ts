import type { StoreContext } from './context.ts';
import type { Queries } from './database.ts';
import type { Subject } from './vault.ts';

/**
 * Destroys the subject's key and ends what waits for it: nobody is left to be asked or told. What the platform has been asked stays as it is.
 * False when there was no key.
 */
export async function eraseSubject(
  { vault, clock }: StoreContext,
  queries: Queries,
  subject: Subject,
): Promise<boolean> {
  const [kind = '', ...rest] = subject.split(':');
  const id = rest.join(':');
  const column = kind === 'customer' ? 'customer_id' : 'id';
  const own = `conversation_id in (select id from conversations where ${column} = $1)`;
  await queries.query(`update confirmations set state = 'cancelled' where state = 'open' and ${own}`, [id]);
  await queries.query(`update approvals set state = 'expired' where state = 'open' and ${own}`, [id]);
  await queries.query(
    `update intents set state = 'refused' where state in ('awaiting-approval', 'planned') and ${own}`,
    [id],
  );
  await queries.query(`update alerts set state = 'closed', ended_at = $2 where state = 'open' and ${own}`, [
    id,
    clock.now(),
  ]);
  await queries.query(`delete from grants where ${own}`, [id]);
  await queries.query(`delete from customer_grants where ${own}`, [id]);
  if (kind === 'customer') await queries.query('delete from customer_grants where customer_id = $1', [id]);
  return vault.erase(queries, subject);
}
