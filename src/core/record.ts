import type { Instant } from './instant.ts';

/** Why a confirmed write waits for a person: a limit was reached, or the platform leaves it to people. */
export const WAITS_FOR = ['limit', 'by-hand'] as const;
export type WaitsFor = (typeof WAITS_FOR)[number];

/** What a customer wants the shop's people to know or do. */
export interface NewTicket {
  /** `complaint`, `callback` … as the command that makes it names them. */
  kind: string;
  text: string;
  orderId?: string;
}

export interface Ticket extends NewTicket {
  id: string;
  /** What people call it, e.g. `TK261128-7`; null: kept before there were numbers. */
  number: string | null;
  conversationId: string;
  state: 'open' | 'closed';
  createdAt: Instant;
}

/** As the customer is told of it: `id` is the name that he can read out. */
export interface TicketView extends Pick<Ticket, 'id' | 'kind' | 'text' | 'state' | 'createdAt'> {
  orderNumber: string | null;
}

export interface NewStockAlert {
  productId: string;
  variantId: string;
}

export interface StockAlert extends NewStockAlert {
  id: string;
  conversationId: string;
  /** `delivered`: the customer was told, once. */
  state: 'open' | 'delivered' | 'closed';
  createdAt: Instant;
}
