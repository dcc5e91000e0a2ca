import { orderStatusWord } from '../../../present/words.ts';
import { isGuest, part, personChoice, type Reading } from '../reading.ts';
import { findOrder, ownOrders } from '../resolve/order.ts';
import type { Part, Script } from '../script.ts';

/** 「取消错了，能恢复吗」: nothing brings a cancelled order back; whether it was cancelled at all can be looked up. */
export function* restoreOrder(reading: Reading): Script<Part> {
  const offer = { command: 'hand_off' as const, slots: {}, asking: 'offer' };
  const choices = [personChoice(reading)];
  const orders = yield* ownOrders(reading);
  if (!isGuest(reading) && !orders.some(({ status }) => status === 'cancelled') && orders.length !== 1)
    return part(reading.say('restore.none'), { choices, state: { flow: offer } });
  const order = yield* findOrder(reading, {
    command: 'get_order',
    slots: {},
    fits: ({ status }) => status === 'cancelled',
    which: 'which-order.restore',
    none: 'no-order.at-all',
  });
  const words = { number: order.number, status: orderStatusWord(order.status, reading.locale) };
  if (order.status !== 'cancelled') return part(reading.say('restore.standing', words), { state: { flow: null } });
  return part(reading.say('restore.cancelled', words), { choices, state: { flow: offer } });
}
