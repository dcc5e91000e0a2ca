import type { Clock, Random } from '../core/clock.ts';
import type { Database, Queries } from './database.ts';
import type { Recent } from './recent.ts';
import { type Subject, type SubjectKey, subjectOf, type Vault } from './vault.ts';

/** What every table's file is given. */
export interface StoreContext {
  database: Database;
  vault: Vault;
  clock: Clock;
  random: Random;
  /** Whose a conversation is, by its id: that never changes. */
  subjects: Recent<Subject>;
}

export interface ConversationRow {
  id: string;
  customer_id: string | null;
  channel: string;
  owner: 'bot' | 'person' | 'closed';
  epoch: number;
  locale: 'zh' | 'en' | null;
  created_at: string;
  updated_at: string;
  last_sequence: number;
  state: Uint8Array | null;
}

/** Every change within a conversation begins with this lock: that is the order in which its rows are locked everywhere. */
export async function lockConversation(queries: Queries, id: string): Promise<ConversationRow | null> {
  const rows = await queries.query<ConversationRow>('select * from conversations where id = $1 for update', [id]);
  return rows[0] ?? null;
}

/** The key for what is written about a conversation; one that is not stored counts as a guest's. */
export async function keyOfConversation(
  { vault, subjects }: StoreContext,
  queries: Queries,
  id: string,
): Promise<SubjectKey> {
  const known = subjects.get(id);
  if (known) return vault.keyOf(queries, known);
  const rows = await queries.query<{ customer_id: string | null }>(
    'select customer_id from conversations where id = $1',
    [id],
  );
  const subject = subjectOf(id, rows[0]?.customer_id ?? null);
  if (rows.length > 0) subjects.set(id, subject);
  return vault.keyOf(queries, subject);
}
