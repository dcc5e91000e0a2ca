import { COMMAND_NAMES, type CommandResult } from '../../../../core/command.ts';
import type { FactOf } from '../../../../core/fact.ts';
import { factsOf, lastFact } from '../../../../core/fact.ts';
import { localize } from '../../../../core/locale.ts';
import type { Choice } from '../../../../core/reply.ts';
import type { Flow } from '../../../brain.ts';
import type { Reading } from '../reading.ts';
import { choice, part, personChoice, told } from '../reading.ts';
import type { Part } from '../script.ts';
import { gate, type Script } from '../script.ts';

/** A write is put to the gate, which answers with a card or a refusal; the flow stays so that the customer can still change his mind. */
export function* propose(reading: Reading, flow: Flow, input: Record<string, unknown>): Script<Part> {
  return outcomeOf(reading, yield* gate(flow.command, input), { ...flow, asking: 'confirm' });
}

/** What came of a command that moves something, in words that say no more than its facts. */
export function outcomeOf(reading: Reading, result: CommandResult, flow: Flow | null): Part {
  const { facts } = result;
  const quote = lastFact(facts, 'quote');
  const refusal = lastFact(facts, 'refused');
  if (quote && refusal) {
    const told = refused(reading, refusal);
    return part(`${told.text}${reading.say('quote.renewed')}`, { showing: [quote.id], state: { flow } });
  }
  if (quote) return quoted(reading, quote, flow);
  const effect = lastFact(facts, 'effect');
  if (effect) return done(reading, effect);
  const cancelled = lastFact(facts, 'quote-cancelled');
  if (cancelled) {
    const title = localize(cancelled.value.title, reading.locale);
    return part(reading.say('quote.cancelled', { title }), { showing: [cancelled.id], state: { flow: null } });
  }
  const unknown = lastFact(facts, 'unknown-outcome');
  if (unknown) {
    const number = unknown.value.orderNumber;
    const text = number === null ? reading.say('outcome.unknown-own') : reading.say('outcome.unknown', { number });
    return part(text, { choices: [personChoice(reading)], state: { flow: null } });
  }
  const waiting = lastFact(facts, 'handed-to-person');
  if (waiting) {
    const title = localize(waiting.value.title, reading.locale);
    const text =
      waiting.value.why === 'limit' ? reading.say('outcome.limit', { title }) : reading.say('outcome.by-hand', { title });
    return part(text, { showing: [waiting.id], state: { flow: null } });
  }
  if (refusal) return refused(reading, refusal);
  if (factsOf(facts, 'not-found').length > 0) {
    return part(reading.say('order-not-found'), { choices: [personChoice(reading)], state: { flow: null } });
  }
  return part(reading.say('outcome.failed'), { choices: [personChoice(reading)], state: { flow: null } });
}

function quoted(reading: Reading, { id, value }: FactOf<'quote'>, flow: Flow | null): Part {
  const title = localize(value.quote.title, reading.locale);
  const offered = reading.say('quote.offered', { title });
  // Beside a cancellation the bare word 「取消」 would mean either.
  const keep = value.quote.command === 'cancel_order' ? reading.say('quote.keep') : '';
  return part(joined(reading, [offered, keep]), { showing: [id], state: { flow } });
}

function done(reading: Reading, { id, value }: FactOf<'effect'>): Part {
  const { locale } = reading;
  const reference = value.reference ? reading.say('effect.reference', { reference: value.reference }) : '';
  const title = localize(value.title, locale);
  // What is asked next, such as after the refund, is asked of this order.
  const shownOrders = value.orderNumber === null ? [] : [value.orderNumber];
  return part(`${reading.say('effect.done', { title })}${reference}`, {
    showing: [id],
    state: { flow: null, shownOrders },
  });
}

function refused(reading: Reading, { id, value }: FactOf<'refused'>): Part {
  const { alternative } = value;
  const texts = [...value.reasons.map(({ text }) => text), ...(alternative ? [alternative.text] : [])];
  const text = joined(
    reading,
    texts.map((each) => localize(each, reading.locale)),
  );
  const choices = alternative ? [alternativeChoice(reading, alternative.command)] : [personChoice(reading)];
  const flow = alternative ? offer(reading, alternative.command) : null;
  return part(text || reading.say('outcome.failed'), { choices, showing: [id], state: { flow } });
}

/** Sentences one after the other: Chinese without, English with a space between. */
export function joined(reading: Reading, sentences: readonly string[]): string {
  return sentences.filter(Boolean).join(reading.locale === 'zh' ? '' : ' ');
}

/** A yes takes the alternative up, for the same order. */
function offer(reading: Reading, command: string): Flow | null {
  const orderNumber = lastOrder(reading) ?? told(reading, 'orderNumber');
  const name = COMMAND_NAMES.find((each) => each === command);
  return name ? { command: name, slots: orderNumber ? { orderNumber } : {}, asking: 'offer' } : null;
}

/** The order that a command of this turn was about. */
function lastOrder(reading: Reading): string | null {
  const inputs = reading.view.results.map(({ input }) => input as { orderNumber?: unknown } | null);
  const number = inputs.findLast((input) => typeof input?.orderNumber === 'string')?.orderNumber;
  return typeof number === 'string' ? number : null;
}

function alternativeChoice(reading: Reading, command: string): Choice {
  switch (command) {
    case 'return_items':
      return choice(reading.say('choice.return'));
    case 'exchange_items':
      return choice(reading.say('choice.exchange'));
    case 'cancel_order':
      return choice(reading.say('choice.cancel'));
    default:
      return personChoice(reading);
  }
}
