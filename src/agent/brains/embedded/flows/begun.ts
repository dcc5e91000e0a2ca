import type { Json } from '../../../../core/json.ts';
import type { Order } from '../../../../core/order.ts';
import type { Flow } from '../../../brain.ts';
import { ASKS } from '../answers.ts';
import { cueOf } from '../cues.ts';
import { intentOf } from '../errands.ts';
import { clausesOf } from '../read/clauses.ts';
import { orderNumbersIn } from '../read/codes.ts';
import type { ErrandSaid } from '../read/errands-apart.ts';
import { mentioned } from '../read/mention.ts';
import { ordinalsIn } from '../read/ordinal.ts';
import type { Reading } from '../reading.ts';
import { isGuest } from '../reading.ts';
import { findOrder, type OrderWish, ordersNow, ownOrders, severalSaid } from '../resolve/order.ts';
import { pointedApart } from '../resolve/pointed.ts';
import type { Part, Script } from '../script.ts';

/** A flow whose order is found: `one-by-one` is said when the message named several. */
export interface Begun {
  order: Order;
  flow: Flow;
  opening: string;
}

/** The words by which the goods of all these orders were named. */
export const NAMED = 'named';
/** Orders of the same wish that wait until this one is done. */
const LATER = 'later';
/** Other wishes of the same message, each of another order, that wait likewise. */
export const WAITING = 'waiting';

/** Finds the order; of several that one message names one is taken, and the others come after it: those first that only leave something to be said. */
export function* beginWith(reading: Reading, wish: OrderWish): Script<Begun> {
  const before = namedApart(reading, yield* ownOrders(reading), wish);
  const first = inTurn(before, wish)[0];
  const isFirst = first !== undefined && before.length > 1 && !isUnderWay(reading);
  const order = (yield* itsTurn(reading)) ?? (isFirst ? first : yield* findOrder(reading, wish));
  // Whose orders they are may have been found out on the way.
  const named = before.length === 0 && isGuest(reading) ? namedApart(reading, yield* ordersNow(reading), wish) : before;
  const several = inTurn(named, wish).map(({ number }) => number);
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

function inTurn(named: readonly Order[], { fits }: OrderWish): Order[] {
  return [...named.filter((order) => !fits(order)), ...named.filter(fits)];
}

/** The order that was named before, where nothing else has been said since. */
function* itsTurn(reading: Reading): Script<Order | null> {
  const { flow, text } = reading;
  if (text !== '' || flow?.asking !== null) return null;
  return (yield* ownOrders(reading)).find(({ number }) => number === flow.slots.orderNumber) ?? null;
}

/** Its order was found before, and something else is being asked. */
function isUnderWay({ flow }: Reading): boolean {
  return typeof flow?.slots.orderNumber === 'string' && ![null, 'order', 'verify', 'contact'].includes(flow.asking);
}

/** 「毛衣留着」 is said of goods that stay. */
const STAYS = /留着|留下|[不别]用?[退换取改动]|\b(?:keep|not|don'?t|except)\b/i;

/** The orders that the message names together, also those of which it will have to be said that nothing can be done. */
function namedApart(reading: Reading, orders: readonly Order[], { fits, command }: OrderWish): Order[] {
  const said = severalSaid(reading, orders, fits);
  if (orderNumbersIn(reading.text).length > 0 || ordinalsIn(reading.text).length > 1) return said;
  const isOfWish = (clause: string) =>
    !ASKS.test(clause) && !STAYS.test(clause) && [null, intentOf(command)].includes(cueOf(clause));
  const pointed = pointedApart(reading.text, orders.filter(fits));
  // 「两单都取消」 names no goods.
  if (said.some((order) => !pointed.includes(order))) return said;
  const goods = clausesOf(reading.text)
    .filter(isOfWish)
    .flatMap((clause) => {
      const found = mentioned(orders, titlesOf, clause);
      const able = found.filter(fits);
      const [only, ...others] = able.length > 0 ? able : found;
      return only && others.length === 0 ? [only] : [];
    });
  const all = [...new Set(goods)];
  return all.length > 1 && all.some(fits) && !all.every(fits) ? all : said;
}

const titlesOf = ({ lines }: Order) => lines.map(({ title }) => title);

/** Nothing came of this order: with the others that were named it goes on. */
export function ended(flow: Flow, told: Part): Part {
  const [number, ...later] = laterOf(flow);
  return number === undefined ? told : { ...told, next: forNext(flow, number, later) };
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
  const { reason, reasonKind, opened, what, about, [NAMED]: named = about, address, [WAITING]: waiting } = flow.slots;
  return {
    command: flow.command,
    slots: {
      orderNumber,
      ...(reason !== undefined && { reason }),
      ...(reasonKind !== undefined && { reasonKind }),
      ...(opened !== undefined && { opened }),
      ...(what !== undefined && { what }),
      ...(named !== undefined && { [NAMED]: named }),
      ...(address !== undefined && { address }),
      ...(later.length > 0 && { [LATER]: [...later] }),
      ...(waiting !== undefined && { [WAITING]: waiting }),
    },
    asking: null,
  };
}
