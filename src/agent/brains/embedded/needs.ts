import type { IntentScore } from '../../../core/understanding.ts';
import { isNamed } from './cues.ts';
import type { Need, NeedKind } from './intents.ts';
import { needOf } from './intents.ts';
import { orderNumbersIn } from './read/codes.ts';
import type { Reading } from './reading.ts';
import { LIKELY } from './reading.ts';

/** A second need is taken up from here on, and only where the message has more than one clause. */
const SURE = 0.38;
/** A second clause: something stands after the mark, so a question mark at the end makes none. */
const CLAUSES = /[,，。;；!！?？\n](?=.*[\p{L}\p{N}])|另外|还有|顺便|顺带|再问|\b(?:and|also|plus|by the way)\b/isu;
const MAX_NEEDS = 3;
const ONE_AT_A_TIME: ReadonlySet<NeedKind> = new Set(['write', 'consultation']);

/** Answers before looking-up, looking-up before what ends in a question or a card. */
const ORDER: Record<NeedKind, number> = { talk: 0, question: 1, consultation: 2, read: 3, beyond: 4, write: 5 };

const TRACK = 'track_order';

/** All that the message asks for, in the order in which it is answered. Pleasantries count only when there is nothing else. */
export function needsOf(reading: Reading): Need[] {
  const scores = amongNeeds(reading);
  const likely = scores
    .filter(({ probability, isAlso }) => isAlso === true || probability >= LIKELY)
    .flatMap(({ name }) => needOf(name) ?? []);
  const [first, ...others] = likely;
  if (!first) return [];
  // Whatever stands beside an attack is part of it.
  if (first.intent === 'attack') return [first];
  const sure = (need: Need) =>
    scores.some(({ name, probability, isAlso }) => name === need.intent && (isAlso === true || probability >= SURE));
  // A write is no afterthought of the classifier: beside something else it counts only where the words name it.
  const meant = (need: Need) =>
    need.intent === 'refine_search'
      ? reading.view.state.search !== null
      : need.kind !== 'write' || isNamed(need.intent, reading.text);
  const more = CLAUSES.test(reading.text) ? others.filter((need) => sure(need) && meant(need)) : [];
  // 「…1203 到哪了，能开票吗」: the order that is asked after by its number is looked up, however loud the other need.
  const asked = CLAUSES.test(reading.text) && orderNumbersIn(reading.text).length > 0 && isNamed(TRACK, reading.text);
  const sought = asked && ![first, ...more].some(({ kind }) => kind === 'read') ? needOf(TRACK) : null;
  const all = [first, ...(sought ? [sought] : []), ...more].slice(0, MAX_NEEDS);
  const real = all.filter(({ kind }) => kind !== 'talk');
  // One thing can be asked about at a time: a second write, or a second look for goods, waits until it is said again.
  const chosen = (real.length > 0 ? real : [first]).filter(
    (need) => !ONE_AT_A_TIME.has(need.kind) || need === real.find(({ kind }) => kind === need.kind),
  );
  return chosen.sort((a, b) => ORDER[a.kind] - ORDER[b.kind]);
}

/** The part of the message that asks this: the words of the other needs would lead the search astray. */
export function clauseOf(reading: Reading, need: Need, needs: readonly Need[]): Reading {
  const others = needs.filter((other) => other !== need);
  if (others.length === 0) return reading;
  const clauses = reading.text.split(BETWEEN).filter((clause) => /[\p{L}\p{N}]/u.test(clause));
  const own = clauses.filter((clause) => !others.some(({ intent }) => isNamed(intent, clause)));
  return own.length > 0 && own.length < clauses.length ? { ...reading, text: own.join(' ').trim() } : reading;
}

const BETWEEN = /[,，。;；!！?？\n]+|另外|还有|顺便|顺带|再问|\b(?:and|also|plus|by the way)\b/i;

/** Below this there is nothing to make more of. */
const TRACE = 0.12;

/**
 * Where nothing was asked, a message answers nothing. 「42码」 is then a wish about the goods that are being looked for; else what is left of the
 * probabilities is shared among the errands it may mean: 「42码跑鞋」 is no size for a question that nobody asked.
 */
function amongNeeds({ scores, view }: Reading): IntentScore[] {
  if (scores[0]?.name === 'provide_size' && view.state.search !== null)
    return [{ name: 'refine_search', probability: scores[0].probability, isAlso: true }];
  const needs = scores.filter(({ name }) => needOf(name) !== null);
  const answers = scores.length > needs.length;
  const errands = needs.filter(({ name }) => needOf(name)?.kind !== 'talk');
  const [best] = errands;
  if (!best || !answers || best.probability < TRACE || (needs[0]?.probability ?? 0) >= LIKELY) return needs;
  const whole = errands.reduce((total, { probability }) => total + probability, 0);
  return errands.map(({ name, probability }) => ({ name, probability: probability / whole }));
}
