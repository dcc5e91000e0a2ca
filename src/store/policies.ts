import type { PolicyVersion, PolicyVersions } from '../policy/ports.ts';
import type { StoreContext } from './context.ts';
import { durableTransaction, only } from './database.ts';
import { LOCKS } from './locks.ts';

const COLUMNS = 'number, yaml, digest, by, at, note, active_from as "activeFrom"';

export function policyVersions({ database }: StoreContext): PolicyVersions {
  return {
    append: ({ yaml, digest, by, at, note, activeFrom }) =>
      durableTransaction(database, async (queries) => {
        // Two who publish at the same moment get one number after the other.
        await queries.query(`select pg_advisory_xact_lock(${LOCKS.policies})`);
        const rows = await queries.query<PolicyVersion>(
          `insert into policies (number, yaml, digest, by, at, note, active_from)
           select coalesce(max(number), 0) + 1, $1, $2, $3, $4, $5, $6 from policies returning ${COLUMNS}`,
          [yaml, digest, by, at, note, activeFrom],
        );
        return only(rows);
      }),

    list: () => database.query<PolicyVersion>(`select ${COLUMNS} from policies order by number desc`),

    async get(number) {
      const rows = await database.query<PolicyVersion>(`select ${COLUMNS} from policies where number = $1`, [number]);
      return rows[0] ?? null;
    },

    async activeAt(at) {
      const rows = await database.query<{ number: number; digest: string }>(
        'select number, digest from policies where active_from <= $1 order by number desc limit 1',
        [at],
      );
      return rows[0] ?? null;
    },
  };
}
