import type { Order } from '../../../../core/order.ts';
import { keptSlots, type Reading, told } from '../reading.ts';
import type { Part, Script } from '../script.ts';
import { together } from '../together.ts';
import { beginWith } from './begun.ts';
import { propose } from './outcome.ts';
import { standingOf } from './track.ts';

const WAITING: readonly Order['status'][] = ['paid', 'processing', 'partially-shipped', 'shipped'];

/** 「催派送」 of what is on its way, 「催发货」 of what is not. */
const OF_DELIVERY = /派送|配送|送货|快递|物流|送到|送来|\b(?:deliver\w*|courier|driver|carrier|arriv\w*)\b/i;
const OF_DISPATCH = /发货|发出|寄出|出库|[没不]发(?!票)|\b(?:dispatch|ship|send|sent|post)\w*\b/i;

/** 「怎么还不发货」「催一下」: how the order stands, and a card that asks the shop to hurry. */
export function* expedite(reading: Reading): Script<Part> {
  const said = saidOf(reading);
  const { order, flow, opening } = yield* beginWith(reading, {
    command: 'expedite',
    slots: { ...keptSlots(reading), ...(said && { what: said }) },
    fits: ({ status }) => WAITING.includes(status),
    prefers: prefersStatus(reading),
    which: 'which-order.expedite',
    none: 'no-order.expedite',
  });
  const what = whatOf(reading, order);
  flow.slots.what = what;
  const standing = yield* standingOf(reading, order);
  const proposed = yield* propose(reading, flow, { orderNumber: order.number, what }, opening);
  return together([standing, proposed]);
}

function prefersStatus({ text }: Reading): (order: Order) => boolean {
  if (OF_DISPATCH.test(text)) return ({ status }) => status === 'paid' || status === 'processing';
  if (OF_DELIVERY.test(text)) return ({ status }) => status === 'shipped' || status === 'partially-shipped';
  return () => true;
}

type What = 'dispatch' | 'delivery';

/** What is to be hurried, as far as the words say so. */
function saidOf({ text }: Reading): What | null {
  if (OF_DISPATCH.test(text)) return 'dispatch';
  return OF_DELIVERY.test(text) ? 'delivery' : null;
}

function whatOf(reading: Reading, { status }: Order): What {
  if (status === 'paid' || status === 'processing') return 'dispatch';
  if (status !== 'partially-shipped') return 'delivery';
  return saidOf(reading) ?? (told(reading, 'what') === 'dispatch' ? 'dispatch' : 'delivery');
}
