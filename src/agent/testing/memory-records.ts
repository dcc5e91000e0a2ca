import type { StockAlert, Ticket } from '../../core/record.ts';
import type { AlertStore, TicketStore } from '../ports.ts';
import type { Append } from './memory-stores.ts';

/** Notes and alerts in memory. */
export function memoryRecords(
  append: Append,
  customerOf: (conversationId: string) => string | null,
): { tickets: TicketStore; alerts: AlertStore } {
  const tickets = new Map<string, Ticket>();
  const alerts = new Map<string, StockAlert>();
  const count = (all: Iterable<{ conversationId: string; createdAt: string }>, id: string, since: string) =>
    [...all].filter((each) => each.conversationId === id && each.createdAt > since).length;
  const close = (record: { state: string } | undefined) => {
    if (record?.state !== 'open') return false;
    record.state = 'closed';
    return true;
  };
  return {
    tickets: {
      async create(key, { at, ...ticket }) {
        const made = tickets.get(key) ?? { ...ticket, id: key, state: 'open' as const, createdAt: at };
        tickets.set(key, made);
        return structuredClone(made);
      },
      list: async (state) => structuredClone([...tickets.values()].filter((each) => !state || each.state === state)),
      listOf: async (conversationId, customerId) =>
        structuredClone(
          [...tickets.values()].filter(
            (each) =>
              each.conversationId === conversationId ||
              (customerId !== null && customerOf(each.conversationId) === customerId),
          ),
        ).reverse(),
      close: async (id) => close(tickets.get(id)),
      countSince: async (id, since) => count(tickets.values(), id, since),
    },
    alerts: {
      async create(key, { at, ...alert }) {
        const same = [...alerts.values()].find(
          (each) =>
            each.state === 'open' &&
            each.conversationId === alert.conversationId &&
            each.productId === alert.productId &&
            each.variantId === alert.variantId,
        );
        const made = alerts.get(key) ?? same ?? { ...alert, id: key, state: 'open' as const, createdAt: at };
        alerts.set(made.id, made);
        return structuredClone(made);
      },
      listOpen: async () => structuredClone([...alerts.values()].filter(({ state }) => state === 'open')),
      async deliver(id, notice, at) {
        const alert = alerts.get(id);
        if (alert?.state !== 'open') return [];
        alert.state = 'delivered';
        return append(alert.conversationId, id, notice, at);
      },
      close: async (id) => close(alerts.get(id)),
      countSince: async (id, since) => count(alerts.values(), id, since),
    },
  };
}
