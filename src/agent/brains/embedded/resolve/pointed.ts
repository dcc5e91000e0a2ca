import { dateIn } from '../../../../core/instant.ts';
import type { Order } from '../../../../core/order.ts';
import { readDates } from '../../../../language/quantities/dates/dates.ts';
import { clausesOf } from '../read/clauses.ts';
import { meansNumber, orderNumbersIn } from '../read/codes.ts';
import { mentioned } from '../read/mention.ts';
import { namesOption } from '../read/option.ts';
import { backFromNewest, ordinalsIn, pick } from '../read/ordinal.ts';
import type { Reading } from '../reading.ts';
import { told } from '../reading.ts';

const BEFORE = /上一[单个笔]|前一[单个笔]|\bprevious (?:one|order)\b|\bthe one before\b/i;
const NEWEST = /最近(?:的|那|一|买|下|拍)|刚(?:刚)?(?:买|下单|拍)的?那|最新|\bthe (?:latest|newest|most recent)\b/i;
/** The last digits of a number, said where an order is asked for. */
const TAIL = /(?<!\d)(\d{4,6})(?!\d)/;
/** 「还没发货那单」, said where an order is asked for. */
const STATES: readonly (readonly [RegExp, readonly Order['status'][]])[] = [
  [/没付款|未付款|待付款|\bunpaid\b/i, ['awaiting-payment']],
  [/没发货|未发货|待发货|\bnot (?:yet )?(?:shipped|sent)\b|\bunshipped\b/i, ['paid', 'processing']],
  [/在路上|运输中|\bon (?:its|the) way\b/i, ['shipped', 'partially-shipped']],
  [/签收|收到的|\bdelivered\b|\barrived\b/i, ['delivered', 'completed']],
];

/** 「没付款那单」, said anywhere. */
const OF_STATE =
  /(?:没|未|待)(?:付款|发货)的?(?:(?:那|这)?一?(?:单|笔|个?订单)|(?:给我|帮我)?取消)|\b(?:unpaid|unshipped) order\b/i;

/** The orders that the words point at: by number, place in the list, goods, day, state, 「上一单」. Empty when they point at none. */
export function pointedAt(reading: Reading, orders: readonly Order[]): Order[] {
  const { text } = reading;
  const listed = reading.flow?.asking === 'order';
  const numbers = orderNumbersIn(text);
  if (numbers.length > 0) return orders.filter((order) => numbers.some((number) => meansNumber(number, order.number)));
  const placed = byPlace(reading, orders, listed);
  if (placed.length > 0) return placed;

  const goods = byGoods(text, orders);
  const days = byDay(reading, orders);
  const both = goods.filter((order) => days.includes(order));
  if (both.length > 0) return both;
  if (goods.length > 0) return goods;
  if (days.length > 0) return days;

  const before = byAge(reading, orders);
  if (before.length > 0 || !(listed || OF_STATE.test(text))) return before;
  const tail = listed ? TAIL.exec(text)?.[1] : undefined;
  const byTail = tail ? orders.filter((order) => order.number.endsWith(tail)) : [];
  if (byTail.length > 0) return byTail;
  const states = STATES.find(([pattern]) => pattern.test(text))?.[1] ?? [];
  return orders.filter(({ status }) => states.includes(status));
}

const titlesOf = (order: Order) => order.lines.map((line) => line.title);

/** Orders by what is in them: of goods that are named one beside the other the order that holds them all, where there is one. */
function byGoods(text: string, orders: readonly Order[]): Order[] {
  const [first, ...others] = clausesOf(text)
    .map((clause) => mentioned(orders, titlesOf, clause))
    .filter((found) => found.length > 0);
  const common = (first ?? []).filter((order) => others.every((found) => found.includes(order)));
  return others.length > 0 && common.length > 0 ? common : mentioned(orders, titlesOf, text);
}

/** Orders that are named one beside the other by goods that no order holds together; fewer than two when it is not so. */
export function pointedApart(text: string, orders: readonly Order[]): Order[] {
  const named = clausesOf(text)
    .map((clause) => mentioned(orders, titlesOf, clause))
    .filter((found) => found.length > 0);
  const apart = [...new Set(named.flatMap((found) => (found.length === 1 ? found : [])))];
  return named.every((found) => found.length === 1) ? apart : [];
}

/** 「15 寸 16G 的那台」: of these orders those with goods of which most is named; `otherwise` where nothing is. */
export function byOptions(text: string, orders: readonly Order[], otherwise: readonly Order[]): readonly Order[] {
  const scored = orders.map((order) => {
    const named = order.lines.map(({ options }) => options.filter((option) => namesOption(text, option)).length);
    return { order, score: Math.max(0, ...named) };
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return best === 0 ? otherwise : scored.filter(({ score }) => score === best).map(({ order }) => order);
}

function byPlace(reading: Reading, orders: readonly Order[], listed: boolean): Order[] {
  const shown = reading.view.state.shownOrders;
  const places = shown.length > 0 ? ordinalsIn(reading.text, listed).map((ordinal) => pick(shown, ordinal)) : [];
  return orders.filter((order) => places.some((place) => place === order.number || place === order.id));
}

/** Placed or received on a day that was named. */
function byDay({ text, view }: Reading, orders: readonly Order[]): Order[] {
  const zone = view.shop.timeZone;
  const spans = readDates(text, { now: view.now, zone, direction: 'past' }).map(({ value }) => value);
  const within = (at: string | undefined) => {
    if (!at) return false;
    const day = dateIn(zone, at);
    return spans.some(({ from, to }) => from <= day && day <= to);
  };
  const received = /收到|签收|到(?:货|的)|\b(?:got|received|arrived|came|delivered)\b/i.test(text);
  return spans.length === 0
    ? []
    : orders.filter(({ placedAt, deliveredAt }) => within(received ? deliveredAt : placedAt));
}

/** 「上一单」 is the one before the order that was talked about; with none under discussion it is the newest, as 「最近那单」 is. */
function byAge(reading: Reading, orders: readonly Order[]): Order[] {
  const { text } = reading;
  const current = orders.findIndex(({ number }) => number === told(reading, 'orderNumber'));
  if (BEFORE.test(text)) return orders.slice(current + 1, current + 2);
  const back = backFromNewest(text) ?? (NEWEST.test(text) ? 0 : null);
  return back === null ? [] : orders.slice(back, back + 1);
}
