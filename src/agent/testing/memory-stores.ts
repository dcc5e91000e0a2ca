import { copied } from '../../commands/testing/copied.ts';
import type { ConversationEvent, Owner } from '../../core/conversation.ts';
import { HOUR, plus } from '../../core/instant.ts';
import { voicesNeeded } from '../../core/limits.ts';
import { type Localized, localize } from '../../core/locale.ts';
import type {
  Approval,
  AuditEntry,
  AuditLog,
  ConfirmationStore,
  GrantStore,
  IntentStore,
  NewIntent,
  PlanGuard,
  StoredConfirmation,
  StoredIntent,
  TurnScope,
} from '../ports.ts';
import { memoryApprovals } from './memory-approvals.ts';
import { memoryRecords } from './memory-records.ts';

export interface MemoryConversation {
  customerId: string | null;
  owner: Owner;
  epoch: number;
}

export type HeldIntent = StoredIntent & { epoch: number | null; account: string; amount: number };

/** What the stores hold. A conversation or turn that is not named here is the bot's own and runs. */
export interface MemoryWorld {
  conversations: Map<string, MemoryConversation>;
  turns: Map<string, { state: 'running' | 'done' | 'superseded'; epoch: number }>;
  cards: Map<string, StoredConfirmation>;
  intents: Map<string, HeldIntent>;
  approvals: Map<string, Approval>;
  notices: ConversationEvent[];
  audit: AuditEntry[];
}

export type Append = (conversationId: string, reference: string, notice: Localized, at: string) => ConversationEvent[];

const PAID: readonly string[] = ['planned', 'sent', 'done', 'unknown'];

/** The gate's stores in memory, by the same rules as the database's: each call happens whole, as a transaction does. */
export function memoryStores() {
  const world: MemoryWorld = {
    conversations: new Map(),
    turns: new Map(),
    cards: new Map(),
    intents: new Map(),
    approvals: new Map(),
    notices: [],
    audit: [],
  };
  const { cards, intents } = world;

  const append: Append = (conversationId, reference, notice, at) => {
    const text = localize(notice, 'zh');
    const payload = { about: 'effect' as const, reference, text };
    const event = { conversationId, sequence: world.notices.length + 1, kind: 'notice-sent' as const, at, payload };
    world.notices.push(event);
    return [event];
  };

  const confirmations: ConfirmationStore = {
    async open(scope, confirmation) {
      const conversation = world.conversations.get(confirmation.conversationId);
      const turn = world.turns.get(scope.turnId);
      if (turn?.state === 'superseded' || (conversation && conversation.epoch !== scope.epoch)) return;
      for (const card of cards.values())
        if (card.conversationId === confirmation.conversationId && card.state === 'open') card.state = 'cancelled';
      cards.set(confirmation.id, { ...copied(confirmation), state: 'open' });
    },
    get: async (id) => copied(cards.get(id) ?? null),
    listOpen: async (conversationId, now) =>
      copied(
        [...cards.values()].filter(
          (card) => card.conversationId === conversationId && card.state === 'open' && card.expiresAt > now,
        ),
      ),
    async cancel(id) {
      const card = cards.get(id);
      if (card?.state !== 'open') return false;
      card.state = 'cancelled';
      return true;
    },
  };

  function refusalOf(scope: TurnScope, intent: NewIntent, guard: PlanGuard) {
    const conversation = world.conversations.get(scope.conversationId);
    if (conversation && (conversation.epoch !== scope.epoch || conversation.owner !== 'bot'))
      return 'ownership-changed' as const;
    if ((world.turns.get(scope.turnId)?.state ?? 'running') !== 'running') return 'superseded' as const;
    const card = cards.get(intent.confirmationId);
    if (card?.state !== 'open' || card.conversationId !== scope.conversationId) return 'not-open' as const;
    if (card.expiresAt <= intent.plannedAt) return 'expired' as const;
    const since = plus(intent.plannedAt, -HOUR);
    const recent = [...intents.values()].filter(
      (each) => each.conversationId === scope.conversationId && each.plannedAt > since,
    );
    return recent.length >= guard.writesPerHour ? ('too-many' as const) : null;
  }

  function voices(guard: PlanGuard): number {
    const paid = [...intents.values()].filter((each) => each.plannedAt >= guard.today && PAID.includes(each.state));
    const total = (list: HeldIntent[]) => list.reduce((sum, each) => sum + each.amount, 0);
    const account = total(paid.filter((each) => each.account === guard.account));
    return voicesNeeded(guard.amount.amount, guard.limits, { account, shop: total(paid) });
  }

  function isSpokenFor({ turnId, conversationId, epoch }: HeldIntent, teller?: string): boolean {
    const turn = world.turns.get(teller ?? turnId);
    const conversation = world.conversations.get(conversationId);
    const decided = epoch === null && teller === undefined;
    return !decided && turn?.state === 'running' && turn.epoch === conversation?.epoch;
  }

  const store: IntentStore = {
    async plan(scope, intent, guard) {
      const before = intents.get(intent.key);
      if (before)
        return before.turnId === scope.turnId
          ? { ok: true, intent: copied(before) }
          : { ok: false, reason: 'not-open' };
      const refusal = refusalOf(scope, intent, guard);
      if (refusal) return { ok: false, reason: refusal };
      const needed = voices(guard);
      const waitsFor = guard.byHand ? 'by-hand' : needed > 0 ? 'limit' : null;
      const card = cards.get(intent.confirmationId);
      if (card) card.state = 'used';
      const customerId = world.conversations.get(scope.conversationId)?.customerId ?? null;
      const held: HeldIntent = {
        ...copied(intent),
        customerId,
        state: waitsFor ? 'awaiting-approval' : 'planned',
        effect: null,
        sentAt: null,
        waitsFor,
        epoch: scope.epoch,
        account: guard.account,
        amount: guard.amount.amount,
      };
      intents.set(intent.key, held);
      if (waitsFor) approvals.open(held, guard, Math.max(1, needed));
      return { ok: true, intent: copied(held) };
    },

    async send(key, at, sentBefore, overtaken) {
      const intent = intents.get(key);
      if (!intent || !['planned', 'sent', 'unknown'].includes(intent.state)) return { verdict: 'over', events: [] };
      const conversation = world.conversations.get(intent.conversationId);
      const changedHands =
        intent.epoch !== null &&
        conversation !== undefined &&
        (conversation.epoch !== intent.epoch || conversation.owner !== 'bot');
      if (changedHands && intent.state === 'planned') {
        intent.state = 'refused';
        return { verdict: 'over', events: append(intent.conversationId, key, overtaken, at) };
      }
      if (changedHands) return { verdict: 'look', events: [] };
      if (intent.state !== 'planned' && intent.sentAt !== null && intent.sentAt > sentBefore)
        return { verdict: 'busy', events: [] };
      Object.assign(intent, { state: 'sent', sentAt: at });
      return { verdict: 'go', events: [] };
    },

    async settle(key, { state, effect, notice, teller }, at) {
      const intent = intents.get(key);
      if (!intent || intent.state === 'done' || intent.state === 'refused') return [];
      Object.assign(intent, { state, effect: effect ? copied(effect) : intent.effect });
      return notice && !isSpokenFor(intent, teller) ? append(intent.conversationId, key, notice, at) : [];
    },

    get: async (key) => copied(intents.get(key) ?? null),
    listUnsettled: async () =>
      copied(
        [...intents.values()].filter(
          (intent) => ['planned', 'sent', 'unknown'].includes(intent.state) && !isSpokenFor(intent),
        ),
      ),
  };

  const approvals = memoryApprovals(world, append);
  const granted = new Map<string, string[]>();
  const customers = new Map<string, string>();
  const grants: GrantStore = {
    has: async (conversationId, orderId) => (granted.get(conversationId) ?? []).includes(orderId),
    list: async (conversationId) => [...(granted.get(conversationId) ?? [])],
    async add(conversationId, orderId) {
      granted.set(conversationId, [...(granted.get(conversationId) ?? []), orderId]);
    },
    customer: async (conversationId) => customers.get(conversationId) ?? null,
    async addCustomer(conversationId, customerId) {
      customers.set(conversationId, customerId);
    },
  };
  const audit: AuditLog = {
    async append(entry) {
      world.audit.push(copied(entry));
    },
  };
  return {
    world,
    confirmations,
    intents: store,
    approvals: approvals.store,
    ...memoryRecords(append, (id) => world.conversations.get(id)?.customerId ?? null),
    grants,
    audit,
  };
}
