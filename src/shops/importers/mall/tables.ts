import { z } from 'zod';
import { failed } from '../failure.ts';
import { readJson } from '../json-file.ts';

const FILES = {
  products: 'pms_product.json',
  skus: 'pms_sku_stock.json',
  brands: 'pms_brand.json',
  categories: 'pms_product_category.json',
  orders: 'oms_order.json',
  items: 'oms_order_item.json',
  returns: 'oms_order_return_apply.json',
  coupons: 'sms_coupon.json',
} as const;

/** Rows as they stand in the files, unread. */
export type Tables = Record<keyof typeof FILES, Record<string, unknown>[]>;

/** @throws AppError `import.failed` when a file is missing or is no list of rows. */
export async function readTables(directory: string): Promise<Tables> {
  const tables: Partial<Tables> = {};
  for (const [name, file] of Object.entries(FILES) as [keyof Tables, string][]) {
    const rows = z.array(z.record(z.string(), z.unknown())).safeParse(await readJson(directory, file));
    if (!rows.success) throw failed({ zh: `${file} 应该是一组记录。`, en: `${file} should be a list of rows.` });
    tables[name] = rows.data;
  }
  return tables as Tables;
}

export function idOf(row: Record<string, unknown>, index = 0): string {
  return typeof row.id === 'string' || typeof row.id === 'number' ? String(row.id) : `#${index + 1}`;
}
