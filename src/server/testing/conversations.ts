import type { TurnTrace } from '../../agent/clerk.ts';
import type { Conversations, Notice } from '../../conversation/conversations.ts';
import type { Clock, Random } from '../../core/clock.ts';
import type { Conversation, ConversationEvent, EventKind, EventPayloads } from '../../core/conversation.ts';
import { AppError } from '../../core/errors.ts';
import type { Reply } from '../../core/reply.ts';
import type { Progress } from '../../core/wire.ts';

export interface FakeConversations extends Conversations {
  /** Appends an event as if a turn or a person had. */
  append<K extends EventKind>(id: string, kind: K, payload: EventPayloads[K]): ConversationEvent;
  report(id: string, progress: Progress): void;
  listeners(id: string): number;
}

/** Conversations in memory, whose clerk says `reply` at once. */
export function fakeConversations(deps: {
  clock: Clock;
  random: Random;
  reply: () => Reply;
  trace: TurnTrace;
}): FakeConversations {
  const held = new Map<
    string,
    { conversation: Conversation; events: ConversationEvent[]; progress: Progress | null }
  >();
  const listeners = new Map<string, Set<(notice: Notice) => void>>();
  const find = (id: string) => {
    const found = held.get(id);
    if (!found) throw new AppError('conversation.unknown', { status: 404 });
    return found;
  };
  const tell = (id: string, notice: Notice) => {
    for (const listener of [...(listeners.get(id) ?? [])]) listener(notice);
  };

  const fake: FakeConversations = {
    append(id, kind, payload) {
      const { conversation, events } = find(id);
      const sequence = events.length + 1;
      const event = { conversationId: id, sequence, kind, at: deps.clock.now(), payload } as ConversationEvent;
      events.push(event);
      conversation.lastSequence = sequence;
      conversation.updatedAt = event.at;
      tell(id, { kind: 'event', event });
      return event;
    },
    report(id, progress) {
      find(id).progress = progress.state === 'idle' ? null : progress;
      tell(id, { kind: 'progress', progress });
    },
    listeners: (id) => listeners.get(id)?.size ?? 0,
    async open({ customerId, channel, locale }) {
      const at = deps.clock.now();
      const id = deps.random.id();
      const conversation: Conversation = {
        ...{ id, customerId, channel, owner: 'bot', epoch: 1, locale, createdAt: at, updatedAt: at, lastSequence: 0 },
      };
      held.set(id, { conversation, events: [], progress: null });
      return { ...conversation };
    },
    async get(id) {
      const found = held.get(id);
      return found ? { ...found.conversation } : null;
    },
    async list({ owner, customerId, after, limit }) {
      const all = [...held.values()].map(({ conversation }) => conversation);
      all.sort((a, b) => (a.updatedAt + a.id < b.updatedAt + b.id ? 1 : -1));
      const wanted = all.filter(
        (one) => (!owner || one.owner === owner) && (!customerId || one.customerId === customerId),
      );
      const from = after === undefined ? 0 : wanted.findIndex(({ id }) => id === after) + 1;
      return wanted.slice(from, from + limit).map((one) => ({ ...one }));
    },
    async events(id, after, limit = 500) {
      return find(id)
        .events.filter(({ sequence }) => sequence > after)
        .slice(0, limit);
    },
    async post(id, message) {
      const { conversation, events } = find(id);
      if (!message.card && message.text.trim() === '') throw new AppError('message.empty', { status: 400 });
      if (message.text.length > 4_000) throw new AppError('message.too-long', { status: 413 });
      const before = events.find(
        (event) => event.kind === 'message-received' && event.payload.clientMessageId === message.clientMessageId,
      );
      if (before) return { event: before, repeated: true };
      const event = fake.append(id, 'message-received', { ...message, by: 'customer' });
      if (conversation.owner === 'bot') {
        fake.append(id, 'reply-sent', { turnId: `turn-${event.sequence}`, reply: deps.reply(), brain: 'embedded' });
      }
      return { event, repeated: false };
    },
    announce(events) {
      for (const event of events) tell(event.conversationId, { kind: 'event', event });
    },
    subscribe(id, listener) {
      const set = listeners.get(id) ?? new Set();
      listeners.set(id, set.add(listener));
      return () => set.delete(listener);
    },
    progress: (id) => held.get(id)?.progress ?? null,
    async replyTo(id, sequence) {
      return find(id).events.find((event) => event.sequence > sequence && event.kind === 'reply-sent') ?? null;
    },
    trace: () => deps.trace,
    async personReplies(id, operator, text) {
      if (text.trim() === '') throw new AppError('message.empty', { status: 400 });
      if (find(id).conversation.owner === 'closed') throw new AppError('conversation.closed', { status: 409 });
      await fake.setOwner(id, 'person', operator, 'replied');
      fake.append(id, 'person-replied', { operator, text });
    },
    async setOwner(id, owner, by, reason) {
      const { conversation } = find(id);
      if (conversation.owner === owner) return;
      conversation.owner = owner;
      conversation.epoch++;
      fake.append(id, 'ownership-changed', { owner, epoch: conversation.epoch, by, reason });
    },
    async start() {},
    async stop() {},
  };
  return fake;
}
