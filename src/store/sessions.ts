import { DAY, type Instant, plus } from '../core/instant.ts';
import type { AttemptStore, SessionStore } from '../identity/ports.ts';
import type { StoreContext } from './context.ts';
import { only } from './database.ts';

export function sessionStore({ database, clock }: StoreContext): SessionStore {
  return {
    async put(session) {
      await database.query('delete from sessions where expires_at <= $1', [clock.now()]);
      await database.query(
        `insert into sessions (token_hash, conversation_id, customer_id, expires_at) values ($1, $2, $3, $4)
         on conflict (token_hash) do update set conversation_id = excluded.conversation_id,
           customer_id = excluded.customer_id, expires_at = excluded.expires_at`,
        [session.tokenHash, session.conversationId, session.customerId, session.expiresAt],
      );
    },

    async find(tokenHash) {
      const [row] = await database.query<{ conversation_id: string; customer_id: string | null; expires_at: Instant }>(
        'select conversation_id, customer_id, expires_at from sessions where token_hash = $1',
        [tokenHash],
      );
      if (!row) return null;
      return {
        tokenHash,
        conversationId: row.conversation_id,
        customerId: row.customer_id,
        expiresAt: row.expires_at,
      };
    },

    async remove(tokenHash) {
      await database.query('delete from sessions where token_hash = $1', [tokenHash]);
    },
  };
}

/** No limit looks further back. */
const FORGOTTEN = 30 * DAY;

/** Above any limit that a caller sets: an attacker makes the row no longer than this. */
const REMEMBERED = 1_000;

export function attemptStore({ database }: StoreContext): AttemptStore {
  let sweptAt = '';

  return {
    async count(key, at, since) {
      // Once a day and process: keys of guesses long ago are of no use to anybody.
      if (sweptAt.slice(0, 10) !== at.slice(0, 10)) {
        sweptAt = at;
        await database.query('delete from attempts where cardinality(times) = 0 or times[cardinality(times)] < $1', [
          plus(at, -FORGOTTEN),
        ]);
      }
      // One statement: the row's lock makes simultaneous guesses count one after the other.
      const rows = await database.query<{ count: number }>(
        `insert into attempts as stored (key, times) values ($1, array[$2::timestamptz])
         on conflict (key) do update set times = (
           select array_agg(kept.time order by kept.time)
           from (
             select time from unnest(stored.times || excluded.times) as time
             where time >= $3 or time = $2 order by time desc limit ${REMEMBERED}
           ) as kept
         )
         returning (select count(*) from unnest(times) as time where time >= $3)::integer as count`,
        [key, at, since],
      );
      return only(rows).count;
    },

    async forgive(key, at) {
      // array_remove would take every attempt of that instant; one guess is one.
      await database.query(
        `update attempts set times = times[:array_position(times, $2) - 1] || times[array_position(times, $2) + 1:]
         where key = $1 and array_position(times, $2) is not null`,
        [key, at],
      );
    },
  };
}
