import type { ConversationEvent } from '../core/conversation.ts';
import type { Progress } from '../core/wire.ts';
import type { Notice } from './conversations.ts';

/** Tells the open streams of this process what is new. Holds nothing that the record does not hold. */
export interface Hub {
  subscribe(conversationId: string, listener: (notice: Notice) => void): () => void;
  publish(events: readonly ConversationEvent[]): void;
  report(conversationId: string, progress: Progress): void;
  progress(conversationId: string): Progress | null;
  /** Conversations that somebody listens to. */
  watched(): string[];
}

export function createHub(): Hub {
  const listeners = new Map<string, Set<(notice: Notice) => void>>();
  const underWay = new Map<string, Progress>();
  const tell = (conversationId: string, notice: Notice) => {
    for (const listener of [...(listeners.get(conversationId) ?? [])]) listener(notice);
  };
  return {
    subscribe(conversationId, listener) {
      const set = listeners.get(conversationId) ?? new Set();
      listeners.set(conversationId, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0 && listeners.get(conversationId) === set) listeners.delete(conversationId);
      };
    },
    publish(events) {
      for (const event of events) tell(event.conversationId, { kind: 'event', event });
    },
    report(conversationId, progress) {
      if (progress.state === 'idle') underWay.delete(conversationId);
      else underWay.set(conversationId, progress);
      tell(conversationId, { kind: 'progress', progress });
    },
    progress: (conversationId) => underWay.get(conversationId) ?? null,
    watched: () => [...listeners.keys()],
  };
}
