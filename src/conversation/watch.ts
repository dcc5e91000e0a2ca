import type { Log } from '../platform/log.ts';
import type { Hub } from './hub.ts';
import type { ConversationStore } from './ports.ts';

/** How often the record is read for what other processes wrote, milliseconds. */
const PERIOD = 1_000;

/** Of a conversation that is newly watched this many last events are told: one may have come while it was being opened. */
const FIRST_LOOK = 200;

/** Where several processes share one database: brings their events to the streams that are open here. */
export function watch(store: ConversationStore, hub: Hub, log: Log): { stop(): void } {
  const seen = new Map<string, number>();
  let busy = false;
  async function look(): Promise<void> {
    const watched = hub.watched();
    for (const id of seen.keys()) if (!watched.includes(id)) seen.delete(id);
    for (const id of watched) {
      const after = seen.get(id) ?? Math.max(0, ((await store.get(id))?.lastSequence ?? 0) - FIRST_LOOK);
      const events = await store.events(id, after, 200);
      seen.set(id, events.at(-1)?.sequence ?? after);
      // Streams keep what they have shown by sequence: what this process published itself is not shown twice.
      hub.publish(events);
    }
  }
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    void look()
      .catch((error) => log.warn('watch.failed', { error: String(error) }))
      .finally(() => {
        busy = false;
      });
  }, PERIOD);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
