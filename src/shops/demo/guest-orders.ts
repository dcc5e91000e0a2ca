import type { Instant } from '../../core/instant.ts';
import type { Localized } from '../../core/locale.ts';
import type { Order } from '../../core/order.ts';

interface GuestOrderHint {
  orderId: string;
  contact: string;
  about: Localized;
}

/** Orders that anybody may look up without an account, by stable id: the number carries the date of the day it was placed. */
export const DEMO_GUEST_ORDERS: readonly GuestOrderHint[] = [
  { orderId: 'order-guest-parcel', contact: '13800009001', about: { zh: '行李箱，已发货，在路上', en: 'A suitcase on its way' } },
  { orderId: 'order-guest-kettle', contact: 'alex.morgan@example.com', about: { zh: '手冲壶，前天签收，可退货', en: 'A gooseneck kettle delivered two days ago, can be returned' } },
  { orderId: 'order-guest-unshipped', contact: '13800009003', about: { zh: '降噪耳机，已付款未发货，可取消', en: 'Headphones, paid and not yet shipped, can be cancelled' } },
  { orderId: 'order-guest-shoes', contact: 'qian@example.com', about: { zh: '男款跑鞋 41 码，三天前签收，可换码', en: "Men's running shoes in 41, delivered three days ago, can be exchanged" } },
];
