import type { ProductNeed } from '../../advice/need.ts';
import { manualClock } from '../../core/clock.ts';
import type { Customer } from '../../core/customer.ts';
import type { Passage } from '../../core/fact.ts';
import type { Instant } from '../../core/instant.ts';
import type { Order, ReturnRequest } from '../../core/order.ts';
import type { Product } from '../../core/product.ts';
import type { Policy } from '../../policy/policy.ts';
import { DEFAULT_POLICY } from '../../policy/shipped.ts';
import { cny, sampleLine, sampleOrder, samplePayment } from '../../policy/testing/sample-order.ts';
import type { Shop, ShopInfo } from '../../shops/shop.ts';
import type { CommandContext, WriteCommand } from '../command.ts';
import { memoryShop } from './memory-shop.ts';

const INFO: ShopInfo = {
  id: 'sample',
  name: { zh: '样品店', en: 'Sample shop' },
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  languages: ['zh', 'en'],
  idempotency: 'native-key',
};

export const SHOE: Product = {
  id: 'shoe',
  title: { zh: '轻便跑鞋', en: 'Light running shoes' },
  description: { zh: '透气网面', en: 'Breathable mesh' },
  category: { id: 'shoes', name: { zh: '鞋', en: 'Shoes' } },
  attributes: [],
  tags: [],
  image: '/shoe.svg',
  active: true,
  variants: ['42', '43', '44'].map((size, index) => ({
    id: `shoe-${size}`,
    sku: `SHOE-${size}`,
    options: [{ key: 'size', label: { zh: '尺码', en: 'Size' }, value: { zh: size, en: size } }],
    price: cny(19_900),
    stock: [3, 1, 0][index] ?? 0,
  })),
};

export interface Sample {
  shop: Shop;
  context: CommandContext;
  needs: ProductNeed[];
  /** The order with these changes, as the shop holds it. */
  order(id?: string): Promise<Order>;
}

/** What else a shop may be like. */
export interface Setting {
  products?: Product[];
  customers?: Customer[];
  returns?: ReturnRequest[];
  info?: Partial<ShopInfo>;
  policy?: Policy;
  now?: Instant;
}

/** A shop with one order (`order-1`, changed as given) and what a command sees of it on 12 November 2026. */
export function sample(order: Partial<Order> = {}, more: Order[] = [], setting: Setting = {}): Sample {
  const clock = manualClock(setting.now ?? '2026-11-12T02:00:00.000Z');
  const info = { ...INFO, ...setting.info };
  const orders = [sampleOrder(order), ...more];
  const shop = memoryShop(
    {
      info,
      categories: [SHOE.category],
      products: setting.products ?? [SHOE],
      customers: setting.customers ?? [],
      orders,
      returns: setting.returns ?? [],
      coupons: [],
      articles: [],
    },
    clock.now,
  );
  const needs: ProductNeed[] = [];
  const passage: Passage = {
    articleId: 'delivery',
    title: '配送',
    text: '当天发货。',
    locale: 'zh',
    topics: ['ask_delivery_time'],
    score: 0.9,
  };
  const context: CommandContext = {
    shop,
    info,
    finder: {
      find: async (need) => {
        needs.push(need);
        return { matches: [{ product: SHOE, variantId: 'shoe-42', reasons: [] }], total: 1, unmet: [] };
      },
      compare: async () => ({ products: [SHOE, SHOE], rows: [] }),
    },
    knowledge: { search: async ({ text }) => (text.includes('配送') ? [passage] : []) },
    actor: { kind: 'customer', customerId: 'customer-1' },
    locale: 'zh',
    now: clock.now(),
    policy: setting.policy ?? DEFAULT_POLICY,
    customerId: 'customer-1',
    verifiedOrderIds: [],
    ownTickets: async () => [],
    ownWaiting: async () => [],
    identify: async () => ({ ok: false, reason: 'no-match' }),
    verifyGuest: async (orderNumber, contact) => {
      if (contact === 'again') return { ok: false, reason: 'too-many-attempts' };
      const found = await shop.findOrder(orderNumber);
      return found?.contact.phone === contact
        ? { ok: true, orderId: found.id, orderNumber: found.number }
        : { ok: false, reason: 'no-match' };
    },
  };
  return {
    shop,
    context,
    needs,
    order: async (id = 'order-1') => {
      const found = await shop.getOrder(id);
      if (!found) throw new Error(`no order ${id}`);
      return found;
    },
  };
}

/** Not sent yet: two pairs of shoes at ¥199 less ¥20, ¥8 shipping, paid ¥100 by gift card and the rest by Alipay. */
export const UNSENT: Partial<Order> = {
  status: 'paid',
  lines: [sampleLine({ quantity: 2, discount: cny(2_000) })],
  total: cny(38_600),
  payments: [
    samplePayment({ id: 'p1', method: 'gift-card', amount: cny(10_000) }),
    samplePayment({ id: 'p2', amount: cny(28_600) }),
  ],
};

/** Quotes as the gate does: parsed input, the order of now. */
export async function quoteFor<Input>(command: WriteCommand<Input>, raw: unknown, { context, order }: Sample) {
  return command.quote(command.input.parse(raw), context, await order());
}
