import type { Order } from '../../../../core/order.ts';
import type { Flow } from '../../../brain.ts';
import { reasonIn } from '../read/reason.ts';
import type { Reading } from '../reading.ts';
import { slotTexts, told } from '../reading.ts';
import { findOrder } from '../resolve/order.ts';
import type { Part, Script } from '../script.ts';
import { propose } from './outcome.ts';

const OPEN = ['awaiting-payment', 'paid', 'processing'];

export function isOpen(order: Order): boolean {
  return OPEN.includes(order.status);
}

export function* cancelOrder(reading: Reading): Script<Part> {
  const reason = told(reading, 'reason') ?? statedReason(reading);
  const slots: Flow['slots'] = reason ? { reason } : {};
  const order = yield* findOrder(reading, {
    command: 'cancel_order',
    slots,
    fits: isOpen,
    which: 'which-order.cancel',
    none: 'no-order.cancel',
  });
  const flow: Flow = { command: 'cancel_order', slots: { ...slots, orderNumber: order.number }, asking: null };
  return yield* propose(reading, flow, { orderNumber: order.number, reason: reason ?? '' });
}

/** The shop keeps a reason in the customer's words when one was given; none is demanded before shipping. */
function statedReason(reading: Reading): string | null {
  const words = slotTexts(reading, 'reason')[0];
  if (words) return words.slice(0, 200);
  return reasonIn(reading.text) ? reading.text.replace(/\s+/g, ' ').slice(0, 200) : null;
}
