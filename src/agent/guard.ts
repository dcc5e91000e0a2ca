import { HOUR, plus, startOfDay } from '../core/instant.ts';
import { money } from '../core/money.ts';
import type { Order } from '../core/order.ts';
import type { Quote } from '../core/quote.ts';
import { type GateDeps, limitsNow } from './gate-context.ts';
import type { PlanGuard } from './ports.ts';
import { customerOf, type GateScope } from './scope.ts';

/** What the plan of an effect is checked against. The sums are the database's own, taken where it is planned. */
export async function guardOf(deps: GateDeps, scope: GateScope, quote: Quote, order: Order | null): Promise<PlanGuard> {
  const { currency, timeZone, idempotency } = await deps.shop.info();
  // The order's own customer, also when a guest has proven the order: else one person would have two limits.
  const customer = order ? order.customerId : await customerOf(scope, deps.grants);
  return {
    account: customer ?? `order:${order?.id ?? scope.conversationId}`,
    amount: quote.refund?.amount ?? money(0, currency),
    limits: await limitsNow(deps),
    today: startOfDay(timeZone, scope.now),
    byHand: idempotency === 'none',
    writesPerHour: deps.budget.writesPerHour,
    approval: { id: deps.random.id(), expiresAt: plus(scope.now, deps.budget.approvalHours * HOUR) },
  };
}
