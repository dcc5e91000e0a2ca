import { dateIn } from '../../core/instant.ts';
import type { Order, OrderStatus, Reminder } from '../../core/order.ts';
import type { CancelOrder, ChangeAddress, Remind, RequestInvoice } from '../../shops/shop.ts';
import { giveBack, isRefundable } from './money.ts';
import { type Change, isUnsent, NOT_POSSIBLE } from './scene.ts';

export const cancelOrder: Change<CancelOrder> = (scene, { refund, reason }) => {
  const { order, now } = scene;
  if (!isUnsent(order) || !isRefundable(scene, refund)) return NOT_POSSIBLE;
  const books = giveBack(scene, refund, now);
  if (!books) return NOT_POSSIBLE;
  return {
    ok: true,
    customer: books.customer,
    order: { ...books.order, status: 'cancelled', cancelledAt: now, cancelReason: reason },
    moves: order.lines.map(({ productId, variantId, quantity, returnedQuantity }) => ({
      productId,
      variantId,
      pieces: quantity - returnedQuantity,
    })),
  };
};

export const changeAddress: Change<ChangeAddress> = ({ order }, { address }) =>
  isUnsent(order) ? { ok: true, order: { ...order, address } } : NOT_POSSIBLE;

/** An invoice tells of money that was paid and kept. */
export const requestInvoice: Change<RequestInvoice> = ({ order, now }, { invoice }) => {
  const { kind, title, taxNumber, email } = invoice;
  const unpaid = order.status === 'awaiting-payment' || order.status === 'cancelled';
  if (unpaid || order.invoice?.status === 'issued' || title.trim() === '') return NOT_POSSIBLE;
  return {
    ok: true,
    order: { ...order, invoice: { kind, title, taxNumber, email, status: 'requested', requestedAt: now } },
  };
};

/** Whom it is for has something to hurry with. */
const OPEN_FOR: Record<Reminder['what'], readonly OrderStatus[]> = {
  dispatch: ['paid', 'processing', 'partially-shipped'],
  delivery: ['partially-shipped', 'shipped'],
};

export const remind: Change<Remind> = ({ order, now, timeZone }, { what }) => {
  const before: readonly Reminder[] = order.reminders ?? [];
  const today = dateIn(timeZone, now);
  const again = before.some((each) => each.what === what && dateIn(timeZone, each.at) === today);
  if (again || !OPEN_FOR[what]?.includes(order.status)) return NOT_POSSIBLE;
  const reminded: Order = { ...order, reminders: [...before, { what, at: now }] };
  return { ok: true, order: reminded };
};
