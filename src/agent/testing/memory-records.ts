import { copied } from '../../commands/testing/copied.ts';
import type { StockAlert, Ticket } from '../../core/record.ts';
import { ticketNumber } from '../../core/ticket-number.ts';
import type { AlertStore, TicketStore } from '../ports.ts';
import { newestFirst } from './memory-list.ts';
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
  const named = (name: string) => [...tickets.values()].find((each) => [each.id, each.number].includes(name));
  return {
    tickets: {
      async create(key, { at, day, ...ticket }) {
        const first = ticketNumber(day, 0).slice(0, -1);
        const count = [...tickets.values()].filter(({ number }) => number?.startsWith(first)).length + 1;
        const fresh = { ...ticket, id: key, number: ticketNumber(day, count), state: 'open' as const, createdAt: at };
        const made = tickets.get(key) ?? fresh;
        tickets.set(key, made);
        return copied(made);
      },
      listOf: async (conversationId, customerId) =>
        copied(
          [...tickets.values()].filter(
            (each) =>
              each.conversationId === conversationId ||
              (customerId !== null && customerOf(each.conversationId) === customerId),
          ),
        ).reverse(),
      list: async ({ state, limit, before }) =>
        newestFirst(
          [...tickets.values()].filter((each) => !state || each.state === state),
          limit,
          before,
        ),
      find: async (name) => copied(named(name) ?? null),
      close: async (name) => close(named(name)),
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
        return copied(made);
      },
      listOpen: async () => copied([...alerts.values()].filter(({ state }) => state === 'open')),
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
