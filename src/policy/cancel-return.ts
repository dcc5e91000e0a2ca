import type { Order, ReturnRequest } from '../core/order.ts';
import type { Verdict } from '../core/verdict.ts';
import { decide } from './decide.ts';
import type { Policy, PolicyContext } from './policy.ts';

/** Whether a request for a return, an exchange or a refund may be withdrawn without a person. */
export function mayCancelReturn(
  _order: Order,
  request: ReturnRequest,
  policy: Policy,
  _context: PolicyContext,
): Verdict {
  const situation = { 'return-status': request.status, 'return-kind': request.kind };
  const wish = { zh: '撤销', en: 'A withdrawal' };
  return decide('cancel-return', policy.rules['cancel-return'], situation, { window: null, days: null, wish });
}
