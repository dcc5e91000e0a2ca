import { OPERATOR_ROLES, type Operator, type OperatorRole } from '../core/actor.ts';
import type { Config } from '../platform/config.ts';
import { digest, sameSecret } from './digest.ts';

/** People on the shop's side, each with a token of their own. */
export interface Operators {
  find(token: string): Operator | null;
}

const HASH = /^[0-9a-f]{64}$/i;

/** A configured token of 64 hexadecimal digits is the sha-256 of the real one. */
export function createOperators(configured: Config['operators']): Operators {
  const known = configured.map(({ name, role, token }) => ({
    operator: { name, role },
    hash: HASH.test(token) ? token.toLowerCase() : digest(token),
  }));
  return {
    find(token) {
      const hash = digest(token);
      let found: Operator | null = null;
      // Goes through all of them: the time says nothing about which one matched.
      for (const entry of known) if (sameSecret(entry.hash, hash)) found = entry.operator;
      return found;
    },
  };
}

/** viewer < agent < admin. */
export function mayActAs(role: OperatorRole, needed: OperatorRole): boolean {
  return OPERATOR_ROLES.indexOf(role) >= OPERATOR_ROLES.indexOf(needed);
}
