import type { Order } from '../core/order.ts';
import { type GoodsWish, rowsOf } from './give-back.ts';
import type { ReasonKind } from './inputs.ts';
import type { GiveBackItem } from './item.ts';
import type { Policy, PolicyContext } from './policy.ts';
import { reasonOf } from './situation.ts';

/** What a decision rests on that nobody but the customer has said. */
export interface Claims {
  /** With nothing wrong another row would have decided. */
  reasons: ReasonKind[];
  /** Had it been opened, another row would have decided. */
  unopened: boolean;
  /** Had it been used, another row would have decided. */
  unused: boolean;
}

export function claimsOf(order: Order, wish: GoodsWish, policy: Policy, context: PolicyContext): Claims {
  const rows = rowsOf(order, wish, policy, context);
  const decidesOtherwise = (item: GiveBackItem, change: Partial<GiveBackItem>) => {
    const changed = wish.items.map((each) => (each === item ? { ...each, ...change } : each));
    const others = rowsOf(order, { ...wish, items: changed }, policy, context);
    return others.some(({ number }, index) => number !== rows[index]?.number);
  };
  const reasons = wish.items.flatMap((item) =>
    decidesOtherwise(item, { reason: 'no-reason' }) ? [reasonOf(item, context)] : [],
  );
  return {
    reasons: [...new Set(reasons)],
    unopened: wish.items.some((item) => !item.opened && decidesOtherwise(item, { opened: true })),
    unused: wish.items.some((item) => !item.used && decidesOtherwise(item, { used: true })),
  };
}
