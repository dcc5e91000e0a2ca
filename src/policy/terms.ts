import type { Order } from '../core/order.ts';
import { type GoodsWish, rowsOf } from './give-back.ts';
import type { Policy, PolicyContext } from './policy.ts';
import { orderSituation } from './situation.ts';
import { type Payer, rowFor } from './table/table.ts';

/** What the rows that allow a wish say besides. */
export interface GoodsTerms {
  /** Who pays for sending the goods back; null where the rules do not say. */
  wayBack: Payer | null;
  /** Days from the receipt of the goods within which the shop pays; null where the rules do not say. */
  refundWithin: number | null;
}

/** For several lines: the customer pays the way back unless the shop pays it for all; the longest time holds. */
export function goodsTerms(order: Order, wish: GoodsWish, policy: Policy, context: PolicyContext): GoodsTerms {
  const rows = rowsOf(order, wish, policy, context);
  const payers = rows.map((row) => row.wayBack).filter((payer) => payer !== undefined);
  const days = rows.map((row) => row.refundWithin).filter((within) => within !== undefined);
  return {
    wayBack: payers.length === 0 ? null : payers.every((payer) => payer === 'shop') ? 'shop' : 'customer',
    refundWithin: days.length === 0 ? null : Math.max(...days),
  };
}

const CHANGES = ['items', 'address', 'payment', 'cancel'] as const;
export type OrderChange = (typeof CHANGES)[number];

/** What may still be done to an order now and not any more once its items were changed: to be said before they are. */
export function closedByItemChange(order: Order, policy: Policy, context: PolicyContext): OrderChange[] {
  const allows = (rule: OrderChange, as: Order) =>
    rowFor(policy.rules[rule], orderSituation(as, context, order.total)).outcome === 'allow';
  const changed = { ...order, itemsChangedAt: context.now };
  return CHANGES.filter((rule) => allows(rule, order) && !allows(rule, changed));
}
