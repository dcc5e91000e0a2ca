import type { EventsResponse, WireEvent } from '../../../src/core/wire.ts';

/** A page of the record holds at least so many events while there are more. */
const FULL_PAGE = 50;

/** Reads a conversation's record from its beginning, page by page. */
export async function readHistory(
  read: (after: number) => Promise<EventsResponse>,
  onPage: (events: readonly WireEvent[]) => void,
): Promise<void> {
  for (let after = 0; ; ) {
    const { events } = await read(after);
    onPage(events);
    after = events.reduce((most, event) => Math.max(most, event.sequence), after);
    if (events.length < FULL_PAGE) return;
  }
}
