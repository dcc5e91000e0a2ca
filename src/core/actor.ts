/** For whom the clerk acts. Only identity/ makes one; a model never does. */
export type Actor = { kind: 'customer'; customerId: string } | { kind: 'guest' };

export const OPERATOR_ROLES = ['viewer', 'agent', 'admin'] as const;
export type OperatorRole = (typeof OPERATOR_ROLES)[number];

/** A person on the shop's side, by name. */
export interface Operator {
  name: string;
  role: OperatorRole;
}

/** Where nobody says who sits at the command line of the shop's machine. */
export const UNNAMED_OPERATOR = 'cli';

/** Whether two names are one person's, whatever their width, case and spaces. */
export function isSameOperator(a: string, b: string): boolean {
  const fold = (name: string) => name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
  return fold(a) === fold(b);
}

export function customerIdOf(actor: Actor): string | null {
  return actor.kind === 'customer' ? actor.customerId : null;
}
