import type { Instant } from './instant.ts';
import type { Localized } from './locale.ts';
import type { Money } from './money.ts';
import type { Attribute } from './product.ts';

/** `processing`: handed to the warehouse, no longer freely changed. `completed`: delivered and the return window is closed or waived. */
export const ORDER_STATUSES = [
  'awaiting-payment',
  'paid',
  'processing',
  'partially-shipped',
  'shipped',
  'delivered',
  'completed',
  'cancelled',
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export interface Address {
  name: string;
  phone: string;
  country: string;
  province: string;
  city: string;
  district: string;
  street: string;
  /** Flat, suite, building: the second line where the platform keeps one apart. */
  street2?: string;
  postcode: string;
}

/** What an item is by nature, where the law or the shop treats it differently once it is sold. */
export const GOODS_KINDS = [
  'ordinary',
  'custom-made',
  'perishable',
  'digital',
  'periodical',
  'hygiene',
  'opened-seal',
] as const;
export type GoodsKind = (typeof GOODS_KINDS)[number];

export interface OrderLine {
  id: string;
  productId: string;
  variantId: string;
  /** As it was when it was bought: products change, orders do not. */
  title: Localized;
  options: Attribute[];
  quantity: number;
  unitPrice: Money;
  /** This line's part of coupons and promotions, ≥ 0. */
  discount: Money;
  returnedQuantity: number;
  /** Sold without a right of return (opened hygiene goods, custom made …). */
  finalSale: boolean;
  /** Absent: `ordinary`. */
  kind?: GoodsKind;
  /** Bought at a reduced price. */
  onSale?: boolean;
  /** Came free with the order. */
  gift?: boolean;
  /** The platform's own record of the item where it must survive an export. */
  image?: string;
}

export interface Payment {
  id: string;
  /** `alipay`, `wechat-pay`, `card`, `paypal`, `gift-card` … */
  method: string;
  /** Which of the customer's means of payment, where the platform says so. */
  paymentMethodId?: string;
  kind: 'payment' | 'refund';
  amount: Money;
  at?: Instant;
}

export const PARCEL_STATUSES = ['label-created', 'in-transit', 'out-for-delivery', 'delivered', 'exception'] as const;
export type ParcelStatus = (typeof PARCEL_STATUSES)[number];

export interface TrackingEvent {
  at: Instant;
  place: Localized;
  text: Localized;
}

export interface Parcel {
  id: string;
  carrier: Localized;
  trackingNumber: string;
  status: ParcelStatus;
  lineIds: string[];
  /** Oldest first. */
  events: TrackingEvent[];
  expectedAt?: Instant;
}

export interface Invoice {
  kind: 'personal' | 'company';
  /** To whom it is made out. */
  title: string;
  /** Empty for a person. */
  taxNumber: string;
  email: string;
  status: 'requested' | 'issued';
  requestedAt: Instant;
}

/** The customer asked the shop or the carrier to hurry. */
export interface Reminder {
  what: 'dispatch' | 'delivery';
  at: Instant;
}

export interface Order {
  /** Internal identity; `number` is what the customer sees. Both are strings, up to 64 characters. */
  id: string;
  number: string;
  customerId: string | null;
  contact: { name: string; phone: string; email: string };
  status: OrderStatus;
  placedAt: Instant;
  paidAt?: Instant;
  shippedAt?: Instant;
  deliveredAt?: Instant;
  cancelledAt?: Instant;
  cancelReason?: string;
  /** When items were last changed for other variants. */
  itemsChangedAt?: Instant;
  /** What that came to (> 0: the customer paid), and with which means of payment it was settled, or would have been. */
  itemsSettlement?: { difference: Money; paymentMethodId: string | null };
  /** Sold across a customs border. */
  crossBorder?: boolean;
  lines: OrderLine[];
  address: Address;
  shippingFee: Money;
  /** Goods − discounts + shipping: what the customer owes or paid. */
  total: Money;
  payments: Payment[];
  parcels: Parcel[];
  invoice?: Invoice;
  /** Oldest first. */
  reminders?: Reminder[];
  note: string;
  /** Grows by one at each change; a write names the one it has seen. */
  version: number;
}

export const RETURN_STATUSES = ['requested', 'approved', 'received', 'completed', 'refused', 'cancelled'] as const;
export type ReturnStatus = (typeof RETURN_STATUSES)[number];

/** Goods that come back for money (`return`) or for another variant (`exchange`); or money alone, while the goods stay with the customer. */
export const RETURN_KINDS = ['return', 'exchange', 'refund-only', 'price-protection'] as const;
export type ReturnKind = (typeof RETURN_KINDS)[number];

export interface ReturnRequest {
  id: string;
  orderId: string;
  kind: ReturnKind;
  status: ReturnStatus;
  lines: ReturnLine[];
  reason: string;
  /** What will be paid back; zero for an even exchange, null when a person has to decide. */
  refund: Money | null;
  /** The means of payment the money goes to, or a difference is charged to; absent: back the way it was paid. */
  refundTo?: string;
  /** What an exchange costs more (> 0: the customer pays) or less, against what was bought. */
  difference?: Money;
  createdAt: Instant;
}

export interface ReturnLine {
  orderLineId: string;
  quantity: number;
  /** The variant to send instead; only for an exchange. */
  exchangeVariantId?: string;
}
