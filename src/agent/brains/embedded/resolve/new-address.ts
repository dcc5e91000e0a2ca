import { addressText } from '../../../../commands/address-merge.ts';
import type { Address } from '../../../../core/order.ts';
import type { Choice } from '../../../../core/reply.ts';
import { isPlainAffirmation } from '../../../../language/affirmation.ts';
import type { Flow } from '../../../brain.ts';
import { countryByForm, countryNamed, sameCountry } from '../read/address/countries.ts';
import { withDoor } from '../read/address/door.ts';
import { unplaced } from '../read/address/unplaced.ts';
import { type AddressChange, type AddressSaid, saysWrong } from '../read/address.ts';
import { stateOf } from '../read/zip-states.ts';
import { choice, isCorrection, type Reading } from '../reading.ts';

/** Where the words make no whole address yet: what is asked, and what is remembered of it. */
interface Asked {
  text: string;
  choices: Choice[];
  slots: Flow['slots'];
}

export interface NewAddress {
  address: AddressChange;
  /** Null where there can be a card. */
  ask: Asked | null;
}

/** Of an account without an address. */
export const NOWHERE: Address = {
  name: '',
  phone: '',
  country: '',
  province: '',
  city: '',
  district: '',
  street: '',
  postcode: '',
};

/** Which part was asked for by itself. */
const LACKING = 'lacking';
/** The whole was shown, with what could not be placed of it. */
const SHOWN = 'shown';
/** What was on the card is not right, and it was not said what is. */
const DOUBTED = 'doubted';
/** How often it was asked. */
export const TRIES = 'tries';
const OF_QUESTIONS: readonly string[] = [LACKING, SHOWN, DOUBTED];

/** The address so far, with what this message says of it: every word of it is placed, or asked about. */
export function newAddress(reading: Reading, said: AddressSaid, before: AddressChange, present: Address): NewAddress {
  const { say, flow } = reading;
  const agrees = flow?.slots[SHOWN] === true && isPlainAffirmation(reading.view.text);
  const parts = lackingPart(reading, said) ?? said.parts;
  // A whole address that is sent again takes the place of the one that was not understood.
  const kept = flow?.slots[SHOWN] === true && parts.street ? person(before) : before;
  const street = before.street ?? present.street;
  const streets = said.door.length > 0 ? withDoor(parts.street ?? street, said.door) : [];
  const [only, ...others] = streets;
  const address = settled(
    { ...moved(kept, parts), ...(only && others.length === 0 && { street: only }) },
    parts,
    present,
    street,
  );
  const asks = (text: string, choices: Choice[] = [], slots: Flow['slots'] = {}) => ({
    address,
    ask: { text, choices, slots },
  });
  const line = (change: AddressChange) => lineOf(reading, { ...placeOf(present), ...change });

  if (said.door.length > 0 && streets.length === 0) return asks(say('address.no-such-door'));
  if (others.length > 0)
    return asks(
      say('address.which-door'),
      streets.map((each) => choice(line({ ...address, street: each }))),
    );
  const elsewhere = movesFrom(present, address);
  const merged: Address = { ...(elsewhere ? { ...NOWHERE, country: present.country } : present), ...address };
  const lost = unplaced(said.body, merged);
  const rest = said.rest.length > 0 ? said.rest : lost;
  if (rest.length > 0 && !agrees) {
    const known = lineOf(reading, address);
    const words = rest.join(reading.locale === 'zh' ? '」「' : '”, “');
    if (!address.street) return asks(say('address.unread', { rest: words }), [], { [SHOWN]: true });
    return asks(say('address.unplaced', { known, rest: words }), [choice(known)], { [SHOWN]: true });
  }
  if (elsewhere && !address.street) return asks(say('address.ask-street'));
  if (elsewhere && address.city === undefined) return asks(say('address.ask-street'));
  if (elsewhere && needsProvince(address, present)) {
    return asks(say('address.ask-province', { city: address.city ?? '' }), [], { [LACKING]: 'province' });
  }
  if (address.street && !elsewhere && !sameScript(address.street, present)) return asks(say('address.ask-city'));
  if (address.street && UNNUMBERED.test(address.street)) {
    return asks(say('address.ask-door', { street: address.street }), [], { [LACKING]: 'door' });
  }
  const isNothing = said.door.length === 0 && Object.keys(parts).length === 0;
  if (isNothing && flow?.slots[DOUBTED] === true) return asks(say('address.ask-all'), [], { [DOUBTED]: true });
  if (isNothing && flow?.asking === 'address' && /\d/.test(reading.text) && reading.text.length > BRIEF)
    return asks(say('address.unread', { rest: reading.text.slice(0, 80) }), [], { [SHOWN]: true });
  if (isNothing && isUnheard(reading)) return asks(say('address.what-is-wrong'), [], { [DOUBTED]: true });
  return { address, ask: null };
}

/** What the last question about an address left behind. */
export function withoutAsked(slots: Flow['slots']): Flow['slots'] {
  return Object.fromEntries(Object.entries(slots).filter(([key]) => !OF_QUESTIONS.includes(key)));
}

/** So much with a figure in it may well be an address, in characters. */
const BRIEF = 10;

/** "221B Baker Street" beside 上海市徐汇区: hardly there. */
function sameScript(street: string, { city, street: old }: Address): boolean {
  const isHan = (text: string) => /\p{Script=Han}/u.test(text);
  return city === '' || isHan(street) === isHan(city + old);
}

/** A road without a number. */
const UNNUMBERED = /(?:路|街|大道|巷)$/u;

/** Another province or city takes all that lay below the old one with it; recipient and phone stay. */
export function moved(before: AddressChange, now: AddressChange): AddressChange {
  const other = (['country', 'province', 'city'] as const).some(
    (key) => now[key] !== undefined && now[key] !== before[key],
  );
  if (other) return { ...person(before), ...now };
  const { street2: _flat, ...rest } = before;
  return now.street === undefined ? { ...before, ...now } : { ...rest, ...now };
}

function person({ name, phone }: AddressChange): AddressChange {
  return { ...(name !== undefined && { name }), ...(phone !== undefined && { phone }) };
}

function placeOf({ name: _name, phone: _phone, ...place }: Address): Partial<Address> {
  return place;
}

/** The country that the rest gives away, and a flat that is put right where the street has one. */
function settled(change: AddressChange, said: AddressChange, present: Address, street: string): AddressChange {
  const address = { ...change };
  // In America the postcode tells the state that was left out.
  if (sameCountry(address.country ?? present.country, 'US') && address.city && !address.province) {
    const state = stateOf(address.postcode ?? '');
    if (state) address.province = state;
  }
  const country = address.country ?? countryByForm(address.province, address.postcode);
  if (country && !sameCountry(country, present.country)) {
    address.country = country;
    address.province ??= '';
  } else delete address.country;
  const flat = said.street === undefined ? said.street2 : undefined;
  if (!flat || present.street2) return address;
  const number = flat.split(' ').at(-1) ?? '';
  const [withFlat, ...others] = withDoor(street, [{ number, sign: '', kind: 'room', instead: null }]);
  const named = /\b(?:apt|apartment|unit|suite|ste|flat|room|rm)\.?\s*#?\s*[\w-]+/i;
  if (named.test(street)) return { ...withoutFlat(address), street: street.replace(named, flat) };
  const hasRoom = /\d\s*[室房]/u.test(street);
  return hasRoom && withFlat && others.length === 0 ? { ...withoutFlat(address), street: withFlat } : address;
}

function withoutFlat({ street2: _flat, ...rest }: AddressChange): AddressChange {
  return rest;
}

function movesFrom(present: Address, { country, province, city }: AddressChange): boolean {
  const differs = (now: string | undefined, was: string) => now !== undefined && now !== was;
  return differs(country, present.country) || differs(province, present.province) || differs(city, present.city);
}

/** Another city without its province, as English names it, may lie anywhere. */
function needsProvince({ city, province, country }: AddressChange, present: Address): boolean {
  return city !== undefined && city !== present.city && !province && country === undefined && present.province !== '';
}

/** "Zhejiang", 「18 号」: the part that was asked for by itself. */
function lackingPart({ flow, text }: Reading, { parts }: AddressSaid): AddressChange | null {
  const lacking = flow?.slots[LACKING];
  const known = flow?.slots.address as AddressChange | undefined;
  if (lacking === 'province' && !parts.street && /^[\p{L}][\p{L} .'-]{1,30}$/u.test(text)) {
    const country = countryNamed(text);
    return country ? { ...known, country } : { ...known, province: text };
  }
  if (lacking === 'door' && known?.street && /^\d+\s*\S{0,12}$/u.test(text))
    return { ...known, street: `${known.street} ${text}` };
  return null;
}

/** A correction of which nothing could be taken in: the card must not stay as it was. */
function isUnheard(reading: Reading): boolean {
  const { text } = reading;
  return reading.flow?.asking === 'confirm' && (isCorrection(reading) || saysWrong(text) || /\d/.test(text));
}

export function lineOf({ locale }: Reading, address: AddressChange): string {
  return addressText({ ...NOWHERE, ...address })[locale];
}
