import { addressText } from '../../../../commands/address-merge.ts';
import type { Json } from '../../../../core/json.ts';
import type { Address } from '../../../../core/order.ts';
import type { Choice } from '../../../../core/reply.ts';
import type { Flow } from '../../../brain.ts';
import type { AddressChange } from '../read/address.ts';
import { addressIn, saysWhere } from '../read/address.ts';
import { orderNumbersIn } from '../read/codes.ts';
import { elsewhereIn } from '../read/elsewhere.ts';
import { onlyIntroduces } from '../read/identity.ts';
import { stateOf } from '../read/zip-states.ts';
import type { Reading } from '../reading.ts';
import { choice, isGuest, keptSlots, question } from '../reading.ts';
import { aboutSoFar } from '../resolve/about.ts';
import { addressesMeant, namesPlace, placeOf } from '../resolve/elsewhere.ts';
import type { Part, Script } from '../script.ts';
import { beginWith } from './begun.ts';
import { isOpen } from './cancel.ts';
import { propose } from './outcome.ts';

/** Saved addresses offered at once. */
const MAX_SAVED = 3;

export function* changeAddress(whole: Reading): Script<Part> {
  // The number of the order that has the address is none of an order to change.
  const reading = { ...whole, text: elsewhereIn(whole.text).rest };
  const named = moved(earlier(reading), newParts(reading));
  const slots: Flow['slots'] = { ...keptSlots(reading), about: aboutSoFar(whole), address: named };
  const { order, flow, opening } = yield* beginWith(reading, {
    command: 'change_order_address',
    slots,
    fits: isOpen,
    prefers: ({ address }) => leaves(whole, address),
    which: 'which-order.address',
    none: 'no-order.address',
  });
  const pointed = saysWhere(named) ? [] : yield* addressesMeant(whole, order.address);
  const [known] = pointed.length === 1 ? pointed : [];
  const address = known ? { ...named, ...placeOf(known) } : withState(named, order.address);
  flow.slots.address = address;
  const elsewhere = Boolean(address.city || address.province);
  // Another city without its province, as English names it, may lie anywhere.
  const isPlaceless = address.city !== undefined && address.city !== order.address.city && !address.province;
  if (!saysWhere(address) || (elsewhere && !address.street) || isPlaceless) {
    const key = elsewhere && !isPlaceless ? 'address.ask-street' : 'address.ask-all';
    const asked = question(
      { ...flow, asking: 'address' },
      reading.say(key),
      choicesOf(reading, pointed, order.address),
    );
    // A yes to the question must not redeem the card of the address that was just put right.
    return { ...asked, withdraw: reading.flow?.asking === 'confirm' };
  }
  return yield* propose(reading, flow, { orderNumber: order.number, address }, opening);
}

/** In America the postcode tells the state that was left out. */
export function withState(address: AddressChange, present: Address | undefined): AddressChange {
  const isAmerican = present !== undefined && /^(?:us|usa|united states(?: of america)?)$/i.test(present.country);
  const state = isAmerican && address.city && !address.province ? stateOf(address.postcode ?? '') : null;
  return state ? { ...address, province: state } : address;
}

/** "From Los Angeles to New York": of several orders the one that is to go there now. */
function leaves({ text }: Reading, address: Address): boolean {
  const from = /\bfrom ([a-z][a-z .'-]{2,30}?) to\b|从(\p{Script=Han}{2,8}?)(?:改|换|寄)/iu.exec(text);
  return from !== null && namesPlace(from[1] ?? from[2] ?? '', address);
}

/** Another province or city takes all that lay below the old one with it; recipient and phone stay. */
export function moved(before: AddressChange, now: AddressChange): AddressChange {
  const other = (['province', 'city'] as const).some((key) => now[key] !== undefined && now[key] !== before[key]);
  if (!other) return { ...before, ...now };
  const { name, phone } = before;
  return { ...(name !== undefined && { name }), ...(phone !== undefined && { phone }), ...now };
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

/** A guest's phone next to an order number proves who he is, and so does his name with a postcode; neither is new for the parcel. */
export function newParts(reading: Reading): AddressChange {
  if (isGuest(reading) && onlyIntroduces(reading.text)) return {};
  const said = addressIn(reading.text);
  const isAsked = ['verify', 'contact', 'order'].includes(reading.flow?.asking ?? '');
  const proving = isGuest(reading) && (isAsked || orderNumbersIn(reading.text).length > 0);
  const { phone: _phone, ...rest } = said;
  return proving ? rest : said;
}
