import type { Comparison } from '../core/fact.ts';
import type { Localized } from '../core/locale.ts';
import { localize } from '../core/locale.ts';
import { formatMoney } from '../core/money.ts';
import type { Product } from '../core/product.ts';
import { inStock } from '../core/product.ts';
import { SIZE_CHART } from './size-table.ts';

type Row = Comparison['rows'][number];

/** Only products that are for sale, each once, in the order asked; only what differs between them. */
export function compareProducts(byId: ReadonlyMap<string, Product>, productIds: readonly string[]): Comparison {
  const products = [...new Set(productIds)].flatMap((id) => {
    const product = byId.get(id);
    return product?.active ? [product] : [];
  });
  const rows: Row[] = [
    { label: { zh: '价格', en: 'Price' }, values: products.map(priceOf) },
    { label: { zh: '品牌', en: 'Brand' }, values: products.map(({ brand }) => brand ?? null) },
    ...optionRows(products),
    ...attributeRows(products),
  ];
  return { products, rows: rows.filter(({ values }) => differs(values)) };
}

function differs(values: readonly (Localized | null)[]): boolean {
  return new Set(values.map((value) => JSON.stringify([value?.zh ?? null, value?.en ?? null]))).size > 1;
}

/** One price, or from the lowest to the highest of its variants. */
function priceOf({ variants }: Product): Localized | null {
  const prices = variants.map(({ price }) => price).sort((a, b) => a.amount - b.amount);
  const [low] = prices;
  const high = prices.at(-1);
  if (!low || !high) return null;
  if (low.amount === high.amount) return { zh: formatMoney(low, 'zh'), en: formatMoney(low, 'en') };
  return {
    zh: `${formatMoney(low, 'zh')}–${formatMoney(high, 'zh')}`,
    en: `${formatMoney(low, 'en')}–${formatMoney(high, 'en')}`,
  };
}

/** For each option what can be bought now. */
function optionRows(products: readonly Product[]): Row[] {
  const labels = new Map<string, Localized>();
  for (const { variants } of products)
    for (const { options } of variants)
      for (const { key, label } of options) if (!labels.has(key)) labels.set(key, label);
  return [...labels].map(([key, label]) => ({ label, values: products.map((product) => available(product, key)) }));
}

/** In the shop's own order, which a sold-out variant at the front does not disturb. */
function available({ variants }: Product, key: string): Localized | null {
  const listed = variants.flatMap((variant) =>
    variant.options.filter((option) => option.key === key).map(({ value }) => ({ value, inStock: inStock(variant) })),
  );
  const buyable = new Set(listed.filter((item) => item.inStock).map(({ value }) => localize(value, 'zh')));
  const values = listed.filter(({ value }) => buyable.has(localize(value, 'zh'))).map(({ value }) => value);
  if (values.length === 0) return null;
  const distinct = (texts: readonly string[]) => [...new Set(texts)];
  return {
    zh: distinct(values.map((value) => localize(value, 'zh'))).join('、'),
    en: distinct(values.map((value) => localize(value, 'en'))).join(', '),
  };
}

function attributeRows(products: readonly Product[]): Row[] {
  const options = new Set(
    products.flatMap(({ variants }) => variants.flatMap((variant) => variant.options.map(({ key }) => key))),
  );
  const labels = new Map<string, Localized>();
  for (const { attributes } of products)
    for (const { key, label } of attributes)
      if (!labels.has(key) && !options.has(key) && key !== SIZE_CHART) labels.set(key, label);
  return [...labels].map(([key, label]) => ({
    label,
    values: products.map(({ attributes }) => attributes.find((attribute) => attribute.key === key)?.value ?? null),
  }));
}
