import type { Instant } from '../../core/instant.ts';
import type { Localized } from '../../core/locale.ts';
import { demoCoupons } from './coupons.ts';
import { guestOrders } from './orders/history.ts';
import { GUEST_STORIES } from './orders/stories.ts';
import { demoCustomers } from './people/customers.ts';
import { demoProducts } from './products/catalogue.ts';

export { DEMO_CUSTOMERS } from './people/customers.ts';

export interface GuestOrderHint {
  number: string;
  /** The phone or e-mail on the order. */
  contact: string;
  about: Localized;
}

let last: { now: Instant; hints: GuestOrderHint[] } | null = null;

/** Order numbers with their contacts, to try the shop without an account. `now` is the instant the demo shop was made for: numbers carry dates. */
export function demoGuestOrders(now: Instant): GuestOrderHint[] {
  if (last?.now === now) return last.hints;
  const shelves = { products: demoProducts(), customers: demoCustomers(), coupons: demoCoupons(now) };
  const numbers = new Map(guestOrders(now, shelves).map(({ id, number }) => [id, number]));
  const hints = GUEST_STORIES.map(({ id, about, contact, phone, email }) => ({
    number: numbers.get(id) ?? '',
    contact: contact === 'phone' ? phone : email,
    about,
  }));
  last = { now, hints };
  return hints;
}
