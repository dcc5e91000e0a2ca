import type {
  AuditLog,
  ConfirmationStore,
  GrantStore,
  IntentStore,
  StoredConfirmation,
  StoredIntent,
} from '../../../ports.ts';

/** The gate's stores in memory, for one conversation. */
export function memoryStores(): {
  confirmations: ConfirmationStore;
  intents: IntentStore;
  grants: GrantStore;
  audit: AuditLog;
} {
  const cards = new Map<string, StoredConfirmation>();
  const intents = new Map<string, StoredIntent>();
  const granted = new Set<string>();
  const close = (id: string, state: 'used' | 'cancelled') => {
    const card = cards.get(id);
    if (card?.state !== 'open') return false;
    cards.set(id, { ...card, state });
    return true;
  };
  return {
    confirmations: {
      open: async (_scope, confirmation) => {
        for (const id of cards.keys()) close(id, 'cancelled');
        cards.set(confirmation.id, { ...confirmation, state: 'open' });
      },
      get: async (id) => cards.get(id) ?? null,
      listOpen: async (_conversationId, now) =>
        [...cards.values()].filter((card) => card.state === 'open' && card.expiresAt > now),
      cancel: async (id) => close(id, 'cancelled'),
    },
    intents: {
      plan: async (_scope, intent) => {
        if (!close(intent.confirmationId, 'used')) return { ok: false, reason: 'not-open' };
        const planned: StoredIntent = { ...intent, state: 'planned', effect: null };
        intents.set(intent.key, planned);
        return { ok: true, intent: planned };
      },
      settle: async (key, state, effect) => {
        const intent = intents.get(key);
        if (intent) intents.set(key, { ...intent, state, effect });
      },
      get: async (key) => intents.get(key) ?? null,
      listUnsettled: async () => [...intents.values()].filter(({ state }) => state === 'planned' || state === 'sent'),
    },
    grants: {
      has: async (_conversationId, orderId) => granted.has(orderId),
      list: async () => [...granted],
      add: async (_conversationId, orderId) => {
        granted.add(orderId);
      },
    },
    audit: { append: async () => undefined },
  };
}
