import { AppError } from '../core/errors.ts';
import type { Json } from '../core/json.ts';
import { failpoint } from '../platform/failpoints.ts';
import type { JournalStep, JournalStore, TurnScope } from './ports.ts';

/** Runs a turn's steps so that each is stored before its result is used; after a crash the stored ones are given back instead of run. */
export interface Journal {
  step<T>(kind: JournalStep['kind'], run: () => Promise<T> | T): Promise<T>;
}

/** @throws AppError `journal.erased` when the customer has been erased since the turn began */
export async function openJournal(store: JournalStore, scope: TurnScope): Promise<Journal> {
  const recorded = await store.read(scope.turnId);
  if (recorded.some(({ erased }) => erased)) throw new AppError('journal.erased', { detail: scope.turnId });
  let position = 0;
  return {
    async step<T>(kind: JournalStep['kind'], run: () => Promise<T> | T): Promise<T> {
      const number = position++;
      const known = recorded[number];
      if (known && known.kind !== kind)
        throw new AppError('journal.diverged', { detail: `step ${number} is ${known.kind}, not ${kind}` });
      if (known) return known.payload as T;
      const stored = await store.append(scope, { number, kind, payload: (await run()) as Json });
      failpoint('turn.journalled');
      return stored.payload as T;
    },
  };
}

/** For turns that leave no trace: the stateless doors. */
export const noJournal: Journal = { step: async (_kind, run) => run() };
