import { money } from '../../../core/money.ts';
import type { OrderLine } from '../../../core/order.ts';
import type { Product, Variant } from '../../../core/product.ts';
import { written } from '../attributes.ts';
import type { Table } from '../report.ts';
import { RowRefusal } from '../report.ts';
import { rowName } from './products.ts';
import type { CsvRow } from './read-sheet.ts';
import { count, flag, goodsKind, identifier, price, requiredPrice } from './values.ts';

export function lineOf(
  row: CsvRow,
  index: number,
  variants: Map<string, { product: Product; variant: Variant }>,
  currency: string,
  table: Table,
): OrderLine {
  if (row.beyond > 0) {
    throw new RowRefusal({
      zh: '这一行的格子比表头多，可能有没加引号的逗号',
      en: 'The row has more cells than the header: a comma may lack its quotes',
    });
  }
  const sku = identifier(row, 'sku');
  const known = variants.get(sku);
  const title = row.get('title');
  if (!known && title === '') {
    throw new RowRefusal(
      {
        zh: `商品 ${sku} 不在 products.csv 里，也没有填商品名称`,
        en: `${sku} is not in products.csv and the row gives no name`,
      },
      'sku',
    );
  }
  const quantity = count(row, 'quantity', 1);
  if (quantity === undefined) throw new RowRefusal({ zh: '缺少数量', en: 'The quantity is missing' }, 'quantity');
  const unitPrice = requiredPrice(row, 'unit_price', currency);
  const discount = price(row, 'discount', currency) ?? money(0, currency);
  if (discount.amount > unitPrice.amount * quantity) {
    throw new RowRefusal({ zh: '优惠比这一行的金额还多', en: 'More was taken off than the row comes to' }, 'discount');
  }
  const finalSale = flag(row, 'final_sale', false);
  const kind = goodsKind(row);
  const [onSale, gift] = [flag(row, 'on_sale', false), flag(row, 'gift', false)];
  if (!known)
    table.warn(rowName(row), { zh: `商品 ${sku} 不在 products.csv 里`, en: `${sku} is not in products.csv` }, 'sku');
  if (unitPrice.amount === 0 && !gift) table.warn(rowName(row), { zh: '价格是 0', en: 'The price is 0' }, 'unit_price');
  return {
    id: String(index + 1),
    productId: known?.product.id ?? sku,
    variantId: sku,
    title: title === '' && known ? known.product.title : written(title),
    options: known?.variant.options ?? [],
    quantity,
    unitPrice,
    discount,
    returnedQuantity: 0,
    finalSale,
    ...(kind !== 'ordinary' && { kind }),
    ...(onSale && { onSale }),
    ...(gift && { gift }),
  };
}
