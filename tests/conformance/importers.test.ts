import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { memoryShop } from '../../src/commands/testing/memory-shop.ts';
import { manualClock } from '../../src/core/clock.ts';
import { refundQuote } from '../../src/policy/refund.ts';
import { mayReturn } from '../../src/policy/return.ts';
import { DEFAULT_POLICY } from '../../src/policy/shipped.ts';
import { importShop } from '../../src/shops/importers/import-shop.ts';
import type { ImportReport } from '../../src/shops/importers/report.ts';

/** Public data, unchanged: tables of github.com/macrozheng/mall and the retail domain of github.com/sierra-research/tau-bench. */
const DATA = process.env.XIAOER_DATA;
if (!DATA)
  console.warn('Importers against real data: not run. Set XIAOER_DATA to the folder that holds shop_mall_zh and tau.');

const clock = manualClock('2026-11-20T15:00:00.000Z');

function counts(report: ImportReport): Record<string, [read: number, kept: number, refused: number]> {
  return Object.fromEntries(report.tables.map((table) => [table.file, [table.read, table.kept, table.refused.length]]));
}

function everyRowAccountedFor(report: ImportReport): void {
  for (const table of report.tables) {
    expect([table.file, table.kept + table.refused.length]).toEqual([table.file, table.read]);
    for (const { reason } of [...table.refused, ...table.warnings])
      expect([Boolean(reason.zh), Boolean(reason.en)]).toEqual([true, true]);
  }
}

describe.skipIf(!DATA)('real data', () => {
  it('[IMPORT-30] mall: rows read, kept and refused', async () => {
    const { report } = await importShop({ from: 'mall', directory: join(DATA ?? '', 'shop_mall_zh'), clock });
    everyRowAccountedFor(report);
    expect(counts(report)).toEqual({
      'pms_product_category.json': [40, 40, 0],
      'pms_brand.json': [12, 12, 0],
      'pms_sku_stock.json': [96, 96, 0],
      'pms_product.json': [38, 38, 0],
      'oms_order_item.json': [94, 94, 0],
      'oms_order.json': [65, 65, 0],
      // Nine are for goods that their orders do not list.
      'oms_order_return_apply.json': [21, 12, 9],
      // Three are for some goods only, and the data does not say which.
      'sms_coupon.json': [5, 2, 3],
    });
  });

  it('[IMPORT-30] mall: every order can be found by its 18-digit number, and its customer has it', async () => {
    const { data } = await importShop({ from: 'mall', directory: join(DATA ?? '', 'shop_mall_zh'), clock });
    const shop = memoryShop(data, clock.now);
    expect(data.orders.every((order) => /^\d{18}$/.test(order.number))).toBe(true);
    expect(new Set(data.orders.map((order) => order.number)).size).toBe(65);
    for (const order of data.orders) {
      expect((await shop.findOrder(` ${order.number} `))?.id).toBe(order.id);
      const own = await shop.listOrders(order.customerId ?? '', { limit: 100 });
      expect(own.items.map((each) => each.id)).toContain(order.id);
    }
    for (const request of data.returns)
      expect(data.orders.find((order) => order.id === request.orderId)?.lines.map((line) => line.id)).toContain(
        request.lines[0]?.orderLineId,
      );
  });

  it('[IMPORT-30] tau-bench: rows read, kept and refused; every order can be found, paid for what its items come to', async () => {
    const { data, report } = await importShop({ from: 'tau-bench', directory: join(DATA ?? '', 'tau'), clock });
    everyRowAccountedFor(report);
    expect(counts(report)).toEqual({
      'products.json': [50, 50, 0],
      'products.json: variants': [591, 591, 0],
      'users.json': [500, 500, 0],
      'orders.json': [1_000, 1_000, 0],
    });
    expect(report.tables.flatMap((table) => table.warnings)).toEqual([]);
    const shop = memoryShop(data, clock.now);
    for (const order of data.orders.slice(0, 200))
      expect((await shop.findOrder(order.number.toLowerCase()))?.id).toBe(order.id);
    expect(data.orders.filter((order) => order.status === 'delivered')).toHaveLength(373);
  });

  it('[IMPORT-30] tau-bench: on the reference date every delivered order can be returned for all that was paid', async () => {
    const { data } = await importShop({ from: 'tau-bench', directory: join(DATA ?? '', 'tau'), clock });
    const context = { timeZone: data.info.timeZone, now: clock.now(), returns: [] };
    for (const order of data.orders.filter((each) => each.status === 'delivered')) {
      const items = order.lines.map((line) => ({ lineId: line.id, quantity: 1 }));
      expect([order.number, mayReturn(order, items, DEFAULT_POLICY, context).allowed]).toEqual([order.number, true]);
      expect(refundQuote(order, items, DEFAULT_POLICY, context).amount).toEqual(order.total);
    }
  });
});
