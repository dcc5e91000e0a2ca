import type { OrderView } from '../core/fact.ts';
import type { Order, OrderLine } from '../core/order.ts';
import type { QuoteItem } from '../core/quote.ts';
import type { Shop } from '../shops/shop.ts';

/** An order with its pictures: the line's own, else the product's of today. `seen` spares repeated look-ups. */
export async function orderView(order: Order, shop: Shop, seen = new Map<string, string | null>()): Promise<OrderView> {
  const images: Record<string, string> = {};
  for (const line of order.lines) {
    let image: string | null | undefined = line.image ?? seen.get(line.productId);
    if (image === undefined) {
      image = (await shop.getProduct(line.productId))?.image ?? null;
      seen.set(line.productId, image);
    }
    if (image) images[line.productId] = image;
  }
  return { order, images };
}

export function quoteItem(line: OrderLine, quantity: number): QuoteItem {
  return { orderLineId: line.id, title: line.title, options: line.options, quantity };
}

/** The named lines that the order has. */
export function quoteItems(order: Order, items: readonly { lineId: string; quantity: number }[]): QuoteItem[] {
  return items.flatMap(({ lineId, quantity }) => {
    const line = lineOf(order, lineId);
    return line ? [quoteItem(line, quantity)] : [];
  });
}

export function lineOf(order: Order, lineId: string): OrderLine | undefined {
  return order.lines.find((line) => line.id === lineId);
}
