import type { TrackingView } from '../../../../core/fact.ts';
import { factsOf, lastFact } from '../../../../core/fact.ts';
import { localize } from '../../../../core/locale.ts';
import type { Order, Parcel } from '../../../../core/order.ts';
import { readTrackingNumbers } from '../../../../language/quantities/codes.ts';
import { dayWords, timeWords } from '../../../present/time.ts';
import { orderStatusWord } from '../../../present/words.ts';
import { meansNumber, orderNumbersIn } from '../read/codes.ts';
import type { Reading } from '../reading.ts';
import { isGuest, part } from '../reading.ts';
import { askWhich } from '../resolve/ask-which.ts';
import { findOrder, ownOrders } from '../resolve/order.ts';
import type { Part, Script } from '../script.ts';
import { gate } from '../script.ts';
import { joined, outcomeOf } from './outcome.ts';
import { trackReturns } from './returns.ts';

const UNDER_WAY = ['processing', 'paid', 'partially-shipped', 'shipped'];

export function isOnTheRoad(order: Order): boolean {
  return order.status === 'shipped' || order.status === 'partially-shipped';
}

export function hasFailed(order: Order): boolean {
  return order.status !== 'delivered' && order.parcels.some(({ status }) => status === 'exception');
}

function isUnderWay(order: Order): boolean {
  return UNDER_WAY.includes(order.status);
}

export function* trackOrder(reading: Reading, prefers = isOnTheRoad): Script<Part> {
  if (yield* namesRequest(reading)) return yield* trackReturns(reading);
  const byParcel = yield* orderOfParcel(reading);
  const order =
    byParcel ??
    (yield* findOrder(reading, {
      command: 'track_order',
      slots: reading.flow?.command === 'track_order' ? reading.flow.slots : {},
      fits: isUnderWay,
      prefers,
      which: 'which-order.track',
      none: 'no-order.track',
      newest: !(yield* ownOrders(reading)).some(isUnderWay),
    }));
  return yield* standingOf(reading, order);
}

/** 「R2611191205 到哪一步了」: what reads like an order's number is that of a return. */
function* namesRequest(reading: Reading): Script<boolean> {
  const [said] = orderNumbersIn(reading.text);
  if (!said || isGuest(reading)) return false;
  if ((yield* ownOrders(reading)).some(({ number }) => meansNumber(said, number))) return false;
  const returns = factsOf((yield* gate('list_returns', {})).facts, 'returns').flatMap(({ value }) => value.returns);
  return returns.some(({ request }) => meansNumber(said, request.id));
}

/** How an order and its parcels stand. */
export function* standingOf(reading: Reading, order: Order): Script<Part> {
  const result = yield* gate('track_order', { orderNumber: order.number });
  const tracking = lastFact(result.facts, 'tracking');
  if (!tracking) return outcomeOf(reading, result, null);
  const waits = !['delivered', 'completed', 'cancelled'].includes(tracking.value.status);
  const sorry = waits && IMPATIENT.test(reading.text) ? reading.say('track.sorry') : '';
  return part(joined(reading, [sorry, trackingText(reading, tracking.value)]), {
    showing: [tracking.id],
    state: {
      flow: { command: 'track_order', slots: { orderNumber: order.number }, asking: null },
      shownOrders: [order.number],
    },
  });
}

/** 「怎么还没到啊！！！都几天了」 */
const IMPATIENT =
  /[!！]{2,}|都[几好多].{0,2}[天周]|怎么还[没不]|还要(?:等)?多久|这么慢|太慢|等了.{0,4}[天周]|急死|\b(?:still (?:not|hasn'?t|waiting)|so slow|taking (?:so|too) long|ridiculous|what'?s taking)\b/i;

/** A tracking number, as in a text message from the carrier, names its order. */
function* orderOfParcel(reading: Reading): Script<Order | null> {
  const numbers = readTrackingNumbers(reading.text).map(({ value }) => value);
  if (numbers.length === 0) return null;
  const orders = yield* ownOrders(reading);
  const bare = (number: string) => number.replace(/[\s-]/g, '').toUpperCase();
  const found = orders.find(({ parcels }) =>
    parcels.some(({ trackingNumber }) => numbers.includes(bare(trackingNumber))),
  );
  if (found || orders.length === 0) return found ?? null;
  const flow = { command: 'track_order' as const, slots: {}, asking: 'order' };
  const sent = orders.filter(({ parcels }) => parcels.length > 0);
  return yield* askWhich(reading, flow, sent.length > 0 ? sent : orders, reading.say('sms.unknown'));
}

function trackingText(reading: Reading, tracking: TrackingView): string {
  const { locale, say } = reading;
  const number = tracking.orderNumber;
  const parcels = tracking.parcels;
  if (parcels.length === 0) {
    const status = orderStatusWord(tracking.status, locale);
    if (tracking.status === 'paid' || tracking.status === 'processing')
      return say('track.not-sent', { number, status });
    return say('track.status-only', { number, status });
  }
  const [parcel] = parcels;
  if (parcel && parcels.length === 1)
    return joined(reading, [
      say('track.one', { number, where: whereabouts(reading, parcel) }),
      ...arrival(reading, parcel),
    ]);
  const lines = parcels.map((each, index) =>
    say('track.parcel', {
      place: index + 1,
      carrier: localize(each.carrier, locale),
      where: whereabouts(reading, each),
    }),
  );
  return [say('track.several', { number, count: parcels.length }), ...lines].join('\n');
}

function whereabouts(reading: Reading, parcel: Parcel): string {
  const { locale, say, view } = reading;
  const last = parcel.events.at(-1);
  if (!last) return say(`parcel.${parcel.status}`);
  const at = timeWords(last.at, view.shop.timeZone, locale, view.now);
  return say('track.event', {
    state: say(`parcel.${parcel.status}`),
    at,
    text: localize(last.text, locale).replace(/[。.]$/, ''),
  });
}

function arrival(reading: Reading, parcel: Parcel): string[] {
  if (!parcel.expectedAt || parcel.status === 'delivered') return [];
  const { locale, view } = reading;
  return [reading.say('track.expected', { date: dayWords(parcel.expectedAt, view.shop.timeZone, locale, view.now) })];
}
