import { AppError } from '../core/errors.ts';
import type { Order } from '../core/order.ts';
import { orderNumberKey } from '../core/order-number.ts';
import type { Product } from '../core/product.ts';
import type { ReplaceCondition, ShopData } from '../shops/sql/ports.ts';
import type { Queries } from './database.ts';
import { seizeShop } from './shop-lock.ts';
import { json } from './values.ts';

/** In place of a write's fingerprint: it was begun in a shop that has been replaced since. */
export const TOO_LATE = 'too-late';

/** Rows in one statement. */
const BATCH = 200;

interface Load {
  table: string;
  /** Columns with their types, as jsonb_to_recordset reads them. */
  columns: string;
  rows: Record<string, unknown>[];
}

export function orderRow(order: Order): Record<string, unknown> {
  const { version, ...document } = order;
  return {
    id: order.id,
    number_key: orderNumberKey(order.number),
    customer_id: order.customerId,
    placed_at: order.placedAt,
    version,
    document,
  };
}

export const ORDER_COLUMNS =
  'id text, number_key text, customer_id text, placed_at timestamptz, version bigint, document jsonb';
export const PRODUCT_COLUMNS = 'id text, position integer, document jsonb';
export const VARIANT_COLUMNS = 'product_id text, id text, position integer, stock bigint, document jsonb';

export function productRow({ variants: _, ...document }: Product, position: number): Record<string, unknown> {
  return { id: document.id, position, document };
}

export function variantRows(product: Product): Record<string, unknown>[] {
  return product.variants.map(({ stock, ...document }, position) => ({
    product_id: product.id,
    id: document.id,
    position,
    stock,
    document,
  }));
}

const placed = <T extends { id: string }>(
  items: readonly T[],
  more: (item: T) => Record<string, unknown> = () => ({}),
) => items.map((document, position) => ({ id: document.id, position, document, ...more(document) }));

function loadsOf(data: ShopData): Load[] {
  const placedColumns = 'id text, position integer, document jsonb';
  return [
    { table: 'shop_categories', columns: placedColumns, rows: placed(data.categories) },
    { table: 'shop_products', columns: PRODUCT_COLUMNS, rows: data.products.map(productRow) },
    { table: 'shop_variants', columns: VARIANT_COLUMNS, rows: data.products.flatMap(variantRows) },
    {
      table: 'shop_customers',
      columns: 'id text, document jsonb',
      rows: data.customers.map((document) => ({ id: document.id, document })),
    },
    { table: 'shop_orders', columns: ORDER_COLUMNS, rows: data.orders.map(orderRow) },
    {
      table: 'shop_returns',
      columns: 'id text, order_id text, created_at timestamptz, document jsonb',
      rows: data.returns.map((document) => ({
        id: document.id,
        order_id: document.orderId,
        created_at: document.createdAt,
        document,
      })),
    },
    {
      table: 'shop_coupons',
      columns: 'id text, position integer, customer_id text, document jsonb',
      rows: placed(data.coupons, (coupon) => ({ customer_id: coupon.customerId })),
    },
    { table: 'shop_articles', columns: placedColumns, rows: placed(data.articles) },
  ];
}

/** One statement for many rows: the same text on both databases, and no limit on parameters. */
export async function insertRows(queries: Queries, table: string, columns: string, rows: unknown[]): Promise<void> {
  const names = columns.replaceAll(/ \w+(,|$)/g, '$1');
  await queries.query(
    `insert into ${table} (${names}) select ${names} from jsonb_to_recordset($1::jsonb) as row (${columns})`,
    [json(rows)],
  );
}

/** Two records with one key would fail anyway, but the database would not say which in a way that a shop owner understands. */
function refuseDoubles(data: ShopData): void {
  const check = (what: string, keys: string[]) => {
    const seen = new Set<string>();
    for (const key of keys) {
      if (!seen.has(key)) seen.add(key);
      else {
        throw new AppError('shop.duplicate', {
          status: 409,
          detail: `${what} ${key}`,
          publicMessage: { zh: `有两条记录的 ${what} 相同：${key}`, en: `Two records have the same ${what}: ${key}` },
        });
      }
    }
  };
  const ids = (items: readonly { id: string }[]) => items.map((item) => item.id);
  check('category id', ids(data.categories));
  check('product id', ids(data.products));
  for (const product of data.products) check(`variant id of product ${product.id}`, ids(product.variants));
  check('customer id', ids(data.customers));
  check('order id', ids(data.orders));
  check(
    'order number',
    data.orders.map((order) => orderNumberKey(order.number)),
  );
  check('return id', ids(data.returns));
  check('coupon id', ids(data.coupons));
  check('article id', ids(data.articles));
}

export async function replaceShop(
  queries: Queries,
  data: ShopData,
  origin: string,
  onProgress?: (done: number, total: number) => void,
  condition?: ReplaceCondition,
): Promise<boolean> {
  refuseDoubles(data);
  const loads = loadsOf(data);
  // First of all: writes under way end before, and two that replace the shop at once come one after the other.
  await seizeShop(queries);
  const [held] = await queries.query<{ origin: string | null }>('select origin from shop for update');
  if (condition && (held?.origin ?? null) !== condition.onlyIf) return false;
  await queries.query('update shop set catalogue_version = catalogue_version + 1');
  // What guests proved, who customers were and what was shown speak of a shop that is gone.
  await queries.query('delete from grants');
  await queries.query('delete from customer_grants');
  await queries.query('delete from sessions where customer_id is not null');
  await queries.query(`update confirmations set state = 'cancelled' where state = 'open'`);
  // Never asked for again: in the new shop the same order number may be another order.
  const ended = await queries.query<{ key: string }>(
    `update intents set state = 'refused' where state in ('planned', 'sent', 'unknown') returning key`,
  );
  // They lapse, and that is told: the customers were promised an answer.
  await queries.query(`update approvals set expires_at = opened_at where state = 'open'`);
  await queries.query(`update alerts set state = 'closed' where state = 'open'`);
  // The answers of old writes speak of orders that are gone.
  for (const table of ['shop_writes', ...loads.map((load) => load.table).reverse()]) {
    await queries.query(`delete from ${table}`);
  }
  // What had been sent and comes only now finds a shop that it does not mean.
  await queries.query(
    `insert into shop_writes (key, fingerprint, answer) select key, $2, $3::jsonb from unnest($1::text[]) as key`,
    [ended.map(({ key }) => key), TOO_LATE, json({ ok: false, reason: 'not-found' })],
  );
  const total = loads.reduce((sum, load) => sum + load.rows.length, 0);
  let done = 0;
  for (const { table, columns, rows } of loads) {
    for (let start = 0; start < rows.length; start += BATCH) {
      const batch = rows.slice(start, start + BATCH);
      await insertRows(queries, table, columns, batch);
      done += batch.length;
      onProgress?.(done, total);
    }
  }
  await queries.query('update shop set info = $1::jsonb, origin = $2', [json(data.info), origin]);
  return true;
}
