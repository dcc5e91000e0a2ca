import type { z } from 'zod';
import { localize } from '../../../core/locale.ts';
import type { Order, OrderLine, ReturnRequest, ReturnStatus } from '../../../core/order.ts';
import { amount, read, requiredTime } from '../fields.ts';
import { uniqueIds } from '../order-numbers.ts';
import type { Table } from '../report.ts';
import { RowRefusal } from '../report.ts';
import type { Run } from '../source.ts';
import { optionValues } from './options.ts';
import * as rows from './rows.ts';
import { idOf, type Tables } from './tables.ts';

type Row = z.infer<typeof rows.returnApply>;

/** 0 待处理, 1 退货中, 2 已完成, 3 已拒绝 (the shop's own numbers). */
const STATUSES: ReturnStatus[] = ['requested', 'approved', 'completed', 'refused'];

/** Reads the applications; what came back and was paid back is booked on the orders. */
export function readReturns(run: Run, tables: Tables, orders: Order[]): ReturnRequest[] {
  const table = run.table('oms_order_return_apply.json');
  const byId = new Map(orders.map((order) => [order.id, order]));
  const unique = uniqueIds();
  return table.each(tables.returns, idOf, (raw, name): ReturnRequest => {
    const row = read(rows.returnApply, raw);
    unique(row.id, 'id');
    const order = byId.get(row.order_id);
    if (!order)
      throw new RowRefusal({ zh: `订单 ${row.order_id} 不存在`, en: `There is no order ${row.order_id}` }, 'order_id');
    const status = STATUSES[row.status];
    if (!status)
      throw new RowRefusal({ zh: `状态 ${row.status} 不认识`, en: `Status ${row.status} is unknown` }, 'status');
    const line = lineOf(row, order);
    if (row.product_count > line.quantity - line.returnedQuantity) {
      throw new RowRefusal(
        {
          zh: `要退 ${row.product_count} 件，这一行没有这么多`,
          en: `${row.product_count} pieces are more than the line has left`,
        },
        'product_count',
      );
    }
    const decided = status === 'approved' || status === 'completed';
    const paidBack =
      row.return_amount === null || row.return_amount === undefined
        ? null
        : amount(row.return_amount, run.info.currency, 'return_amount');
    const request: ReturnRequest = {
      id: row.id,
      orderId: order.id,
      kind: 'return',
      status,
      lines: [{ orderLineId: line.id, quantity: row.product_count }],
      reason: [row.reason, row.description].filter((part) => part !== '').join('：'),
      refund: decided ? paidBack : null,
      createdAt: requiredTime(row.create_time, run.info.timeZone, 'create_time'),
    };
    if (status === 'completed') book(request, order, line, table, name);
    return request;
  });
}

/** The line of that product; where the order has several, the one with the same options. */
function lineOf(row: Row, order: Order): OrderLine {
  const candidates = order.lines.filter((line) => line.productId === row.product_id);
  const wanted = optionValues(row.product_attr);
  const same = candidates.find(
    (line) => line.options.length > 0 && line.options.every((option) => wanted.includes(localize(option.value, 'zh'))),
  );
  const line = same ?? candidates[0];
  if (!line)
    throw new RowRefusal(
      { zh: `订单 ${order.number} 的明细里没有这件商品`, en: `Order ${order.number} has no item of that product` },
      'product_id',
    );
  return line;
}

function book(request: ReturnRequest, order: Order, line: OrderLine, table: Table, name: string): void {
  line.returnedQuantity += request.lines[0]?.quantity ?? 0;
  const refund = request.refund;
  if (!refund || refund.amount === 0) {
    table.warn(name, { zh: '已完成但没有退款金额', en: 'Completed without an amount paid back' }, 'return_amount');
    return;
  }
  const left = order.payments.reduce(
    (sum, payment) => sum + (payment.kind === 'payment' ? payment.amount.amount : -payment.amount.amount),
    0,
  );
  const payment = order.payments[0];
  if (!payment || refund.amount > left) {
    table.warn(
      name,
      {
        zh: '退款比订单的付款还多，没有记到订单上',
        en: 'Paid back more than the order’s payment: not booked on the order',
      },
      'return_amount',
    );
    return;
  }
  order.payments.push({ id: `refund-${request.id}`, method: payment.method, kind: 'refund', amount: refund });
}
