import type { Choice } from '../../../../core/reply.ts';
import type { Reading } from '../reading.ts';
import { choice, part, personChoice } from '../reading.ts';
import type { Part } from '../script.ts';
import { starters } from './small-talk.ts';

/** After this many in a row a person is offered. */
export const MISSES = 2;

/** Buttons for the readings that a message might have had. */
type ReadingKey =
  | 'choice.track'
  | 'choice.orders'
  | 'choice.find'
  | 'choice.return'
  | 'choice.exchange'
  | 'choice.cancel'
  | 'choice.address'
  | 'choice.items'
  | 'choice.payment'
  | 'choice.invoice'
  | 'choice.price'
  | 'choice.expedite'
  | 'choice.returns'
  | 'choice.withdraw'
  | 'choice.refund-only'
  | 'choice.address-book'
  | 'choice.note';

const READINGS: Readonly<Record<string, ReadingKey>> = {
  track_order: 'choice.track',
  order_sms: 'choice.track',
  list_orders: 'choice.orders',
  order_detail: 'choice.orders',
  find_product: 'choice.find',
  recommend_gift: 'choice.find',
  return_items: 'choice.return',
  ask_return_policy: 'choice.return',
  exchange_items: 'choice.exchange',
  cancel_order: 'choice.cancel',
  change_order_address: 'choice.address',
  change_order_items: 'choice.items',
  change_order_payment: 'choice.payment',
  request_invoice: 'choice.invoice',
  ask_invoice: 'choice.invoice',
  price_protection: 'choice.price',
  expedite_order: 'choice.expedite',
  track_return: 'choice.returns',
  refund_status: 'choice.returns',
  undo_return: 'choice.withdraw',
  refund_without_return: 'choice.refund-only',
  change_customer_address: 'choice.address-book',
  leave_message: 'choice.note',
};

/** It asks back with the two likeliest readings; it does not guess. */
export function unclear(reading: Reading): Part {
  const misses = reading.view.state.misses + 1;
  if (misses >= MISSES) {
    const flow = { command: 'hand_off' as const, slots: { reason: 'not-understood' }, asking: 'offer' };
    return part(reading.say('unclear.again'), { choices: [personChoice(reading)], state: { misses, flow } });
  }
  return part(reading.say('unclear.first'), { choices: likeliest(reading), state: { misses } });
}

function likeliest(reading: Reading): Choice[] {
  const keys = reading.view.understanding.intents.flatMap(({ name }) => READINGS[name] ?? []);
  const two = [...new Set(keys)].slice(0, 2);
  const choices = two.length > 0 ? two.map((key) => choice(reading.say(key))) : starters(reading);
  return [...choices, personChoice(reading)];
}
