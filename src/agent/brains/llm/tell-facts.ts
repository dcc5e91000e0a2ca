import type { Fact, OrderSummary, Passage } from '../../../core/fact.ts';
import type { Instant } from '../../../core/instant.ts';
import { type Localized, localize } from '../../../core/locale.ts';
import { formatMoney, type Money } from '../../../core/money.ts';
import type { Address, Order, Parcel } from '../../../core/order.ts';
import { attributeOf, type Product, type Variant } from '../../../core/product.ts';
import type { Quote } from '../../../core/quote.ts';
import { nameOfTicket } from '../../../core/ticket-number.ts';
import type { BrainView } from '../../brain.ts';
import { optionsText } from '../../present/options.ts';
import { dateWords, timeWords } from '../../present/time.ts';
import { orderStatusWord, parcelStatusWord, ticketStateWord } from '../../present/words.ts';
import { tellCoupons, tellSize } from './tell-advice.ts';
import { tellCustomer, tellDelivery, tellPayment, tellRefund, tellReturn } from './tell-after-sales.ts';

/** An article that the shop does not have in the customer's language: the model is to say so. */
const ONLY_IN: Localized = { zh: '店里只有英文说明，请告诉顾客', en: 'the shop has this in Chinese only: say so' };

type Told = Record<string, unknown>;
type Voice = Pick<BrainView, 'locale' | 'now' | 'shop'>;

/** Longer descriptions are shop pages, not answers. */
const MAX_DESCRIPTION = 400;

/**
 * A fact as a model is to read it: in the customer's language, amounts and dates in the words that the customer will see, with the ids that
 * commands need and nothing else. The token of a card is never in it.
 */
export function tellFact(fact: Fact, voice: Voice): Told {
  const say = (text: Localized) => localize(text, voice.locale);
  switch (fact.kind) {
    case 'product':
      return { product: product(fact.value, voice) };
    case 'product-matches': {
      const { matches, total, unmet } = fact.value;
      const shown = matches.map((match) => ({
        ...product(match.product, voice),
        fits: match.variantId,
        reasons: match.reasons.map(say),
      }));
      return { products: shown, total, notFulfilled: unmet.map(say) };
    }
    case 'comparison':
      return {
        products: fact.value.products.map((each) => product(each, voice)),
        differences: fact.value.rows.map(({ label, values }) => ({
          what: say(label),
          values: values.map((value) => value && say(value)),
        })),
      };
    case 'order':
      return { order: order(fact.value.order, voice) };
    case 'orders':
      return { orders: fact.value.orders.map((each) => summary(each, voice)), total: fact.value.total };
    case 'tracking': {
      const { orderNumber, status, parcels } = fact.value;
      return {
        orderNumber,
        status: orderStatusWord(status, voice.locale),
        parcels: parcels.map((each) => parcel(each, voice)),
      };
    }
    case 'passages':
      return { articles: fact.value.passages.map((passage) => article(passage, voice)) };
    case 'order-verified':
      return { verified: fact.value.orderNumber };
    case 'quote':
      return { waitingForConfirmation: quote(fact.value.quote, voice) };
    case 'effect':
      return { done: say(fact.value.title), effects: fact.value.effects.map(say), reference: fact.value.reference };
    case 'quote-cancelled':
      return { nothingDone: say(fact.value.title) };
    case 'refused':
      return {
        refused: fact.value.reasons.map((reason) => say(reason.text)),
        ...(fact.value.alternative && { instead: say(fact.value.alternative.text) }),
      };
    case 'handed-to-person':
      return { notDoneYet: say(fact.value.title), waitsFor: 'a person of the shop' };
    case 'ticket':
      return { noteKept: fact.value.text, reference: nameOfTicket(fact.value) };
    case 'tickets':
      return {
        notes: fact.value.tickets.map((ticket) => ({
          reference: ticket.id,
          noted: ticket.text,
          on: day(ticket.createdAt, voice),
          state: ticketStateWord(ticket.state, voice.locale),
          ...(ticket.orderNumber !== null && { orderNumber: ticket.orderNumber }),
        })),
        total: fact.value.total,
      };
    case 'stock-alert':
      return { toldWhenBack: say(fact.value.title) };
    case 'unknown-outcome':
      return { outcomeUnknown: fact.value.orderNumber };
    case 'customer':
      return tellCustomer(fact.value.customer, voice);
    case 'customer-verified':
      // No name: nothing else of this turn would say that it is one to be hidden.
      return { verifiedCustomer: true };
    case 'returns':
      return { returns: fact.value.returns.map((each) => tellReturn(each, voice)), total: fact.value.total };
    case 'rules':
      return { rules: fact.value.rules.map(({ rule, title, text }) => ({ rule, title: say(title), text: say(text) })) };
    case 'refund-estimate':
      return tellRefund(fact.value, voice);
    case 'delivery-estimate':
      return tellDelivery(fact.value, voice);
    case 'size-advice':
      return tellSize(fact.value, voice);
    case 'coupon-price':
      return tellCoupons(fact.value, voice);
    case 'not-found':
      return { notFound: fact.value.what };
    case 'hand-off':
      return { personFetched: true };
  }
}

function day(at: Instant | undefined, { shop, locale, now }: Voice): string | undefined {
  return at && dateWords(at, shop.timeZone, locale, now);
}

function amount(value: Money, { locale }: Voice): string {
  return formatMoney(value, locale);
}

function product(each: Product, voice: Voice): Told {
  const { locale } = voice;
  return {
    productId: each.id,
    title: localize(each.title, locale),
    description: localize(each.description, locale).slice(0, MAX_DESCRIPTION),
    category: localize(each.category.name, locale),
    attributes: Object.fromEntries(
      each.attributes.map(({ label, value }) => [localize(label, locale), localize(value, locale)]),
    ),
    variants: each.variants.map((variant) => variantOf(variant, voice)),
    ...(!each.active && { noLongerSold: true }),
  };
}

function variantOf(variant: Variant, voice: Voice): Told {
  return {
    variantId: variant.id,
    options: optionsText(variant.options, voice.locale),
    size: localizedOption(variant, 'size', voice),
    price: amount(variant.price, voice),
    before: variant.compareAt && amount(variant.compareAt, voice),
    stock: variant.stock ?? (voice.locale === 'zh' ? '有货' : 'in stock'),
  };
}

function localizedOption(variant: Variant, key: string, { locale }: Voice): string | undefined {
  const value = attributeOf(variant.options, key);
  return value && localize(value, locale);
}

function summary({ number, status, placedAt, total, titles }: OrderSummary, voice: Voice): Told {
  return {
    orderNumber: number,
    status: orderStatusWord(status, voice.locale),
    placed: day(placedAt, voice),
    total: amount(total, voice),
    goods: titles.map((title) => localize(title, voice.locale)),
  };
}

function order(each: Order, voice: Voice): Told {
  const { locale } = voice;
  return {
    orderNumber: each.number,
    status: orderStatusWord(each.status, locale),
    placed: day(each.placedAt, voice),
    sent: day(each.shippedAt, voice),
    delivered: day(each.deliveredAt, voice),
    cancelled: day(each.cancelledAt, voice),
    total: amount(each.total, voice),
    shipping: amount(each.shippingFee, voice),
    lines: each.lines.map((line) => ({
      lineId: line.id,
      productId: line.productId,
      variantId: line.variantId,
      title: localize(line.title, locale),
      options: optionsText(line.options, locale),
      quantity: line.quantity,
      alreadyReturned: line.returnedQuantity,
      unitPrice: amount(line.unitPrice, voice),
      ...(line.finalSale && { noReturns: true }),
    })),
    payments: each.payments.filter(({ kind }) => kind === 'payment').map((payment) => tellPayment(payment, voice)),
    refunds: each.payments.filter(({ kind }) => kind === 'refund').map((payment) => amount(payment.amount, voice)),
    address: address(each.address),
  };
}

function address({ name, phone, country, province, city, district, street, postcode }: Address): Told {
  return { name, phone, country, province, city, district, street, postcode };
}

function parcel({ carrier, trackingNumber, status, events, expectedAt }: Parcel, voice: Voice): Told {
  const { locale, shop, now } = voice;
  return {
    carrier: localize(carrier, locale),
    trackingNumber,
    status: parcelStatusWord(status, locale),
    expected: day(expectedAt, voice),
    // Newest first: that is what the question is about.
    events: events
      .toReversed()
      .slice(0, 8)
      .map((event) => ({
        at: timeWords(event.at, shop.timeZone, locale, now),
        place: localize(event.place, locale),
        text: localize(event.text, locale),
      })),
  };
}

export function quote(each: Quote, voice: Voice): Told {
  return {
    title: localize(each.title, voice.locale),
    effects: each.effects.map((effect) => localize(effect, voice.locale)),
  };
}

function article({ title, text, locale }: Passage, voice: Voice): Told {
  return { title, text, ...(locale !== voice.locale && { language: localize(ONLY_IN, voice.locale) }) };
}
