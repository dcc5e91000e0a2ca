import type { z } from 'zod';
import type { Customer } from '../../../core/customer.ts';
import { formatMoney, money, sum } from '../../../core/money.ts';
import type { Order, OrderLine, OrderStatus, Parcel, Payment } from '../../../core/order.ts';
import { written } from '../attributes.ts';
import { amount, read } from '../fields.ts';
import { uniqueNumbers } from '../order-numbers.ts';
import type { Table } from '../report.ts';
import { RowRefusal } from '../report.ts';
import type { Run } from '../source.ts';
import { datesFor } from './dates.ts';
import { optionsOf } from './options.ts';
import * as rows from './rows.ts';
import { addressOf } from './users.ts';

type Row = z.infer<typeof rows.order>;

const STATUSES: Record<string, OrderStatus> = {
  pending: 'paid',
  processed: 'processing',
  delivered: 'delivered',
  cancelled: 'cancelled',
};

export function readOrders(
  run: Run,
  records: Record<string, unknown>,
  customers: Customer[],
  variantIds: Set<string>,
): Order[] {
  const table = run.table('orders.json');
  const unique = uniqueNumbers();
  const byId = new Map(customers.map((customer) => [customer.id, customer]));
  return table.each(
    Object.entries(records),
    ([id]) => id,
    ([, raw], name): Order => {
      const row = read(rows.order, raw);
      const status = STATUSES[row.status];
      if (!status)
        throw new RowRefusal({ zh: `状态「${row.status}」不认识`, en: `Status “${row.status}” is unknown` }, 'status');
      const customer = byId.get(row.user_id);
      if (!customer)
        throw new RowRefusal(
          { zh: `顾客 ${row.user_id} 不存在`, en: `There is no customer ${row.user_id}` },
          'user_id',
        );
      const order = orderOf(row, status, customer, run);
      unique(row.order_id, 'order_id');
      warnOf(order, table, name, variantIds);
      return order;
    },
  );
}

function orderOf(row: Row, status: OrderStatus, customer: Customer, run: Run): Order {
  const { currency, timeZone } = run.info;
  const id = row.order_id.replace(/^#/, '');
  const lines = row.items.map((item, index): OrderLine => {
    return {
      id: `${id}-${index + 1}`,
      productId: item.product_id,
      variantId: item.item_id,
      title: written(item.name),
      options: optionsOf(item.options),
      quantity: 1,
      unitPrice: amount(item.price, currency, 'items.price'),
      discount: money(0, currency),
      returnedQuantity: 0,
      finalSale: false,
    };
  });
  const dates = datesFor(row.order_id, status, run.referenceDate, timeZone);
  const payments = row.payment_history.map((payment, index): Payment => {
    const at = payment.transaction_type === 'payment' ? dates.paidAt : dates.cancelledAt;
    return {
      id: `${id}-payment-${index + 1}`,
      method: customer.paymentMethods.find((method) => method.id === payment.payment_method_id)?.method ?? 'original',
      paymentMethodId: payment.payment_method_id,
      kind: payment.transaction_type,
      amount: amount(payment.amount, currency, 'payment_history.amount'),
      ...(at && { at }),
    };
  });
  const paid = payments.filter((payment) => payment.kind === 'payment').map((payment) => payment.amount);
  return {
    id,
    number: row.order_id,
    customerId: customer.id,
    contact: { name: customer.name, phone: customer.phone, email: customer.email },
    status,
    ...dates,
    lines,
    address: addressOf(row.address, customer.name),
    shippingFee: money(0, currency),
    total:
      paid.length > 0
        ? sum(paid, currency)
        : sum(
            lines.map((line) => line.unitPrice),
            currency,
          ),
    payments,
    parcels: row.fulfillments.flatMap((fulfilment) => parcelsOf(id, fulfilment, status, lines, dates)),
    note: '',
    version: 1,
  };
}

function parcelsOf(
  id: string,
  fulfilment: Row['fulfillments'][number],
  status: OrderStatus,
  lines: OrderLine[],
  { shippedAt, deliveredAt }: { shippedAt?: string; deliveredAt?: string },
): Parcel[] {
  const nowhere = { zh: '', en: '' };
  const events = [
    ...(shippedAt ? [{ at: shippedAt, place: nowhere, text: { zh: '商家已发货', en: 'Sent by the shop' } }] : []),
    ...(deliveredAt ? [{ at: deliveredAt, place: nowhere, text: { zh: '已送达', en: 'Delivered' } }] : []),
  ];
  return fulfilment.tracking_id.map((trackingNumber, index) => ({
    id: `${id}-parcel-${index + 1}-${trackingNumber}`,
    carrier: { zh: '快递', en: 'Carrier' },
    trackingNumber,
    status: status === 'delivered' ? 'delivered' : 'label-created',
    lineIds: lines.filter((line) => fulfilment.item_ids.includes(line.variantId)).map((line) => line.id),
    events,
  }));
}

function warnOf(order: Order, table: Table, name: string, variantIds: Set<string>): void {
  const warn = (column: string, zh: string, en: string) => table.warn(name, { zh, en }, column);
  if (order.lines.length === 0) warn('items', '没有商品明细', 'Has no items');
  if (order.payments.length === 0) warn('payment_history', '没有付款记录', 'Has no payment');
  const gone = order.lines.find((line) => !variantIds.has(line.variantId));
  if (gone)
    warn(
      'items.item_id',
      `规格 ${gone.variantId} 已不在商品表里`,
      `Variant ${gone.variantId} is not among the products`,
    );
  const goods = sum(
    order.lines.map((line) => line.unitPrice),
    order.total.currency,
  );
  if (goods.amount !== order.total.amount) {
    warn(
      'payment_history',
      `明细合计 ${formatMoney(goods, 'zh')}，实付 ${formatMoney(order.total, 'zh')}，按实付保留`,
      `The items come to ${formatMoney(goods, 'en')}, paid were ${formatMoney(order.total, 'en')}: kept as paid`,
    );
  }
}
