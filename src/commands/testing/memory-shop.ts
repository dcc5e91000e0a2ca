import type { Article, Coupon, Customer } from '../../core/customer.ts';
import type { Instant } from '../../core/instant.ts';
import { money } from '../../core/money.ts';
import type { Order, ReturnRequest } from '../../core/order.ts';
import { orderNumberKey } from '../../core/order-number.ts';
import type { Category, Product } from '../../core/product.ts';
import type { OrderWrite, Page, PageRequest, Shop, ShopInfo, WriteResult } from '../../shops/shop.ts';

export interface MemoryShopData {
  info: ShopInfo;
  categories: Category[];
  products: Product[];
  customers: Customer[];
  orders: Order[];
  returns: ReturnRequest[];
  coupons: Coupon[];
  articles: Article[];
}

/** A shop that lives in memory, for tests: what it is given is copied, what it answers are copies. */
export function memoryShop(given: MemoryShopData, now: () => Instant): Shop {
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
    listArticles: async () => structuredClone(data.articles),

    cancelOrder: async (wish) =>
      write(wish, (order) => {
        if (!['awaiting-payment', 'paid', 'processing'].includes(order.status)) return null;
        for (const line of order.lines) move(line.variantId, line.quantity);
        if (wish.refund.amount > 0) {
          const method = order.payments[0]?.method ?? 'original';
          order.payments.push({ id: `refund-${wish.key}`, method, kind: 'refund', amount: wish.refund, at: now() });
        }
        order.status = 'cancelled';
        order.cancelledAt = now();
        order.version++;
        return order;
      }),
    changeAddress: async (wish) =>
      write(wish, (order) => {
        if (!['awaiting-payment', 'paid', 'processing'].includes(order.status)) return null;
        order.address = structuredClone(wish.address);
        order.version++;
        return order;
      }),
    requestReturn: async (wish) =>
      write(wish, (order): ReturnRequest | null => {
        if (!['delivered', 'completed'].includes(order.status)) return null;
        const lines = wish.lines.map((item) => ({
          ...item,
          line: order.lines.find((each) => each.id === item.orderLineId),
        }));
        if (lines.some(({ line, quantity }) => !line || line.returnedQuantity + quantity > line.quantity)) return null;
        for (const [done, { exchangeVariantId, quantity }] of lines.entries()) {
          if (exchangeVariantId === undefined || move(exchangeVariantId, -quantity)) continue;
          for (const undone of lines.slice(0, done))
            if (undone.exchangeVariantId) move(undone.exchangeVariantId, undone.quantity);
          return null;
        }
        for (const { line, quantity } of lines) if (line) line.returnedQuantity += quantity;
        const request: ReturnRequest = {
          id: `R${data.returns.length + 1}`,
          orderId: order.id,
          kind: wish.kind,
          status: 'requested',
          lines: structuredClone(wish.lines),
          reason: wish.reason,
          refund: wish.refund ? money(wish.refund.amount, wish.refund.currency) : null,
          createdAt: now(),
        };
        data.returns.push(request);
        order.version++;
        return request;
      }),
  };
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
