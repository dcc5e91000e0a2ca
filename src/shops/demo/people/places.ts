import type { Address } from '../../../core/order.ts';
import type { Pair } from '../pair.ts';
import { pair, readData } from '../pair.ts';

/** How far from the warehouse in Jiaxing, as the delivery article tells it. */
export type Area = 'near' | 'standard' | 'remote';

export interface Place {
  province: string;
  city: string;
  district: string;
  postcode: string;
  area: Area;
  hub: Pair;
  town: Pair;
}

export const PLACES: readonly Place[] = readData<(Omit<Place, 'hub' | 'town'> & { hub: string; town: string })[]>(
  'people',
  'places.yaml',
).map((place) => ({ ...place, hub: pair(place.hub), town: pair(place.town) }));

export function placeOf(address: Address): Place {
  const place = PLACES.find(({ city, district }) => city === address.city && district === address.district);
  if (!place) throw new RangeError(`no place for ${address.city} ${address.district}`);
  return place;
}

export function addressAt(place: Place, person: { name: string; phone: string }, street: string): Address {
  const { province, city, district, postcode } = place;
  return { name: person.name, phone: person.phone, country: 'CN', province, city, district, street, postcode };
}
