import type { StoredTurn, TurnState } from '../conversation/ports.ts';
import type { Instant } from '../core/instant.ts';
import type { ConversationRow } from './context.ts';
import { only, type Queries } from './database.ts';

export interface TurnRow {
  id: string;
  conversation_id: string;
  epoch: number;
  state: TurnState;
  acted: boolean;
  from_sequence: number;
  to_sequence: number;
  due_at: Instant;
  attempts: number;
}

export const TURN = 'id, conversation_id, epoch, state, acted, from_sequence, to_sequence, due_at, attempts';

export function turnOf(row: TurnRow): StoredTurn {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    epoch: row.epoch,
    state: row.state,
    acted: row.acted,
    fromSequence: row.from_sequence,
    toSequence: row.to_sequence,
    dueAt: row.due_at,
    attempts: row.attempts,
  };
}

/** A newer message joins a turn that has not begun, replaces one that has only thought, and waits behind one that has acted. */
export async function scheduleTurn(
  queries: Queries,
  conversation: ConversationRow,
  sequence: number,
  schedule: { turnId: string; dueAt: Instant },
): Promise<TurnRow> {
  const pending = await queries.query<TurnRow>(
    `select ${TURN} from turns where conversation_id = $1 and state in ('waiting', 'running') order by from_sequence, id for update`,
    [conversation.id],
  );
  const collecting = pending.find((turn) => turn.state === 'waiting' && turn.attempts === 0 && !turn.acted);
  if (collecting) {
    return only(
      await queries.query<TurnRow>(`update turns set to_sequence = $2, due_at = $3 where id = $1 returning ${TURN}`, [
        collecting.id,
        sequence,
        schedule.dueAt,
      ]),
    );
  }
  const begun = pending.filter((turn) => !turn.acted);
  await supersedeTurns(queries, conversation.id);
  return only(
    await queries.query<TurnRow>(
      `insert into turns (id, conversation_id, epoch, state, from_sequence, to_sequence, due_at)
       values ($1, $2, $3, 'waiting', $4, $5, $6) returning ${TURN}`,
      [
        schedule.turnId,
        conversation.id,
        conversation.epoch,
        Math.min(sequence, ...begun.map((turn) => turn.from_sequence)),
        sequence,
        schedule.dueAt,
      ],
    ),
  );
}

/** Ends every turn of the conversation that has not acted, and the cards it opened: nobody was shown them. */
export async function supersedeTurns(queries: Queries, conversationId: string): Promise<void> {
  await queries.query(
    `with ended as (
       update turns set state = 'superseded', holder = null, lease_until = null
       where conversation_id = $1 and state in ('waiting', 'running') and not acted returning id
     )
     update confirmations set state = 'cancelled' where state = 'open' and turn_id in (select id from ended)`,
    [conversationId],
  );
}
