import type { Article, Coupon, Customer } from '../core/customer.ts';
import type { Locale, Localized } from '../core/locale.ts';
import type { Money } from '../core/money.ts';
import type { Address, Invoice, Order, Reminder, ReturnKind, ReturnLine, ReturnRequest } from '../core/order.ts';
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

/** Whole lines become other variants of their products. */
export interface ChangeItems extends OrderWrite {
  lines: { orderLineId: string; variantId: string }[];
  /** > 0: the customer pays, < 0: is paid back. Answered with `changed` when the prices of now do not make it. */
  difference: Money;
  /** The customer's, on which the difference is settled at once; may be null when there is none. */
  paymentMethodId: string | null;
}

/** The one payment on record is charged to another of the customer's means of payment and given back on the old one. */
export interface ChangePayment extends OrderWrite {
  paymentMethodId: string;
}

export interface RequestReturn extends OrderWrite {
  kind: 'return' | 'exchange';
  lines: ReturnLine[];
  reason: string;
  /** With a difference: what of it is to be paid back. */
  refund: Money | null;
  /** A means of payment of the customer or of the order. */
  refundTo?: string;
  /** Of an exchange; > 0: charged to `refundTo` when the replacement is sent. A gift card has to hold it now. */
  difference?: Money;
}

/** Money back at once, the goods stay where they are. */
export interface RefundOrder extends OrderWrite {
  kind: Extract<ReturnKind, 'refund-only' | 'price-protection'>;
  lines: ReturnLine[];
  amount: Money;
  reason: string;
}

export interface RequestInvoice extends OrderWrite {
  invoice: Omit<Invoice, 'status' | 'requestedAt'>;
}

/** At most once a day, by the shop's calendar, for either. */
export interface Remind extends OrderWrite {
  what: Reminder['what'];
}

export interface CancelReturn extends OrderWrite {
  returnId: string;
}

/** The default address of the customer's profile; orders keep theirs. */
export interface ChangeCustomerAddress {
  key: string;
  customerId: string;
  address: Address;
}

/** Empty text finds nobody. */
export type CustomerQuery = { email: string } | { name: string; postcode: string };

/** A shop platform. Missing records are null, never an error; an unreachable platform throws AppError `shop.unavailable`. */
export interface Shop {
  info(): Promise<ShopInfo>;

  listCategories(): Promise<Category[]>;
  listProducts(page: PageRequest): Promise<Page<Product>>;
  getProduct(id: string): Promise<Product | null>;
  /** Grows whenever catalogue, price or stock changed: lets a reader keep an index. */
  catalogueVersion(): Promise<string>;

  getCustomer(id: string): Promise<Customer | null>;
  /** Who has this e-mail address, or this name and this postcode; case, width and spaces do not count. At most ten. */
  findCustomers(query: CustomerQuery): Promise<Customer[]>;
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
  changeItems(write: ChangeItems): Promise<WriteResult<Order>>;
  changePayment(write: ChangePayment): Promise<WriteResult<Order>>;
  requestReturn(write: RequestReturn): Promise<WriteResult<ReturnRequest>>;
  /** Only while it is requested or approved. */
  cancelReturn(write: CancelReturn): Promise<WriteResult<ReturnRequest>>;
  refundOrder(write: RefundOrder): Promise<WriteResult<ReturnRequest>>;
  /** Takes the place of an earlier request; not of an invoice that was issued. */
  requestInvoice(write: RequestInvoice): Promise<WriteResult<Order>>;
  remind(write: Remind): Promise<WriteResult<Order>>;
  changeCustomerAddress(write: ChangeCustomerAddress): Promise<WriteResult<Customer>>;
  /** Whether the write under this key was done, and the number of the return it made; null when it was not, or was refused. */
  findWrite(key: string): Promise<{ done: true; reference: string | null } | null>;
}
