import type { Order } from '../../../../core/order.ts';
import type { Flow } from '../../../brain.ts';
import { choice, keptSlots, personChoice, question, type Reading } from '../reading.ts';
import { aboutSoFar } from '../resolve/about.ts';
import { findOrder } from '../resolve/order.ts';
import type { Part, Script } from '../script.ts';
import { isDelivered } from './give-back.ts';
import { standingOf } from './track.ts';

const SENT: readonly Order['status'][] = ['partially-shipped', 'shipped', 'delivered', 'completed'];

/** Something was not in the parcel: perhaps it comes in another one; else money back for it, or a person. */
export function* missingItem(reading: Reading, open?: Flow): Script<Part> {
  const about = aboutSoFar(reading);
  const own = reading.text.replace(/\s+/g, ' ').slice(0, 200);
  const reason = open?.slots.reason ?? `${reading.say('reason.missing')}: ${own}`;
  const slots = { ...keptSlots(reading), about, reason, reasonKind: 'missing' };
  const order = yield* findOrder(reading, {
    command: 'refund_without_return',
    slots,
    fits: ({ status }) => SENT.includes(status),
    prefers: isDelivered,
    which: 'which-order.missing',
    none: 'no-order.missing',
  });
  const flow: Flow = {
    command: 'refund_without_return',
    slots: { ...slots, orderNumber: order.number },
    asking: 'remedy',
  };
  const asked = question(flow, reading.say('ask-remedy-missing'), [
    choice(reading.say('choice.refund')),
    personChoice(reading),
  ]);
  if (!isSplit(order)) return asked;
  const standing = yield* standingOf(reading, order);
  const text = [reading.say('missing.parcels'), standing.text, reading.say('missing.wait')].join('\n');
  return { ...standing, text, choices: [personChoice(reading)] };
}

/** Several parcels, not all of which have arrived. */
function isSplit({ status, parcels }: Order): boolean {
  return status === 'partially-shipped' || (parcels.length > 1 && parcels.some((each) => each.status !== 'delivered'));
}
