import { methodView } from '../../../../commands/masked.ts';
import { meansText } from '../../../../commands/means.ts';
import type { PaymentMethodView } from '../../../../core/after-sales.ts';
import { lastFact } from '../../../../core/fact.ts';
import type { Order } from '../../../../core/order.ts';
import type { Choice } from '../../../../core/reply.ts';
import { normalise } from '../../../../language/normalise.ts';
import type { Flow } from '../../../brain.ts';
import type { PhraseKey } from '../phrases/book.ts';
import { methodsIn, methodsNamed, refundToIn, saysOriginal } from '../read/method.ts';
import { ordinalsIn, pick } from '../read/ordinal.ts';
import type { Reading } from '../reading.ts';
import { choice, part, personChoice, question, told } from '../reading.ts';
import { gate, type Script, tell } from '../script.ts';

/** The customer's own means of payment, as he may see them. */
export function* ownMeans(reading: Reading): Script<readonly PaymentMethodView[]> {
  const { customer } = reading.view;
  if (customer) return customer.paymentMethods.map(methodView);
  const result = yield* gate('get_customer', {});
  return lastFact(result.facts, 'customer')?.value.customer.paymentMethods ?? [];
}

/** The words that named a means of payment, said before it was asked for. */
const SETTLE = 'settle';

export function settleSlot({ text }: Reading): Flow['slots'] {
  return methodsIn(text).length > 0 || saysOriginal(text) ? { [SETTLE]: text.slice(0, 300) } : {};
}

interface MeansQuestion {
  which: Extract<PhraseKey, `means.${string}`>;
  /** Those that make sense here. */
  fits: (means: PaymentMethodView) => boolean;
  /** The only other one is meant where another one is asked for. */
  onlyOne: boolean;
  /** The order whose money it is about: "the original payment method" is what paid for it. */
  order?: Order;
  /** Taken where the customer names none: the card shows it, and another may still be named. */
  unlessSaid?: PaymentMethodView | null;
}

/** Which of the customer's means of payment is meant. Asks with buttons, and ends there, when it is not clear. */
export function* findMeans(reading: Reading, flow: Flow, ask: MeansQuestion): Script<PaymentMethodView> {
  const own = (yield* ownMeans(reading)).filter(ask.fits);
  const isAsked = reading.flow?.asking === 'means';
  const said = meansSaid(reading, own, isAsked, ask.order);
  const [only] = said;
  if (only && said.length === 1) return only;
  const kept = own.find(({ id }) => id === told(reading, 'paymentMethodId'));
  if (kept && said.length === 0) return kept;
  if (said.length === 0 && ask.unlessSaid && !isAsked && !(methodsIn(wordsOfMeans(reading, isAsked)).length > 0))
    return ask.unlessSaid;
  const [single] = own;
  if (!single) {
    const offer: Flow = { command: 'hand_off', slots: {}, asking: 'offer' };
    return yield* tell(part(reading.say('means.none'), { choices: [personChoice(reading)], state: { flow: offer } }));
  }
  const isUnknown =
    said.length === 0 && methodsIn(wordsOfMeans(reading, isAsked)).length > 0 && !NO_OTHER.test(reading.text);
  if (own.length === 1 && ask.onlyOne && !isUnknown) return single;
  const text = reading.say(isUnknown ? 'means.unknown' : ask.which);
  return yield* tell(question({ ...flow, asking: 'means' }, text, meansChoices(reading, said.length > 1 ? said : own)));
}

/** 「换张卡」 names no particular one. */
const NO_OTHER = /[换另别][一个张]{0,2}(?:张|个)?卡|别的|\b(?:another|other|different) (?:card|one|method)\b/i;

function wordsOfMeans(reading: Reading, isAsked: boolean): string {
  return isAsked ? reading.text : `${reading.text} ${told(reading, 'about') ?? ''}`;
}

function meansSaid(
  reading: Reading,
  own: readonly PaymentMethodView[],
  isAsked: boolean,
  order: Order | undefined,
): readonly PaymentMethodView[] {
  const labelled = own.filter((means) => normalise(labelOf(reading, means)).text.trim() === reading.text);
  if (labelled.length === 1) return labelled;
  const places = isAsked ? ordinalsIn(reading.text, true).flatMap((ordinal) => pick(own, ordinal) ?? []) : [];
  if (places.length > 0) return places;
  const by = (text: string) => {
    const original = order && saysOriginal(text) ? payingMeans(order, own) : null;
    return original ? [original] : methodsNamed(text, own);
  };
  const now = by(reading.text);
  if (now.length > 0 || isAsked) return now;
  const before = by(told(reading, SETTLE) ?? '');
  return before.length > 0 ? before : by(told(reading, 'about') ?? '');
}

/** The one of the customer's means that paid for the whole order; null where several did, or none that is known. */
export function payingMeans({ payments }: Order, own: readonly PaymentMethodView[]): PaymentMethodView | null {
  const paid = payments.filter(({ kind }) => kind === 'payment');
  return own.find(({ id }) => paid.length > 0 && paid.every(({ paymentMethodId }) => paymentMethodId === id)) ?? null;
}

/** Masked, each as a button; those that read alike are told apart by their place. */
export function meansChoices(reading: Reading, offered: readonly PaymentMethodView[]): Choice[] {
  const labels = offered.map((means) => labelOf(reading, means));
  return labels.map((label, index) => {
    const isUnique = labels.filter((other) => other === label).length === 1;
    return isUnique ? choice(label) : choice(label, reading.say('choice.place', { place: index + 1 }));
  });
}

function labelOf(reading: Reading, means: PaymentMethodView): string {
  return meansText(means)[reading.locale];
}

/** Where the rules let the customer choose where a refund goes and he has not, the card names what he paid with. */
export function* paidWith(reading: Reading, order: Order): Script<PaymentMethodView | null> {
  if (reading.deps.policy.refundTo === 'original') return null;
  return payingMeans(order, yield* ownMeans(reading));
}

/** The means of payment that a refund is to go to, where the customer named one of his own; null when he named none. */
export function* refundMeans(reading: Reading): Script<PaymentMethodView | null> {
  const words = refundToIn(reading.text);
  if (words === '') {
    const kept = told(reading, 'refundTo');
    return kept === null ? null : ((yield* ownMeans(reading)).find(({ id }) => id === kept) ?? null);
  }
  const named = methodsNamed(words, yield* ownMeans(reading));
  return named[0] && named.length === 1 ? named[0] : null;
}
