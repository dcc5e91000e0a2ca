import { describe } from 'vitest';
import type { Order } from '../../core/order.ts';
import type { Shop } from '../shop.ts';
import type { ShopData } from '../sql/ports.ts';
import { giveBackPromises } from './give-back.ts';
import { itemPromises } from './items.ts';
import { moneyPromises } from './money.ts';
import { readPromises } from './reads.ts';
import { requestPromises } from './requests.ts';
import { stormPromises } from './storm.ts';
import { writePromises } from './writes.ts';
import { wrongInputPromises } from './wrong-input.ts';

/** A shop platform under test. */
export interface ShopUnderTest {
  shop: Shop;
  /** A new order arrives at the platform, from elsewhere. */
  addOrder(order: Order): Promise<void>;
  /** The platform's clock moves on. */
  advance(milliseconds: number): void;
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
    moneyPromises(makeShop);
    itemPromises(makeShop);
    giveBackPromises(makeShop);
    requestPromises(makeShop);
    wrongInputPromises(makeShop);
    stormPromises(makeShop);
  });
}
