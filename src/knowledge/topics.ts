import type { Topics } from './score.ts';

/** Wishes for something to be done, and the question that their article answers. */
const RELATED: Readonly<Record<string, string>> = {
  exchange_items: 'ask_exchange_policy',
  return_items: 'ask_return_policy',
  track_return: 'refund_status',
  hand_off: 'ask_contact',
  complain: 'ask_contact',
  order_detail: 'track_order',
  notify_when_in_stock: 'ask_stock',
};

/** What no shop writes an article on. */
const OUTSIDE: readonly string[] = ['out_of_scope', 'small_talk', 'bot_identity', 'attack', 'greet', 'bye', 'thank'];

/** Intents under which questions of any kind fall: that an article is written for one says little. */
const WIDE: readonly string[] = ['ask_product_fact'];
const WIDE_SHARE = 0.4;

/** With what articles answer in place of wishes. */
export function related(topics: Topics): Topics {
  const all = new Map([...topics].map(([topic, sure]) => [topic, WIDE.includes(topic) ? sure * WIDE_SHARE : sure]));
  for (const [topic, other] of Object.entries(RELATED)) {
    const sure = topics.get(topic);
    if (sure !== undefined) all.set(other, (all.get(other) ?? 0) + sure);
  }
  return all;
}

/** How sure it is that the question is none for a shop. */
export function outside(topics: Topics): number {
  return OUTSIDE.reduce((sum, topic) => sum + (topics.get(topic) ?? 0), 0);
}
