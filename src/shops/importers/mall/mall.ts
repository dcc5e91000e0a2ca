import type { Importer } from '../source.ts';
import { readBrands, readCategories, readProducts } from './catalogue.ts';
import { readCoupons } from './coupons.ts';
import { customersOf } from './customers.ts';
import { readOrders } from './orders.ts';
import { readReturns } from './returns.ts';
import { readTables } from './tables.ts';

/** The tables of the Chinese open-source shop "mall" (github.com/macrozheng/mall), one JSON list of rows a table. */
export const importMall: Importer = async (run) => {
  const tables = await readTables(run.directory);
  run.expect(Object.values(tables).reduce((sum, rows) => sum + rows.length, 0));
  const categories = readCategories(run, tables);
  const products = readProducts(run, tables, categories, readBrands(run, tables));
  const orders = readOrders(run, tables);
  const returns = readReturns(run, tables, orders);
  run.note({
    zh: '数据里的时间原样保留（到 2023 年为止）。',
    en: 'Times are kept as they are in the data, which ends in 2023.',
  });
  run.note({
    zh: '数据里没有文章，客服问答要另外导入。',
    en: 'The data has no articles: bring in your answers to common questions separately.',
  });
  return {
    info: run.info,
    categories,
    products,
    customers: customersOf(orders),
    orders,
    returns,
    coupons: readCoupons(run, tables),
    articles: [],
  };
};
