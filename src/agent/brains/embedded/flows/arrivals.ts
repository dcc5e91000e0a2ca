import { factsOf } from '../../../../core/fact.ts';
import { dateIn, type Instant } from '../../../../core/instant.ts';
import { localize } from '../../../../core/locale.ts';
import type { Order } from '../../../../core/order.ts';
import { dayWords } from '../../../present/time.ts';
import { clausesOf } from '../read/clauses.ts';
import { orderNumbersIn } from '../read/codes.ts';
import { mentioned } from '../read/mention.ts';
import { isGuest, part, type Reading } from '../reading.ts';
import { ownOrders } from '../resolve/order.ts';
import { pointedAt } from '../resolve/pointed.ts';
import { call, gateAll, type Part, type Script } from '../script.ts';
import { isOnTheRoad, trackOrder } from './track.ts';

/** Orders compared at once. */
const MAX_COMPARED = 5;

/** An order, or a parcel of one, that is waited for. */
interface Awaited {
  what: string;
  isThere: boolean;
  sent: 'all' | 'partly' | 'not';
  parcels: number;
  /** When the last of it is expected; null where no carrier has named a day. */
  expectedAt: Instant | null;
}

/** 「A 和 B 哪个先到」: when each is expected, and which comes first as far as the carriers have named a day. */
export function* compareArrivals(reading: Reading): Script<Part> {
  const orders = isGuest(reading) ? [] : yield* ownOrders(reading);
  const meant = ordersMeant(reading, orders).slice(0, MAX_COMPARED);
  const [only] = meant;
  if (!only || (meant.length === 1 && only.parcels.length < 2)) return yield* trackOrder(reading);
  const results = yield* gateAll(meant.map(({ number }) => call('estimate_delivery', { orderNumber: number })));
  const facts = results.flatMap((result) => factsOf(result.facts, 'delivery-estimate'));
  const awaited = meant.length === 1 ? parcelsOf(reading, only) : meant.map((order) => wholeOrder(reading, order));
  const lines = awaited.map((each) => lineOf(reading, each));
  const flow =
    meant.length === 1 ? { command: 'track_order' as const, slots: { orderNumber: only.number }, asking: null } : null;
  return part([...lines, verdictOn(reading, awaited)].filter(Boolean).join('\n'), {
    showing: facts.filter(({ value }) => value.parcels.length > 0).map(({ id }) => id),
    state: { flow, shownOrders: meant.map(({ number }) => number) },
  });
}

/** 「水壶还是背包先到」 "the kettle or the backpack" */
const OR = /还是|或者?|\bor\b/i;

/** Those that are named, else all that are on their way. */
function ordersMeant(reading: Reading, orders: readonly Order[]): Order[] {
  if (orderNumbersIn(reading.text).length === 0) {
    const live = orders.filter(({ status }) => status !== 'cancelled' && status !== 'completed');
    const goods = reading.text.split(OR).flatMap(clausesOf);
    const named = new Set(goods.flatMap((words) => likeliest(mentioned(live, titles, words))));
    if (named.size > 0) return live.filter((order) => named.has(order));
  }
  const pointed = pointedAt(reading, orders);
  return pointed.length > 0 ? pointed : orders.filter(isOnTheRoad);
}

const titles = ({ lines }: Order) => lines.map(({ title }) => title);

function likeliest(orders: readonly Order[]): readonly Order[] {
  const onTheRoad = orders.filter(isOnTheRoad);
  return onTheRoad.length > 0 ? onTheRoad : orders;
}

function wholeOrder(reading: Reading, order: Order): Awaited {
  const { say } = reading;
  const waiting = order.parcels.filter(({ status }) => status !== 'delivered');
  const days = waiting.map(({ expectedAt }) => expectedAt ?? null);
  const isWhole = order.status !== 'partially-shipped';
  return {
    what: say('arrivals.order', { number: order.number, titles: titlesOf(reading, order.lines) }),
    isThere: ['delivered', 'completed'].includes(order.status),
    sent: order.parcels.length === 0 ? 'not' : isWhole ? 'all' : 'partly',
    parcels: waiting.length,
    expectedAt: isWhole && !days.includes(null) ? (days.toSorted().at(-1) ?? null) : null,
  };
}

function parcelsOf(reading: Reading, { lines, parcels }: Order): Awaited[] {
  return parcels.map(({ lineIds, status, expectedAt }) => ({
    what: titlesOf(
      reading,
      lines.filter(({ id }) => lineIds.includes(id)),
    ),
    isThere: status === 'delivered',
    sent: 'all',
    parcels: 1,
    expectedAt: expectedAt ?? null,
  }));
}

function titlesOf({ locale }: Reading, lines: Order['lines']): string {
  return lines.map(({ title }) => localize(title, locale)).join(locale === 'zh' ? '、' : ', ');
}

function lineOf({ say, locale, view }: Reading, { what: named, isThere, sent, parcels, expectedAt }: Awaited): string {
  const what = `${named.slice(0, 1).toUpperCase()}${named.slice(1)}`;
  if (isThere) return say('arrivals.there', { what });
  if (sent === 'not') return say('arrivals.not-sent', { what });
  if (sent === 'partly') return say('arrivals.partly', { what });
  if (!expectedAt) return say('arrivals.no-day', { what });
  const date = dayWords(expectedAt, view.shop.timeZone, locale, view.now);
  return parcels > 1 ? say('arrivals.last', { what, count: parcels, date }) : say('arrivals.expected', { what, date });
}

function verdictOn({ say, view }: Reading, awaited: readonly Awaited[]): string {
  const waiting = awaited.filter(({ isThere }) => !isThere);
  if (waiting.length < 2) return '';
  const days = waiting.map(({ expectedAt }) => (expectedAt === null ? '' : dateIn(view.shop.timeZone, expectedAt)));
  if (days.includes('')) return say('arrivals.unsure');
  const earliest = days.toSorted()[0];
  const [first, ...others] = waiting.filter((_, index) => days[index] === earliest);
  if (!first || others.length > 0) return say(others.length + 1 === waiting.length ? 'arrivals.same' : 'arrivals.some');
  return say('arrivals.first', { what: first.what });
}
