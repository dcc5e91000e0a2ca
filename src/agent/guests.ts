import type { Customer } from '../core/customer.ts';
import type { CustomerQuery } from '../shops/shop.ts';

/** Finds the one customer whom a guest's words describe. Wrong, absent and ambiguous answer alike. */
export interface CustomerIdentifier {
  identify(input: {
    conversationId: string;
    query: CustomerQuery;
  }): Promise<{ ok: true; customer: Customer } | { ok: false; reason: 'no-match' | 'too-many-attempts' }>;
}

/** Checks a guest's claim to an order. Wrong, foreign and absent answer alike. */
export interface GuestVerifier {
  verify(input: {
    conversationId: string;
    orderNumber: string;
    contact: string;
  }): Promise<
    { ok: true; orderId: string; orderNumber: string } | { ok: false; reason: 'no-match' | 'too-many-attempts' }
  >;
}
