import type { Need, NeedKind } from './intents.ts';
import { needOf } from './intents.ts';
import type { Reading } from './reading.ts';

/** A second need is taken up from here on, and only where the message has more than one clause. */
const SURE = 0.42;
const CLAUSES = /[,，。;；!！?？\n]|另外|还有|顺便|顺带|再问|\b(?:and|also|plus|by the way)\b/i;
const MAX_NEEDS = 3;

/** Answers before looking-up, looking-up before what ends in a question or a card. */
const ORDER: Record<NeedKind, number> = { talk: 0, question: 1, consultation: 2, read: 3, beyond: 4, write: 5 };

/** All that the message asks for, in the order in which it is answered. Pleasantries count only when there is nothing else. */
export function needsOf(reading: Reading): Need[] {
  const scores = reading.view.understanding.intents;
  const likely = reading.intents.flatMap((name) => needOf(name) ?? []);
  const [first, ...others] = likely;
  if (!first) return [];
  const sure = (need: Need) => (scores.find(({ name }) => name === need.intent)?.probability ?? 0) >= SURE;
  const more = CLAUSES.test(reading.text) ? others.filter(sure) : [];
  const all = [first, ...more].slice(0, MAX_NEEDS);
  const real = all.filter(({ kind }) => kind !== 'talk');
  // One thing can be asked about at a time: a second write waits until it is said again.
  const writes = real.filter(({ kind }) => kind === 'write');
  const chosen = (real.length > 0 ? real : [first]).filter((need) => need.kind !== 'write' || need === writes[0]);
  return chosen.sort((a, b) => ORDER[a.kind] - ORDER[b.kind]);
}
