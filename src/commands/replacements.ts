import type { Order } from '../core/order.ts';
import type { QuoteItem } from '../core/quote.ts';
import type { ExchangeItem } from '../policy/replacement.ts';
import type { Shop } from '../shops/shop.ts';
import { lineOf, quoteItem } from './describe-order.ts';

type Named = Omit<ExchangeItem, 'product'>;

/** Each with its line's product as it is sold now. */
export async function withProducts(items: readonly Named[], order: Order, shop: Shop): Promise<ExchangeItem[]> {
  const found: ExchangeItem[] = [];
  for (const item of items) {
    const line = lineOf(order, item.lineId);
    found.push({ ...item, product: line ? await shop.getProduct(line.productId) : null });
  }
  return found;
}

export function replaced(order: Order, { lineId, quantity, variantId, product }: ExchangeItem): QuoteItem[] {
  const line = lineOf(order, lineId);
  const variant = product?.variants.find((candidate) => candidate.id === variantId);
  return line && variant
    ? [{ ...quoteItem(line, quantity), replacement: { variantId, options: variant.options } }]
    : [];
}
