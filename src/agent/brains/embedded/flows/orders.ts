import { factsOf, lastFact } from '../../../../core/fact.ts';
import { localize } from '../../../../core/locale.ts';
import { formatMoney } from '../../../../core/money.ts';
import type { Order } from '../../../../core/order.ts';
import { refundSentence } from '../../../../policy/wording-of-money.ts';
import { dateWords } from '../../../present/time.ts';
import { orderStatusWord } from '../../../present/words.ts';
import { orderNumbersIn } from '../read/codes.ts';
import type { Reading } from '../reading.ts';
import { isGuest, keptSlots, part, personChoice, told } from '../reading.ts';
import { identifyGuest, verifyGuest } from '../resolve/guest.ts';
import { findOrder, ownOrders } from '../resolve/order.ts';
import { pointedAt } from '../resolve/pointed.ts';
import type { Part, Script } from '../script.ts';
import { gate } from '../script.ts';
import { answerQuestion, quoteArticle } from './question.ts';
import { isOpenRequest, standing, waitingLines } from './returns.ts';

/** Order cards under one reply. */
const MAX_CARDS = 5;

export function* listOrders(reading: Reading): Script<Part> {
  let result = yield* gate('list_orders', { limit: 20 });
  const flow = { command: 'list_orders' as const, slots: keptSlots(reading), asking: null };
  if (isGuest(reading) && factsOf(result.facts, 'order').length === 0) {
    // The same list once more, now that it is known whose.
    result = (yield* identifyGuest(reading, flow))
      ? yield* gate('list_orders', { limit: 19 })
      : yield* gate('get_order', { orderNumber: yield* verifyGuest(reading, flow) });
  }
  const orders = factsOf(result.facts, 'order');
  if (orders.length === 0) return part(reading.say('no-order.at-all'), { state: { flow: null } });
  const pointed = pointedAt(
    reading,
    orders.map(({ value }) => value.order),
  );
  const chosen = pointed.length > 0 ? orders.filter(({ value }) => pointed.includes(value.order)) : orders;
  const shown = chosen.slice(0, MAX_CARDS);
  const total = pointed.length > 0 ? pointed.length : (lastFact(result.facts, 'orders')?.value.total ?? orders.length);
  const text = total > shown.length ? reading.say('orders.some', { total }) : reading.say('orders.all', { total });
  return part(text, {
    showing: shown.map(({ id }) => id),
    state: { flow: null, shownOrders: shown.map(({ value }) => value.order.number) },
  });
}

export function* orderDetail(reading: Reading): Script<Part> {
  const order = yield* findOrder(reading, {
    command: 'get_order',
    slots: reading.flow?.command === 'get_order' ? reading.flow.slots : {},
    fits: () => true,
    which: 'which-order.detail',
    none: 'no-order.at-all',
  });
  if (told(reading, 'topic') === REFUND) return yield* refundsOf(reading, [order]);
  const result = yield* gate('get_order', { orderNumber: order.number });
  const fact = lastFact(result.facts, 'order');
  if (!fact) return part(reading.say('order-not-found'), { choices: [personChoice(reading)] });
  const flow = { command: 'get_order' as const, slots: { orderNumber: order.number }, asking: null };
  return part(orderText(reading, fact.value.order), {
    showing: [fact.id],
    state: { flow, shownOrders: [order.number] },
  });
}

function orderText(reading: Reading, order: Order): string {
  const { locale, view } = reading;
  return reading.say('order.summary', {
    number: order.number,
    date: dateWords(order.placedAt, view.shop.timeZone, locale, view.now),
    status: orderStatusWord(order.status, locale),
    total: formatMoney(order.total, locale),
    titles: order.lines.map((line) => localize(line.title, locale)).join(locale === 'zh' ? '、' : ', '),
  });
}

/** Which refunds the shop has booked: the one thing about refunds that can be looked up. Without a word of which order, those of all are told. */
export function* refundStatus(reading: Reading): Script<Part> {
  const orders = yield* ownOrders(reading);
  const named = orderNumbersIn(reading.text).length > 0 || pointedAt(reading, orders).length > 0;
  const { shownOrders } = reading.view.state;
  const last = orders.filter(({ number, payments }) => {
    return shownOrders.length === 1 && number === shownOrders[0] && payments.some(({ kind }) => kind === 'refund');
  });
  if (!named && last.length > 0) return yield* refundsOf(reading, last);
  // What was asked for just now stands before what was paid long ago.
  const asked = orders.filter(({ number }) => shownOrders.length === 1 && number === shownOrders[0]);
  if (!named && (yield* isAskedFor(asked))) return yield* refundsOf(reading, asked);
  if (!named && orders.length > 0) return yield* refundsOf(reading, orders);
  const order = yield* findOrder(reading, {
    command: 'get_order',
    slots: { topic: REFUND },
    fits: () => true,
    which: 'which-order.detail',
    none: 'no-order.at-all',
  });
  return yield* refundsOf(reading, [order]);
}

/** 「钱什么时候到」 after a cancellation: what was booked, and the rule for just that; else what the shop says of refunds. */
export function* refundTime(reading: Reading): Script<Part> {
  const { shownOrders } = reading.view.state;
  const orders = isGuest(reading) || shownOrders.length !== 1 ? [] : yield* ownOrders(reading);
  const [order] = orders.filter(({ number, payments }) => {
    return number === shownOrders[0] && payments.some(({ kind }) => kind === 'refund');
  });
  if (!order) return yield* answerQuestion(reading, 'ask_refund_time');
  const told = yield* refundsOf(reading, [order]);
  const rule = refundSentence(reading.deps.policy, order.status === 'cancelled')[reading.locale];
  const [booked = '', ...rest] = told.text.split('\n');
  return { ...told, text: [booked, rule, ...rest].join('\n') };
}

function* isAskedFor([order]: readonly Order[]): Script<boolean> {
  if (!order) return false;
  const { facts } = yield* gate('list_returns', { orderNumber: order.number });
  const returns = lastFact(facts, 'returns')?.value.returns ?? [];
  return returns.some(isOpenRequest) || factsOf(facts, 'handed-to-person').length > 0;
}

/** What the flow of an order is about, when it is not the order as a whole. */
const REFUND = 'refund';

function* refundsOf(reading: Reading, orders: readonly Order[]): Script<Part> {
  const { locale, say, view } = reading;
  const refunds = orders.flatMap((order) =>
    order.payments.filter(({ kind }) => kind === 'refund').map((payment) => ({ order, payment })),
  );
  const flow = { command: 'hand_off' as const, slots: {}, asking: 'offer' };
  const choices = [personChoice(reading)];
  if (refunds.length === 0) {
    const asked = yield* gate(
      'list_returns',
      orders.length === 1 && orders[0] ? { orderNumber: orders[0].number } : {},
    );
    const requests = lastFact(asked.facts, 'returns')?.value.returns ?? [];
    const waiting = requests.filter(({ request }) => ['requested', 'approved', 'received'].includes(request.status));
    const article = yield* quoteArticle(reading, 'ask_refund_time');
    const stands = [
      ...waitingLines(reading, asked.facts),
      ...waiting.slice(0, MAX_CARDS).map((each) => standing(reading, each)),
    ];
    const text = [...stands, say('refund.none-booked'), article?.text ?? ''].filter(Boolean).join('\n');
    return part(text, { choices, showing: article?.showing ?? [], state: { flow } });
  }
  const lines = refunds.slice(0, MAX_CARDS).map(({ order, payment }) => {
    const slots = { number: order.number, amount: formatMoney(payment.amount, locale) };
    if (!payment.at) return say('refund.booked', slots);
    return say('refund.booked-on', { ...slots, date: dateWords(payment.at, view.shop.timeZone, locale, view.now) });
  });
  return part([...lines, say('refund.not-there')].join('\n'), { choices, state: { flow } });
}
