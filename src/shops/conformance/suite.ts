import { describe } from 'vitest';
import type { Order } from '../../core/order.ts';
import type { Shop } from '../shop.ts';
import type { ShopData } from '../sql/ports.ts';
import { readPromises } from './reads.ts';
import { writePromises } from './writes.ts';

/** A shop platform under test. */
interface ShopUnderTest {
  shop: Shop;
  /** A new order arrives at the platform, from elsewhere. */
  addOrder(order: Order): Promise<void>;
}

/** Brings the given shop into being on the platform, in place of what was there. Called before each test. */
export type MakeShop = (data: ShopData) => Promise<ShopUnderTest>;

/**
 * What the clerk relies on, whatever the platform: every adapter's test calls this, and its fake passes it as well as the real one.
 * Numbers in the titles are SPEC.md's.
 */
export function shopConformance(name: string, makeShop: MakeShop): void {
  describe(`the shop behind ${name}`, () => {
    readPromises(makeShop);
    writePromises(makeShop);
  });
}
