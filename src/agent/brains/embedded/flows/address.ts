import { addressText } from '../../../../commands/address-merge.ts';
import { lastFact } from '../../../../core/fact.ts';
import type { Json } from '../../../../core/json.ts';
import type { Address, Order } from '../../../../core/order.ts';
import type { Choice } from '../../../../core/reply.ts';
import type { Flow } from '../../../brain.ts';
import type { AddressChange, AddressSaid } from '../read/address.ts';
import { readAddress, saysWhere } from '../read/address.ts';
import { orderNumbersIn } from '../read/codes.ts';
import { elsewhereIn } from '../read/elsewhere.ts';
import { onlyIntroduces } from '../read/identity.ts';
import type { Reading } from '../reading.ts';
import { choice, isGuest, keptSlots, part, personChoice, question } from '../reading.ts';
import { aboutSoFar } from '../resolve/about.ts';
import { addressesMeant, namesPlace, placeOf } from '../resolve/elsewhere.ts';
import { lineOf, moved, type NewAddress, newAddress, TRIES, withoutAsked } from '../resolve/new-address.ts';
import { gate, type Part, type Script } from '../script.ts';
import { beginWith, ended } from './begun.ts';
import { isOpen } from './cancel.ts';
import { joined, outcomeOf, propose } from './outcome.ts';

/** Saved addresses offered at once. */
const MAX_SAVED = 3;

export function* changeAddress(whole: Reading): Script<Part> {
  // The number of the order that has the address is none of an order to change.
  const reading = { ...whole, text: elsewhereIn(whole.text).rest };
  const said = saidOfAddress(reading);
  const before = earlier(reading);
  const named = moved(before, said.parts);
  const slots: Flow['slots'] = { ...keptSlots(reading), about: aboutSoFar(whole), address: named };
  const { order, flow, opening } = yield* beginWith(ofOrder(reading, said), {
    command: 'change_order_address',
    slots,
    fits: isOpen,
    prefers: ({ address }) => leaves(whole, address),
    which: 'which-order.address',
    none: 'no-order.address',
  });
  const pointed = saysWhere(named) ? [] : yield* addressesMeant(whole, order.address);
  const [meant] = pointed.length === 1 ? pointed : [];
  const { address, ask } = newAddress(reading, withPlace(said, meant), before, order.address);
  const known: Flow = { ...flow, slots: { ...withoutAsked(flow.slots), address } };
  const isWhole = !ask && saysWhere(address);
  const refused = isWhole || isOpen(order) ? null : yield* notAnyMore(reading, known, order);
  if (refused) return { ...refused, text: joined(reading, [opening, refused.text]) };
  if (ask) return askedOn(reading, known, ask);
  if (!saysWhere(address))
    return asked(reading, known, reading.say('address.ask-all'), choicesOf(reading, pointed, order.address));
  const words = joined(reading, [opening, staying(reading, address, order.address)]);
  delete known.slots[TRIES];
  return yield* propose(reading, known, { orderNumber: order.number, address }, words);
}

/** Nobody types an address for an order that cannot take one any more: asked with nothing to change, the rules say so. */
function* notAnyMore(reading: Reading, flow: Flow, { number, address: { name } }: Order): Script<Part | null> {
  const result = yield* gate('change_order_address', { orderNumber: number, address: { name } });
  const [reason] = lastFact(result.facts, 'refused')?.value.reasons ?? [];
  return reason === undefined || reason.rule.endsWith('.unchanged')
    ? null
    : ended(flow, outcomeOf(reading, result, flow));
}

const NOTHING_SAID: AddressSaid = { parts: {}, door: [], rest: [], body: '', frame: '' };

/** What a message says of an address. A guest's phone next to an order number proves who he is, and so does his name with a postcode; neither is new for the parcel. */
export function saidOfAddress(reading: Reading): AddressSaid {
  const { flow, text } = reading;
  const corrects = flow?.command.endsWith('_address') === true && ['confirm', 'address'].includes(flow.asking ?? '');
  const said = isGuest(reading) && onlyIntroduces(text) ? NOTHING_SAID : readAddress(text, corrects);
  const isAsked = ['verify', 'contact', 'order'].includes(flow?.asking ?? '');
  const proving = isGuest(reading) && (isAsked || orderNumbersIn(text).length > 0);
  const { phone: _phone, ...rest } = said.parts;
  return proving ? { ...said, parts: rest } : said;
}

/** The words that say which order it is: a street's name is no word for goods. */
function ofOrder(reading: Reading, { body, frame, door }: AddressSaid): Reading {
  if (isGuest(reading) || (body === '' && door.length === 0)) return reading;
  const numbers = orderNumbersIn(reading.text).map(({ number }) => number);
  return { ...reading, text: [frame, ...numbers].join(' ').trim() };
}

/** Asked so often, a colleague had better look at it. */
const MAX_TRIES = 2;

/** One more question about an address; the third time a person is offered instead. */
export function askedOn(reading: Reading, flow: Flow, { text, choices, slots }: NonNullable<NewAddress['ask']>): Part {
  const tries = Number(flow.slots[TRIES] ?? 0) + 1;
  const withdraw = reading.flow?.asking === 'confirm';
  if (tries > MAX_TRIES) {
    const offer: Flow = { command: 'hand_off', slots: { reason: 'not-understood' }, asking: 'offer' };
    return part(reading.say('address.person'), { choices: [personChoice(reading)], withdraw, state: { flow: offer } });
  }
  return asked(reading, { ...flow, slots: { ...flow.slots, ...slots, [TRIES]: tries } }, text, choices);
}

/** A yes to the question must not redeem the card of the address that was just put right. */
export function asked(reading: Reading, flow: Flow, text: string, choices: Choice[]): Part {
  return { ...question({ ...flow, asking: 'address' }, text, choices), withdraw: reading.flow?.asking === 'confirm' };
}

/** Another street, and no word of its city: it is said which one stays. */
function staying(reading: Reading, { street, city, province, district }: AddressChange, present: Address): string {
  if (street === undefined || city !== undefined || province !== undefined) return '';
  const { province: old, city: town, district: part } = present;
  const place = lineOf(reading, {
    street: '',
    province: old,
    city: town,
    ...(district === undefined && { district: part }),
  });
  return place === '' ? '' : reading.say('address.stays', { place });
}

/** As if the address that the words point at had been spelled out. */
export function withPlace(said: AddressSaid, meant: Address | undefined): AddressSaid {
  return meant ? { ...said, parts: { ...said.parts, ...placeOf(meant) }, body: '', rest: [] } : said;
}

/** "From Los Angeles to New York": of several orders the one that is to go there now. */
function leaves({ text }: Reading, address: Address): boolean {
  const from = /\bfrom ([a-z][a-z .'-]{2,30}?) to\b|从(\p{Script=Han}{2,8}?)(?:改|换|寄)/iu.exec(text);
  return from !== null && namesPlace(from[1] ?? from[2] ?? '', address);
}

/** Those that the words may mean, else those of the account. */
function choicesOf(reading: Reading, pointed: readonly Address[], present: Address): Choice[] {
  if (pointed.length === 0) return saved(reading, present);
  return pointed.slice(0, MAX_SAVED).map((each) => choice(addressText(each)[reading.locale] ?? ''));
}

/** The customer's other addresses, each as a button. */
export function saved(reading: Reading, present: Address | null): Choice[] {
  const line = present && addressText(present)[reading.locale];
  const lines = (reading.view.customer?.addresses ?? []).map((address) => addressText(address)[reading.locale] ?? '');
  return [...new Set(lines)]
    .filter((each) => each && each !== line)
    .slice(0, MAX_SAVED)
    .map((each) => choice(each));
}

export function earlier(reading: Reading): AddressChange {
  const kept: Json | undefined = reading.flow?.slots.address;
  return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? (kept as AddressChange) : {};
}
