import { z } from 'zod';
import type { Address } from '../core/order.ts';
import { line } from './inputs.ts';

const part = line(200);
const phone = part.refine((text) => text === '' || /^[+＋()（）\d\s-]{5,32}$/u.test(text), {
  message: 'must be a phone number',
});

/** A whole address, as it is put into the shop. */
const addressSchema = z.strictObject({
  name: part,
  phone,
  country: part,
  province: part,
  city: part,
  district: part,
  street: part,
  street2: part.optional().describe('Flat, suite or building, where it is written on a line of its own'),
  postcode: part,
});

/** The address that a quote carries. */
export function quotedAddress(value: unknown): Address {
  const { street2, ...address } = addressSchema.parse(value);
  return street2 ? { ...address, street2 } : address;
}

/** The parts that change; empty members count as not given, but a street that comes with an empty second line has none. */
export const partialAddress = addressSchema
  .partial()
  .transform((parts) => {
    const given = Object.entries(parts).filter(([key, value]) => value || (key === 'street2' && parts.street));
    return Object.fromEntries(given) as typeof parts;
  })
  .refine((parts) => Object.keys(parts).length > 0, { message: 'must name at least one part' });
