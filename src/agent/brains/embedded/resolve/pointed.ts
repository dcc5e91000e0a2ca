import type { Order } from '../../../../core/order.ts';
import { orderNumbersIn, sameNumber } from '../read/codes.ts';
import { mentioned } from '../read/mention.ts';
import { ordinalsIn, pick } from '../read/ordinal.ts';
import type { Reading } from '../reading.ts';
import { told } from '../reading.ts';

const NEWEST =
  /最近(?:的|那|一)|最新|刚(?:刚)?(?:下|买|拍)|\b(?:latest|newest|most recent|last)\b(?: one)?(?: order)?/i;
const BEFORE = /上一[单个笔]|前一[单个笔]|上[个笔]订单|\bprevious (?:one|order)\b|\bthe one before\b/i;
/** The last digits of a number, said where an order is asked for. */
const TAIL = /(?:尾号|后\s?[四4]位)?(?:是|:|\s)*(\d{4,6})(?!\d)/;

/** The orders that the words point at: by place in the list, by the goods in them, by tail digits, 「上一单」. Empty when they point at none. */
export function pointedAt(reading: Reading, orders: readonly Order[]): Order[] {
  const { text, view, flow } = reading;
  const listed = flow?.asking === 'order';
  const numbers = orderNumbersIn(text);
  if (numbers.length > 0) return orders.filter((order) => numbers.some((number) => sameNumber(number, order.number)));

  const shown = view.state.shownOrders;
  if (shown.length > 0) {
    const places = ordinalsIn(text, listed).map((ordinal) => pick(shown, ordinal));
    const found = orders.filter((order) => places.some((place) => place === order.number || place === order.id));
    if (found.length > 0) return found;
  }
  const current = orders.findIndex((order) => order.number === told(reading, 'orderNumber'));
  if (BEFORE.test(text)) return orders.slice(current + 1, current + 2);
  const tail = listed ? TAIL.exec(text)?.[1] : undefined;
  const byTail = tail ? orders.filter((order) => order.number.endsWith(tail)) : [];
  if (byTail.length > 0) return byTail;
  const byGoods = mentioned(orders, (order) => order.lines.map((line) => line.title), text);
  if (byGoods.length > 0) return byGoods;
  return NEWEST.test(text) ? orders.slice(0, 1) : [];
}
