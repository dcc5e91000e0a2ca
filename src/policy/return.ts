import type { Order } from '../core/order.ts';
import type { Verdict } from '../core/verdict.ts';
import { allow } from '../core/verdict.ts';
import type { GiveBackItem } from './give-back.ts';
import { insideWindow, outsideWindow, RETURN, wrongGoods } from './give-back.ts';
import { paymentUnknown } from './paid.ts';
import type { Policy, PolicyContext } from './policy.ts';

/** Whether these goods may come back for money without a person. */
export function mayReturn(
  order: Order,
  items: readonly GiveBackItem[],
  policy: Policy,
  context: PolicyContext,
): Verdict {
  return (
    outsideWindow(order, RETURN, policy, context) ??
    wrongGoods(order, items, RETURN, context) ??
    paymentUnknown(order) ??
    allow(insideWindow(order, RETURN, policy, context))
  );
}
