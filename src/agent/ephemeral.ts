import { AppError } from '../core/errors.ts';
import type { AlertStore, AuditLog, ConfirmationStore, GrantStore, IntentStore, TicketStore } from './ports.ts';

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
  send: async () => never(),
  settle: async () => never(),
  get: async () => null,
  listUnsettled: async () => [],
};

export const noTickets: TicketStore = {
  create: async () => never(),
  find: async () => null,
  list: async () => ({ items: [], next: null }),
  listOf: async () => [],
  close: async () => false,
  countSince: async () => 0,
};

export const noAlerts: AlertStore = {
  create: async () => never(),
  listOpen: async () => [],
  deliver: async () => never(),
  close: async () => false,
  countSince: async () => 0,
};

export function ephemeralGrants(): GrantStore {
  const granted = new Set<string>();
  let customer: string | null = null;
  return {
    has: async (_conversationId, orderId) => granted.has(orderId),
    list: async () => [...granted],
    add: async (_conversationId, orderId) => {
      granted.add(orderId);
    },
    customer: async () => customer,
    addCustomer: async (_conversationId, customerId) => {
      customer = customerId;
    },
  };
}
