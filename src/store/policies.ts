import type { PolicyVersion, PolicyVersions } from '../policy/ports.ts';
import type { StoreContext } from './context.ts';
import { durableTransaction, only } from './database.ts';
import { LOCKS } from './locks.ts';

const COLUMNS = 'number, yaml, digest, by, at, note, active_from as "activeFrom", shipped';

export function policyVersions({ database }: StoreContext): PolicyVersions {
  const insert = (version: Omit<PolicyVersion, 'number'>, condition: string) =>
    durableTransaction(database, async (queries) => {
      // Two who publish at the same moment get one number after the other.
      await queries.query(`select pg_advisory_xact_lock(${LOCKS.policies})`);
      const { yaml, digest, by, at, note, activeFrom, shipped } = version;
      return queries.query<PolicyVersion>(
        `insert into policies (number, yaml, digest, by, at, note, active_from, shipped)
         select coalesce(max(number), 0) + 1, $1, $2, $3, $4, $5, $6, $7 from policies ${condition} returning ${COLUMNS}`,
        [yaml, digest, by, at, note, activeFrom, shipped],
      );
    });

  return {
    append: async (version) => only(await insert(version, '')),

    begin: async (version) => (await insert(version, 'having count(*) = 0'))[0] ?? null,

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
