import type { Customer } from '../../core/customer.ts';
import type { Address } from '../../core/order.ts';

export function withDefaultAddress(customer: Customer, address: Address): Customer {
  return { ...customer, addresses: [address, ...customer.addresses.slice(1)] };
}
