import { addressText } from '../../../../commands/address-merge.ts';
import { lastFact } from '../../../../core/fact.ts';
import type { Address } from '../../../../core/order.ts';
import type { AddressChange } from '../read/address.ts';
import { meansNumber } from '../read/codes.ts';
import { elsewhereIn } from '../read/elsewhere.ts';
import { isGuest, type Reading, told } from '../reading.ts';
import { gate, type Script } from '../script.ts';
import { ordersNow } from './order.ts';

/** The addresses of the account, the default one first. */
export function* ownAddresses(reading: Reading): Script<readonly Address[]> {
  if (!isGuest(reading)) return reading.view.customer?.addresses ?? [];
  return lastFact((yield* gate('get_customer', {})).facts, 'customer')?.value.customer.addresses ?? [];
}

/**
 * Addresses that the words point at without spelling them out: of another order, the default one, or one that the shop knows by its place.
 * Several where it is not clear which. `present` is what is to change, and never one of them.
 */
export function* addressesMeant(
  reading: Reading,
  present: Address | null,
  ofDefault = false,
): Script<readonly Address[]> {
  const now = elsewhereIn(reading.text, ofDefault);
  const { from, number } = now.from ? now : elsewhereIn(told(reading, 'about') ?? '', ofDefault);
  if (from === null) return [];
  const orders = yield* ordersNow(reading);
  if (from === 'order')
    return orders.filter((order) => number && meansNumber(number, order.number)).map(({ address }) => address);
  const own = yield* ownAddresses(reading);
  if (from === 'default') return own.slice(0, 1);
  const known = distinct([...own, ...orders.map(({ address }) => address)]).filter(
    (each) => !present || !isSamePlace(each, present),
  );
  const isPlaced = (address: Address) => namesPlace(`${reading.text} ${told(reading, 'about') ?? ''}`, address);
  const ofAccount = own.filter((each) => isPlaced(each) && !(present && isSamePlace(each, present)));
  if (ofAccount.length === 1) return ofAccount;
  const placed = known.filter(isPlaced);
  if (placed.length > 0) return placed;
  return from === 'other-order' ? known.filter((each) => orders.some(({ address }) => isSamePlace(address, each))) : [];
}

/** Where the parcel goes; who receives it stays. */
export function placeOf({ province, city, district, street, street2, postcode, country }: Address): AddressChange {
  return { country, province, city, district, street, postcode, ...(street2 && { street2 }) };
}

function distinct(addresses: readonly Address[]): Address[] {
  return addresses.filter((address, at) => addresses.findIndex((other) => isSamePlace(other, address)) === at);
}

function isSamePlace(one: Address, other: Address): boolean {
  return addressText(one).en === addressText(other).en;
}

/** By its city or its province, each as people say it; "Washington, DC" is called either. */
export function namesPlace(text: string, { city, province }: Address): boolean {
  const said = text.toLowerCase();
  return [city, province].some((place) => {
    const name = place.toLowerCase().replace(/[省市]$/, '');
    if (/\p{Script=Han}/u.test(name)) return name.length > 1 && said.includes(name);
    return name.length > 2 && new RegExp(`\\b${name.replace(/[^a-z ]/g, '.?')}\\b`).test(said);
  });
}
