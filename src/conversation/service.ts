import type { Clerk, TurnTrace } from '../agent/clerk.ts';
import type { Clock, Random } from '../core/clock.ts';
import type { ConversationEvent, IncomingMessage } from '../core/conversation.ts';
import { AppError } from '../core/errors.ts';
import { plus } from '../core/instant.ts';
import type { Log } from '../platform/log.ts';
import type { Conversations } from './conversations.ts';
import { createHub } from './hub.ts';
import type { ConversationStore } from './ports.ts';
import { createRunner } from './runner.ts';
import { watch } from './watch.ts';

export interface ConversationsDeps {
  store: ConversationStore;
  clerk: Clerk;
  clock: Clock;
  random: Random;
  log: Log;
  burstWindowMs: number;
  /** One process owns the data, or several share it. */
  shared: boolean;
  /** Beside others: answer only what was posted here, and leave their conversations to them. */
  ownOnly?: boolean | undefined;
}

/** UTF-16 units of one message. */
const MAX_LENGTH = 4_000;
/** Turns whose trace is kept for `--json` and the operator. */
const TRACES = 200;

export function createConversations(deps: ConversationsDeps): Conversations {
  const { store, clock, random } = deps;
  const hub = createHub();
  const traces = new Map<string, TurnTrace>();
  const posted = new Set<string>();
  const holder = deps.shared ? random.id() : 'owner';
  const runner = createRunner({
    store,
    clerk: deps.clerk,
    hub,
    clock,
    log: deps.log,
    holder,
    only: deps.ownOnly ? () => [...posted] : undefined,
    onTrace(turnId, trace) {
      traces.set(turnId, trace);
      const oldest = traces.size > TRACES ? traces.keys().next().value : undefined;
      if (oldest !== undefined) traces.delete(oldest);
    },
  });
  const watcher = deps.shared ? watch(store, hub, deps.log) : null;

  function changed(id: string, events: ConversationEvent[] | null): void {
    if (!events) throw new AppError('conversation.unknown', { status: 404 });
    hub.publish(events);
    runner.wake(id);
  }

  async function accept(id: string, message: IncomingMessage) {
    const at = clock.now();
    const dueAt = message.card ? at : plus(at, deps.burstWindowMs);
    return store.accept(id, message, { turnId: random.id(), at, dueAt });
  }

  return {
    open: ({ customerId, channel, locale }) =>
      store.create({ id: random.id(), customerId, channel, locale, at: clock.now() }),
    get: (id) => store.get(id),
    list: (filter) => store.list(filter),
    events: (id, after, limit = 500) => store.events(id, after, limit),

    async post(id, message) {
      if (!message.card && message.text.trim() === '')
        throw new AppError('message.empty', {
          status: 400,
          publicMessage: { zh: '消息是空的，请写点内容再发送。', en: 'The message is empty.' },
        });
      if (message.text.length > MAX_LENGTH)
        throw new AppError('message.too-long', {
          status: 413,
          publicMessage: {
            zh: `一条消息最多 ${MAX_LENGTH} 个字，请分几条发。`,
            en: `A message holds at most ${MAX_LENGTH} characters; please split it.`,
          },
        });
      if (!(await store.get(id))) throw new AppError('conversation.unknown', { status: 404 });
      if (deps.ownOnly) posted.add(id);
      let result = await accept(id, message);
      if (result.kind === 'closed') {
        // A customer who writes again after the end begins anew with the clerk.
        changed(id, await store.setOwner(id, 'bot', 'customer', 'reopened', clock.now()));
        result = await accept(id, message);
      }
      if (result.kind === 'closed') throw new AppError('conversation.closed', { status: 409 });
      if (result.kind === 'accepted') {
        hub.publish([result.event]);
        runner.wake(id);
      }
      return { event: result.event, repeated: result.kind === 'repeated' };
    },

    announce: (events) => hub.publish(events),
    subscribe: (id, listener) => hub.subscribe(id, listener),
    progress: (id) => hub.progress(id),
    trace: (turnId) => traces.get(turnId) ?? null,

    async replyTo(id, sequence, signal) {
      return new Promise((resolve, reject) => {
        let over = false;
        const finish = (event: ConversationEvent | null) => {
          if (over) return;
          over = true;
          unsubscribe();
          signal.removeEventListener('abort', onAbort);
          resolve(event);
        };
        const onAbort = () => finish(null);
        const look = async () => {
          const events = await store.events(id, sequence, 500);
          for (const event of events) {
            // A turn that had acted may speak after this message without answering it.
            if (event.kind !== 'reply-sent') continue;
            const turn = await store.turnState(event.payload.turnId);
            if (!turn || turn.toSequence >= sequence) return finish(event);
          }
          const owner = (await store.get(id))?.owner;
          if (owner !== 'bot') finish(null);
        };
        const fail = (error: unknown) => {
          unsubscribe();
          reject(error);
        };
        const unsubscribe = hub.subscribe(id, (notice) => {
          if (notice.kind === 'event') void look().catch(fail);
        });
        signal.addEventListener('abort', onAbort, { once: true });
        if (signal.aborted) onAbort();
        else void look().catch(fail);
      });
    },

    async personReplies(id, operator, text) {
      if (text.trim() === '') throw new AppError('message.empty', { status: 400 });
      if ((await store.get(id))?.owner === 'closed') throw new AppError('conversation.closed', { status: 409 });
      changed(id, await store.personReplies(id, operator, text, clock.now()));
    },
    async setOwner(id, owner, by, reason) {
      changed(id, await store.setOwner(id, owner, by, reason, clock.now()));
    },
    async start() {
      await runner.start();
    },
    async stop() {
      watcher?.stop();
      await runner.stop();
    },
  };
}
