import { failed } from '../failure.ts';
import type { Table } from '../report.ts';
import type { Importer, Run } from '../source.ts';
import { readArticles } from './articles.ts';
import type { Sheet } from './columns.ts';
import { readCoupons } from './coupons.ts';
import { ORDERS } from './order-sheet.ts';
import { readOrders } from './orders.ts';
import { readCustomers, withOrders } from './people.ts';
import { readProducts } from './products.ts';
import type { CsvRow } from './read-sheet.ts';
import { readSheet } from './read-sheet.ts';
import { ARTICLES, COUPONS, CUSTOMERS, PRODUCTS, TRACKING } from './sheets.ts';
import { readTracking } from './tracking.ts';

/** A folder of CSV files: products.csv, orders.csv, customers.csv, tracking.csv, articles.csv, coupons.csv, shop.csv; at least one of the first and articles. */
export const importCsv: Importer = async (run) => {
  const sheets = new Map<Sheet, { table: Table; rows: CsvRow[] }>();
  for (const sheet of [PRODUCTS, ORDERS, CUSTOMERS, TRACKING, ARTICLES, COUPONS]) {
    const read = await open(run, sheet);
    if (read) sheets.set(sheet, read);
  }
  if (!sheets.has(PRODUCTS) && !sheets.has(ARTICLES)) {
    throw failed({
      zh: '文件夹里没有 products.csv，也没有 articles.csv。',
      en: 'The folder has neither products.csv nor articles.csv.',
    });
  }
  const take = <T>(sheet: Sheet, otherwise: T, map: (table: Table, rows: CsvRow[]) => T): T => {
    const found = sheets.get(sheet);
    return found ? map(found.table, found.rows) : otherwise;
  };
  const { products, categories } = take(PRODUCTS, { products: [], categories: [] }, (table, rows) =>
    readProducts(run, table, rows),
  );
  const orders = take(ORDERS, [], (table, rows) => readOrders(run, table, rows, products));
  take(TRACKING, undefined, (table, rows) => readTracking(run, table, rows, orders));
  return {
    info: run.info,
    categories,
    products,
    customers: withOrders(take(CUSTOMERS, [], readCustomers), orders),
    orders,
    returns: [],
    coupons: take(COUPONS, [], (table, rows) => readCoupons(run, table, rows)),
    articles: take(ARTICLES, [], (table, rows) => readArticles(run, table, rows)),
  };
};

async function open(run: Run, sheet: Sheet): Promise<{ table: Table; rows: CsvRow[] } | null> {
  const read = await readSheet(run.directory, sheet, run.encoding);
  if (!read) return null;
  const { rows, decoded, unknown } = read;
  run.expect(rows.length);
  if (!decoded.certain) {
    run.note({
      zh: `${sheet.file} 的编码是按内容判断的（${decoded.encoding}），请核对导入后的文字。`,
      en: `The encoding of ${sheet.file} was judged by its content (${decoded.encoding}): please check the imported text.`,
    });
  }
  if (unknown.length > 0) {
    run.note({
      zh: `${sheet.file} 里这些列没有用到：${unknown.join('、')}。`,
      en: `These columns of ${sheet.file} are not used: ${unknown.join(', ')}.`,
    });
  }
  return { table: run.table(sheet.file), rows };
}
