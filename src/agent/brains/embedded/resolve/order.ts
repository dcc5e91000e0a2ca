import type { CommandName } from '../../../../core/command.ts';
import { factsOf, lastFact } from '../../../../core/fact.ts';
import type { Order } from '../../../../core/order.ts';
import type { Flow } from '../../../brain.ts';
import type { PhraseKey } from '../phrases/book.ts';
import { meansNumber, orderNumbersIn, sameNumber } from '../read/codes.ts';
import { namesThing } from '../read/mention.ts';
import { saysOption } from '../read/option.ts';
import { ordinalsIn } from '../read/ordinal.ts';
import { quantityIn } from '../read/quantity.ts';
import { reasonIn } from '../read/reason.ts';
import type { Reading } from '../reading.ts';
import { isCorrection, isGuest, part, personChoice, question, told } from '../reading.ts';
import { gate, type Script, tell } from '../script.ts';
import { askWhich, MAX_CHOICES } from './ask-which.ts';
import { goodsMeant } from './goods-meant.ts';
import { identifyGuest, isIdentified, verifyGuest } from './guest.ts';
import { byOptions, pointedApart, pointedAt } from './pointed.ts';
import { sparedIn } from './spared.ts';

type WhichOrder = Exclude<Extract<PhraseKey, `which-order.${string}`>, 'which-order.unmatched' | 'which-order.named'>;

/** What kind of order a command is about. */
export interface OrderWish {
  command: CommandName;
  /** Slots to remember while the order is still being found. */
  slots: Flow['slots'];
  /** The states in which it makes sense; others are taken only when the customer points at them, so that the rules can explain. */
  fits: (order: Order) => boolean;
  which: WhichOrder;
  none: Extract<PhraseKey, `no-order.${string}`>;
  /** Of several that fit, those that are most likely meant. */
  prefers?: (order: Order) => boolean;
  /** Of several to choose from, those to stand before the others. */
  first?: (order: Order) => boolean;
  /** Of several that fit and none is pointed at: the newest, instead of asking. */
  newest?: boolean;
}

/** The customer's own orders, or those a guest has verified in this conversation; newest first. */
export function* ownOrders(_reading: Reading): Script<Order[]> {
  return yield* listed(20);
}

/** The same once it may have been found out whose they are: an equal command would be answered as before. */
export function* ordersNow(reading: Reading): Script<Order[]> {
  const orders = yield* ownOrders(reading);
  return orders.length === 0 && isGuest(reading) ? yield* listed(19) : orders;
}

/** The same, where a guest of whom nothing is known yet is first asked who he is. */
export function* ordersOf(reading: Reading, flow: Flow): Script<Order[]> {
  const orders = yield* ownOrders(reading);
  return orders.length === 0 && (yield* identifyGuest(reading, flow)) ? yield* listed(19) : orders;
}

function* listed(limit: number): Script<Order[]> {
  const result = yield* gate('list_orders', { limit });
  return factsOf(result.facts, 'order').map((fact) => fact.value.order);
}

/** The one order that is meant. Asks, and ends there, when it is not clear. */
export function* findOrder(reading: Reading, wish: OrderWish): Script<Order> {
  const flow: Flow = { command: wish.command, slots: wish.slots, asking: 'order' };
  const orders = yield* ordersOf(reading, flow);
  const remembered = told(reading, 'orderNumber');
  const held = orders.find(({ number }) => remembered !== null && sameNumber(number, remembered));
  const [said] = orderNumbersIn(reading.text, reading.flow?.asking === 'order');
  const own = said && orders.find(({ number }) => meansNumber(said, number));
  if (own) return own;
  const [first, second] = severalSaid(reading, orders, wish.fits);
  if (!remembered && sparedIn(reading.text, orders)) return first ?? (yield* noneOf(reading, wish));
  if (first && second && !(remembered && isSettled(reading))) return first;
  if (remembered && isSettled(reading)) return held ?? (yield* byNumber(reading, flow, remembered));
  if (said) return yield* byNumber(reading, flow, said.number);

  const about = told(reading, 'about');
  const now = pointedAt(reading, orders);
  const byWords =
    now.length > 0 || !about || isCorrection(reading) ? now : pointedAt({ ...reading, text: about }, orders);
  const goods = now.length > 0 ? NO_GOODS : yield* goodsMeant(reading, orders);
  if (goods.unknown !== null && !(remembered && isOfThat(reading, goods.unknown)))
    return yield* askNamed(reading, wish, flow, orders, goods.unknown);
  const all = goods.orders.length > 0 ? goods.orders : byWords;
  const isAsked = reading.flow?.asking === 'order' && all.length !== 1;
  const pointed = isAsked ? byOptions(reading.text, all.length > 0 ? all : orders, all) : all;
  if (pointed.length === 0 && remembered) {
    if (isCorrection(reading) && !correctsOther(reading))
      return yield* askOther(reading, wish, flow, orders, remembered);
    if (!held) return yield* byNumber(reading, flow, remembered);
    if (wish.fits(held) || THAT_ONE.test(reading.text)) return held;
  }
  if (orders.length > 0) return yield* choose(reading, wish, flow, orders, pointed);
  if (isGuest(reading)) return yield* byNumber(reading, flow, null);
  return yield* tell(part(reading.say('no-order.at-all'), { choices: [personChoice(reading)], state: { flow: null } }));
}

const NO_GOODS = { orders: [], unknown: null };

/** Said of the order that is being talked about: 「这单的拉链坏了」. */
function isOfThat({ text }: Reading, word: string): boolean {
  return THAT_ONE.test(text) || !namesThing(word);
}

/** 「沙发那单」, and no sofa in any order: better asked than taken for the shoes. */
function* askNamed(
  reading: Reading,
  wish: OrderWish,
  flow: Flow,
  orders: readonly Order[],
  word: string,
): Script<never> {
  const likely = orders.filter(wish.fits);
  const others = orders.filter((order) => !likely.includes(order));
  return yield* askWhich(reading, flow, [...likely, ...others], reading.say('which-order.named', { word }));
}

/** 「不对，换成 43」 puts right something else than the order. */
function correctsOther({ text }: Reading): boolean {
  const isOther = saysOption(text) || reasonIn(text) !== null || quantityIn(text, false) !== null;
  return isOther && !OF_ORDERS.test(text);
}

/** Among the customer's own: those pointed at, else those in a fitting state. */
function* choose(
  reading: Reading,
  wish: OrderWish,
  flow: Flow,
  orders: readonly Order[],
  pointed: readonly Order[],
): Script<Order> {
  if (pointed.length === 0 && namesThing(reading.text) && !told(reading, 'orderNumber')) {
    // 「杯子漏水」, and no cup in any order: better asked than taken for the shoes.
    const likely = orders.filter(wish.fits);
    return yield* askWhich(reading, flow, likely.length > 0 ? likely : orders, reading.say('which-order.unmatched'));
  }
  const candidates = pointed.length > 0 ? pointed : orders;
  const fitting = likeliest(candidates.filter(wish.fits), wish.prefers);
  const [only] = fitting;
  const justDone = AGAIN.test(reading.text) ? fitting.filter(({ number }) => isLastShown(reading, number)) : [];
  if (justDone[0] && pointed.length === 0) return justDone[0];
  if (only && (fitting.length === 1 || (wish.newest && pointed.length === 0))) return only;
  if (fitting.length > 1) return yield* askWhich(reading, flow, inOrder(fitting, wish), reading.say(wish.which));
  const [single] = candidates;
  if (single && (candidates.length === 1 || wish.newest)) return single;
  if (pointed.length > 1) return yield* askWhich(reading, flow, pointed, reading.say(wish.which));
  return yield* noneOf(reading, wish);
}

function* noneOf(reading: Reading, { none }: OrderWish): Script<never> {
  return yield* tell(part(reading.say(none), { choices: [personChoice(reading)], state: { flow: null } }));
}

function inOrder(orders: readonly Order[], { first }: OrderWish): readonly Order[] {
  return first ? [...orders.filter(first), ...orders.filter((order) => !first(order))] : orders;
}

/** 「再催一下」「刚买的那单」 after something was done to one order. */
const AGAIN =
  /^再|再(?:催|开|改|退|换)|这一?[单笔]|(?:换|改)一?个?(?:发票)?抬头|重开|开错|还是(?:帮我)?(?:取消|退|换|改)|\b(?:again|same order|this order|as well|after all|anyway)\b/i;

function isLastShown({ view }: Reading, number: string): boolean {
  return view.state.shownOrders.length === 1 && view.state.shownOrders[0] === number;
}

/** 「两单都取消」 */
const BOTH_ORDERS =
  /(?:[两俩几三]|这些|所有|全部)个?(?:单|笔|订单)(?:全|都)|(?:两|几|所有的?|全部)(?:个)?(?:单子?|订单).{0,4}[都全]|\b(?:both|all) (?:of )?(?:my |the |these |those )?(?:possible |pending |open |unsent |unshipped |undelivered |delivered |recent |current |\w+ed )?orders\b/i;
/** 「两个都取消」 "cancel both", said where an order was asked for. */
const BOTH = /[两俩]个?都|全都|都(?:要)?[取退换改]|\bboth\b|\ball of them\b/i;

/** Orders that one message names together, in the order in which they were said; fewer than two when it names no more than one. */
export function severalSaid(reading: Reading, orders: readonly Order[], fits: OrderWish['fits']): Order[] {
  const now = severalIn(reading, orders, fits);
  const about = told(reading, 'about');
  // Who it is was asked in between: what was wished for before still holds.
  const isBetween =
    about !== null && PROVES.has(reading.flow?.asking ?? '') && orderNumbersIn(reading.text).length === 0;
  return now.length < 2 && isBetween ? severalIn({ ...reading, text: about }, orders, fits) : now;
}

const PROVES: ReadonlySet<string> = new Set(['verify', 'contact']);

function severalIn(reading: Reading, orders: readonly Order[], fits: OrderWish['fits']): Order[] {
  const numbers = orderNumbersIn(reading.text);
  if (numbers.length > 1)
    return numbers.flatMap((said) => orders.find(({ number }) => meansNumber(said, number)) ?? []);
  const isAsked = reading.flow?.asking === 'order';
  if (BOTH_ORDERS.test(reading.text) || (isAsked && BOTH.test(reading.text)))
    return orders.filter(fits).slice(0, MAX_CHOICES);
  if (numbers.length > 0) return [];
  const spared = sparedIn(reading.text, orders);
  if (spared) return orders.filter((order) => order !== spared && fits(order)).slice(0, MAX_CHOICES);
  return ordinalsIn(reading.text).length > 1
    ? pointedAt(reading, orders)
    : pointedApart(reading.text, orders.filter(fits));
}

function likeliest(orders: readonly Order[], prefers: ((order: Order) => boolean) | undefined): readonly Order[] {
  const preferred = prefers ? orders.filter(prefers) : [];
  return preferred.length > 0 ? preferred : orders;
}

/** Said of the order that is being talked about. */
const THAT_ONE = /[这那][一个]?[单笔]|它|\b(?:it|that|this)(?: one| order)?\b/i;
const OF_ORDERS = /[这那][一个]?[单笔]|[单笔]|订单|\border\b|\b(?:this|that) one\b/i;

/** The order was already found and something else is being asked: words such as 「鞋子小了」 no longer choose among orders. */
function isSettled(reading: Reading): boolean {
  const asking = reading.flow?.asking ?? null;
  if (asking === null || ['order', 'verify', 'contact'].includes(asking)) return false;
  return !(isCorrection(reading) && OF_ORDERS.test(reading.text));
}

/** 「不是这单」, and no word of which: any but the one that was meant so far. */
function* askOther(
  reading: Reading,
  wish: OrderWish,
  flow: Flow,
  orders: readonly Order[],
  wrong: string,
): Script<never> {
  const { orderNumber: _number, lines: _lines, contact: _contact, ...slots } = flow.slots;
  if (isGuest(reading) && !(yield* isIdentified(reading)))
    return yield* tell(question({ ...flow, slots, asking: 'verify' }, reading.say('guest.ask-both')));
  const others = orders.filter(({ number }) => !sameNumber(number, wrong));
  const fitting = others.filter(wish.fits);
  return yield* askWhich(reading, { ...flow, slots }, fitting.length > 0 ? fitting : others, reading.say(wish.which));
}

/** Not among the orders at hand: a guest proves that it is his, a customer's own may lie further back. */
function* byNumber(reading: Reading, flow: Flow, number: string | null): Script<Order> {
  if (number !== null && (yield* isIdentified(reading))) return yield* load(reading, flow, number);
  if (number === null || isGuest(reading)) return yield* load(reading, flow, yield* verifyGuest(reading, flow));
  return yield* load(reading, flow, number);
}

/** An order that is not in the list: older than it, or not this customer's. The gate answers both alike. */
function* load(reading: Reading, flow: Flow, number: string): Script<Order> {
  const result = yield* gate('get_order', { orderNumber: number });
  const order = lastFact(result.facts, 'order')?.value.order;
  if (order) return order;
  const { orderNumber: _number, ...slots } = flow.slots;
  return yield* tell(
    question({ ...flow, slots, asking: 'order' }, reading.say('order-not-found'), [personChoice(reading)]),
  );
}
