import type { Customer } from '../../core/customer.ts';
import type { Instant } from '../../core/instant.ts';
import type { Order, OrderStatus, ReturnRequest } from '../../core/order.ts';
import type { Product } from '../../core/product.ts';
import type { WriteResult } from '../../shops/shop.ts';

/** All that a change of an order has to see, held still while it is decided. */
export interface Scene {
  order: Order;
  /** Null for a guest's order. */
  customer: Customer | null;
  returns: readonly ReturnRequest[];
  products: ReadonlyMap<string, Product>;
  now: Instant;
  timeZone: string;
  newId(): string;
}

export type Refusal = Extract<WriteResult<never>, { ok: false }>;

/** What is different afterwards, stored together or not at all. The order's version is counted by whoever stores it. */
export interface Changed {
  ok: true;
  order: Order;
  customer?: Customer | null;
  /** New, or in place of the one with its id. It is the answer where there is one; the order is it otherwise. */
  request?: ReturnRequest;
  moves?: StockMove[];
}

/** Pieces that come back to the shelf (> 0) or leave it (< 0). */
export interface StockMove {
  productId: string;
  variantId: string;
  pieces: number;
}

export type Change<Write> = (scene: Scene, write: Write) => Changed | Refusal;

export const NOT_POSSIBLE: Refusal = { ok: false, reason: 'not-possible' };
export const CHANGED: Refusal = { ok: false, reason: 'changed' };

/** Once a parcel is on its way the order can be neither cancelled nor sent elsewhere; goods come back only after they have arrived. */
const BEFORE_SHIPPING: readonly OrderStatus[] = ['awaiting-payment', 'paid', 'processing'];
const AFTER_ARRIVAL: readonly OrderStatus[] = ['delivered', 'completed'];

export const isUnsent = ({ status }: Order): boolean => BEFORE_SHIPPING.includes(status);
export const hasArrived = ({ status }: Order): boolean => AFTER_ARRIVAL.includes(status);

/** One move a variant, in a fixed order: two changes that need the same shelves lock them in the same order. */
export function netMoves(moves: readonly StockMove[]): StockMove[] {
  const net = new Map<string, StockMove>();
  for (const move of moves) {
    const key = JSON.stringify([move.productId, move.variantId]);
    net.set(key, { ...move, pieces: (net.get(key)?.pieces ?? 0) + move.pieces });
  }
  return [...net]
    .filter(([, { pieces }]) => pieces !== 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, move]) => move);
}
