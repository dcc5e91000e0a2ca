import type { Customer } from '../../../core/customer.ts';
import type { Address, Order } from '../../../core/order.ts';

/** The members who ordered, as their newest order names them; their addresses are those of their orders. */
export function customersOf(orders: Order[]): Customer[] {
  const customers = new Map<string, Customer>();
  for (const order of orders.toSorted((a, b) => (a.placedAt < b.placedAt ? 1 : a.placedAt > b.placedAt ? -1 : 0))) {
    if (order.customerId === null) continue;
    const known = customers.get(order.customerId);
    if (!known) {
      const { name, phone, email } = order.contact;
      customers.set(order.customerId, {
        id: order.customerId,
        name,
        phone,
        email,
        locale: 'zh',
        addresses: [order.address],
        paymentMethods: [],
      });
    } else if (!known.addresses.some((address) => same(address, order.address))) {
      known.addresses.push(order.address);
    }
  }
  return [...customers.values()];
}

function same(one: Address, other: Address): boolean {
  return (Object.keys(one) as (keyof Address)[]).every((key) => one[key] === other[key]);
}
