import { z } from 'zod';
import { failed } from '../failure.ts';
import { readJson } from '../json-file.ts';
import type { Importer } from '../source.ts';
import { readOrders } from './orders.ts';
import { EVERYTHING, readProducts } from './products.ts';
import { readUsers } from './users.ts';

/** The retail shop of tau-bench (github.com/sierra-research/tau-bench): users.json, orders.json, products.json, each keyed by id. */
export const importTau: Importer = async (run) => {
  const [users, orders, products] = await Promise.all(
    ['users.json', 'orders.json', 'products.json'].map((file) => readRecords(run.directory, file)),
  );
  if (!users || !orders || !products) throw failed({ zh: '数据不完整。', en: 'The data is incomplete.' });
  const variants = Object.values(products).reduce((total: number, product) => {
    const inner = z.object({ variants: z.record(z.string(), z.unknown()) }).safeParse(product);
    return total + (inner.success ? Object.keys(inner.data.variants).length : 0);
  }, 0);
  run.expect(Object.keys(users).length + Object.keys(orders).length + Object.keys(products).length + variants);
  const read = readProducts(run, products);
  const customers = readUsers(run, users);
  const variantIds = new Set(read.flatMap((product) => product.variants.map((variant) => variant.id)));
  run.note({
    zh: `数据里没有日期：下单、发货、签收时间按订单号推算，都在 ${run.referenceDate}（${run.info.timeZone}）之前；已签收的订单都在这天之前 1 到 6 天签收。`,
    en: `The data has no dates: times of order, dispatch and delivery are derived from the order number, all before ${run.referenceDate} (${run.info.timeZone}); delivered orders arrived 1 to 6 days before it.`,
  });
  run.note({
    zh: '数据里只有「有货」或「没货」：有货的不计件数。',
    en: 'The data says only whether a variant is available: available ones are kept without a count.',
  });
  run.note({ zh: '数据里没有文章、优惠券和退货记录。', en: 'The data has no articles, coupons or returns.' });
  return {
    info: run.info,
    categories: [EVERYTHING],
    products: read,
    customers,
    orders: readOrders(run, orders, customers, variantIds),
    returns: [],
    coupons: [],
    articles: [],
  };
};

async function readRecords(directory: string, file: string): Promise<Record<string, unknown>> {
  const records = z.record(z.string(), z.unknown()).safeParse(await readJson(directory, file));
  if (!records.success)
    throw failed({ zh: `${file} 应该是按编号排列的记录。`, en: `${file} should hold records by their id.` });
  return records.data;
}
