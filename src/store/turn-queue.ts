import type { ConversationStore } from '../conversation/ports.ts';
import type { Instant } from '../core/instant.ts';
import { lockConversation, type StoreContext } from './context.ts';
import { durableTransaction, only } from './database.ts';
import { TURN, type TurnRow, turnOf } from './turns.ts';
import { tellUntold } from './untold.ts';

type Queue = Pick<
  ConversationStore,
  'claimTurn' | 'renewTurns' | 'nextDueAt' | 'releaseTurns' | 'turnState' | 'releaseTurn' | 'failTurn'
>;

/** A turn whose conversation has none that runs and none that waits longer. */
const FREE = `turn.state = 'waiting' and not exists (
  select 1 from turns as other where other.conversation_id = turn.conversation_id and other.id <> turn.id and (
    other.state = 'running' or (other.state = 'waiting' and (other.from_sequence, other.id) < (turn.from_sequence, turn.id))
  )
)`;

export function turnQueue(context: StoreContext): Queue {
  const { database } = context;
  return {
    async claimTurn(now, holder, leaseUntil, only) {
      try {
        const rows = await database.query<TurnRow>(
          `update turns set state = 'running', attempts = attempts + 1, holder = $2, lease_until = $3
           where id = (
             select turn.id from turns as turn where turn.due_at <= $1 and ($4::text[] is null or turn.conversation_id = any($4)) and ${FREE}
             order by turn.due_at, turn.id limit 1 for update skip locked
           ) and state = 'waiting'
           returning ${TURN}`,
          [now, holder, leaseUntil, only ?? null],
        );
        return rows[0] ? turnOf(rows[0]) : null;
      } catch (error) {
        // Unique violation: another process began a turn of this conversation between the look and the take.
        if ((error as { code?: string }).code === '23505') return null;
        throw error;
      }
    },

    async renewTurns(holder, leaseUntil) {
      await database.query(`update turns set lease_until = $2 where holder = $1 and state = 'running'`, [
        holder,
        leaseUntil,
      ]);
    },

    async nextDueAt() {
      const rows = await database.query<{ due_at: Instant | null }>(
        `select min(turn.due_at) as due_at from turns as turn where ${FREE}`,
      );
      return only(rows).due_at;
    },

    async releaseTurns(now, holder) {
      const rows = await database.query(
        `update turns set state = 'waiting', holder = null, lease_until = null
         where state = 'running' and (holder = $1 or lease_until <= $2) returning id`,
        [holder === 'expired' ? null : holder, now],
      );
      return rows.length;
    },

    async turnState(turnId) {
      const rows = await database.query<TurnRow>(`select ${TURN} from turns where id = $1`, [turnId]);
      return rows[0] ? turnOf(rows[0]) : null;
    },

    async releaseTurn(turnId) {
      await database.query(
        `update turns set state = 'waiting', holder = null, lease_until = null where id = $1 and state = 'running'`,
        [turnId],
      );
    },

    async failTurn(turnId) {
      return durableTransaction(database, async (queries) => {
        const [turn] = await queries.query<{ conversation_id: string }>(
          'select conversation_id from turns where id = $1',
          [turnId],
        );
        const conversation = turn ? await lockConversation(queries, turn.conversation_id) : null;
        const failed = await queries.query(
          `update turns set state = 'failed', holder = null, lease_until = null
           where id = $1 and state in ('waiting', 'running') returning id`,
          [turnId],
        );
        if (!conversation || failed.length === 0) return [];
        await queries.query(`update confirmations set state = 'cancelled' where state = 'open' and turn_id = $1`, [
          turnId,
        ]);
        return tellUntold(context, queries, conversation, context.clock.now(), turnId);
      });
    },
  };
}
