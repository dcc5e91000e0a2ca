import type { ConversationEvent } from '../../core/conversation.ts';
import type { Progress } from '../../core/wire.ts';
import type { ServerDeps } from '../deps.ts';
import { toWireEvent } from '../wire-events.ts';
import { MAX_WAITING, type Sink } from './sink.ts';

/** Events read at once while a reader catches up. */
const BATCH = 100;

const eventText = (event: ConversationEvent) =>
  `id: ${event.sequence}\nevent: event\ndata: ${JSON.stringify(toWireEvent(event))}\n\n`;
const progressText = (progress: Progress) => `event: progress\ndata: ${JSON.stringify(progress)}\n\n`;

/**
 * Sends every event after `after`, each once and in order, and what the clerk is doing. Listens before it reads, so that nothing falls
 * between. An event out of turn, or one for a reader that is behind, makes it read the record again at the reader's own pace.
 */
export function follow(
  { conversations, log }: Pick<ServerDeps, 'conversations' | 'log'>,
  conversationId: string,
  after: number,
  sink: Sink,
): void {
  let last = after;
  let reading = false;
  let behind = false;
  let stopped = false;

  const stop = () => {
    if (stopped) return;
    stopped = true;
    unsubscribe();
  };
  async function catchUp(): Promise<void> {
    behind = true;
    if (reading) return;
    reading = true;
    try {
      while (behind && !stopped) {
        behind = false;
        const events = await conversations.events(conversationId, last, BATCH);
        for (const event of events) {
          if (event.sequence <= last) continue;
          last = event.sequence;
          sink.write(eventText(event));
          if (sink.waiting() > MAX_WAITING) await sink.drained();
          if (stopped) return;
        }
        if (events.length === BATCH) behind = true;
      }
    } catch (error) {
      log.warn('stream.failed', { conversationId, error });
      stop();
      sink.end();
    } finally {
      reading = false;
    }
  }

  const unsubscribe = conversations.subscribe(conversationId, (notice) => {
    const keepsUp = sink.waiting() <= MAX_WAITING;
    if (notice.kind === 'progress') {
      if (keepsUp) sink.write(progressText(notice.progress));
      return;
    }
    const { event } = notice;
    if (event.sequence <= last) return;
    if (reading || !keepsUp || event.sequence !== last + 1) return void catchUp();
    last = event.sequence;
    sink.write(eventText(event));
  });
  sink.onClose(stop);
  void catchUp().then(() => {
    const progress = conversations.progress(conversationId);
    if (progress && !stopped) sink.write(progressText(progress));
  });
}
