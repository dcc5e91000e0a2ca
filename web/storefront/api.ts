import type { ProductsResponse, ShopResponse, WireProduct } from '../../src/core/wire.ts';

async function json<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(path, init);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
}

export const getShop = () => json<ShopResponse>('/api/shop');

export function getProducts(category: string | null, cursor: string | null): Promise<ProductsResponse> {
  const query = new URLSearchParams();
  if (category) query.set('category', category);
  if (cursor) query.set('cursor', cursor);
  return json(`/api/shop/products?${query}`);
}

export const getProduct = (id: string) => json<WireProduct>(`/api/shop/products/${encodeURIComponent(id)}`);

/** The demo shop's own sign-in: answers with the token that any shop would sign for its visitor. */
export async function signIn(customerId: string): Promise<string> {
  const { shopToken } = await json<{ shopToken: string }>('/api/demo/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ customerId }),
  });
  return shopToken;
}
