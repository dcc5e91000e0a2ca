import type { Money } from '../core/money.ts';
import type { Order } from '../core/order.ts';
import type { Verdict } from '../core/verdict.ts';
import { refuse } from '../core/verdict.ts';
import { decide } from './decide.ts';
import { paymentUnknown } from './paid.ts';
import type { Policy, PolicyContext } from './policy.ts';
import { refundable } from './refund.ts';
import { orderSituation } from './situation.ts';
import { usualReturnDays } from './window.ts';

export interface CancelWish {
  /** In the customer's words, or the id of one of the shop's reasons. */
  reason: string;
}

/** Whether a whole order may be cancelled without a person. */
export function mayCancel(order: Order, wish: CancelWish, policy: Policy, context: PolicyContext): Verdict {
  const amount: Money = refundable(order, context);
  const verdict = decide('cancel', policy.rules.cancel, orderSituation(order, context, amount), {
    status: order.status,
    wish: { zh: '取消', en: 'A cancellation' },
    window: null,
    days: usualReturnDays(policy),
  });
  if (!verdict.allowed) return verdict;
  return unknownReason(wish, policy) ?? paymentUnknown(order) ?? verdict;
}

/** The reason as the shop keeps it: one of its own by id or by words, or what the customer said. Null when the shop has a closed list without it. */
export function cancelReasonOf(policy: Policy, said: string): string | null {
  if (!policy.cancelReasons) return said;
  const plain = (text: string) => text.trim().toLowerCase();
  const known = policy.cancelReasons.find(({ id, zh, en }) => [id, zh, en].some((each) => plain(each) === plain(said)));
  return known?.id ?? null;
}

function unknownReason({ reason }: CancelWish, policy: Policy): Verdict | null {
  if (!policy.cancelReasons || cancelReasonOf(policy, reason) !== null) return null;
  return refuse('cancel.reason', {
    zh: `取消要先说明原因：${policy.cancelReasons.map(({ zh }) => zh).join('、')}。`,
    en: `To cancel I need one of these reasons: ${policy.cancelReasons.map(({ en }) => en).join(', ')}.`,
  });
}
