import type { Instant } from '../../../core/instant.ts';
import { DAY, HOUR, plus } from '../../../core/instant.ts';
import type { Money } from '../../../core/money.ts';
import { money, subtract, times } from '../../../core/money.ts';
import type { Order, OrderLine, ReturnRequest } from '../../../core/order.ts';
import { DEMO_SHOP_INFO, shopDate, shopDays, shopTime } from '../shop-info.ts';
import { RETURN_WINDOW_DAYS } from './find-journey.ts';
import type { Journey } from './journey.ts';
import { addDays } from './journey.ts';
import type { OrderPlan, ReturnPlan } from './order-plan.ts';

/** Requests come in at ten in the morning of their day. */
const REQUEST_MINUTE = 10 * 60 + 20;

function requestedAt(plan: ReturnPlan, now: Instant): Instant {
  const morning = shopTime(addDays(shopDate(now), -plan.daysAgo), REQUEST_MINUTE);
  return morning < now ? morning : plus(now, -HOUR);
}

/** Whether goods of this journey could have been sent back when the plan says they were. */
export function couldReturn(plan: ReturnPlan): (journey: Journey, now: Instant) => boolean {
  return ({ deliveredAt }, now) => {
    const at = requestedAt(plan, now);
    return deliveredAt < at && shopDays(deliveredAt, at) <= RETURN_WINDOW_DAYS;
  };
}

function paidFor(line: OrderLine): Money {
  return subtract(times(line.unitPrice, line.quantity), line.discount);
}

function refundOf(plan: ReturnPlan, line: OrderLine): Money | null {
  if (plan.status === 'refused') return null;
  return plan.kind === 'exchange' ? money(0, DEMO_SHOP_INFO.currency) : paidFor(line);
}

/** Puts the planned return on the order's first line: the request, the pieces given back, and the money once it was paid out. */
export function applyReturn(order: Order, { returned: plan }: OrderPlan, now: Instant): [Order, ReturnRequest | null] {
  const line = order.lines[0];
  if (!plan || !line) return [order, null];
  const createdAt = requestedAt(plan, now);
  const refund = refundOf(plan, line);
  const request: ReturnRequest = {
    id: `R${order.number.replace(/\D/g, '').slice(2)}`,
    orderId: order.id,
    kind: plan.kind,
    status: plan.status,
    lines: [
      {
        orderLineId: line.id,
        quantity: line.quantity,
        ...(plan.exchangeVariantId && { exchangeVariantId: plan.exchangeVariantId }),
      },
    ],
    reason: plan.reason,
    refund,
    createdAt,
  };
  const counted = plan.status !== 'refused' && plan.status !== 'cancelled';
  const { method, paymentMethodId } = order.payments[0] ?? { method: 'alipay' };
  const paidOut = plan.status === 'completed' && refund && refund.amount > 0;
  return [
    {
      ...order,
      lines: counted ? [{ ...line, returnedQuantity: line.quantity }, ...order.lines.slice(1)] : order.lines,
      payments: paidOut
        ? [
            ...order.payments,
            {
              id: `${order.id}-refund`,
              method,
              ...(paymentMethodId !== undefined && { paymentMethodId }),
              kind: 'refund',
              amount: refund,
              at: plus(createdAt, 5 * DAY),
            },
          ]
        : order.payments,
      version: order.version + 1,
    },
    request,
  ];
}
