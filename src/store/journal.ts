import type { JournalStep, JournalStore } from '../agent/ports.ts';
import type { Json } from '../core/json.ts';
import { keyOfConversation, type StoreContext } from './context.ts';
import { only } from './database.ts';

/** What an erased step's payload reads as. */
const ERASED: Json = { erased: true };

interface Row {
  number: number;
  kind: JournalStep['kind'];
  payload: Uint8Array;
}

export function journalStore(context: StoreContext): JournalStore {
  const { database, vault } = context;
  const place = (turnId: string, number: number) => `journal/${turnId}/${number}`;

  async function open(turnId: string, rows: Row[], reader = vault.reader(database)): Promise<JournalStep[]> {
    const steps: JournalStep[] = [];
    for (const { number, kind, payload } of rows) {
      const opened = await reader.open<Json>(place(turnId, number), payload);
      steps.push({ number, kind, payload: opened.ok ? opened.value : ERASED });
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

    append(scope, step) {
      return database.transaction(async (queries) => {
        const key = await keyOfConversation(context, queries, scope.conversationId);
        const sealed = vault.seal(key, place(scope.turnId, step.number), step.payload);
        await queries.query(
          'insert into journal (turn_id, number, kind, payload) values ($1, $2, $3, $4) on conflict do nothing',
          [scope.turnId, step.number, step.kind, sealed],
        );
        const rows = await queries.query<Row>(
          'select number, kind, payload from journal where turn_id = $1 and number = $2',
          [scope.turnId, step.number],
        );
        return only(await open(scope.turnId, rows, vault.reader(queries)));
      });
    },
  };
}
