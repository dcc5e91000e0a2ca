import { seededRandom } from '../../../core/clock.ts';
import type { Coupon, Customer } from '../../../core/customer.ts';
import type { Instant } from '../../../core/instant.ts';
import type { Order, ReturnRequest } from '../../../core/order.ts';
import type { Product } from '../../../core/product.ts';
import { DEMO_CUSTOMERS } from '../people/customers.ts';
import { specialGoods } from '../products/catalogue.ts';
import type { Catalogue } from './build-order.ts';
import { buildOrder } from './build-order.ts';
import { everydayPlans } from './everyday-plans.ts';
import type { Dice } from './journey.ts';
import type { OrderPlan } from './order-plan.ts';
import { applyReturn } from './returns.ts';
import { storyPlans } from './stories.ts';

interface Shelves {
  products: readonly Product[];
  coupons: readonly Coupon[];
  customers: readonly Customer[];
}

const ORDER_COUNT = 300;
/** Everyday numbers start here, above those of the stories. */
const FIRST_DIGITS = 2_000;
const SEED = 20_251;

function catalogueOf(products: readonly Product[], coupons: readonly Coupon[]): Catalogue {
  return {
    variants: new Map(
      products.flatMap((product) => product.variants.map((variant) => [variant.id, { product, variant }] as const)),
    ),
    coupons: new Map(coupons.map((coupon) => [coupon.id, coupon])),
    kinds: specialGoods(),
  };
}

/** Four digits that no other order of that day has. */
function numbered(order: Order, taken: Set<string>, dice: Dice): Order {
  const day = order.number.slice(0, order.number.indexOf('-') + 1);
  for (;;) {
    const number = `${day}${FIRST_DIGITS + dice.below(10_000 - FIRST_DIGITS)}`;
    if (taken.has(number)) continue;
    taken.add(number);
    return { ...order, number };
  }
}

function storyOrder(plan: OrderPlan, index: number, catalogue: Catalogue, now: Instant): Order {
  return buildOrder(plan, catalogue, now, seededRandom(SEED - 1 - index));
}

/** The last ninety days of the shop, oldest order first, with what came back. */
export function demoHistory(now: Instant, shop: Shelves): { orders: Order[]; returns: ReturnRequest[] } {
  const catalogue = catalogueOf(shop.products, shop.coupons);
  const stories = storyPlans(shop.customers).map((plan, index) => ({
    order: storyOrder(plan, index, catalogue, now),
    plan,
  }));
  const others = shop.customers.slice(DEMO_CUSTOMERS.length);
  const taken = new Set<string>();
  const everyday = everydayPlans(ORDER_COUNT - stories.length, others, catalogue, (index) =>
    seededRandom(SEED + index),
  ).map(({ plan, dice }) => ({ order: numbered(buildOrder(plan, catalogue, now, dice), taken, dice), plan }));
  const settled = [...stories, ...everyday].map(({ order, plan }) => applyReturn(order, plan, now));
  const orders = settled.map(([order]) => order);
  orders.sort((a, b) => (a.placedAt < b.placedAt ? -1 : a.placedAt > b.placedAt ? 1 : a.id < b.id ? -1 : 1));
  return { orders, returns: settled.flatMap(([, request]) => request ?? []) };
}
