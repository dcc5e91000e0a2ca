import type { Json } from '../../../../core/json.ts';
import type { Order } from '../../../../core/order.ts';
import type { Flow } from '../../../brain.ts';
import type { ErrandSaid } from '../read/errands-apart.ts';
import type { Reading } from '../reading.ts';
import { findOrder, type OrderWish, ownOrders, severalSaid } from '../resolve/order.ts';
import type { Script } from '../script.ts';

/** A flow whose order is found: `one-by-one` is said when the message named several. */
export interface Begun {
  order: Order;
  flow: Flow;
  opening: string;
}

/** Orders of the same wish that wait until this one is done. */
const LATER = 'later';
/** Other wishes of the same message, each of another order, that wait likewise. */
export const WAITING = 'waiting';

/** Finds the order; of several that one message names the first is taken, and the others come after it. */
export function* beginWith(reading: Reading, wish: OrderWish): Script<Begun> {
  const order = yield* findOrder(reading, wish);
  const several = severalSaid(reading, yield* ownOrders(reading), wish.fits).map(({ number }) => number);
  const isNew = several.length > 1 && several.includes(order.number);
  const later = isNew ? several.filter((number) => number !== order.number) : laterOf(reading.flow);
  const waiting = reading.flow?.slots[WAITING];
  const flow: Flow = {
    command: wish.command,
    slots: {
      ...wish.slots,
      orderNumber: order.number,
      ...(later.length > 0 && { [LATER]: later }),
      ...(waiting !== undefined && { [WAITING]: waiting }),
    },
    asking: null,
  };
  return { order, flow, opening: isNew ? reading.say('orders.one-by-one', { number: order.number }) : '' };
}

/** The orders that are still to come, first to last. */
export function laterOf(flow: Flow | null): string[] {
  const later: Json | undefined = flow?.slots[LATER];
  return Array.isArray(later) ? later.filter((number) => typeof number === 'string') : [];
}

/** The other wishes that are still to come. */
export function errandsOf(flow: Flow | null): ErrandSaid[] {
  const waiting: Json | undefined = flow?.slots[WAITING];
  if (!Array.isArray(waiting)) return [];
  return waiting.flatMap((each) => {
    if (typeof each !== 'object' || each === null || Array.isArray(each)) return [];
    const { intent, text } = each;
    return typeof intent === 'string' && typeof text === 'string' ? [{ intent, text }] : [];
  });
}

/** What goes over to the next order: the wish and its reason, and nothing of this one's goods. */
export function forNext(flow: Flow, orderNumber: string, later: readonly string[]): Flow {
  const { reason, reasonKind, opened, what, address, [WAITING]: waiting } = flow.slots;
  return {
    command: flow.command,
    slots: {
      orderNumber,
      ...(reason !== undefined && { reason }),
      ...(reasonKind !== undefined && { reasonKind }),
      ...(opened !== undefined && { opened }),
      ...(what !== undefined && { what }),
      ...(address !== undefined && { address }),
      ...(later.length > 0 && { [LATER]: [...later] }),
      ...(waiting !== undefined && { [WAITING]: waiting }),
    },
    asking: null,
  };
}
