import { createHash } from 'node:crypto';
import { AppError } from '../core/errors.ts';
import { canonicalJson } from '../core/json.ts';
import { allocate, type Money, money, subtract, sum } from '../core/money.ts';
import type { Order, OrderLine, OrderStatus, Payment, ReturnRequest, ReturnStatus } from '../core/order.ts';
import type { OrderWrite, RequestReturn, WriteResult } from '../shops/shop.ts';
import type { ShopTables } from '../shops/sql/ports.ts';
import type { StoreContext } from './context.ts';
import { durableTransaction, type Queries } from './database.ts';
import { type OrderRow, orderOf } from './shop-reads.ts';
import { json } from './values.ts';

type Writes = Pick<ShopTables, 'cancelOrder' | 'changeAddress' | 'requestReturn'>;
type Refusal = Extract<WriteResult<never>, { ok: false }>;
type Outcome<T> = { ok: true; value: T } | Refusal;
type Change<T> = (queries: Queries, order: Order) => Promise<Outcome<T>>;

/** Once a parcel is on its way the order can be neither cancelled nor sent elsewhere; goods come back only after they have arrived. */
const BEFORE_SHIPPING: readonly OrderStatus[] = ['awaiting-payment', 'paid', 'processing'];
const AFTER_ARRIVAL: readonly OrderStatus[] = ['delivered', 'completed'];

const OPEN_RETURNS: readonly ReturnStatus[] = ['requested', 'approved', 'received'];

const NOT_POSSIBLE: Refusal = { ok: false, reason: 'not-possible' };

/** What was paid and not paid back yet. */
function paidOf(order: Order): Money {
  const { currency } = order.total;
  const of = (kind: Payment['kind']) =>
    sum(
      order.payments.filter((payment) => payment.kind === kind).map((payment) => payment.amount),
      currency,
    );
  return subtract(of('payment'), of('refund'));
}

/** Never more than was paid, less what open returns have been promised. */
async function isRefundable(queries: Queries, order: Order, refund: Money | null): Promise<boolean> {
  if (refund === null) return true;
  if (refund.currency !== order.total.currency || refund.amount < 0) return false;
  const rows = await queries.query<{ document: ReturnRequest }>(
    'select document from shop_returns where order_id = $1',
    [order.id],
  );
  const open = rows.map(({ document }) => document).filter(({ status }) => OPEN_RETURNS.includes(status));
  const promised = sum(
    open.flatMap((request) => request.refund ?? []),
    order.total.currency,
  );
  return refund.amount <= subtract(paidOf(order), promised).amount;
}

/** Money goes back the way it came: in proportion to what is left of each means of payment. */
function refundsOf(order: Order, refund: Money, at: string): Payment[] {
  const left = new Map<string, number>();
  for (const { method, kind, amount } of order.payments) {
    left.set(method, (left.get(method) ?? 0) + (kind === 'payment' ? amount.amount : -amount.amount));
  }
  const methods = [...left].filter(([, amount]) => amount > 0);
  const parts = allocate(
    refund,
    methods.map(([, amount]) => amount),
  );
  return methods.flatMap(([method], index) => {
    const amount = parts[index] ?? money(0, refund.currency);
    const id = `refund-${order.version + 1}-${index + 1}`;
    return amount.amount > 0 ? [{ id, method, kind: 'refund' as const, amount, at }] : [];
  });
}

async function touchCatalogue(queries: Queries): Promise<void> {
  await queries.query('update shop set catalogue_version = catalogue_version + 1');
}

async function giveBackStock(queries: Queries, line: OrderLine): Promise<void> {
  await queries.query(
    'update shop_variants set stock = stock + $3 where product_id = $1 and id = $2 and stock is not null',
    [line.productId, line.variantId, line.quantity - line.returnedQuantity],
  );
}

/** False when the variant is unknown, not for sale, or there are not enough of it. */
async function takeStock(queries: Queries, productId: string, variantId: string, quantity: number): Promise<boolean> {
  const rows = await queries.query(
    `update shop_variants as variant set stock = stock - $3
     from shop_products as product
     where variant.id = $2 and variant.product_id = $1 and product.id = variant.product_id
       and (product.document ->> 'active')::boolean and (variant.stock is null or variant.stock >= $3)
     returning variant.id`,
    [productId, variantId, quantity],
  );
  return rows.length > 0;
}

async function saveOrder(queries: Queries, order: Order): Promise<Order> {
  const { version, ...document } = order;
  await queries.query('update shop_orders set document = $2::jsonb, version = $3 where id = $1', [
    order.id,
    json(document),
    version + 1,
  ]);
  return { ...order, version: version + 1 };
}

function returnedLines(order: Order, write: RequestReturn): OrderLine[] | null {
  const asked = new Map<string, number>();
  for (const line of write.lines) {
    if (!Number.isSafeInteger(line.quantity) || line.quantity < 1) return null;
    asked.set(line.orderLineId, (asked.get(line.orderLineId) ?? 0) + line.quantity);
  }
  const known = order.lines.filter((line) => asked.has(line.id));
  if (asked.size === 0 || known.length !== asked.size) return null;
  const lines = order.lines.map((line) => ({
    ...line,
    returnedQuantity: line.returnedQuantity + (asked.get(line.id) ?? 0),
  }));
  return lines.every((line) => line.returnedQuantity <= line.quantity) ? lines : null;
}

async function attempt<T>(
  queries: Queries,
  row: OrderRow | undefined,
  expectedVersion: number,
  change: Change<T>,
): Promise<Outcome<T>> {
  if (!row) return { ok: false, reason: 'not-found' };
  if (row.version !== expectedVersion) return { ok: false, reason: 'changed' };
  return change(queries, orderOf(row));
}

export function shopWrites({ database, clock, random }: StoreContext): Writes {
  /**
   * The key decides first: an answer that was given is given again. Then the order is locked and its version compared; what `change` does
   * and the answer are stored together.
   */
  function once<T>(operation: string, write: OrderWrite, change: Change<T>): Promise<WriteResult<T>> {
    const fingerprint = createHash('sha256')
      .update(canonicalJson([operation, write]))
      .digest('hex');
    return durableTransaction(database, async (queries): Promise<WriteResult<T>> => {
      await queries.query('select pg_advisory_xact_lock(hashtextextended($1, 781346206))', [write.key]);
      const [before] = await queries.query<{ fingerprint: string; answer: WriteResult<T> }>(
        'select fingerprint, answer from shop_writes where key = $1',
        [write.key],
      );
      if (before) {
        if (before.fingerprint !== fingerprint) throw new AppError('shop.key-reused', { detail: operation });
        return before.answer.ok ? { ...before.answer, repeated: true } : before.answer;
      }
      const [row] = await queries.query<OrderRow>(
        'select id, placed_at, version, document from shop_orders where id = $1 for update',
        [write.orderId],
      );
      await queries.script('savepoint change');
      const outcome = await attempt(queries, row, write.expectedVersion, change);
      // What a refused change had already done, such as the stock of its first line, is undone; the answer is kept.
      if (!outcome.ok) await queries.script('rollback to savepoint change');
      const answer: WriteResult<T> = outcome.ok ? { ...outcome, repeated: false } : outcome;
      await queries.query('insert into shop_writes (key, fingerprint, answer) values ($1, $2, $3::jsonb)', [
        write.key,
        fingerprint,
        json(answer),
      ]);
      return answer;
    });
  }

  return {
    cancelOrder: (write) =>
      once<Order>('cancel', write, async (queries, order) => {
        if (!BEFORE_SHIPPING.includes(order.status) || !(await isRefundable(queries, order, write.refund)))
          return NOT_POSSIBLE;
        for (const line of order.lines) await giveBackStock(queries, line);
        await touchCatalogue(queries);
        const at = clock.now();
        const payments = [...order.payments, ...refundsOf(order, write.refund, at)];
        const cancelled: Order = { ...order, status: 'cancelled', cancelledAt: at, payments };
        return { ok: true, value: await saveOrder(queries, cancelled) };
      }),

    changeAddress: (write) =>
      once<Order>('address', write, async (queries, order) => {
        if (!BEFORE_SHIPPING.includes(order.status)) return NOT_POSSIBLE;
        return { ok: true, value: await saveOrder(queries, { ...order, address: write.address }) };
      }),

    requestReturn: (write) =>
      once<ReturnRequest>('return', write, async (queries, order) => {
        const lines = returnedLines(order, write);
        if (!AFTER_ARRIVAL.includes(order.status) || !lines || !(await isRefundable(queries, order, write.refund)))
          return NOT_POSSIBLE;
        if (write.kind === 'exchange') {
          for (const { orderLineId, exchangeVariantId, quantity } of write.lines) {
            const line = lines.find(({ id }) => id === orderLineId);
            if (!line || exchangeVariantId === undefined) return NOT_POSSIBLE;
            if (!(await takeStock(queries, line.productId, exchangeVariantId, quantity))) return NOT_POSSIBLE;
          }
          await touchCatalogue(queries);
        }
        const request: ReturnRequest = {
          id: random.id(),
          orderId: order.id,
          kind: write.kind,
          status: 'requested',
          lines: write.lines,
          reason: write.reason,
          refund: write.refund,
          createdAt: clock.now(),
        };
        await queries.query(
          'insert into shop_returns (id, order_id, created_at, document) values ($1, $2, $3, $4::jsonb)',
          [request.id, order.id, request.createdAt, json(request)],
        );
        await saveOrder(queries, { ...order, lines });
        return { ok: true, value: request };
      }),
  };
}
