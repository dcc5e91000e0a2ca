import type { Product } from '../core/product.ts';
import type { Shop } from './shop.ts';

/** The whole catalogue, page by page. */
export async function allProducts(shop: Shop): Promise<Product[]> {
  const products: Product[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Shop['listProducts']>> = await shop.listProducts({
      limit: 100,
      ...(cursor && { cursor }),
    });
    products.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return products;
}
