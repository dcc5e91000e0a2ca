import { money } from '../core/money.ts';
import type { Order } from '../core/order.ts';
import { rowsOf } from './give-back.ts';
import { type GoodsRule, REASON_KINDS } from './inputs.ts';
import type { Policy, PolicyContext } from './policy.ts';

/** Nothing of the order can be given back any more without a person, for whatever reason: what, how many and why need not be asked. */
export function isClosed(order: Order, rule: GoodsRule, policy: Policy, context: PolicyContext): boolean {
  const amount = money(0, order.total.currency);
  return order.lines.every((line) =>
    REASON_KINDS.every((reason) => {
      const items = [{ lineId: line.id, quantity: line.quantity, reason }];
      return rowsOf(order, { rule, items, amount }, policy, context).every(({ outcome }) => outcome !== 'allow');
    }),
  );
}
