import type { Reading } from '../reading.ts';
import type { Part, Script } from '../script.ts';
import { beginWith } from './begun.ts';
import { isOpen } from './cancel.ts';
import { isDelivered } from './give-back.ts';
import { refundAmount } from './refund-amount.ts';

/** 「退钱！！！」: money for what is asked first; what the rules give for it is then worked out, and done on a yes. */
export function* moneyBack(reading: Reading): Script<Part> {
  const { order, flow } = yield* beginWith(reading, {
    command: 'quote_refund',
    slots: {},
    fits: (each) => isOpen(each) || isDelivered(each),
    which: 'which-order.money-back',
    none: 'no-order.refund-amount',
  });
  return yield* refundAmount({ ...reading, flow: { ...flow, slots: { ...flow.slots, orderNumber: order.number } } });
}
