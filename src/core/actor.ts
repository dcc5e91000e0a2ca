/** For whom the clerk acts. Only identity/ makes one; a model never does. */
export type Actor = { kind: 'customer'; customerId: string } | { kind: 'guest' };

export const OPERATOR_ROLES = ['viewer', 'agent', 'admin'] as const;
export type OperatorRole = (typeof OPERATOR_ROLES)[number];

/** A person on the shop's side, by name. */
export interface Operator {
  name: string;
  role: OperatorRole;
}

export function customerIdOf(actor: Actor): string | null {
  return actor.kind === 'customer' ? actor.customerId : null;
}
