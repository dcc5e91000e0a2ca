import type { Locale } from '../../core/locale.ts';
import type { OrderStatus, ParcelStatus, ReturnRequest, ReturnStatus } from '../../core/order.ts';
import type { Ticket } from '../../core/record.ts';

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

const TICKET_STATE: Record<Ticket['state'], Record<Locale, string>> = {
  open: { zh: '还没办结', en: 'still open' },
  closed: { zh: '已办结', en: 'closed' },
};

export function ticketStateWord(state: Ticket['state'], locale: Locale): string {
  return TICKET_STATE[state][locale];
}

const RETURN_KIND: Record<string, Record<Locale, string>> = {
  return: { zh: '退货', en: 'Return' },
  exchange: { zh: '换货', en: 'Exchange' },
  'refund-only': { zh: '仅退款', en: 'Refund' },
  'price-protection': { zh: '价保退差', en: 'Price protection' },
};

const RETURN_STATUS: Record<ReturnStatus, Record<Locale, string>> = {
  requested: { zh: '已申请', en: 'requested' },
  approved: { zh: '已同意', en: 'approved' },
  received: { zh: '已收到退回的商品', en: 'goods received' },
  completed: { zh: '已完成', en: 'completed' },
  refused: { zh: '未通过', en: 'declined' },
  cancelled: { zh: '已撤销', en: 'withdrawn' },
};

export function returnKindWord(kind: ReturnRequest['kind'], locale: Locale): string {
  return RETURN_KIND[kind]?.[locale] ?? kind;
}

export function returnStatusWord(status: ReturnStatus, locale: Locale): string {
  return RETURN_STATUS[status][locale];
}
