import type { Attribute, Category, Product, Variant } from '../../../core/product.ts';
import { attribute, written } from '../attributes.ts';
import { uniqueIds } from '../order-numbers.ts';
import type { Table } from '../report.ts';
import { RowRefusal } from '../report.ts';
import type { Run } from '../source.ts';
import type { CsvRow } from './read-sheet.ts';
import { count, flag, identifier, list, localized, price, requiredPrice } from './values.ts';

export function readProducts(run: Run, table: Table, rows: CsvRow[]): { products: Product[]; categories: Category[] } {
  const products = new Map<string, Product>();
  const categories = new Map<string, Category>();
  const unique = uniqueIds();
  table.each(rows, rowName, (row, name) => {
    const id = identifier(row, 'product_id', table);
    const variant = variantOf(row, id, run.info.currency);
    const known = products.get(id);
    const product = known ?? productOf(row, id, categories);
    unique(variant.id, 'sku');
    if (variant.price.amount === 0) table.warn(name, { zh: '价格是 0', en: 'The price is 0' }, 'price');
    const title = localized(row, 'title_zh', 'title_en');
    if (known && title && (title.zh ?? known.title.zh) !== known.title.zh) {
      table.warn(
        name,
        {
          zh: '商品名称和第一行不一样，取第一行的',
          en: 'The name differs from the product’s first row: that one is taken',
        },
        'title_zh',
      );
    }
    product.variants.push(variant);
    products.set(id, product);
  });
  return { products: [...products.values()], categories: [...categories.values()] };
}

export function rowName(row: CsvRow): string {
  return String(row.number);
}

function productOf(row: CsvRow, id: string, categories: Map<string, Category>): Product {
  const title = localized(row, 'title_zh', 'title_en');
  if (!title) throw new RowRefusal({ zh: '缺少商品名称', en: 'The name is missing' }, 'title_zh');
  const brand = row.get('brand');
  const image = row.get('image');
  return {
    id,
    title,
    description: localized(row, 'description_zh', 'description_en') ?? { zh: '' },
    category: categoryOf(row, categories),
    ...(brand && { brand: written(brand) }),
    attributes: freeOf(row, 'attribute'),
    tags: list(row.get('tags')),
    variants: [],
    ...(image && { image }),
    active: flag(row, 'active', true),
  };
}

/** A category is known by its name in the first column. */
function categoryOf(row: CsvRow, categories: Map<string, Category>): Category {
  const id = row.get('category');
  if (id === '') throw new RowRefusal({ zh: '缺少分类', en: 'The category is missing' }, 'category');
  const known = categories.get(id);
  if (known) return known;
  const english = row.get('category_en');
  const made: Category = { id: id.slice(0, 64), name: english ? { zh: id, en: english } : written(id) };
  categories.set(id, made);
  return made;
}

function variantOf(row: CsvRow, productId: string, currency: string): Variant {
  if (row.beyond > 0) {
    throw new RowRefusal({
      zh: '这一行的格子比表头多，可能有没加引号的逗号',
      en: 'The row has more cells than the header: a comma may lack its quotes',
    });
  }
  const compareAt = price(row, 'compare_at', currency);
  const now = requiredPrice(row, 'price', currency);
  const standard = ['colour', 'size'].flatMap((key) => (row.get(key) ? [attribute(key, written(row.get(key)))] : []));
  const sku = row.get('sku') === '' ? productId : identifier(row, 'sku');
  return {
    id: sku,
    sku,
    options: [...standard, ...freeOf(row, 'option')],
    price: now,
    ...(compareAt && compareAt.amount > now.amount && { compareAt }),
    stock: count(row, 'stock', 0) ?? null,
  };
}

function freeOf(row: CsvRow, kind: 'option' | 'attribute'): Attribute[] {
  return row.free
    .filter(({ column }) => column.kind === kind)
    .map(({ column, value }) => attribute(column.name, written(value)));
}
