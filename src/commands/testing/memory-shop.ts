import type { Instant } from '../../core/instant.ts';
import type { Money } from '../../core/money.ts';
import type { Order, OrderLine, OrderStatus, ReturnLine, ReturnRequest } from '../../core/order.ts';
import { orderNumberKey } from '../../core/order-number.ts';
import { refundSplit } from '../../policy/refund-split.ts';
import type { OrderWrite, Page, PageRequest, Shop, WriteResult } from '../../shops/shop.ts';
import type { ShopData } from '../../shops/sql/ports.ts';

/** A shop that lives in memory, for tests: what it is given is copied, what it answers are copies. */
export function memoryShop(given: ShopData, now: () => Instant): Shop & { addOrder(order: Order): void } {
  const data = structuredClone(given);
  const answers = new Map<string, WriteResult<unknown>>();
  let catalogueVersion = 1;

  function write<T>({ key, orderId, expectedVersion }: OrderWrite, change: (order: Order) => T | null): WriteResult<T> {
    const before = answers.get(key);
    if (before) return structuredClone(before.ok ? { ...before, repeated: true } : before) as WriteResult<T>;
    const order = data.orders.find((each) => each.id === orderId);
    if (!order) return { ok: false, reason: 'not-found' };
    if (order.version !== expectedVersion) return { ok: false, reason: 'changed' };
    const value = change(order);
    if (value === null) return { ok: false, reason: 'not-possible' };
    const answer: WriteResult<T> = { ok: true, value: structuredClone(value), repeated: false };
    answers.set(key, answer);
    return structuredClone(answer);
  }

  /** Moves stock; false, and nothing moved, when there is not enough. */
  function move(variantId: string, pieces: number): boolean {
    const variant = data.products.flatMap((product) => product.variants).find((each) => each.id === variantId);
    if (!variant || variant.stock === null) return variant !== undefined;
    if (variant.stock + pieces < 0) return false;
    variant.stock += pieces;
    catalogueVersion++;
    return true;
  }

  /** What was paid, less what was paid back and what open returns have been promised. */
  function refundable(order: Order, refund: Money): boolean {
    const of = (kind: 'payment' | 'refund') =>
      order.payments.reduce((total, each) => total + (each.kind === kind ? each.amount.amount : 0), 0);
    const promised = data.returns
      .filter((each) => each.orderId === order.id && each.status === 'requested')
      .reduce((total, each) => total + (each.refund?.amount ?? 0), 0);
    const left = of('payment') - of('refund') - promised;
    return refund.currency === order.total.currency && refund.amount >= 0 && refund.amount <= left;
  }

  /** All or none. */
  function takeReplacements(lines: readonly ReturnLine[]): boolean {
    for (const [index, { exchangeVariantId, quantity }] of lines.entries()) {
      if (exchangeVariantId === undefined || move(exchangeVariantId, -quantity)) continue;
      for (const taken of lines.slice(0, index))
        if (taken.exchangeVariantId) move(taken.exchangeVariantId, taken.quantity);
      return false;
    }
    return true;
  }

  return {
    info: async () => structuredClone(data.info),
    listCategories: async () => structuredClone(data.categories),
    listProducts: async (page) => paged(data.products, (product) => product.id, page),
    getProduct: async (id) => byId(data.products, id),
    catalogueVersion: async () => String(catalogueVersion),
    getCustomer: async (id) => byId(data.customers, id),
    listOrders: async (customerId, page) =>
      paged(
        data.orders.filter((order) => order.customerId === customerId),
        (order) => `${String(1e15 - Date.parse(order.placedAt)).padStart(16, '0')} ${order.id}`,
        page,
      ),
    getOrder: async (id) => byId(data.orders, id),
    findOrder: async (number) =>
      structuredClone(data.orders.find((order) => orderNumberKey(order.number) === orderNumberKey(number)) ?? null),
    listReturns: async (orderId) => structuredClone(data.returns.filter((each) => each.orderId === orderId)),
    listCoupons: async (customerId) =>
      structuredClone(data.coupons.filter((each) => each.customerId === null || each.customerId === customerId)),
    addOrder: (order) => {
      data.orders.push(structuredClone(order));
    },
    listArticles: async () => structuredClone(data.articles),

    cancelOrder: async (wish) =>
      write(wish, (order) => {
        if (!BEFORE_SHIPPING.includes(order.status) || !refundable(order, wish.refund)) return null;
        for (const line of order.lines) move(line.variantId, line.quantity - line.returnedQuantity);
        for (const { method, amount } of refundSplit(order, wish.refund)) {
          order.payments.push({ id: `refund-${order.payments.length}`, method, kind: 'refund', amount, at: now() });
        }
        order.status = 'cancelled';
        order.cancelledAt = now();
        order.version++;
        return order;
      }),
    changeAddress: async (wish) =>
      write(wish, (order) => {
        if (!BEFORE_SHIPPING.includes(order.status)) return null;
        order.address = structuredClone(wish.address);
        order.version++;
        return order;
      }),
    requestReturn: async (wish) =>
      write(wish, (order): ReturnRequest | null => {
        if (!AFTER_ARRIVAL.includes(order.status) || (wish.refund && !refundable(order, wish.refund))) return null;
        const lines = returnedLines(order, wish.lines);
        if (!lines || !takeReplacements(wish.lines)) return null;
        order.lines = lines;
        order.version++;
        const { kind, reason, refund } = wish;
        const id = `R${data.returns.length + 1}`;
        const request: ReturnRequest = {
          id,
          orderId: order.id,
          kind,
          status: 'requested',
          lines: structuredClone(wish.lines),
          reason,
          refund,
          createdAt: now(),
        };
        data.returns.push(request);
        return request;
      }),
  };
}

const BEFORE_SHIPPING: readonly OrderStatus[] = ['awaiting-payment', 'paid', 'processing'];
const AFTER_ARRIVAL: readonly OrderStatus[] = ['delivered', 'completed'];

/** The lines with these pieces counted as returned; null when that is not possible. */
function returnedLines(order: Order, wanted: readonly ReturnLine[]): OrderLine[] | null {
  const lines = structuredClone(order.lines);
  for (const { orderLineId, quantity } of wanted) {
    const line = lines.find((each) => each.id === orderLineId);
    if (!line || !Number.isSafeInteger(quantity) || quantity < 1) return null;
    line.returnedQuantity += quantity;
    if (line.returnedQuantity > line.quantity) return null;
  }
  return wanted.length > 0 ? lines : null;
}

function byId<T extends { id: string }>(items: readonly T[], id: string): T | null {
  return structuredClone(items.find((item) => item.id === id) ?? null);
}

function paged<T>(items: readonly T[], key: (item: T) => string, { cursor, limit }: PageRequest): Page<T> {
  const sorted = items.map((item) => ({ item, key: key(item) })).sort((a, b) => (a.key < b.key ? -1 : 1));
  const from = sorted.filter((each) => cursor === undefined || each.key > cursor);
  const page = from.slice(0, limit);
  const next = from.length > limit ? (page.at(-1)?.key ?? null) : null;
  return { items: structuredClone(page.map((each) => each.item)), next };
}
