import type { RuleName } from './inputs.ts';
import type { Policy } from './policy.ts';
import type { Situation } from './table/condition.ts';
import { lastAllowed, type Row, rowFor } from './table/table.ts';

/** An everyday order, delivered just now, with which nothing is wrong. */
export const EVERYDAY: Situation = {
  status: 'delivered',
  customer: 'signed-in',
  standing: 'no',
  reason: 'no-reason',
  goods: 'ordinary',
  opened: 'no',
  used: 'no',
  'final-sale': 'no',
  'on-sale': 'no',
  gift: 'no',
  partial: 'no',
  'cross-border': 'no',
  'items-changed': 'no',
  'days-since-delivery': 0,
  'hours-since-delivery': 0,
  'days-since-payment': 0,
  'hours-since-payment': 0,
  'hours-since-order': 0,
  'hours-since-reminder': null,
  amount: 0,
  invoice: 'none',
  what: 'dispatch',
  'return-status': 'requested',
  'return-kind': 'return',
};

/** What a rule says of an everyday order that differs in this. */
export function probe(policy: Policy, rule: RuleName, changes: Situation = {}): Row {
  return rowFor(policy.rules[rule], { ...EVERYDAY, ...changes });
}

/** Until which number of `input` it allows that; null without a limit, or where it does not. */
export function lastOf(policy: Policy, rule: RuleName, input: string, changes: Situation = {}): number | null {
  const last = lastAllowed(policy.rules[rule], { ...EVERYDAY, ...changes }, input);
  return last !== null && Number.isFinite(last) ? last : null;
}
