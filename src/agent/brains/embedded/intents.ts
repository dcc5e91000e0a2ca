import { changeAddress } from './flows/address.ts';
import { changeAddressBook, showDetails } from './flows/address-book.ts';
import { compareArrivals } from './flows/arrivals.ts';
import { cancelOrder } from './flows/cancel.ts';
import { changeItems } from './flows/change-items.ts';
import { compareProducts } from './flows/compare.ts';
import { findProducts, pickBest, recommendGift, refineSearch } from './flows/consult.ts';
import { priceAfterCoupon } from './flows/coupon.ts';
import { destination } from './flows/destination.ts';
import { exchangeItems } from './flows/exchange.ts';
import { expedite } from './flows/expedite.ts';
import { faultyGoods } from './flows/faulty.ts';
import { requestInvoice } from './flows/invoice.ts';
import { lateReturn } from './flows/late-return.ts';
import { missingItem } from './flows/missing.ts';
import { moneyBack } from './flows/money-back.ts';
import { leaveNote } from './flows/note.ts';
import { listOrders, orderDetail, refundStatus, refundTime } from './flows/orders.ts';
import { changePayment } from './flows/payment.ts';
import { protectPrice } from './flows/price.ts';
import { answerPrice, answerProductFact, answerStock } from './flows/product.ts';
import {
  answerQuestion,
  beyond,
  deliveryProblem,
  refuseParcel,
  reschedule,
  schedulePickup,
  showRules,
} from './flows/question.ts';
import { refundAmount } from './flows/refund-amount.ts';
import { refundOnly } from './flows/refund-only.ts';
import { restoreOrder } from './flows/restore.ts';
import { returnItems } from './flows/return.ts';
import { trackReturns, undoReturn } from './flows/returns.ts';
import { adviseSize } from './flows/size.ts';
import { complain, greet, identity, notHelpful, talk } from './flows/small-talk.ts';
import { alertWhenBack } from './flows/stock-alert.ts';
import { trackTickets } from './flows/tickets.ts';
import { trackOrder } from './flows/track.ts';
import type { Reading } from './reading.ts';
import type { Part, Script } from './script.ts';

export type NeedKind = 'question' | 'consultation' | 'read' | 'write' | 'beyond' | 'talk';

export interface Need {
  intent: string;
  kind: NeedKind;
  run: (reading: Reading) => Script<Part>;
}

type Entry = readonly [NeedKind, (reading: Reading) => Script<Part>];

/** What the clerk does for each intent that has a way of its own. Names are those of corpus/intents.json, and `pick_best`, `compare_arrivals`, `coupon_price`, `own_details`, `money_back`, `destination`, `late_return`, `refuse_parcel`, `shop_rules` and `ticket_status` of outright.ts. */
const WAYS: Readonly<Record<string, Entry>> = {
  find_product: ['consultation', findProducts],
  refine_search: ['consultation', refineSearch],
  recommend_gift: ['consultation', recommendGift],
  pick_best: ['consultation', pickBest],
  compare_products: ['consultation', compareProducts],
  coupon_price: ['consultation', priceAfterCoupon],
  ask_price: ['consultation', answerPrice],
  ask_stock: ['consultation', answerStock],
  ask_product_fact: ['consultation', answerProductFact],
  find_similar: ['consultation', findProducts],
  find_matching: ['consultation', findProducts],
  ask_size_advice: ['question', adviseSize],
  shop_rules: ['question', showRules],
  place_order: ['question', (reading) => answerQuestion(reading, 'place_order')],
  track_order: ['read', (reading) => trackOrder(reading)],
  compare_arrivals: ['read', compareArrivals],
  own_details: ['read', showDetails],
  order_sms: ['read', (reading) => trackOrder(reading)],
  list_orders: ['read', listOrders],
  order_detail: ['read', orderDetail],
  refund_status: ['read', refundStatus],
  money_back: ['read', moneyBack],
  destination: ['read', destination],
  late_return: ['read', lateReturn],
  refuse_parcel: ['question', refuseParcel],
  ask_refund_time: ['question', refundTime],
  track_return: ['read', trackReturns],
  ticket_status: ['read', trackTickets],
  ask_refund_amount: ['read', refundAmount],
  undo_cancel: ['read', restoreOrder],
  schedule_pickup: ['read', schedulePickup],
  reschedule_delivery: ['read', reschedule],
  delivery_problem: ['read', deliveryProblem],
  cancel_order: ['write', cancelOrder],
  change_order_address: ['write', changeAddress],
  return_items: ['write', returnItems],
  exchange_items: ['write', exchangeItems],
  change_order_items: ['write', changeItems],
  change_order_payment: ['write', changePayment],
  change_customer_address: ['write', changeAddressBook],
  expedite_order: ['write', expedite],
  request_invoice: ['write', requestInvoice],
  refund_without_return: ['write', refundOnly],
  price_protection: ['write', protectPrice],
  undo_return: ['write', undoReturn],
  notify_when_in_stock: ['write', alertWhenBack],
  leave_message: ['write', leaveNote],
  damaged_or_wrong_item: ['write', faultyGoods],
  missing_item: ['write', missingItem],
  complain: ['talk', complain],
  greet: ['talk', greet],
  thank: ['talk', talk('talk.thank')],
  bye: ['talk', talk('talk.bye')],
  bot_identity: ['talk', identity],
  small_talk: ['talk', talk('talk.chat')],
  out_of_scope: ['talk', talk('talk.out-of-scope')],
  attack: ['talk', talk('talk.attack')],
  hold_on: ['talk', talk('talk.hold-on')],
  not_helpful: ['talk', notHelpful],
};

/** Answers to what was asked; by themselves they ask for nothing. */
const ANSWERS: ReadonlySet<string> = new Set([
  'affirm',
  'deny',
  'choose_option',
  'correct_previous',
  'provide_order_id',
  'provide_contact',
  'provide_reason',
  'provide_size',
  'provide_address',
  'ask_back',
  'hand_off',
  'resume_task',
]);

/** Null for a mere answer. Whatever has no way of its own is a question for the shop's articles: asked, or beyond what the clerk can do. */
export function needOf(intent: string): Need | null {
  if (ANSWERS.has(intent)) return null;
  const way = WAYS[intent];
  if (way) return { intent, kind: way[0], run: way[1] };
  return intent.startsWith('ask_')
    ? { intent, kind: 'question', run: (reading) => answerQuestion(reading, intent) }
    : { intent, kind: 'beyond', run: (reading) => beyond(reading, intent) };
}
