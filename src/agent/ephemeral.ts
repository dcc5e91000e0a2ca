import { AppError } from '../core/errors.ts';
import type { AuditLog, ConfirmationStore, GrantStore, IntentStore } from './ports.ts';

/** What the stateless doors are given in place of stores: they read, so nothing may be kept, and a write is a defect. */
function never(): never {
  throw new AppError('gate.read-only', { detail: 'a stateless turn tried to write' });
}

export const noAudit: AuditLog = { append: async () => undefined };

export const noConfirmations: ConfirmationStore = {
  open: async () => never(),
  get: async () => null,
  listOpen: async () => [],
  cancel: async () => false,
};

export const noIntents: IntentStore = {
  plan: async () => never(),
  settle: async () => never(),
  get: async () => null,
  listUnsettled: async () => [],
};

export function ephemeralGrants(): GrantStore {
  const granted = new Set<string>();
  return {
    has: async (_conversationId, orderId) => granted.has(orderId),
    list: async () => [...granted],
    add: async (_conversationId, orderId) => {
      granted.add(orderId);
    },
  };
}
