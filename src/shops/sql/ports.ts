import type { Article, Coupon, Customer } from '../../core/customer.ts';
import type { Order, ReturnRequest } from '../../core/order.ts';
import type { Category, Product } from '../../core/product.ts';
import type { Page, PageRequest, Shop, ShopInfo } from '../shop.ts';

/** A whole shop, as an importer or the demo makes it. */
export interface ShopData {
  info: ShopInfo;
  categories: Category[];
  products: Product[];
  customers: Customer[];
  orders: Order[];
  returns: ReturnRequest[];
  coupons: Coupon[];
  articles: Article[];
}

export interface ReplaceCondition {
  /** The origin that must still stand when the shop is replaced; null: no shop yet. */
  onlyIf: string | null;
}

/**
 * The embedded shop's tables: what a shop reads and writes, and what only its keeper does. store/ implements it with the same SQL for PGlite and
 * PostgreSQL; a write is atomic: version check, stock, refund, and the key remembered with its answer.
 */
export interface ShopTables extends Omit<Shop, 'info' | 'findOrder'> {
  /** Null while the folder holds no shop. */
  info(): Promise<ShopInfo | null>;
  /** Where the data came from: `demo`, `mall`, `tau-bench`, `csv`. */
  origin(): Promise<string | null>;
  /**
   * Puts the whole shop in place of what was there, in one transaction: all or nothing. What was proven, shown and begun about the old one ends.
   * False, and nothing is replaced, when the condition does not hold.
   */
  replace(
    data: ShopData,
    origin: string,
    onProgress?: (done: number, total: number) => void,
    condition?: ReplaceCondition,
  ): Promise<boolean>;

  listCustomers(page: PageRequest): Promise<Page<Customer>>;
  /** `key` is the number folded by `orderNumberKey`. */
  findOrder(key: string): Promise<Order | null>;
}
