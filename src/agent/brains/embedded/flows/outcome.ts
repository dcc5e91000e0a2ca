import { COMMAND_NAMES, type CommandResult } from '../../../../core/command.ts';
import type { FactOf } from '../../../../core/fact.ts';
import { factsOf, lastFact } from '../../../../core/fact.ts';
import { localize } from '../../../../core/locale.ts';
import type { Choice } from '../../../../core/reply.ts';
import type { Flow } from '../../../brain.ts';
import { GIVES_BACK } from '../errands.ts';
import type { PhraseKey } from '../phrases/book.ts';
import type { Reading } from '../reading.ts';
import { choice, part, personChoice, question, told } from '../reading.ts';
import type { Part } from '../script.ts';
import { gate, type Script } from '../script.ts';
import { ended } from './begun.ts';

/** A write is put to the gate, which answers with a card or a refusal; the flow stays so that the customer can still change his mind. */
export function* propose(reading: Reading, flow: Flow, input: Record<string, unknown>, opening = ''): Script<Part> {
  const result = yield* gate(flow.command, input);
  const part = outcomeOf(reading, result, { ...flow, asking: 'confirm' });
  const told = opening ? { ...part, text: joined(reading, [opening, part.text]) } : part;
  return lastFact(result.facts, 'quote') ? told : ended(flow, told);
}

/** As `propose`; but where the rules only miss or dislike one thing of the input, that is asked for again. `askAgain`: a question by the end of the rule's name. */
export function* proposeOrAsk(
  reading: Reading,
  flow: Flow,
  input: Record<string, unknown>,
  askAgain: Readonly<Record<string, string>>,
  opening = '',
  choices: readonly Choice[] = [],
): Script<Part> {
  const result = yield* gate(flow.command, input);
  const [reason] = lastFact(result.facts, 'refused')?.value.reasons ?? [];
  const asking = reason ? askAgain[reason.rule.split('.').at(-1) ?? ''] : undefined;
  if (!reason || !asking) return yield* propose(reading, flow, input, opening);
  const { [asking]: _wrong, ...slots } = flow.slots;
  return question({ ...flow, slots, asking }, localize(reason.text, reading.locale), [...choices]);
}

/** What came of a command that moves something, in words that say no more than its facts. */
export function outcomeOf(reading: Reading, result: CommandResult, flow: Flow | null): Part {
  const { facts } = result;
  const quote = lastFact(facts, 'quote');
  const refusal = lastFact(facts, 'refused');
  if (quote && refusal) {
    const told = refused(reading, refusal, flow);
    return part(`${told.text}${reading.say('quote.renewed')}`, { showing: [quote.id], state: { flow } });
  }
  if (quote) return quoted(reading, quote, flow);
  const effect = lastFact(facts, 'effect');
  if (effect) return done(reading, effect);
  const cancelled = lastFact(facts, 'quote-cancelled');
  if (cancelled) {
    const title = localize(cancelled.value.title, reading.locale);
    return part(reading.say('quote.cancelled', { title }), {
      showing: [cancelled.id],
      // 「还是取消吧」 soon after is said of the same order.
      state: { flow: null, ...(cancelled.value.orderNumber && { shownOrders: [cancelled.value.orderNumber] }) },
    });
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
      waiting.value.why === 'limit'
        ? reading.say('outcome.limit', { title })
        : reading.say('outcome.by-hand', { title });
    return part(text, { showing: [waiting.id], state: { flow: null } });
  }
  if (refusal) return refused(reading, refusal, flow);
  if (factsOf(facts, 'not-found').length > 0) {
    return part(reading.say('order-not-found'), { choices: [personChoice(reading)], state: { flow: null } });
  }
  return part(reading.say('outcome.failed'), { choices: [personChoice(reading)], state: { flow: null } });
}

function quoted(reading: Reading, { id, value }: FactOf<'quote'>, flow: Flow | null): Part {
  const title = localize(value.quote.title, reading.locale);
  const offered = reading.say('quote.offered', { title });
  return part(joined(reading, [offered, keepWords(reading, value.quote.command)]), { showing: [id], state: { flow } });
}

/** Beside a cancellation the bare word 「取消」 would mean either. */
function keepWords({ say }: Reading, command: string): string {
  if (command === 'cancel_order') return say('quote.keep');
  return command === 'cancel_return' ? say('quote.keep-return') : '';
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

function refused(reading: Reading, { id, value }: FactOf<'refused'>, flow: Flow | null): Part {
  const { alternative } = value;
  const texts = [...value.reasons.map(({ text }) => text), ...(alternative ? [alternative.text] : [])];
  const text = joined(
    reading,
    texts.map((each) => localize(each, reading.locale)),
  );
  const choices = alternative ? [alternativeChoice(reading, alternative.command)] : [personChoice(reading)];
  const offered = alternative ? offer(reading, alternative.command, flow) : null;
  return part(text || reading.say('outcome.failed'), { choices, showing: [id], state: { flow: offered } });
}

/** Sentences one after the other: Chinese without, English with a space between. */
export function joined(reading: Reading, sentences: readonly string[]): string {
  return sentences.filter(Boolean).join(reading.locale === 'zh' ? '' : ' ');
}

/** A yes takes the alternative up, for the same order and, as far as they are known, the same goods for the same reason. */
function offer(reading: Reading, command: string, flow: Flow | null): Flow | null {
  const orderNumber = lastOrder(reading) ?? told(reading, 'orderNumber');
  const name = COMMAND_NAMES.find((each) => each === command);
  if (!name) return null;
  const { reason, reasonKind, about, lines, quantities, variants } = flow?.slots ?? {};
  const goods = GIVES_BACK.has(name)
    ? {
        ...(reason && { reason }),
        ...(reasonKind && { reasonKind }),
        ...(about && { about }),
        ...(lines && { lines }),
        ...(quantities && { quantities }),
        ...(variants && { variants }),
      }
    : {};
  return { command: name, slots: orderNumber ? { orderNumber, ...goods } : {}, asking: 'offer' };
}

/** The order that a command of this turn was about. */
function lastOrder(reading: Reading): string | null {
  const inputs = reading.view.results.map(({ input }) => input as { orderNumber?: unknown } | null);
  const number = inputs.findLast((input) => typeof input?.orderNumber === 'string')?.orderNumber;
  return typeof number === 'string' ? number : null;
}

type Button = Exclude<
  Extract<PhraseKey, `choice.${string}`>,
  'choice.pieces' | 'choice.all-of-line' | 'choice.and-more' | 'choice.place'
>;

/** How a customer says that he takes it. */
const TAKES_UP: Readonly<Record<string, Button>> = {
  return_items: 'choice.return',
  exchange_items: 'choice.exchange',
  cancel_order: 'choice.cancel',
  refund_without_return: 'choice.refund',
  change_order_items: 'choice.items',
  change_order_payment: 'choice.payment',
  change_order_address: 'choice.address',
  change_customer_address: 'choice.address-book',
  price_protection: 'choice.price',
  request_invoice: 'choice.invoice',
  cancel_return: 'choice.withdraw',
  expedite: 'choice.expedite',
  track_order: 'choice.track',
  track_return: 'choice.returns',
  list_returns: 'choice.returns',
  create_ticket: 'choice.note',
};

function alternativeChoice(reading: Reading, command: string): Choice {
  const key = TAKES_UP[command];
  return key ? choice(reading.say(key)) : personChoice(reading);
}
