import type { Owner, Reply, WireEvent } from '../../../src/core/wire.ts';
import type { ChatState } from '../client/chat-state.ts';
import { cardMessageId } from '../client/delivery.ts';
import type { Unsent } from '../client/outbox.ts';
import { lastWord } from '../client/transcript.ts';

export type CardState = 'open' | 'confirmed' | 'cancelled' | 'replaced' | 'settled';

export type Item =
  | { kind: 'time'; key: string; at: string }
  | { kind: 'customer'; key: string; text: string; unsent: Unsent | null }
  | { kind: 'reply'; key: string; reply: Reply; card: CardState; last: boolean; fresh: boolean }
  | { kind: 'person'; key: string; operator: string; text: string }
  | { kind: 'owner'; key: string; owner: Owner }
  | { kind: 'notice'; key: string; text: string };

/** Milliseconds of silence after which the time is written down. */
const GAP = 10 * 60_000;

function confirmation(event: WireEvent) {
  if (event.kind !== 'reply') return undefined;
  const block = event.reply.blocks.find((each) => each.kind === 'confirmation');
  return block?.kind === 'confirmation' ? block.card : undefined;
}

/** What became of the card in `events[index]`, from what the customer sent and what the clerk said after it. */
function cardState(events: readonly WireEvent[], index: number, sent: ReadonlySet<string>): CardState {
  const event = events[index];
  const card = event && confirmation(event);
  if (!card) return 'settled';
  if (sent.has(cardMessageId({ token: card.token, decision: 'confirm' }))) return 'confirmed';
  if (sent.has(cardMessageId({ token: card.token, decision: 'cancel' }))) return 'cancelled';
  const later = events.slice(index + 1);
  if (later.some((each) => confirmation(each))) return 'replaced';
  const over = later.some(
    (each) =>
      (each.kind === 'reply' && each.reply.blocks.some((block) => block.kind === 'done')) ||
      (each.kind === 'owner' && each.owner !== 'bot'),
  );
  return over ? 'settled' : 'open';
}

function toItem(state: ChatState, index: number, sent: ReadonlySet<string>, lastSpoken: number): Item | null {
  const event = state.transcript.events[index];
  if (!event) return null;
  const key = String(event.sequence);
  if (event.kind === 'message') return { kind: 'customer', key: event.clientMessageId, text: event.text, unsent: null };
  if (event.kind !== 'reply') return { ...event, key };
  return {
    kind: 'reply',
    key,
    reply: event.reply,
    card: cardState(state.transcript.events, index, sent),
    last: event.sequence === lastSpoken && state.unsent.length === 0,
    fresh: event.sequence > state.history,
  };
}

/** What stands in the log, oldest first. A message keeps its key from writing to record. */
export function itemsOf(state: ChatState): Item[] {
  const { events } = state.transcript;
  const sent = new Set(events.map((event) => (event.kind === 'message' ? event.clientMessageId : '')));
  for (const message of state.unsent) sent.add(message.clientMessageId);
  const lastSpoken = lastWord(events)?.sequence ?? 0;
  const items: Item[] = [];
  let previous = Number.NEGATIVE_INFINITY;
  events.forEach((event, index) => {
    const item = toItem(state, index, sent, lastSpoken);
    const at = Date.parse(event.at);
    if (at - previous > GAP) items.push({ kind: 'time', key: `t${event.sequence}`, at: event.at });
    previous = at;
    if (item) items.push(item);
  });
  for (const message of state.unsent) {
    items.push({ kind: 'customer', key: message.clientMessageId, text: message.text, unsent: message });
  }
  return items;
}
