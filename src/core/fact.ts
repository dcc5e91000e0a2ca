import type { CustomerView, DeliveryEstimate, RefundEstimate, ReturnView, RuleText } from './after-sales.ts';
import type { CouponPrice } from './coupon-price.ts';
import type { Instant } from './instant.ts';
import type { Locale, Localized } from './locale.ts';
import type { Money } from './money.ts';
import type { Address, Order, OrderStatus, Parcel } from './order.ts';
import type { Product } from './product.ts';
import type { Effect, Quote } from './quote.ts';
import type { StockAlert, Ticket, TicketView, WaitsFor } from './record.ts';
import type { SizeAdvice } from './size-advice.ts';
import type { CommandHint, Reason } from './verdict.ts';

/** A product offered for a need, with the variant that fits and why. `reasons` are made from product data alone. */
export interface ProductMatch {
  product: Product;
  variantId: string;
  reasons: Localized[];
}

/** An order as its owner may see it. */
export interface OrderView {
  order: Order;
  /** Pictures by product id, for cards. */
  images: Record<string, string>;
}

export interface OrderSummary {
  id: string;
  number: string;
  status: OrderStatus;
  placedAt: Instant;
  total: Money;
  titles: Localized[];
}

export interface TrackingView {
  orderId: string;
  orderNumber: string;
  status: OrderStatus;
  parcels: Parcel[];
  address: Address;
}

/** A passage of an article, as it stands there. */
export interface Passage {
  articleId: string;
  title: string;
  text: string;
  locale: Locale;
  topics: string[];
  /** 0 to 1: how well it answers. */
  score: number;
}

export interface Comparison {
  products: Product[];
  /** Attributes in which they differ, a row each; a value per product, null where the shop does not say. */
  rows: { label: Localized; values: (Localized | null)[] }[];
}

/** What each kind of fact carries. */
export interface FactValues {
  product: Product;
  'product-matches': { matches: ProductMatch[]; total: number; unmet: Localized[] };
  comparison: Comparison;
  order: OrderView;
  orders: { orders: OrderSummary[]; total: number };
  tracking: TrackingView;
  passages: { passages: Passage[] };
  'order-verified': { orderId: string; orderNumber: string };
  /** A write was quoted and now waits for the customer: nothing has been done. */
  quote: { quote: Quote; token: string; expiresAt: Instant };
  /** A write was done. The only evidence for "it is done". */
  effect: Effect;
  'quote-cancelled': { command: string; orderNumber: string | null; title: Localized };
  refused: { command: string; reasons: Reason[]; alternative?: CommandHint };
  /** A write whose outcome is not known; a person looks into it. */
  'unknown-outcome': { command: string; orderNumber: string | null };
  /** A write was confirmed and now waits for a person of the shop, who decides on it or does it by hand: nothing has been done. */
  'handed-to-person': { command: string; orderNumber: string | null; title: Localized; why: WaitsFor };
  /** A note for the shop's people was kept. Nothing else is promised. */
  ticket: Ticket;
  /** Notes that were kept before, newest first, with no more than whether the shop's people have closed them. */
  tickets: { tickets: TicketView[]; total: number };
  /** The customer will be told in this conversation when it can be bought again. Nothing else is promised. */
  'stock-alert': StockAlert & { title: Localized };
  customer: { customer: CustomerView };
  /** A guest has shown who he is: his orders may be read and changed in this conversation. */
  'customer-verified': { customerId: string; name: string };
  returns: { returns: ReturnView[]; total: number };
  rules: { rules: RuleText[]; version: string };
  'refund-estimate': RefundEstimate;
  'delivery-estimate': DeliveryEstimate;
  'size-advice': SizeAdvice;
  'coupon-price': CouponPrice;
  'not-found': { what: 'order' | 'product' | 'article' | 'customer' | 'return' };
  'hand-off': { reason: string };
}

export type FactKind = keyof FactValues;

export interface FactSource {
  kind: 'shop' | 'article' | 'policy' | 'gate';
  /** Where in it: a record id, a rule's name. */
  ref: string;
}

/** A typed value with its source and time. Everything the customer is told comes from facts. */
export type Fact = {
  [K in FactKind]: { id: string; kind: K; value: FactValues[K]; source: FactSource; at: Instant };
}[FactKind];

export type FactOf<K extends FactKind> = Extract<Fact, { kind: K }>;

/** A fact before the gate has given it its id and time. */
export type FactDraft = { [K in FactKind]: { kind: K; value: FactValues[K]; source: FactSource } }[FactKind];

export function factsOf<K extends FactKind>(facts: readonly Fact[], kind: K): FactOf<K>[] {
  return facts.filter((fact): fact is FactOf<K> => fact.kind === kind);
}

export function lastFact<K extends FactKind>(facts: readonly Fact[], kind: K): FactOf<K> | undefined {
  return factsOf(facts, kind).at(-1);
}
