import type { Coupon } from '../../../core/customer.ts';
import type { Instant } from '../../../core/instant.ts';
import { DAY, MINUTE, plus } from '../../../core/instant.ts';
import type { Money } from '../../../core/money.ts';
import { add, allocate, money, subtract, sum, times } from '../../../core/money.ts';
import type { GoodsKind, Order, OrderLine, OrderStatus, Parcel } from '../../../core/order.ts';
import type { Product, Variant } from '../../../core/product.ts';
import type { Place } from '../people/places.ts';
import { placeOf } from '../people/places.ts';
import { DEMO_SHOP_INFO, shopDate, yuan } from '../shop-info.ts';
import { findJourney } from './find-journey.ts';
import type { Dice, Journey } from './journey.ts';
import { planJourney } from './journey.ts';
import type { OrderPlan, Stage } from './order-plan.ts';
import { paymentsOf, refundsOf } from './payments.ts';
import { parcelAt } from './tracking.ts';

export interface Catalogue {
  variants: Map<string, { product: Product; variant: Variant }>;
  coupons: Map<string, Coupon>;
  kinds: Map<string, GoodsKind>;
}

const FREE_SHIPPING_FROM = yuan(99);
const SHIPPING_FEE = yuan(8);
/** Enough that the earliest of them arrives early on the first possible day. */
const SPLIT_DRAWS = 60;
const NOTHING = money(0, DEMO_SHOP_INFO.currency);

const STATUS: Record<Stage, OrderStatus> = {
  'awaiting-payment': 'awaiting-payment',
  paid: 'paid',
  processing: 'processing',
  'partially-shipped': 'partially-shipped',
  shipped: 'shipped',
  delivered: 'delivered',
  completed: 'completed',
  cancelled: 'cancelled',
  'never-paid': 'cancelled',
  'delivery-failed': 'shipped',
};

export function reduction(coupon: Coupon | undefined, goods: Money): Money {
  if (!coupon || goods.amount < coupon.minimumSpend.amount) return NOTHING;
  if (coupon.off.kind === 'amount') return coupon.off.amount;
  return money(Math.floor((goods.amount * coupon.off.basisPoints) / 10_000), goods.currency);
}

function linesOf(plan: OrderPlan, catalogue: Catalogue): OrderLine[] {
  const picked = plan.lines.map((line) => {
    const found = catalogue.variants.get(line.variantId);
    if (!found) throw new RangeError(`no variant ${line.variantId}`);
    const unitPrice = (line.beforeReduction && found.variant.compareAt) || found.variant.price;
    return { ...found, ...line, unitPrice };
  });
  const amounts = picked.map(({ unitPrice, quantity, gift }) => (gift ? NOTHING : times(unitPrice, quantity)));
  const coupon = plan.couponId ? catalogue.coupons.get(plan.couponId) : undefined;
  const off = reduction(coupon, sum(amounts, DEMO_SHOP_INFO.currency));
  const discounts = allocate(
    off,
    amounts.map(({ amount }) => amount),
  );
  return picked.map(({ product, variant, unitPrice, quantity, kind, onSale, gift, finalSale }, index) => ({
    id: `${plan.id}-line-${index + 1}`,
    productId: product.id,
    variantId: variant.id,
    title: product.title,
    options: variant.options,
    quantity,
    unitPrice,
    discount: gift ? times(unitPrice, quantity) : (discounts[index] ?? NOTHING),
    returnedQuantity: 0,
    finalSale: finalSale ?? false,
    ...kindOf(kind ?? catalogue.kinds.get(product.id) ?? 'ordinary'),
    ...(onSale && { onSale }),
    ...(gift && { gift }),
    ...(product.image && { image: product.image }),
  }));
}

function kindOf(kind: GoodsKind): Pick<OrderLine, 'kind'> {
  return kind === 'ordinary' ? {} : { kind };
}

function parcelsOf(
  plan: OrderPlan,
  journey: Journey,
  second: Journey,
  lines: OrderLine[],
  place: Place,
  now: Instant,
  dice: Dice,
) {
  const ids = lines.map(({ id }) => id);
  const apart = plan.split || plan.stage === 'partially-shipped' ? ids.slice(-1) : [];
  const together = ids.slice(0, ids.length - apart.length);
  const common = { place, failed: plan.stage === 'delivery-failed', ...(plan.carrier && { carrier: plan.carrier }) };
  const parcels: Parcel[] = [parcelAt(now, { ...common, id: `${plan.id}-parcel-1`, journey, lineIds: together }, dice)];
  if (plan.split)
    parcels.push(parcelAt(now, { place, id: `${plan.id}-parcel-2`, journey: second, lineIds: apart }, dice));
  return parcels;
}

/** The journey of the main parcel and, in a split order, of the one that arrives before it. */
function journeysOf(plan: OrderPlan, place: Place, now: Instant, dice: Dice): [Journey, Journey] {
  const journey = findJourney(plan.stage, place.area, now, dice, plan.accept);
  if (!plan.split) return [journey, journey];
  const others = Array.from({ length: SPLIT_DRAWS }, () => planJourney(journey.placedAt, place.area, dice));
  const sameDay = others.filter(({ shippedAt }) => shopDate(shippedAt) === shopDate(journey.shippedAt));
  sameDay.sort((a, b) => (a.deliveredAt < b.deliveredAt ? -1 : 1));
  const [first] = sameDay;
  return [journey, first && first.deliveredAt < journey.deliveredAt ? first : journey];
}

/** The order as it stands now. */
export function buildOrder(plan: OrderPlan, catalogue: Catalogue, now: Instant, dice: Dice): Order {
  const place = placeOf(plan.address);
  const [journey, second] = journeysOf(plan, place, now, dice);
  const lines = linesOf(plan, catalogue);
  const goods = sum(
    lines.map((line) => subtract(times(line.unitPrice, line.quantity), line.discount)),
    DEMO_SHOP_INFO.currency,
  );
  const shippingFee = goods.amount >= FREE_SHIPPING_FROM.amount ? NOTHING : SHIPPING_FEE;
  const total = add(goods, shippingFee);
  const paid = plan.stage !== 'awaiting-payment' && plan.stage !== 'never-paid';
  const status = STATUS[plan.stage];
  const sent = ['partially-shipped', 'shipped', 'delivered', 'completed'].includes(status);
  const [shippedAt = journey.shippedAt] = [journey.shippedAt, second.shippedAt].sort();
  const cancelledAt = paid ? plus(journey.paidAt, (8 + dice.below(50)) * MINUTE) : plus(journey.placedAt, DAY);
  const payments = paid ? paymentsOf(plan, total, journey.paidAt) : [];
  if (status === 'cancelled') payments.push(...refundsOf(payments, plus(cancelledAt, 2 * MINUTE)));
  return {
    id: plan.id,
    number: `XE${shopDate(journey.placedAt).replaceAll('-', '')}-${plan.digits ?? '0000'}`,
    customerId: plan.customerId,
    contact: plan.contact,
    status,
    placedAt: journey.placedAt,
    ...(paid && { paidAt: journey.paidAt }),
    ...(sent && { shippedAt }),
    ...((status === 'delivered' || status === 'completed') && { deliveredAt: journey.deliveredAt }),
    ...(status === 'cancelled' && { cancelledAt }),
    ...(plan.cancelReason && { cancelReason: plan.cancelReason }),
    ...(plan.crossBorder && { crossBorder: true }),
    lines,
    address: plan.address,
    shippingFee,
    total,
    payments,
    parcels: sent ? parcelsOf(plan, journey, second, lines, place, now, dice) : [],
    note: plan.note ?? '',
    version: 1,
  };
}
