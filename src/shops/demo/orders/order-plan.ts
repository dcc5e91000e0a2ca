import type { Instant } from '../../../core/instant.ts';
import type { Money } from '../../../core/money.ts';
import type { Address, GoodsKind, ReturnStatus } from '../../../core/order.ts';
import type { Journey } from './journey.ts';

/** How far an order has come by now. The last two are endings of their own within an order status. */
export type Stage =
  | 'awaiting-payment'
  | 'paid'
  | 'processing'
  | 'partially-shipped'
  | 'shipped'
  | 'delivered'
  | 'completed'
  | 'cancelled'
  | 'never-paid'
  | 'delivery-failed';

export interface ReturnPlan {
  kind: 'return' | 'exchange';
  status: ReturnStatus;
  /** Days before now on which it was asked for. */
  daysAgo: number;
  reason: string;
  exchangeVariantId?: string;
}

export interface PlannedLine {
  variantId: string;
  quantity: number;
  kind?: GoodsKind;
  onSale?: boolean;
  /** Sold as it is, and confirmed so: not taken back for a change of mind. */
  finalSale?: boolean;
  /** Comes free with the rest. */
  gift?: boolean;
  /** Bought at the price that was asked before today's lower one. */
  beforeReduction?: boolean;
}

export interface OrderPlan {
  id: string;
  /** The four digits after the date, where they are fixed. */
  digits?: string;
  customerId: string | null;
  contact: { name: string; phone: string; email: string };
  address: Address;
  stage: Stage;
  lines: PlannedLine[];
  couponId?: string;
  method: string;
  /** So much of it, at most, is paid by the customer's gift card. */
  giftCard?: Money;
  crossBorder?: boolean;
  cancelReason?: string;
  carrier?: string;
  /** The last line travels in a parcel of its own. */
  split?: boolean;
  note?: string;
  returned?: ReturnPlan;
  /** What the journey must also fulfil, e.g. delivered three days ago. */
  accept?(journey: Journey, now: Instant): boolean;
}
