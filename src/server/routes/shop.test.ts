import type { z } from '@hono/zod-openapi';
import { afterEach, describe, expect, it } from 'vitest';
import { problemSchema } from '../schemas/common.ts';
import { articleSchema, productSchema, productsSchema, shopSchema } from '../schemas/shop.ts';
import { createWorld, read, type World } from '../testing/world.ts';

let world: World;
afterEach(() => world.remove());

const get = <Schema extends z.ZodType>(schema: Schema, path: string) => read(schema, world.call('GET', path));

describe('the shop as a page sees it', () => {
  it('[API-30] tells the shop, its categories and whom to try it as', async () => {
    world = createWorld();
    expect(await get(shopSchema, '/api/shop')).toMatchObject({
      currency: 'CNY',
      categories: [{ id: 'shoes' }],
      demo: { customers: [{ id: 'customer-1' }], guestOrders: [{ number: 'DD1001' }] },
    });
  });

  it('[API-30] lists what is for sale, page by page and by category, without inner search words', async () => {
    world = createWorld();
    const first = await get(productsSchema, '/api/shop/products');
    expect(first.products.map(({ id }) => id)).toEqual(['p1', 'p2']);
    expect(JSON.stringify(first)).not.toContain('secret-search-word');
    expect(await get(productsSchema, `/api/shop/products?cursor=${first.next}`)).toEqual({ products: [], next: null });
    expect((await get(productsSchema, '/api/shop/products?category=kettles')).products).toHaveLength(1);
    expect(await get(productsSchema, '/api/shop/products?category=none')).toEqual({ products: [], next: null });
    expect((await get(productSchema, '/api/shop/products/p1')).variants[0]).toMatchObject({
      price: { amount: 19_900, currency: 'CNY' },
      compareAt: { amount: 25_900, currency: 'CNY' },
    });
  });

  it('[API-30] an absent product or article is a problem, not an empty page', async () => {
    world = createWorld();
    expect((await get(problemSchema, '/api/shop/products/none')).code).toBe('product.unknown');
    expect((await get(problemSchema, '/api/shop/articles/none')).code).toBe('article.unknown');
    expect(await get(articleSchema, '/api/shop/articles/delivery')).toMatchObject({ title: { zh: '配送时间' } });
  });

  it('[API-31] the demo signs in only those whom it offers', async () => {
    world = createWorld();
    const signIn = (customerId: string) => world.call('POST', '/api/demo/sign-in', { body: { customerId } });
    expect(await (await signIn('customer-1')).json()).toEqual({ shopToken: 'jwt.for.customer-1' });
    expect((await signIn('somebody-else')).status).toBe(404);
    world.remove();
    world = createWorld({}, { demo: { ...world.deps.demo, offer: async () => null } });
    expect((await read(problemSchema, signIn('customer-1'))).code).toBe('demo.unavailable');
    expect((await get(shopSchema, '/api/shop')).demo).toBeNull();
  });

  it('[API-31] a drawn picture may be shown by any page and can do nothing', async () => {
    world = createWorld();
    const picture = await world.call('GET', '/demo/pictures/p1.svg');
    expect(picture.headers.get('content-type')).toMatch(/^image\/svg\+xml/);
    expect(picture.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(picture.headers.get('content-security-policy')).toContain("default-src 'none'");
    for (const name of ['none.svg', 'p1.png', '..%2Fp1.svg', 'p1']) {
      expect((await world.call('GET', `/demo/pictures/${name}`)).status).toBe(404);
    }
  });
});
