import type { Coupon, Customer } from '../../../core/customer.ts';
import { sum, times } from '../../../core/money.ts';
import type { GoodsKind, ReturnStatus } from '../../../core/order.ts';
import { RETURN_STATUSES } from '../../../core/order.ts';
import type { Product } from '../../../core/product.ts';
import { DEMO_SHOP_INFO } from '../shop-info.ts';
import type { Catalogue } from './build-order.ts';
import { reduction } from './build-order.ts';
import type { Dice } from './journey.ts';
import type { OrderPlan, ReturnPlan, Stage } from './order-plan.ts';
import { couldReturn } from './returns.ts';

/** How many everyday orders stand at each stage; what is left of the wanted number is completed. */
const MIX: readonly (readonly [Stage, number])[] = [
  ['awaiting-payment', 8],
  ['paid', 16],
  ['processing', 9],
  ['partially-shipped', 4],
  ['shipped', 34],
  ['delivery-failed', 3],
  ['delivered', 44],
  ['cancelled', 18],
  ['never-paid', 8],
];

/** Days before now on which a return of that status was asked for: it takes its time to get there. */
const RETURN_AGES: Record<ReturnStatus, readonly [number, number]> = {
  requested: [1, 2],
  approved: [2, 4],
  received: [5, 8],
  completed: [12, 60],
  refused: [6, 50],
  cancelled: [6, 50],
};

const RETURN_REASONS: Record<'zh' | 'en', Record<ReturnPlan['kind'], string[]>> = {
  zh: {
    return: ['不喜欢，和想的不太一样', '买重复了', '家里人说用不上', '颜色和图片有差别'],
    exchange: ['尺码不合适', '想换个颜色', '大了一号，想换小的', '拍错规格了'],
  },
  en: {
    return: ['Not what I expected', 'Ordered twice by mistake', 'The colour looks different'],
    exchange: ['Wrong size', 'I would prefer another colour', 'Picked the wrong option'],
  },
};

/** Too big for the others: the carriers article says so. */
const BULKY = ['shelf-oak', 'desk-folding'];
const BULKY_CARRIERS = ['jd', 'sf'];

const NOTES = ['麻烦放门口，不用打电话', '送人的，请不要放价签', '周末送货', '工作日白天家里没人，放驿站就行'];
const METHODS = ['wechat-pay', 'wechat-pay', 'alipay', 'alipay', 'card'];
const COUPONS = ['coupon-299', 'coupon-199', 'coupon-member', 'coupon-welcome'];

function pick<T>(items: readonly T[], dice: Dice): T {
  const item = items[dice.below(items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

function basket(products: readonly Product[], count: number, dice: Dice): OrderPlan['lines'] {
  const lines = new Map<string, number>();
  while (lines.size < count) {
    const variant = pick(pick(products, dice).variants, dice);
    const several = variant.price.amount < 10_000 && dice.next() < 0.25;
    lines.set(variant.id, several ? 2 : 1);
  }
  return [...lines].map(([variantId, quantity]) => ({ variantId, quantity }));
}

function couponFor(
  lines: OrderPlan['lines'],
  coupons: Catalogue['coupons'],
  variants: Catalogue['variants'],
): Coupon | undefined {
  const amounts = lines.flatMap(({ variantId, quantity }) => {
    const variant = variants.get(variantId)?.variant;
    return variant ? times(variant.price, quantity) : [];
  });
  const goods = sum(amounts, DEMO_SHOP_INFO.currency);
  return COUPONS.map((id) => coupons.get(id)).find((coupon) => reduction(coupon, goods).amount > 0);
}

function returnPlan(
  status: ReturnStatus,
  kind: ReturnPlan['kind'],
  product: Product,
  bought: string,
  dice: Dice,
  locale: 'zh' | 'en',
): ReturnPlan {
  const [youngest, oldest] = RETURN_AGES[status];
  const others = product.variants.filter(({ id, stock }) => id !== bought && stock !== 0);
  return {
    kind,
    status,
    daysAgo: youngest + dice.below(oldest - youngest + 1),
    reason: pick(RETURN_REASONS[locale][kind], dice),
    ...(kind === 'exchange' && { exchangeVariantId: pick(others, dice).id }),
  };
}

/** What an order was about besides its buyer: where it stands, and the return if there was one. */
interface Course {
  stage: Stage;
  returned?: { status: ReturnStatus; kind: ReturnPlan['kind'] };
}

function courses(count: number): Course[] {
  const returns = RETURN_STATUSES.flatMap((status) =>
    (['return', 'exchange', 'return'] as const).map((kind): Course => {
      const young = status === 'requested' || status === 'approved';
      return { stage: young ? 'delivered' : 'completed', returned: { status, kind } };
    }),
  );
  const others = MIX.flatMap(([stage, times]) => Array.from({ length: times }, (): Course => ({ stage })));
  const rest = Array.from({ length: count - returns.length - others.length }, (): Course => ({ stage: 'completed' }));
  return [...returns, ...others, ...rest];
}

export interface EverydayPlan {
  plan: OrderPlan;
  dice: Dice;
}

/** Fresh, digital and printed goods are in the stories alone: what is drawn for everybody else stays as it was. */
const EVERYDAY: ReadonlySet<GoodsKind | undefined> = new Set<GoodsKind | undefined>([undefined, 'hygiene']);

/** Orders of everybody else: `count` of them, over all stages. `diceOf` gives each order dice of its own. */
export function everydayPlans(
  count: number,
  customers: readonly Customer[],
  catalogue: Catalogue,
  diceOf: (index: number) => Dice,
): EverydayPlan[] {
  const products = [...new Set([...catalogue.variants.values()].map(({ product }) => product))].filter(
    ({ id, active }) => active && EVERYDAY.has(catalogue.kinds.get(id)),
  );
  const exchangeable = products.filter(
    ({ id, variants }) => !catalogue.kinds.has(id) && variants.filter(({ stock }) => stock !== 0).length > 1,
  );
  return courses(count).map(({ stage, returned }, index) => {
    const dice = diceOf(index);
    const customer = pick(customers, dice);
    const [address] = customer.addresses;
    if (!address) throw new RangeError(`${customer.id} has no address`);
    const size = stage === 'partially-shipped' ? 2 + dice.below(2) : 1 + dice.below(dice.next() < 0.3 ? 3 : 1);
    const first = returned ? pick(exchangeable, dice) : null;
    const lines = first ? [{ variantId: pick(first.variants, dice).id, quantity: 1 }] : basket(products, size, dice);
    const coupon = dice.next() < 0.4 ? couponFor(lines, catalogue.coupons, catalogue.variants) : undefined;
    const giveBack =
      first && returned
        ? returnPlan(returned.status, returned.kind, first, lines[0]?.variantId ?? '', dice, customer.locale ?? 'zh')
        : null;
    const guest = dice.next() < 0.06;
    const note = dice.next() < 0.12 && customer.locale === 'zh' ? pick(NOTES, dice) : null;
    const bulky = lines.some(({ variantId }) => BULKY.some((id) => variantId.startsWith(id)));
    const plan: OrderPlan = {
      id: `order-${String(index + 1).padStart(5, '0')}`,
      customerId: guest ? null : customer.id,
      contact: { name: customer.name, phone: customer.phone, email: customer.email },
      address,
      stage,
      lines,
      method: pick(METHODS, dice),
      ...(coupon && { couponId: coupon.id }),
      ...(note && { note }),
      ...(bulky && { carrier: pick(BULKY_CARRIERS, dice) }),
      ...(giveBack && { returned: giveBack, accept: couldReturn(giveBack) }),
    };
    return { plan, dice };
  });
}
