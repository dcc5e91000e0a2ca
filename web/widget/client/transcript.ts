import type { Owner, WireEvent } from '../../../src/core/wire.ts';

/** The events that this page knows, each once, in the server's order. */
export interface Transcript {
  events: readonly WireEvent[];
  /**
   * Up to here nothing is missing: the sequence to resume after. Only an ordered source (stream, poll) moves it; the answer to a post
   * may overtake a reply that is still on its way.
   */
  synced: number;
  owner: Owner;
}

export const EMPTY_TRANSCRIPT: Transcript = { events: [], synced: 0, owner: 'bot' };

/** Takes events in. One that is already there changes nothing: the same object comes back. */
export function receive(transcript: Transcript, incoming: readonly WireEvent[], ordered: boolean): Transcript {
  const known = new Set(transcript.events.map((event) => event.sequence));
  const fresh = incoming.filter((event) => !known.has(event.sequence) && known.add(event.sequence));
  const highest = incoming.reduce((most, event) => Math.max(most, event.sequence), 0);
  const synced = ordered ? Math.max(transcript.synced, highest) : transcript.synced;
  if (fresh.length === 0) return synced === transcript.synced ? transcript : { ...transcript, synced };
  const events = [...transcript.events, ...fresh].sort((a, b) => a.sequence - b.sequence);
  const change = events.findLast((event) => event.kind === 'owner');
  return { events, synced, owner: change?.kind === 'owner' ? change.owner : transcript.owner };
}

/** A change of owner and a notice are no words in the talk. */
export function lastWord(events: readonly WireEvent[]): WireEvent | undefined {
  return events.findLast(({ kind }) => kind !== 'owner' && kind !== 'notice');
}

/** True while the bot owes an answer: the last word is the customer's. */
export function awaitsReply({ owner, events }: Transcript): boolean {
  return owner === 'bot' && lastWord(events)?.kind === 'message';
}
