import { orderStatusWord } from '../../../present/words.ts';
import { isGuest, part, personChoice, type Reading, told } from '../reading.ts';
import { findOrder, ownOrders } from '../resolve/order.ts';
import { pointedAt } from '../resolve/pointed.ts';
import type { Part, Script } from '../script.ts';

/** 「取消错了，能恢复吗」: nothing brings a cancelled order back; whether it was cancelled at all can be looked up. */
export function* restoreOrder(reading: Reading): Script<Part> {
  const offer = { command: 'hand_off' as const, slots: {}, asking: 'offer' };
  const choices = [personChoice(reading)];
  const orders = yield* ownOrders(reading);
  const standing = KEEPS.test(reading.text) ? yield* keptOrder(reading) : null;
  if (standing) return standing;
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

/** 「别取消炸锅」「算了发吧」: nothing was cancelled, and nothing is to be. */
const KEEPS = /(?:别|不要|不用|不想|不)取消|^(?:那|还是)?算了.{0,2}发|(?:照常|正常)发|n't cancel|\bnot (?:to )?cancel/i;

function* keptOrder(reading: Reading): Script<Part | null> {
  const orders = yield* ownOrders(reading);
  const pointed = pointedAt(reading, orders);
  const last = orders.filter(({ number }) => told(reading, 'orderNumber') === number);
  const [order, ...others] = pointed.length > 0 ? pointed : last;
  const spoken = order && others.length === 0 ? order : null;
  if (spoken && spoken.status !== 'cancelled') {
    const words = { number: spoken.number, status: orderStatusWord(spoken.status, reading.locale) };
    return part(reading.say('restore.kept-order', words), { state: { flow: null, shownOrders: [spoken.number] } });
  }
  const isDone = orders.some(({ status }) => status === 'cancelled');
  return isDone || isGuest(reading) || spoken ? null : part(reading.say('restore.kept'), { state: { flow: null } });
}
