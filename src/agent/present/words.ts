import type { Locale } from '../../core/locale.ts';
import type { OrderStatus, ParcelStatus } from '../../core/order.ts';

const ORDER_STATUS: Record<OrderStatus, Record<Locale, string>> = {
  'awaiting-payment': { zh: '待付款', en: 'awaiting payment' },
  paid: { zh: '已付款，待发货', en: 'paid, not sent yet' },
  processing: { zh: '配货中', en: 'being packed' },
  'partially-shipped': { zh: '部分发货', en: 'partly sent' },
  shipped: { zh: '已发货', en: 'sent' },
  delivered: { zh: '已签收', en: 'delivered' },
  completed: { zh: '已完成', en: 'completed' },
  cancelled: { zh: '已取消', en: 'cancelled' },
};

const PARCEL_STATUS: Record<ParcelStatus, Record<Locale, string>> = {
  'label-created': { zh: '待揽收', en: 'waiting for the carrier' },
  'in-transit': { zh: '运输中', en: 'on its way' },
  'out-for-delivery': { zh: '派送中', en: 'out for delivery' },
  delivered: { zh: '已签收', en: 'delivered' },
  exception: { zh: '运输异常', en: 'problem on the way' },
};

export function orderStatusWord(status: OrderStatus, locale: Locale): string {
  return ORDER_STATUS[status][locale];
}

export function parcelStatusWord(status: ParcelStatus, locale: Locale): string {
  return PARCEL_STATUS[status][locale];
}
