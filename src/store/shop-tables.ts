import type { Customer } from '../core/customer.ts';
import type { Order } from '../core/order.ts';
import type { Product } from '../core/product.ts';
import type { ShopData, ShopTables } from '../shops/sql/ports.ts';
import type { StoreContext } from './context.ts';
import { durableTransaction, only } from './database.ts';
import { exportShop } from './shop-export.ts';
import { shopReads } from './shop-reads.ts';
import {
  insertRows,
  ORDER_COLUMNS,
  orderRow,
  PRODUCT_COLUMNS,
  productRow,
  replaceShop,
  VARIANT_COLUMNS,
  variantRows,
} from './shop-replace.ts';
import { shopWrites } from './shop-writes.ts';

export interface StoredShop extends ShopTables {
  /** Adds or replaces one order, as the shop itself reports it. */
  putOrder(order: Order): Promise<void>;
  /** Adds (at the end) or replaces one product with its variants and stock. */
  putProduct(product: Product): Promise<void>;
  putCustomer(customer: Customer): Promise<void>;
  /** The whole shop as an importer would make it. @throws AppError `shop.absent` */
  exportShop(): Promise<ShopData>;
}

export function shopTables(context: StoreContext): StoredShop {
  const { database } = context;
  return {
    ...shopReads(database),
    ...shopWrites(context),

    replace: (data, origin, onProgress, condition) =>
      durableTransaction(database, (queries) => replaceShop(queries, data, origin, onProgress, condition)),

    async putOrder(order) {
      await durableTransaction(database, async (queries) => {
        await queries.query('delete from shop_orders where id = $1', [order.id]);
        await insertRows(queries, 'shop_orders', ORDER_COLUMNS, [orderRow(order)]);
      });
    },

    async putCustomer(customer) {
      await durableTransaction(database, async (queries) => {
        await queries.query('delete from shop_customers where id = $1', [customer.id]);
        await insertRows(queries, 'shop_customers', 'id text, document jsonb', [
          { id: customer.id, document: customer },
        ]);
      });
    },

    exportShop: () => exportShop(database),

    async putProduct(product) {
      await durableTransaction(database, async (queries) => {
        // Serialises with other changes of the catalogue, so that two new products do not get one position.
        await queries.query('update shop set catalogue_version = catalogue_version + 1');
        const known = await queries.query<{ position: number }>(
          'delete from shop_products where id = $1 returning position',
          [product.id],
        );
        const last = await queries.query<{ next: number }>(
          'select coalesce(max(position) + 1, 0) as next from shop_products',
        );
        const position = known[0]?.position ?? only(last).next;
        await insertRows(queries, 'shop_products', PRODUCT_COLUMNS, [productRow(product, position)]);
        await insertRows(queries, 'shop_variants', VARIANT_COLUMNS, variantRows(product));
      });
    },
  };
}
