import type { Order, OrderLine } from '../../../core/order.ts';
import { orderNumberKey } from '../../../core/order-number.ts';
import type { Product } from '../../../core/product.ts';
import type { Table } from '../report.ts';
import { RowRefusal } from '../report.ts';
import type { Run } from '../source.ts';
import { lineOf } from './order-lines.ts';
import { orderOf, warnOf } from './order-of.ts';
import { rowName } from './products.ts';
import type { CsvRow } from './read-sheet.ts';
import { identifier } from './values.ts';

/** An order is taken whole or not at all: one faulty row keeps all its rows out. */
export function readOrders(run: Run, table: Table, rows: CsvRow[], products: Product[]): Order[] {
  const refusals = new Map<CsvRow, RowRefusal>();
  const orders: Order[] = [];
  const variants = new Map(
    products.flatMap((product) => product.variants.map((variant) => [variant.id, { product, variant }])),
  );
  for (const group of grouped(rows, table, refusals)) {
    const lines: OrderLine[] = [];
    const faulty = group.filter((row, index) => {
      const line = attempt(row, refusals, () => lineOf(row, index, variants, run.info.currency, table));
      if (line) lines.push(line);
      return !line;
    });
    const head = group[0];
    if (!head) continue;
    const order = faulty.length === 0 ? attempt(head, refusals, () => orderOf(group, lines, run)) : undefined;
    if (order) {
      orders.push(order);
      warnOf(group, order, table);
      continue;
    }
    const first = faulty[0] ?? head;
    for (const row of group) {
      if (refusals.has(row)) continue;
      refusals.set(
        row,
        new RowRefusal({
          zh: `同一订单的第 ${first.number} 行有问题，整单不导入`,
          en: `Row ${first.number} of the same order is faulty: the order is not taken`,
        }),
      );
    }
  }
  table.each(rows, rowName, (row) => {
    const refusal = refusals.get(row);
    if (refusal) throw refusal;
  });
  return orders;
}

/** Rows of one order, in their own order; rows without a usable number are refused. */
function grouped(rows: CsvRow[], table: Table, refusals: Map<CsvRow, RowRefusal>): CsvRow[][] {
  const groups = new Map<string, CsvRow[]>();
  for (const row of rows) {
    const number = attempt(row, refusals, () =>
      identifier(row, 'order_number', groups.has(orderNumberKey(row.get('order_number'))) ? undefined : table),
    );
    if (number === undefined) continue;
    const key = orderNumberKey(number);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

function attempt<T>(row: CsvRow, refusals: Map<CsvRow, RowRefusal>, make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof RowRefusal)) throw error;
    refusals.set(row, error);
    return undefined;
  }
}
