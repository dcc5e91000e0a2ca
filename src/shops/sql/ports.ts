import type { Article, Coupon, Customer } from '../../core/customer.ts';
import type { Order, ReturnRequest } from '../../core/order.ts';
import type { Category, Product } from '../../core/product.ts';
import type { CancelOrder, ChangeAddress, Page, PageRequest, RequestReturn, ShopInfo, WriteResult } from '../shop.ts';

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

/** The embedded shop's tables. store/ implements it with the same SQL for PGlite and PostgreSQL. */
export interface ShopTables {
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

  listCategories(): Promise<Category[]>;
  listProducts(page: PageRequest): Promise<Page<Product>>;
  getProduct(id: string): Promise<Product | null>;
  catalogueVersion(): Promise<string>;
  getCustomer(id: string): Promise<Customer | null>;
  listCustomers(page: PageRequest): Promise<Page<Customer>>;
  listOrders(customerId: string, page: PageRequest): Promise<Page<Order>>;
  getOrder(id: string): Promise<Order | null>;
  /** `key` is the number folded by `orderNumberKey`. */
  findOrder(key: string): Promise<Order | null>;
  listReturns(orderId: string): Promise<ReturnRequest[]>;
  listCoupons(customerId: string | null): Promise<Coupon[]>;
  listArticles(): Promise<Article[]>;

  /** Atomic: version check, stock given back, refund booked, key remembered with its answer. */
  cancelOrder(write: CancelOrder): Promise<WriteResult<Order>>;
  changeAddress(write: ChangeAddress): Promise<WriteResult<Order>>;
  requestReturn(write: RequestReturn): Promise<WriteResult<ReturnRequest>>;
}
