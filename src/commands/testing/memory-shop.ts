import type { Instant } from '../../core/instant.ts';
import type { Order } from '../../core/order.ts';
import { orderNumberKey } from '../../core/order-number.ts';
import type { CustomerQuery, Page, PageRequest, Shop } from '../../shops/shop.ts';
import type { ShopData } from '../../shops/sql/ports.ts';
import { copied } from './copied.ts';
import { memoryWrites } from './memory-writes.ts';

export interface MemoryShop extends Shop {
  addOrder(order: Order): void;
}

/** A shop that lives in memory, for tests: what it is given is copied, what it answers are copies. */
export function memoryShop(given: ShopData, now: () => Instant): MemoryShop {
  const data = copied(given);
  const { writes, catalogueVersion } = memoryWrites(data, now);
  return {
    info: async () => copied(data.info),
    listCategories: async () => copied(data.categories),
    listProducts: async (page) => paged(data.products, (product) => product.id, page),
    getProduct: async (id) => byId(data.products, id),
    catalogueVersion: async () => String(catalogueVersion()),
    getCustomer: async (id) => byId(data.customers, id),
    findCustomers: async (query) => copied(data.customers.filter((each) => isMeant(each, query)).slice(0, 10)),
    listOrders: async (customerId, page) =>
      paged(
        data.orders.filter((order) => order.customerId === customerId),
        (order) => `${String(1e15 - Date.parse(order.placedAt)).padStart(16, '0')} ${order.id}`,
        page,
      ),
    getOrder: async (id) => byId(data.orders, id),
    findOrder: async (number) =>
      copied(data.orders.find((order) => orderNumberKey(order.number) === orderNumberKey(number)) ?? null),
    listReturns: async (orderId) => copied(data.returns.filter((each) => each.orderId === orderId)),
    listCoupons: async (customerId) =>
      copied(data.coupons.filter((each) => each.customerId === null || each.customerId === customerId)),
    addOrder: (order) => {
      data.orders.push(copied(order));
    },
    listArticles: async () => copied(data.articles),
    ...writes,
  };
}

const folded = (text: string) => text.normalize('NFKC').replaceAll(/\s/gu, '').toLowerCase();

function isMeant({ email, name, addresses }: ShopData['customers'][number], query: CustomerQuery): boolean {
  const same = (one: string, other: string) => folded(one) === folded(other) && folded(one) !== '';
  if ('email' in query) return same(email, query.email);
  return same(name, query.name) && addresses.some(({ postcode }) => same(postcode, query.postcode));
}

function byId<T extends { id: string }>(items: readonly T[], id: string): T | null {
  return copied(items.find((item) => item.id === id) ?? null);
}

function paged<T>(items: readonly T[], key: (item: T) => string, { cursor, limit }: PageRequest): Page<T> {
  const sorted = items.map((item) => ({ item, key: key(item) })).sort((a, b) => (a.key < b.key ? -1 : 1));
  const from = sorted.filter((each) => cursor === undefined || each.key > cursor);
  const page = from.slice(0, limit);
  const next = from.length > limit ? (page.at(-1)?.key ?? null) : null;
  return { items: copied(page.map((each) => each.item)), next };
}
