import type { Address } from '../../../../../core/order.ts';

/** The parts of an address that a message names; what it does not name stays as it is on the order. */
export type AddressChange = Partial<
  Pick<Address, 'name' | 'phone' | 'country' | 'province' | 'city' | 'district' | 'street' | 'street2' | 'postcode'>
>;

/** A place as it was read. */
export interface PlaceSaid {
  parts: AddressChange;
  /** The words that it was read from, without what leads to them. */
  body: string;
  /** Stretches of it that fit no part. */
  rest: string[];
  /** The words before it. */
  frame: string;
}
