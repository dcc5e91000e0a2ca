import type { JournalStep, JournalStore, RecordedTurn } from '../agent/ports.ts';
import type { Instant } from '../core/instant.ts';
import type { Json } from '../core/json.ts';
import { keyOfConversation, type StoreContext } from './context.ts';
import { only } from './database.ts';

interface Row {
  number: number;
  kind: JournalStep['kind'];
  payload: Uint8Array;
}

export function journalStore(context: StoreContext): JournalStore {
  const { database, vault } = context;
  const place = (turnId: string, number: number) => `journal/${turnId}/${number}`;

  async function open(turnId: string, rows: Row[]): Promise<JournalStep[]> {
    const reader = vault.reader(database);
    const steps: JournalStep[] = [];
    for (const { number, kind, payload } of rows) {
      const opened = await reader.open<Json>(place(turnId, number), payload);
      steps.push(opened.ok ? { number, kind, payload: opened.value } : { number, kind, payload: null, erased: true });
    }
    return steps;
  }

  return {
    async read(turnId) {
      const rows = await database.query<Row>(
        'select number, kind, payload from journal where turn_id = $1 order by number',
        [turnId],
      );
      return open(turnId, rows);
    },

    async append(scope, { number, kind, payload }) {
      const key = await keyOfConversation(context, database, scope.conversationId);
      const inserted = await database.query(
        `insert into journal (turn_id, number, kind, payload) values ($1, $2, $3, $4)
         on conflict do nothing returning number`,
        [scope.turnId, number, kind, vault.seal(key, place(scope.turnId, number), payload)],
      );
      // As it will be read: a resumed turn gets the same value as this one.
      if (inserted.length > 0) return { number, kind, payload: JSON.parse(JSON.stringify(payload)) as Json };
      const rows = await database.query<Row>(
        'select number, kind, payload from journal where turn_id = $1 and number = $2',
        [scope.turnId, number],
      );
      return only(await open(scope.turnId, rows));
    },

    async list({ since = null, conversationId = null, after = null, limit }) {
      const rows = await database.query<{ id: string; conversation_id: string; at: Instant }>(
        `select t.id, t.conversation_id, e.at from turns t
         join events e on e.conversation_id = t.conversation_id and e.sequence = t.from_sequence
         where t.state = 'done' and exists (select 1 from journal j where j.turn_id = t.id)
           and ($1::timestamptz is null or e.at >= $1) and ($2::text is null or t.conversation_id = $2)
           and ($3::timestamptz is null or (e.at, t.id) > ($3, $4))
         order by e.at, t.id limit $5`,
        [since, conversationId, after?.at ?? null, after?.turnId ?? null, limit],
      );
      return rows.map(
        ({ id, conversation_id: conversation, at }): RecordedTurn => ({ turnId: id, conversationId: conversation, at }),
      );
    },
  };
}
