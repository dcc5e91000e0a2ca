import type { Localized } from '../../core/locale.ts';
import { type Condition, holds, type Situation } from './condition.ts';

export const OUTCOMES = ['allow', 'person', 'refuse'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const PAYERS = ['customer', 'shop'] as const;
export type Payer = (typeof PAYERS)[number];

export interface Row {
  /** Where it stands in its table, from 1, and on which line of its file. */
  number: number;
  line: number;
  /** Inputs that are not named may be anything. */
  when: Readonly<Record<string, Condition>>;
  outcome: Outcome;
  /** What the rule is called in reasons and records, without its table's name. */
  rule: string;
  wayBack?: Payer;
  /** Days from the receipt of what came back (or from a cancellation) within which the shop pays. */
  refundWithin?: number;
  /** Another command that the customer can use. */
  instead?: string;
  /** In place of the standard words. */
  say?: Localized;
}

/** Hit policy U of DMN: exactly one row matches every situation; `findFault` proves it before a table is used. */
export interface Table {
  name: string;
  line: number;
  rows: readonly Row[];
}

export function matches(row: Row, situation: Situation, without?: string): boolean {
  return Object.entries(row.when).every(
    ([input, condition]) => input === without || holds(condition, situation[input]),
  );
}

export function rowFor(table: Table, situation: Situation): Row {
  const row = table.rows.find((candidate) => matches(candidate, situation));
  if (!row) throw new Error(`the table ${table.name} has no row for ${JSON.stringify(situation)}`);
  return row;
}

/**
 * The last number of `input` at which the table still allows what it is asked, whatever that input is now:
 * Infinity without a limit, null when it never allows it.
 */
export function lastAllowed(table: Table, situation: Situation, input: string): number | null {
  const rows = table.rows.filter((row) => row.outcome === 'allow' && matches(row, situation, input));
  const ends = rows.map(({ when }) => {
    const condition = when[input];
    return condition === undefined ? Number.POSITIVE_INFINITY : condition.kind === 'number' ? condition.upTo : null;
  });
  const known = ends.filter((end) => end !== null);
  return known.length === 0 ? null : Math.max(...known);
}
