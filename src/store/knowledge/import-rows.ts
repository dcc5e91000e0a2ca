import type { Import, ImportFileState } from '../../knowledge/ports.ts';
import type { Queries } from '../database.ts';

const STATES: readonly ImportFileState[] = ['arriving', 'queued', 'read', 'unchanged', 'failed', 'cancelled'];

export interface ImportRow extends Omit<Import, 'counts' | 'found'> {
  found: number | null;
  counts: Partial<Record<ImportFileState, number>> | null;
}

export const IMPORT = `select import.id, import.settings, import.state, import.by, import.at, import.finished_at as "finishedAt", import.found,
    counted.counts, coalesce(counted.articles, 0)::integer as articles, coalesce(counted.changed, 0)::integer as changed,
    (import.removed + coalesce(counted.removed, 0))::integer as removed
  from knowledge_imports import
  left join lateral (
    select jsonb_object_agg(state, files) as counts, sum(articles) as articles, sum(changed) as changed, sum(removed) as removed
    from (select state, count(*) as files, sum(articles) as articles, sum(changed) as changed, sum(removed) as removed
      from knowledge_import_files where import_id = import.id group by state) as by_state
  ) as counted on true`;

export function importOf({ counts, found, ...row }: ImportRow): Import {
  const all = Object.fromEntries(STATES.map((state) => [state, counts?.[state] ?? 0])) as Import['counts'];
  const known = Object.values(all).reduce((sum, count) => sum + count, 0);
  return { ...row, counts: all, found: Math.max(found ?? 0, known) };
}

export async function findImport(queries: Queries, id: string): Promise<Import | null> {
  const [row] = await queries.query<ImportRow>(`${IMPORT} where import.id = $1`, [id]);
  return row ? importOf(row) : null;
}
