import { type Condition, holds, type Situation, type Value } from './condition.ts';
import type { InputKind } from './input.ts';
import type { Row, Table } from './table.ts';

/** A situation that no row matches, or that two rows match; `unproven` when there are too many to look at. */
export type Fault =
  | { kind: 'gap'; situation: Situation }
  | { kind: 'unproven' }
  | { kind: 'overlap'; situation: Situation; rows: readonly [Row, Row] };

/** Branches of the search: the largest shipped table needs 148. */
const MOST_BRANCHES = 200_000;

/**
 * The proof that exactly one row matches every situation. Values that no row tells apart are one class, so the domain is finite;
 * the search leaves a branch as soon as no row, or one row without further conditions, is left.
 */
export function findFault(table: Table, inputs: Readonly<Record<string, InputKind>>): Fault | null {
  const names = Object.keys(inputs).filter((name) => table.rows.some((row) => row.when[name]));
  const classes = names.map((name) => classesOf(inputs[name] as InputKind, conditionsOn(table, name)));

  let left = MOST_BRANCHES;

  function search(depth: number, rows: readonly Row[], situation: Situation): Fault | null {
    if (left-- <= 0) return { kind: 'unproven' };
    const [first, second] = rows;
    if (!first) return { kind: 'gap', situation: filled(situation, names, classes) };
    const open = names.slice(depth);
    if (open.every((name) => rows.every((row) => !row.when[name]))) {
      const whole = () => filled(situation, names, classes);
      return second ? { kind: 'overlap', situation: whole(), rows: [first, second] } : null;
    }
    const name = names[depth] as string;
    for (const value of classes[depth] ?? []) {
      const covering = rows.filter(({ when }) => !when[name] || holds(when[name], value));
      const fault = search(depth + 1, covering, { ...situation, [name]: value });
      if (fault) return fault;
    }
    return null;
  }
  return search(0, table.rows, {});
}

function conditionsOn(table: Table, name: string): Condition[] {
  return table.rows.flatMap((row) => row.when[name] ?? []);
}

/** One value of each set that the conditions cannot tell apart. */
export function classesOf(kind: InputKind, conditions: readonly Condition[]): Value[] {
  const seen = new Map<string, Value>();
  for (const value of kind.words ?? numbers(conditions)) {
    const signature = conditions.map((condition) => (holds(condition, value) ? '1' : '0')).join('');
    if (!seen.has(signature)) seen.set(signature, value);
  }
  return [...seen.values()];
}

/** Every end of an interval, what lies after the last, and the unknown. */
function numbers(conditions: readonly Condition[]): Value[] {
  const ends = conditions.flatMap((each) => (each.kind === 'number' ? [each.after, each.upTo] : []));
  const known = [0, ...ends.filter((end) => end >= 0 && Number.isFinite(end))].sort((a, b) => a - b);
  return [...new Set(known), (known.at(-1) ?? 0) + 1, null];
}

/** A situation for people: inputs that the search had not come to yet are named too. */
function filled(situation: Situation, names: readonly string[], classes: readonly Value[][]): Situation {
  const rest = names.map((name, index) => [name, classes[index]?.[0] ?? null] as const);
  return { ...Object.fromEntries(rest), ...situation };
}
