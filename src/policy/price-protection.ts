import { localize } from '../core/locale.ts';
import { type Money, money } from '../core/money.ts';
import type { Order } from '../core/order.ts';
import type { Product } from '../core/product.ts';
import type { Refund } from '../core/quote.ts';
import type { Verdict } from '../core/verdict.ts';
import { refuse } from '../core/verdict.ts';
import { arrivalDays } from './arrival.ts';
import { decideGoods, wrongGoods } from './give-back.ts';
import type { GiveBackItem } from './item.ts';
import { paymentUnknown } from './paid.ts';
import type { Policy, PolicyContext } from './policy.ts';
import { discountOf, refundable } from './refund.ts';
import { refundMethod } from './refund-split.ts';
import { protectedBack, takenBack } from './returned.ts';

/** An item with its product as it is sold now; null when the shop no longer has it. */
export interface ProtectedItem extends GiveBackItem {
  product: Product | null;
}

/**
 * What an item costs less today than was paid for it after discounts, for the pieces named, less what was paid back for that before.
 * The parts add up to the amount; it never exceeds what is left of the payment.
 */
export function protectionQuote(
  order: Order,
  items: readonly ProtectedItem[],
  policy: Policy,
  context: PolicyContext,
): Refund {
  const { currency } = order.total;
  const parts = items.flatMap((item) => {
    const amount = cheaperBy(order, item, context);
    const line = order.lines.find(({ id }) => id === item.lineId);
    if (!line || amount <= 0) return [];
    const label = (locale: 'zh' | 'en') => `${localize(line.title, locale)} × ${item.quantity}`;
    return [{ label: { zh: label('zh'), en: label('en') }, amount: money(amount, currency) }];
  });
  const counted = parts.reduce((total, part) => total + part.amount.amount, 0);
  const amount = money(Math.min(counted, refundable(order, context).amount), currency);
  const rest = money(amount.amount - counted, currency);
  const capped = {
    label: { zh: '以实际支付且未退的金额为限', en: 'Limited to what was paid and not yet refunded' },
    amount: rest,
  };
  const method = refundMethod(order, amount);
  return {
    amount,
    parts: rest.amount === 0 ? parts : [...parts, capped],
    method,
    withinDays: arrivalDays(policy, method).to,
  };
}

/** Minor units for the pieces of the item; over all requests never more than for the pieces that the customer still has. */
function cheaperBy(order: Order, item: ProtectedItem, { returns }: PolicyContext): number {
  const line = order.lines.find(({ id }) => id === item.lineId);
  const today = item.product?.variants.find(({ id }) => id === line?.variantId)?.price.amount;
  if (!line || today === undefined || item.product?.active === false) return 0;
  if (!Number.isSafeInteger(item.quantity) || item.quantity < 1) return 0;
  const paid = line.unitPrice.amount * line.quantity - discountOf(order, line).amount;
  const cheaper = (pieces: number) => Math.floor((paid * pieces) / line.quantity) - today * pieces;
  const left = cheaper(line.quantity - takenBack(line, returns)) - protectedBack(order, line, returns);
  return Math.min(cheaper(item.quantity), left);
}

/** Whether the price may be protected without a person. */
export function mayProtectPrice(
  order: Order,
  items: readonly ProtectedItem[],
  policy: Policy,
  context: PolicyContext,
): Verdict {
  const { amount } = protectionQuote(order, items, policy, context);
  const verdict = decideGoods(order, { rule: 'price-protection', items, amount }, policy, context);
  if (!verdict.allowed) return verdict;
  return (
    wrongGoods(order, items, 'price-protection', context) ?? paymentUnknown(order) ?? notCheaper(amount) ?? verdict
  );
}

function notCheaper({ amount }: Money): Verdict | null {
  if (amount > 0) return null;
  return refuse('price-protection.not-cheaper', {
    zh: '现在的价格没有比您买的时候低，没有差价可退。',
    en: 'Today’s price is not below what you paid, so there is no difference to refund.',
  });
}
