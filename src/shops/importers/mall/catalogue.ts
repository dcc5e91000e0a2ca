import type { z } from 'zod';
import type { Money } from '../../../core/money.ts';
import type { Category, Product, Variant } from '../../../core/product.ts';
import { written } from '../attributes.ts';
import { amount, read } from '../fields.ts';
import { uniqueIds } from '../order-numbers.ts';
import type { Table } from '../report.ts';
import { RowRefusal } from '../report.ts';
import type { Run } from '../source.ts';
import { readOptions } from './options.ts';
import * as rows from './rows.ts';
import { idOf, type Tables } from './tables.ts';

export function readCategories(run: Run, tables: Tables): Category[] {
  const unique = uniqueIds();
  return run.table('pms_product_category.json').each(tables.categories, idOf, (raw) => {
    const row = read(rows.category, raw);
    unique(row.id, 'id');
    if (row.name === '') throw new RowRefusal({ zh: '分类没有名称', en: 'The category has no name' }, 'name');
    return { id: row.id, name: written(row.name) };
  });
}

/** Brands become a word on their products. */
export function readBrands(run: Run, tables: Tables): Map<string, string> {
  const named = run.table('pms_brand.json').each(tables.brands, idOf, (raw) => {
    const row = read(rows.brand, raw);
    if (row.name === '') throw new RowRefusal({ zh: '品牌没有名称', en: 'The brand has no name' }, 'name');
    return [row.id, row.name] as const;
  });
  return new Map(named);
}

export function readProducts(run: Run, tables: Tables, categories: Category[], brands: Map<string, string>): Product[] {
  const variants = readVariants(run, tables);
  const table = run.table('pms_product.json');
  const unique = uniqueIds();
  const products = table.each(tables.products, idOf, (raw, name): Product => {
    const row = read(rows.product, raw);
    unique(row.id, 'id');
    if (row.name === '') throw new RowRefusal({ zh: '商品没有名称', en: 'The product has no name' }, 'name');
    const price = amount(row.price, run.info.currency, 'price');
    if (price.amount === 0) table.warn(name, { zh: '价格是 0', en: 'The price is 0' }, 'price');
    const deleted = row.delete_status === 1;
    if (deleted)
      table.warn(
        name,
        { zh: '在原店已删除，按下架处理', en: 'Deleted in the shop: kept as no longer for sale' },
        'delete_status',
      );
    else if (row.publish_status === 0)
      table.warn(
        name,
        { zh: '在原店没有上架，按下架处理', en: 'Not published in the shop: kept as not for sale' },
        'publish_status',
      );
    const original =
      row.original_price === null || row.original_price === undefined
        ? price
        : amount(row.original_price, run.info.currency, 'original_price');
    const own = variants.byProduct.get(row.id) ?? [];
    const brand = brands.get(row.brand_id ?? '') ?? row.brand_name;
    return {
      id: row.id,
      title: written(row.name),
      description: written([row.sub_title, row.description].filter(meant).join('\n')),
      category: categoryOf(row, categories, table, name),
      ...(brand && { brand: written(brand) }),
      attributes: [],
      tags: [row.keywords, row.product_sn].filter(meant),
      variants:
        own.length > 0
          ? own.map((variant) => reduced(variant, price, original))
          : [onlyVariant(row, price, table, name)],
      active: !deleted && row.publish_status !== 0,
    };
  });
  for (const product of products) variants.byProduct.delete(product.id);
  for (const variant of [...variants.byProduct.values()].flat())
    variants.table.takeBack(variant.id, { zh: '所属商品没有导入', en: 'Its product was not taken' }, 'product_id');
  return products;
}

/** The developers' own placeholders are no text for a customer. */
function meant(text: string): boolean {
  return text !== '' && text !== 'string' && !/^(\d)\1*$/.test(text) && !/^x+$/i.test(text);
}

function readVariants(run: Run, tables: Tables): { byProduct: Map<string, Variant[]>; table: Table } {
  const known = new Set(tables.products.map(idOf));
  const table = run.table('pms_sku_stock.json');
  const unique = uniqueIds();
  const byProduct = new Map<string, Variant[]>();
  table.each(tables.skus, idOf, (raw, name) => {
    const row = read(rows.sku, raw);
    unique(row.id, 'id');
    if (!known.has(row.product_id))
      throw new RowRefusal(
        { zh: `商品 ${row.product_id} 不存在`, en: `There is no product ${row.product_id}` },
        'product_id',
      );
    const price = amount(row.price, run.info.currency, 'price');
    if (price.amount === 0) table.warn(name, { zh: '价格是 0', en: 'The price is 0' }, 'price');
    const options = readOptions(row.sp_data);
    if (options === null)
      table.warn(name, { zh: '规格读不懂，按没有规格处理', en: 'The options cannot be read: kept without' }, 'sp_data');
    const locked = row.lock_stock ?? 0;
    if (locked < 0)
      table.warn(
        name,
        { zh: `锁定库存是负数 ${locked}，按 0 处理`, en: `Reserved stock is negative (${locked}): taken as 0` },
        'lock_stock',
      );
    const variant: Variant = {
      id: row.id,
      sku: row.sku_code,
      options: options ?? [],
      price,
      stock: row.stock === null || row.stock === undefined ? null : Math.max(0, row.stock - Math.max(0, locked)),
    };
    byProduct.set(row.product_id, [...(byProduct.get(row.product_id) ?? []), variant]);
  });
  return { byProduct, table };
}

/** The product's former price belongs to the variants that cost what the product costs. */
function reduced(variant: Variant, price: Money, original: Money): Variant {
  return variant.price.amount === price.amount && original.amount > price.amount
    ? { ...variant, compareAt: original }
    : variant;
}

function onlyVariant(row: z.infer<typeof rows.product>, price: Money, table: Table, name: string): Variant {
  table.warn(name, { zh: '没有规格，按单一规格处理', en: 'Has no variants: kept as a single one' });
  return {
    id: `product-${row.id}`,
    sku: row.product_sn,
    options: [],
    price,
    stock: row.stock === null || row.stock === undefined ? null : Math.max(0, row.stock),
  };
}

function categoryOf(row: z.infer<typeof rows.product>, categories: Category[], table: Table, name: string): Category {
  const found = categories.find((category) => category.id === row.product_category_id);
  if (found) return found;
  table.warn(name, { zh: '分类不存在', en: 'Its category does not exist' }, 'product_category_id');
  const made = { id: row.product_category_id ?? 'none', name: written(row.product_category_name || '其他') };
  categories.push(made);
  return made;
}
