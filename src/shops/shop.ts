import type { Article, Coupon, Customer } from '../core/customer.ts';
import type { Locale, Localized } from '../core/locale.ts';
import type { Money } from '../core/money.ts';
import type { Address, Order, ReturnLine, ReturnRequest } from '../core/order.ts';
import type { Category, Product } from '../core/product.ts';

export interface ShopInfo {
  id: string;
  name: Localized;
  /** ISO 4217. Every amount of the shop is in it. */
  currency: string;
  /** IANA zone in which days are counted. */
  timeZone: string;
  languages: Locale[];
  /** How this platform makes a repeated write harmless. */
  idempotency: 'native-key' | 'read-back' | 'none';
}

export interface PageRequest {
  /** As given by the page before; absent for the first. */
  cursor?: string;
  /** 1 to 100. */
  limit: number;
}

export interface Page<T> {
  items: T[];
  /** Null on the last page. */
  next: string | null;
}

/**
 * Every write carries a key: the same key has one effect and gives the same answer, whatever happened in between.
 * `expectedVersion` is the version of the order that was quoted; another one answers `changed`.
 */
export interface OrderWrite {
  key: string;
  orderId: string;
  expectedVersion: number;
}

export type WriteResult<T> =
  | { ok: true; value: T /** True when this key had been done before. */; repeated: boolean }
  | { ok: false; reason: 'not-found' | 'changed' | 'not-possible' };

export interface CancelOrder extends OrderWrite {
  reason: string;
  refund: Money;
}

export interface ChangeAddress extends OrderWrite {
  address: Address;
}

export interface RequestReturn extends OrderWrite {
  kind: 'return' | 'exchange';
  lines: ReturnLine[];
  reason: string;
  refund: Money | null;
}

/** A shop platform. Missing records are null, never an error; an unreachable platform throws AppError `shop.unavailable`. */
export interface Shop {
  info(): Promise<ShopInfo>;

  listCategories(): Promise<Category[]>;
  listProducts(page: PageRequest): Promise<Page<Product>>;
  getProduct(id: string): Promise<Product | null>;
  /** Grows whenever catalogue, price or stock changed: lets a reader keep an index. */
  catalogueVersion(): Promise<string>;

  getCustomer(id: string): Promise<Customer | null>;
  /** Newest first. */
  listOrders(customerId: string, page: PageRequest): Promise<Page<Order>>;
  getOrder(id: string): Promise<Order | null>;
  /** By the number the customer sees; case, spaces and a leading # do not count. */
  findOrder(number: string): Promise<Order | null>;
  listReturns(orderId: string): Promise<ReturnRequest[]>;
  listCoupons(customerId: string | null): Promise<Coupon[]>;
  listArticles(): Promise<Article[]>;

  cancelOrder(write: CancelOrder): Promise<WriteResult<Order>>;
  changeAddress(write: ChangeAddress): Promise<WriteResult<Order>>;
  requestReturn(write: RequestReturn): Promise<WriteResult<ReturnRequest>>;
}
