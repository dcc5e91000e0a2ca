import { normalise } from '../../../language/normalise.ts';
import type { Flow } from '../../brain.ts';
import { errandsOf, laterOf, WAITING } from './flows/begun.ts';
import { joined } from './flows/outcome.ts';
import { type NeedKind, needOf } from './intents.ts';
import { orderNumbersIn } from './read/codes.ts';
import { elsewhereIn } from './read/elsewhere.ts';
import { type ErrandSaid, errandsApart } from './read/errands-apart.ts';
import { errandsOfGoods } from './read/errands-of-goods.ts';
import type { Reading } from './reading.ts';
import { choice, isCorrection, part } from './reading.ts';
import { contained, type Part, type Script } from './script.ts';
import { together } from './together.ts';

const OF_ORDERS: ReadonlySet<NeedKind> = new Set(['read', 'write']);

/** What the message asks of several orders, each for something else; empty where it does not. */
export function differentErrands(reading: Reading): ErrandSaid[] {
  // What is dictated as a note is its customer's own words; a correction speaks of what was meant before.
  if (reading.flow?.asking === 'note' || isCorrection(reading)) return [];
  // The order that another one takes its address from is nothing to be done by itself.
  const text = elsewhereIn(reading.text).rest;
  const byNumber = errandsApart(text);
  const isFree = [null, 'confirm', 'offer'].includes(reading.flow?.asking ?? null);
  const errands = byNumber.length > 0 || !isFree ? byNumber : errandsOfGoods(text);
  const isOfOrders = ({ intent }: ErrandSaid) => intent === null || OF_ORDERS.has(needOf(intent)?.kind ?? 'talk');
  return errands.every(isOfOrders) ? errands : [];
}

/** Looking up is done at once; of what changes something the first is begun, and the others wait until it is done. */
export function* oneByOne(reading: Reading, errands: readonly ErrandSaid[]): Script<Part> {
  const ofKind = (kind: NeedKind) => errands.filter(({ intent }) => intent !== null && needOf(intent)?.kind === kind);
  const parts: Part[] = [];
  for (const errand of ofKind('read')) parts.push(yield* runErrand(reading, errand, []));
  const [first, ...others] = ofKind('write');
  if (first) parts.push(yield* firstOf(reading, first, others));
  const unread = errands.filter(({ intent }) => intent === null);
  return offered(reading, together(parts), unread);
}

function* firstOf(reading: Reading, first: ErrandSaid, others: readonly ErrandSaid[]): Script<Part> {
  const told = yield* runErrand(reading, first, others);
  const number = numberOf(first);
  const wish = first.text;
  const said = number ? reading.say('orders.one-by-one', { number }) : reading.say('errands.one-by-one', { wish });
  const opening = others.length > 0 && !told.text.includes(said) ? [said] : [];
  return stillWaiting(reading, { ...told, text: joined(reading, [...opening, told.text]) }, others);
}

/** Where nothing is under way any more that the others could follow, the customer says when: each is a button. */
export function stillWaiting(reading: Reading, told: Part, others: readonly ErrandSaid[]): Part {
  return errandsOf(told.state.flow ?? null).length > 0 ? told : offered(reading, told, others);
}

function offered(reading: Reading, told: Part, others: readonly ErrandSaid[]): Part {
  if (others.length === 0) return told;
  const wishes = others.map(({ text }) => text);
  const then = reading.say('errands.waiting', { wishes: wishes.join(reading.locale === 'zh' ? '」「' : '”, “') });
  return {
    ...told,
    text: joined(reading, [told.text, then]),
    choices: [...told.choices, ...wishes.map((wish) => choice(wish))],
  };
}

/** The next errand that waited, once the one before it is settled. */
export function* nextErrand(reading: Reading, flow: Flow | null): Script<Part[]> {
  const [next, ...others] = errandsOf(flow);
  if (!next) return [];
  const told = yield* runErrand(reading, next, others);
  const number = numberOf(next);
  const opening = number ? reading.say('orders.next', { number }) : reading.say('errands.next', { wish: next.text });
  return [stillWaiting(reading, { ...told, text: joined(reading, [opening, told.text]) }, others)];
}

/** Of several orders that one wish is meant of, the first is begun with: it is said that the others follow. */
export function announced(reading: Reading, told: Part): Part {
  const { flow } = told.state;
  const number = flow?.slots.orderNumber;
  if (laterOf(flow ?? null).length === 0 || laterOf(reading.flow).length > 0 || typeof number !== 'string') return told;
  const said = reading.say('orders.one-by-one', { number });
  return told.text.includes(said) ? told : { ...told, text: joined(reading, [said, told.text]) };
}

function numberOf({ text }: ErrandSaid): string {
  return orderNumbersIn(text)[0]?.number ?? '';
}

/** One errand, read as if its own words were all that was said; the others wait in its flow. */
function* runErrand(reading: Reading, errand: ErrandSaid, others: readonly ErrandSaid[]): Script<Part> {
  const need = needOf(errand.intent ?? '');
  if (!need) return part(reading.say('talk.ok'));
  const slots = others.length > 0 ? { [WAITING]: others.map(({ intent, text }) => ({ intent, text })) } : {};
  const told = yield* contained(
    need.run({ ...alone(reading, errand), flow: { command: 'get_order', slots, asking: null } }),
  );
  return { ...told, state: { ...told.state, lastIntent: need.intent } };
}

function alone(reading: Reading, { intent, text }: ErrandSaid): Reading {
  const { understanding } = reading.view;
  const scores = intent === null ? [] : [{ name: intent, probability: 1 }];
  const slots = understanding.slots.filter((slot) => text.includes(normalise(slot.text).text));
  const view = { ...reading.view, text, understanding: { ...understanding, intents: scores, slots } };
  return { ...reading, view, text, scores, intents: scores.map(({ name }) => name) };
}
