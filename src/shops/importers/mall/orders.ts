import type { z } from 'zod';
import type { Money } from '../../../core/money.ts';
import { formatMoney, money } from '../../../core/money.ts';
import type { Order, OrderLine, OrderStatus, Parcel, Payment, TrackingEvent } from '../../../core/order.ts';
import { written } from '../attributes.ts';
import { amount, read, requiredTime, time } from '../fields.ts';
import { uniqueIds, uniqueNumbers } from '../order-numbers.ts';
import type { Table } from '../report.ts';
import { RowRefusal } from '../report.ts';
import type { Run } from '../source.ts';
import { readLines } from './lines.ts';
import * as rows from './rows.ts';
import { idOf, type Tables } from './tables.ts';

type Row = z.infer<typeof rows.order>;

/** 0 待付款, 1 待发货, 2 已发货, 3 已完成, 4 已关闭, 5 无效 (the shop's own numbers). */
const STATUSES: OrderStatus[] = ['awaiting-payment', 'paid', 'shipped', 'completed', 'cancelled', 'cancelled'];

/** 0 not recorded, 1 Alipay, 2 WeChat. */
const PAYMENT_METHODS = ['original', 'alipay', 'wechat-pay'];

export function readOrders(run: Run, tables: Tables): Order[] {
  const lines = readLines(run, tables);
  const table = run.table('oms_order.json');
  const uniqueId = uniqueIds();
  const uniqueNumber = uniqueNumbers();
  const orders = table.each(tables.orders, idOf, (raw, name): Order => {
    const row = read(rows.order, raw);
    uniqueId(row.id, 'id');
    const status = STATUSES[row.status];
    if (!status)
      throw new RowRefusal({ zh: `状态 ${row.status} 不认识`, en: `Status ${row.status} is unknown` }, 'status');
    const order = orderOf(row, status, lines.byOrder.get(row.id) ?? [], run);
    uniqueNumber(row.order_sn, 'order_sn');
    warnOf(row, order, table, name);
    return order;
  });
  for (const order of orders) lines.byOrder.delete(order.id);
  for (const line of [...lines.byOrder.values()].flat())
    lines.table.takeBack(line.id, { zh: '所属订单没有导入', en: 'Its order was not taken' }, 'order_id');
  return orders;
}

function orderOf(row: Row, status: OrderStatus, lines: OrderLine[], run: Run): Order {
  const { currency, timeZone } = run.info;
  const placedAt = requiredTime(row.create_time, timeZone, 'create_time');
  const paidAt = time(row.payment_time, timeZone, 'payment_time');
  const sent = status === 'shipped' || status === 'completed';
  const shippedAt = time(row.delivery_time, timeZone, 'delivery_time');
  const deliveredAt = time(row.receive_time, timeZone, 'receive_time');
  const cancelledAt = status === 'cancelled' ? time(row.modify_time, timeZone, 'modify_time') : undefined;
  const total = amount(row.pay_amount, currency, 'pay_amount');
  const order: Order = {
    id: row.id,
    number: row.order_sn,
    customerId: row.member_id ?? null,
    contact: { name: row.receiver_name, phone: row.receiver_phone, email: '' },
    status,
    placedAt,
    ...(paidAt && { paidAt }),
    ...(sent && shippedAt && { shippedAt }),
    ...(status === 'completed' && deliveredAt && { deliveredAt }),
    ...(cancelledAt && { cancelledAt }),
    lines,
    address: {
      name: row.receiver_name,
      phone: row.receiver_phone,
      country: 'CN',
      province: row.receiver_province,
      city: row.receiver_city,
      district: row.receiver_region,
      street: row.receiver_detail_address,
      postcode: row.receiver_post_code,
    },
    shippingFee:
      row.freight_amount === null || row.freight_amount === undefined
        ? money(0, currency)
        : amount(row.freight_amount, currency, 'freight_amount'),
    total,
    payments: payments(row, status, total, paidAt),
    parcels: [],
    note: row.note,
    version: 1,
  };
  return { ...order, parcels: sent ? parcels(row, order) : [] };
}

function payments(row: Row, status: OrderStatus, total: Money, paidAt: string | undefined): Payment[] {
  const paid = paidAt !== undefined || (status !== 'awaiting-payment' && status !== 'cancelled');
  const method = PAYMENT_METHODS[row.pay_type ?? 0] ?? 'original';
  return paid
    ? [{ id: `payment-${row.id}`, method, kind: 'payment', amount: total, ...(paidAt && { at: paidAt }) }]
    : [];
}

function parcels(row: Row, { id, lines, status, shippedAt, deliveredAt }: Order): Parcel[] {
  if (row.delivery_sn === '') return [];
  const nowhere = { zh: '', en: '' };
  const events: TrackingEvent[] = [];
  if (shippedAt) events.push({ at: shippedAt, place: nowhere, text: { zh: '商家已发货', en: 'Sent by the shop' } });
  if (deliveredAt) events.push({ at: deliveredAt, place: nowhere, text: { zh: '已签收', en: 'Delivered' } });
  return [
    {
      id: `parcel-${id}`,
      carrier: written(row.delivery_company || '快递'),
      trackingNumber: row.delivery_sn,
      status: status === 'completed' ? 'delivered' : 'in-transit',
      lineIds: lines.map((line) => line.id),
      events,
    },
  ];
}

function warnOf(row: Row, order: Order, table: Table, name: string): void {
  const warn = (column: string, zh: string, en: string) => table.warn(name, { zh, en }, column);
  if (row.delete_status === 1)
    warn('delete_status', '顾客已从自己的列表里删除，仍然保留', 'Deleted from the customer’s list: kept all the same');
  if (row.status === 5) warn('status', '在原店是无效订单，按已取消处理', 'Invalid in the shop: kept as cancelled');
  if (order.lines.length === 0) warn('id', '没有商品明细', 'Has no items');
  if (order.total.amount === 0) warn('pay_amount', '实付金额是 0', 'The amount paid is 0');
  if (order.payments.length > 0 && !order.paidAt)
    warn('payment_time', '已付款但没有付款时间', 'Paid, without a time of payment');
  if (order.status === 'shipped' && !order.shippedAt)
    warn('delivery_time', '已发货但没有发货时间', 'Sent, without a time of sending');
  if (order.status === 'completed' && !order.deliveredAt)
    warn('receive_time', '已完成但没有签收时间', 'Completed, without a time of receipt');
  if ((order.status === 'paid' || order.status === 'cancelled') && row.delivery_time)
    warn(
      'delivery_time',
      '没有发货的状态却有发货时间，不采用',
      'Has a time of sending though it was not sent: not taken',
    );
  if (order.customerId === null)
    warn('member_id', '没有会员，只能凭订单号和手机号查询', 'Has no customer: can be found by number and phone only');
  if (order.lines.length > 0) {
    const goods = order.lines.reduce(
      (sum, line) => sum + line.unitPrice.amount * line.quantity - line.discount.amount,
      0,
    );
    const expected = money(goods + order.shippingFee.amount, order.total.currency);
    if (expected.amount !== order.total.amount) {
      warn(
        'pay_amount',
        `明细合计 ${formatMoney(expected, 'zh')}，实付 ${formatMoney(order.total, 'zh')}，按实付保留`,
        `The items come to ${formatMoney(expected, 'en')}, paid were ${formatMoney(order.total, 'en')}: kept as paid`,
      );
    }
  }
}
