import { allocate, formatMoney, money } from '../../../core/money.ts';
import type { Order, OrderLine, Parcel } from '../../../core/order.ts';
import { written } from '../attributes.ts';
import { requiredTime, time } from '../fields.ts';
import type { Table } from '../report.ts';
import { RowRefusal } from '../report.ts';
import type { Run } from '../source.ts';
import { rowName } from './products.ts';
import type { CsvRow } from './read-sheet.ts';
import { flag, identifier, orderStatus, paymentMethod, price } from './values.ts';

/** What describes an order as a whole: taken from the first row that says it. */
const HEAD = [
  'status',
  'placed_at',
  'paid_at',
  'shipped_at',
  'delivered_at',
  'customer_id',
  'contact_name',
  'phone',
  'email',
  'street',
  'order_discount',
  'shipping_fee',
  'total',
  'payment_method',
  'cross_border',
  'note',
];

export function orderOf(rows: CsvRow[], given: OrderLine[], run: Run): Order {
  const { currency, timeZone } = run.info;
  const head = headOf(rows);
  const status = orderStatus(head);
  const number = identifier(head, 'order_number');
  const zero = money(0, currency);
  const lines = shared(given, price(head, 'order_discount', currency) ?? zero, number);
  const shippingFee = price(head, 'shipping_fee', currency) ?? zero;
  const total = price(head, 'total', currency) ?? money(goods(lines) + shippingFee.amount, currency);
  const at = (key: string) => time(head.get(key), timeZone, key);
  const [paidAt, shippedAt, deliveredAt] = [at('paid_at'), at('shipped_at'), at('delivered_at')];
  const paid = paidAt !== undefined || (status !== 'awaiting-payment' && status !== 'cancelled');
  const customerId = head.get('customer_id') === '' ? null : identifier(head, 'customer_id');
  const [name, phone, email] = [head.get('contact_name'), head.get('phone'), head.get('email')];
  return {
    id: number,
    number,
    customerId,
    contact: { name, phone, email },
    status,
    placedAt: requiredTime(head.get('placed_at'), timeZone, 'placed_at'),
    ...(paidAt && { paidAt }),
    ...(shippedAt && { shippedAt }),
    ...(deliveredAt && { deliveredAt }),
    ...(flag(head, 'cross_border', false) && { crossBorder: true }),
    lines,
    address: {
      name,
      phone,
      country: head.get('country') || 'CN',
      province: head.get('province'),
      city: head.get('city'),
      district: head.get('district'),
      street: head.get('street'),
      postcode: head.get('postcode'),
    },
    shippingFee,
    total,
    payments: paid
      ? [
          {
            id: `${number}-payment`,
            method: paymentMethod(head.get('payment_method')),
            kind: 'payment',
            amount: total,
            ...(paidAt && { at: paidAt }),
          },
        ]
      : [],
    parcels: parcelsOf(rows, lines, deliveredAt !== undefined || status === 'delivered' || status === 'completed'),
    note: head.get('note'),
    version: 1,
  };
}

/** The first row, its empty cells filled from the rows below. */
function headOf(rows: CsvRow[]): CsvRow {
  const [first] = rows;
  if (!first) throw new RowRefusal({ zh: '没有内容', en: 'It is empty' });
  return { ...first, get: (key) => rows.map((row) => row.get(key)).find((value) => value !== '') ?? '' };
}

/** What was taken off the whole order, shared over its lines by what they come to. */
function shared(lines: OrderLine[], off: { amount: number; currency: string }, number: string): OrderLine[] {
  const nets = lines.map((line) => line.unitPrice.amount * line.quantity - line.discount.amount);
  if (off.amount > goods(lines))
    throw new RowRefusal(
      {
        zh: `整单优惠比订单 ${number} 的商品金额还多`,
        en: `More was taken off than the goods of order ${number} come to`,
      },
      'order_discount',
    );
  const shares = allocate(money(off.amount, off.currency), nets);
  return lines.map((line, index) => ({
    ...line,
    discount: money(line.discount.amount + (shares[index]?.amount ?? 0), off.currency),
  }));
}

function goods(lines: readonly OrderLine[]): number {
  return lines.reduce((sum, line) => sum + line.unitPrice.amount * line.quantity - line.discount.amount, 0);
}

/** One parcel a tracking number; a single number holds for all rows, several for the rows that name them. */
function parcelsOf(rows: CsvRow[], lines: OrderLine[], delivered: boolean): Parcel[] {
  const numbers = [...new Set(rows.map((row) => row.get('tracking_number')).filter((number) => number !== ''))];
  return numbers.map((trackingNumber, index): Parcel => {
    const own = rows.flatMap((row, at) =>
      numbers.length === 1 || row.get('tracking_number') === trackingNumber ? [at] : [],
    );
    const carrier = rows.find((row) => row.get('tracking_number') === trackingNumber)?.get('carrier');
    return {
      id: String(index + 1),
      carrier: written(carrier || '快递'),
      trackingNumber,
      status: delivered ? 'delivered' : 'in-transit',
      lineIds: own.flatMap((at) => lines[at]?.id ?? []),
      events: [],
    };
  });
}

export function warnOf(rows: CsvRow[], order: Order, table: Table): void {
  const [first] = rows;
  if (!first) return;
  const warn = (column: string, zh: string, en: string, row = first) => table.warn(rowName(row), { zh, en }, column);
  const expected = money(goods(order.lines) + order.shippingFee.amount, order.total.currency);
  if (expected.amount !== order.total.amount) {
    warn(
      'total',
      `各行合计 ${formatMoney(expected, 'zh')}，实付 ${formatMoney(order.total, 'zh')}，按实付保留`,
      `The rows come to ${formatMoney(expected, 'en')}, paid were ${formatMoney(order.total, 'en')}: kept as paid`,
    );
  }
  if (order.status === 'delivered' && !order.deliveredAt)
    warn(
      'delivered_at',
      '已签收但没有签收时间，退换货要人工处理',
      'Delivered without a time: returns will need a person',
    );
  if (order.customerId === null && order.contact.phone === '' && order.contact.email === '') {
    warn(
      'phone',
      '没有顾客编号、手机号和邮箱，顾客查不到这单',
      'Has no customer, phone or e-mail: nobody can look it up',
    );
  }
  const head = headOf(rows);
  for (const row of rows) {
    const other = HEAD.find((key) => row.get(key) !== '' && row.get(key) !== head.get(key));
    if (other)
      warn(
        other,
        `和第 ${first.number} 行不一样，取前面的`,
        `Differs from row ${first.number}: the earlier one is taken`,
        row,
      );
  }
}
