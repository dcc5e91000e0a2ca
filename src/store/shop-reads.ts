import type { Article, Coupon, Customer } from '../core/customer.ts';
import type { Order, ReturnRequest } from '../core/order.ts';
import type { Category, Product, Variant } from '../core/product.ts';
import type { ShopInfo, WriteResult } from '../shops/shop.ts';
import type { ShopTables } from '../shops/sql/ports.ts';
import { pageLimit, pageOf, readCursor } from './cursor.ts';
import { only, type Queries } from './database.ts';
import type { OrderChange } from './shop-changes/changes.ts';
import { findCustomers } from './shop-customers.ts';

export type ShopReads = Omit<ShopTables, 'replace' | OrderChange | 'changeCustomerAddress'>;

export interface ProductRow {
  position: number;
  document: Omit<Product, 'variants'>;
  variants: Variant[];
}

export interface OrderRow {
  id: string;
  placed_at: string;
  version: number;
  document: Omit<Order, 'version'>;
}

export const PRODUCTS = `
  select product.position, product.document, coalesce((
    select jsonb_agg(variant.document || jsonb_build_object('stock', variant.stock) order by variant.position)
    from shop_variants as variant where variant.product_id = product.id
  ), '[]') as variants
  from shop_products as product`;

export const productOf = ({ document, variants }: ProductRow): Product => ({ ...document, variants });

export const orderOf = ({ document, version }: OrderRow): Order => ({ ...document, version });

export function shopReads(queries: Queries): ShopReads {
  const documents = async <T>(sql: string, parameters: (string | null)[] = []): Promise<T[]> =>
    (await queries.query<{ document: T }>(sql, parameters)).map((row) => row.document);

  const shop = async () =>
    only(
      await queries.query<{ info: ShopInfo | null; origin: string | null; catalogue_version: number }>(
        'select info, origin, catalogue_version from shop',
      ),
    );

  return {
    info: async () => (await shop()).info,
    origin: async () => (await shop()).origin,
    catalogueVersion: async () => String((await shop()).catalogue_version),

    listCategories: () => documents<Category>('select document from shop_categories order by position'),

    async listProducts({ cursor, limit }) {
      const [position] = cursor === undefined ? [-1] : readCursor(cursor, 1);
      const rows = await queries.query<ProductRow>(
        `${PRODUCTS} where product.position > $1 order by product.position limit $2`,
        [Number(position), pageLimit(limit) + 1],
      );
      return pageOf(rows, pageLimit(limit), productOf, (row) => [row.position]);
    },

    async getProduct(id) {
      const rows = await queries.query<ProductRow>(`${PRODUCTS} where product.id = $1`, [id]);
      return rows[0] ? productOf(rows[0]) : null;
    },

    async getCustomer(id) {
      return (await documents<Customer>('select document from shop_customers where id = $1', [id]))[0] ?? null;
    },

    async listCustomers({ cursor, limit }) {
      const [id] = cursor === undefined ? [''] : readCursor(cursor, 1);
      const rows = await queries.query<{ id: string; document: Customer }>(
        'select id, document from shop_customers where id > $1 order by id limit $2',
        [String(id), pageLimit(limit) + 1],
      );
      return pageOf(
        rows,
        pageLimit(limit),
        (row) => row.document,
        (row) => [row.id],
      );
    },

    findCustomers: (query) => findCustomers(queries, query),

    async findWrite(key) {
      const rows = await queries.query<{ answer: WriteResult<Order | ReturnRequest | Customer> }>(
        'select answer from shop_writes where key = $1',
        [key],
      );
      const answer = rows[0]?.answer;
      if (!answer?.ok) return null;
      return { done: true, reference: 'orderId' in answer.value ? answer.value.id : null };
    },

    async listOrders(customerId, { cursor, limit }) {
      const [at, id] = cursor === undefined ? [null, null] : readCursor(cursor, 2);
      const rows = await queries.query<OrderRow>(
        `select id, placed_at, version, document from shop_orders
         where customer_id = $1 and ($2::timestamptz is null or (placed_at, id) < ($2::timestamptz, $3::text))
         order by placed_at desc, id desc limit $4`,
        [customerId, at ?? null, id ?? null, pageLimit(limit) + 1],
      );
      return pageOf(rows, pageLimit(limit), orderOf, (row) => [row.placed_at, row.id]);
    },

    async getOrder(id) {
      const rows = await queries.query<OrderRow>(
        'select id, placed_at, version, document from shop_orders where id = $1',
        [id],
      );
      return rows[0] ? orderOf(rows[0]) : null;
    },

    async findOrder(key) {
      const rows = await queries.query<OrderRow>(
        'select id, placed_at, version, document from shop_orders where number_key = $1',
        [key],
      );
      return rows[0] ? orderOf(rows[0]) : null;
    },

    listReturns: (orderId) =>
      documents<ReturnRequest>('select document from shop_returns where order_id = $1 order by created_at, id', [
        orderId,
      ]),

    listCoupons: (customerId) =>
      documents<Coupon>(
        'select document from shop_coupons where customer_id is null or customer_id = $1 order by position',
        [customerId],
      ),

    listArticles: () => documents<Article>('select document from shop_articles order by position'),
  };
}
