import { add, type Money, money } from '../../core/money.ts';
import type { Order, OrderLine } from '../../core/order.ts';
import type { Variant } from '../../core/product.ts';
import type { ChangeItems } from '../../shops/shop.ts';
import { type Books, book, isAmount, isRefundable, methodOf } from './money.ts';
import { CHANGED, type Change, isUnsent, NOT_POSSIBLE, type Scene, type StockMove } from './scene.ts';

interface Swap {
  line: OrderLine;
  variant: Variant;
  /** Both variants cost the same today, whatever was paid. */
  even: boolean;
}

/** Null when a line is named twice or is not the order's, or its product has no such variant. The same one is no obstacle: that is the policy's to judge. */
function swapsOf({ order, products }: Scene, lines: ChangeItems['lines']): Swap[] | null {
  const swaps = lines.flatMap(({ orderLineId, variantId }): Swap[] => {
    const line = order.lines.find(({ id }) => id === orderLineId);
    const product = line && products.get(line.productId);
    const variant = product?.variants.find(({ id }) => id === variantId);
    if (!line || !product || !variant) return [];
    const bought = product.variants.find(({ id }) => id === line.variantId);
    return [{ line, variant, even: bought?.price.amount === variant.price.amount }];
  });
  const named = new Set(swaps.map(({ line }) => line.id));
  return swaps.length > 0 && swaps.length === lines.length && named.size === lines.length ? swaps : null;
}

/** `now`: at the prices of today. `kept`: where both variants cost the same today, the price that was paid stays. */
type Pricing = 'now' | 'kept';

function priceOf({ line, variant, even }: Swap, pricing: Pricing): Money {
  return pricing === 'kept' && even ? line.unitPrice : variant.price;
}

function differenceOf(swaps: readonly Swap[], pricing: Pricing): number {
  return swaps.reduce((total, swap) => {
    const { unitPrice, quantity } = swap.line;
    return total + (priceOf(swap, pricing).amount - unitPrice.amount) * quantity;
  }, 0);
}

/** A coupon's share of the line that is more than the line then costs has no sensible settlement here. */
function isWorthDiscount(swap: Swap, pricing: Pricing): boolean {
  return priceOf(swap, pricing).amount * swap.line.quantity >= swap.line.discount.amount;
}

function swapped(order: Order, swaps: readonly Swap[], pricing: Pricing, write: ChangeItems, now: string): Order {
  const { difference, paymentMethodId } = write;
  const lines = order.lines.map((line) => {
    const swap = swaps.find((each) => each.line.id === line.id);
    if (!swap) return line;
    return { ...line, variantId: swap.variant.id, options: swap.variant.options, unitPrice: priceOf(swap, pricing) };
  });
  const total = add(order.total, difference);
  return { ...order, lines, total, itemsChangedAt: now, itemsSettlement: { difference, paymentMethodId } };
}

/** What is paid or paid back at once. */
function settle(scene: Scene, { difference, paymentMethodId }: ChangeItems): Books | null {
  if (scene.order.status === 'awaiting-payment') return scene;
  if (paymentMethodId === null) return difference.amount === 0 ? scene : null;
  const method = methodOf(scene, paymentMethodId);
  if (!method) return null;
  if (difference.amount === 0) return scene;
  const amount = money(Math.abs(difference.amount), difference.currency);
  if (difference.amount < 0 && !isRefundable(scene, amount)) return null;
  const kind = difference.amount > 0 ? 'payment' : 'refund';
  return book(scene, { kind, method: method.method, paymentMethodId, amount }, scene.now);
}

export const changeItems: Change<ChangeItems> = (scene, write) => {
  const { order, now } = scene;
  const { difference } = write;
  const swaps = swapsOf(scene, write.lines);
  const size = { ...difference, amount: Math.abs(difference.amount) };
  if (!isUnsent(order) || !swaps || !isAmount(size, order)) return NOT_POSSIBLE;
  const pricing = (['now', 'kept'] as const).find((each) => differenceOf(swaps, each) === difference.amount);
  if (!pricing) return CHANGED;
  if (!swaps.every((swap) => isWorthDiscount(swap, pricing))) return NOT_POSSIBLE;
  const books = settle(scene, write);
  if (!books) return NOT_POSSIBLE;
  const moves = swaps.flatMap(({ line, variant }): StockMove[] => [
    { productId: line.productId, variantId: line.variantId, pieces: line.quantity },
    { productId: line.productId, variantId: variant.id, pieces: -line.quantity },
  ]);
  return {
    ok: true,
    customer: books.customer,
    order: swapped(books.order, swaps, pricing, write, now),
    moves,
  };
};
