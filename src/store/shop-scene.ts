import type { Customer } from '../core/customer.ts';
import type { Order, ReturnRequest } from '../core/order.ts';
import type { Product } from '../core/product.ts';
import type { ShopInfo } from '../shops/shop.ts';
import type { StoreContext } from './context.ts';
import { only, type Queries } from './database.ts';
import { netMoves, type Scene, type StockMove } from './shop-changes/scene.ts';
import { type OrderRow, orderOf, shopReads } from './shop-reads.ts';
import { json } from './values.ts';

export async function lockOrder(queries: Queries, id: string): Promise<Order | null> {
  const [row] = await queries.query<OrderRow>(
    'select id, placed_at, version, document from shop_orders where id = $1 for update',
    [id],
  );
  return row ? orderOf(row) : null;
}

export async function lockCustomer(queries: Queries, id: string): Promise<Customer | null> {
  const [row] = await queries.query<{ document: Customer }>(
    'select document from shop_customers where id = $1 for update',
    [id],
  );
  return row?.document ?? null;
}

/** What a change of this locked order has to see; its customer is locked after it, always in that order. */
export async function readScene(
  { clock, random }: StoreContext,
  queries: Queries,
  order: Order,
  write: object,
): Promise<Scene> {
  const reads = shopReads(queries);
  const customer = order.customerId === null ? null : await lockCustomer(queries, order.customerId);
  const products = new Map<string, Product>();
  for (const productId of namedProducts(order, write)) {
    const product = await reads.getProduct(productId);
    if (product) products.set(productId, product);
  }
  const { info } = only(await queries.query<{ info: ShopInfo | null }>('select info from shop'));
  return {
    order,
    customer,
    returns: await reads.listReturns(order.id),
    products,
    now: clock.now(),
    timeZone: info?.timeZone ?? 'UTC',
    newId: random.id,
  };
}

/** Prices are looked up only for lines that are to become other variants. */
function namedProducts(order: Order, write: object): Set<string> {
  if (!('lines' in write && 'difference' in write && Array.isArray(write.lines))) return new Set();
  const named = new Set(write.lines.map((line: { orderLineId?: unknown }) => line.orderLineId));
  return new Set(order.lines.filter(({ id }) => named.has(id)).map(({ productId }) => productId));
}

/** False, and the rest left undone, when a variant is unknown, not for sale, or there are not enough of it. */
export async function moveStock(queries: Queries, wanted: readonly StockMove[]): Promise<boolean> {
  const moves = netMoves(wanted);
  // Before the shelves, as putting a product does: those two never wait for each other.
  if (moves.length > 0) await queries.query('update shop set catalogue_version = catalogue_version + 1');
  for (const { productId, variantId, pieces } of moves) {
    const done =
      pieces > 0
        ? await queries.query(
            'update shop_variants set stock = stock + $3 where product_id = $1 and id = $2 and stock is not null',
            [productId, variantId, pieces],
          )
        : await queries.query(
            `update shop_variants as variant set stock = stock - $3
             from shop_products as product
             where variant.id = $2 and variant.product_id = $1 and product.id = variant.product_id
               and (product.document ->> 'active')::boolean and (variant.stock is null or variant.stock >= $3)
             returning variant.id`,
            [productId, variantId, -pieces],
          );
    if (pieces < 0 && done.length === 0) return false;
  }
  return true;
}

export async function saveOrder(queries: Queries, order: Order): Promise<Order> {
  const { version, ...document } = order;
  await queries.query('update shop_orders set document = $2::jsonb, version = $3 where id = $1', [
    order.id,
    json(document),
    version + 1,
  ]);
  return { ...order, version: version + 1 };
}

export async function saveCustomer(queries: Queries, customer: Customer): Promise<void> {
  await queries.query('update shop_customers set document = $2::jsonb where id = $1', [customer.id, json(customer)]);
}

export async function saveRequest(queries: Queries, request: ReturnRequest): Promise<void> {
  await queries.query(
    `insert into shop_returns (id, order_id, created_at, document) values ($1, $2, $3, $4::jsonb)
     on conflict (id) do update set document = excluded.document`,
    [request.id, request.orderId, request.createdAt, json(request)],
  );
}
