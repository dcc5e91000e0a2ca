import type { z } from 'zod';
import { add, money, times } from '../../../core/money.ts';
import type { OrderLine } from '../../../core/order.ts';
import { written } from '../attributes.ts';
import { amount, read } from '../fields.ts';
import type { Table } from '../report.ts';
import { RowRefusal } from '../report.ts';
import type { Run } from '../source.ts';
import { readOptions } from './options.ts';
import * as rows from './rows.ts';
import { idOf, type Tables } from './tables.ts';

type Item = z.infer<typeof rows.item>;

/** Order lines by the id of their order, and the table they stand in. */
export function readLines(run: Run, tables: Tables): { byOrder: Map<string, OrderLine[]>; table: Table } {
  const orders = new Set(tables.orders.map(idOf));
  const products = new Set(tables.products.map(idOf));
  const skus = new Set(tables.skus.map(idOf));
  const table = run.table('oms_order_item.json');
  const byOrder = new Map<string, OrderLine[]>();
  table.each(tables.items, idOf, (raw, name) => {
    const row = read(rows.item, raw);
    if (!orders.has(row.order_id))
      throw new RowRefusal({ zh: `订单 ${row.order_id} 不存在`, en: `There is no order ${row.order_id}` }, 'order_id');
    if (!products.has(row.product_id ?? ''))
      table.warn(name, { zh: '商品已不在商品表里', en: 'Its product is not in the product table' }, 'product_id');
    else if (!skus.has(row.product_sku_id ?? ''))
      table.warn(name, { zh: '规格已不在规格表里', en: 'Its variant is not in the variant table' }, 'product_sku_id');
    byOrder.set(row.order_id, [...(byOrder.get(row.order_id) ?? []), line(row, run.info.currency, table, name)]);
  });
  return { byOrder, table };
}

function line(row: Item, currency: string, table: Table, name: string): OrderLine {
  const unitPrice = amount(row.product_price, currency, 'product_price');
  if (unitPrice.amount === 0) table.warn(name, { zh: '价格是 0', en: 'The price is 0' }, 'product_price');
  const options = readOptions(row.product_attr);
  if (options === null)
    table.warn(
      name,
      { zh: '规格读不懂，按没有规格处理', en: 'The options cannot be read: kept without' },
      'product_attr',
    );
  const zero = money(0, currency);
  // In these tables the deductions are per piece.
  const perPiece = (['promotion_amount', 'coupon_amount', 'integration_amount'] as const)
    .map((column) => (row[column] === null || row[column] === undefined ? zero : amount(row[column], currency, column)))
    .reduce(add, zero);
  return {
    id: row.id,
    productId: row.product_id ?? '',
    variantId: row.product_sku_id ?? '',
    title: written(row.product_name),
    options: options ?? [],
    quantity: row.product_quantity,
    unitPrice,
    discount: times(perPiece, row.product_quantity),
    returnedQuantity: 0,
    finalSale: false,
  };
}
