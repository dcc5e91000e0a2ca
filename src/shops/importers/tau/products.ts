import { localize } from '../../../core/locale.ts';
import type { Category, Product, Variant } from '../../../core/product.ts';
import { written } from '../attributes.ts';
import { amount, read } from '../fields.ts';
import { uniqueIds } from '../order-numbers.ts';
import { RowRefusal } from '../report.ts';
import type { Run } from '../source.ts';
import { optionsOf } from './options.ts';
import * as rows from './rows.ts';

export const EVERYTHING: Category = { id: 'all', name: { zh: '全部商品', en: 'All products' } };

export function readProducts(run: Run, records: Record<string, unknown>): Product[] {
  const products = run.table('products.json');
  const variants = run.table('products.json: variants');
  const unique = uniqueIds();
  return products.each(
    Object.entries(records),
    ([id]) => id,
    ([, raw]): Product => {
      const row = read(rows.product, raw);
      unique(row.product_id, 'product_id');
      if (row.name === '') throw new RowRefusal({ zh: '商品没有名称', en: 'The product has no name' }, 'name');
      const own = variants.each(
        Object.entries(row.variants),
        ([id]) => id,
        ([, each], name): Variant => {
          const variant = read(rows.variant, each);
          unique(variant.item_id, 'item_id');
          const price = amount(variant.price, run.info.currency, 'price');
          if (price.amount === 0) variants.warn(name, { zh: '价格是 0', en: 'The price is 0' }, 'price');
          const options = optionsOf(variant.options);
          // Available says that it can be bought, not how many there are.
          return { id: variant.item_id, sku: variant.item_id, options, price, stock: variant.available ? null : 0 };
        },
      );
      const text = written(row.name);
      return {
        id: row.product_id,
        title: text,
        description: { en: '' },
        category: EVERYTHING,
        attributes: [],
        tags: [localize(text, 'en')],
        variants: own,
        active: own.length > 0,
      };
    },
  );
}
