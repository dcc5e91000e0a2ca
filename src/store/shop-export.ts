import type { Article, Coupon, Customer } from '../core/customer.ts';
import { AppError } from '../core/errors.ts';
import type { ReturnRequest } from '../core/order.ts';
import type { Category } from '../core/product.ts';
import type { ShopInfo } from '../shops/shop.ts';
import type { ShopData } from '../shops/sql/ports.ts';
import { only, type Queries } from './database.ts';
import { type OrderRow, orderOf, PRODUCTS, type ProductRow, productOf } from './shop-reads.ts';

/** The whole shop as an importer would make it. @throws AppError `shop.absent` */
export async function exportShop(queries: Queries): Promise<ShopData> {
  const documents = async <T>(table: string, order: string): Promise<T[]> =>
    (await queries.query<{ document: T }>(`select document from ${table} order by ${order}`)).map(
      ({ document }) => document,
    );
  const { info } = only(await queries.query<{ info: ShopInfo | null }>('select info from shop'));
  if (!info) throw new AppError('shop.absent');
  const orders = await queries.query<OrderRow>('select id, placed_at, version, document from shop_orders order by id');
  const products = await queries.query<ProductRow>(`${PRODUCTS} order by product.position`);
  return {
    info,
    categories: await documents<Category>('shop_categories', 'position'),
    products: products.map(productOf),
    customers: await documents<Customer>('shop_customers', 'id'),
    orders: orders.map(orderOf),
    returns: await documents<ReturnRequest>('shop_returns', 'created_at, id'),
    coupons: await documents<Coupon>('shop_coupons', 'position'),
    articles: await documents<Article>('shop_articles', 'position'),
  };
}
