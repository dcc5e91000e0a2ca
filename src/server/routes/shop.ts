import { createRoute, z } from '@hono/zod-openapi';
import type { Money } from '../../core/money.ts';
import type { Product } from '../../core/product.ts';
import type { WireProduct } from '../../core/wire.ts';
import type { ServerDeps } from '../deps.ts';
import { problem } from '../problem.ts';
import { idSchema, json, problems } from '../schemas/common.ts';
import { articleSchema, productSchema, productsSchema, shopSchema } from '../schemas/shop.ts';
import { createRoutes } from './api.ts';

const PAGE = 48;
/** Pages of the shop read for one page of a category; then the reader goes on by `next`. */
const MAX_PAGES = 20;

const about = createRoute({
  method: 'get',
  path: '/api/shop',
  tags: ['shop'],
  summary: 'The shop, its categories, and whom to try it as while it is the demo shop',
  responses: { 200: json(shopSchema, 'The shop'), ...problems(429, 503) },
});

const list = createRoute({
  method: 'get',
  path: '/api/shop/products',
  tags: ['shop'],
  summary: 'Products for sale; go on with `next` until it is null',
  request: { query: z.object({ category: idSchema.optional(), cursor: z.string().max(512).optional() }) },
  responses: { 200: json(productsSchema, 'A page'), ...problems(400, 429, 503) },
});

const one = createRoute({
  method: 'get',
  path: '/api/shop/products/{id}',
  tags: ['shop'],
  summary: 'One product',
  request: { params: z.object({ id: idSchema }) },
  responses: { 200: json(productSchema, 'The product'), ...problems(404, 429, 503) },
});

const article = createRoute({
  method: 'get',
  path: '/api/shop/articles/{id}',
  tags: ['shop'],
  summary: 'One article, as cited under an answer; its body is Markdown',
  request: { params: z.object({ id: idSchema }) },
  responses: { 200: json(articleSchema, 'The article'), ...problems(404, 429, 503) },
});

const plainMoney = ({ amount, currency }: Money) => ({ amount, currency });

function toWireProduct(product: Product): WireProduct {
  const { id, title, description, category, attributes, image } = product;
  return {
    id,
    title,
    description,
    category: { id: category.id, name: category.name },
    attributes: attributes.map(({ key, label, value }) => ({ key, label, value })),
    variants: product.variants.map(({ id, options, price, compareAt, stock }) => ({
      id,
      options: options.map(({ key, label, value }) => ({ key, label, value })),
      price: plainMoney(price),
      ...(compareAt && { compareAt: plainMoney(compareAt) }),
      stock,
    })),
    ...(image !== undefined && { image }),
  };
}

export function shopRoutes({
  shop,
  demo,
  policyDesk,
  library,
}: Pick<ServerDeps, 'shop' | 'demo' | 'policyDesk' | 'library'>) {
  async function productsOf(category: string | undefined, from: string | undefined) {
    const products: WireProduct[] = [];
    let cursor = from;
    for (let page = 0; page < MAX_PAGES; page++) {
      const { items, next } = await shop.listProducts({ limit: PAGE, ...(cursor !== undefined && { cursor }) });
      const wanted = items.filter(({ active, category: { id } }) => active && (!category || id === category));
      products.push(...wanted.map(toWireProduct));
      if (next === null) return { products, next: null };
      cursor = next;
      if (products.length > 0) break;
    }
    return { products, next: cursor ?? null };
  }

  return createRoutes()
    .openapi(about, async (c) => {
      const [info, categories, offer] = await Promise.all([shop.info(), shop.listCategories(), demo.offer()]);
      const { name, currency, languages } = info;
      const shown = categories.map(({ id, name }) => ({ id, name }));
      return c.json({ name, currency, languages, categories: shown, demo: offer }, 200);
    })
    .openapi(list, async (c) => {
      const { category, cursor } = c.req.valid('query');
      return c.json(await productsOf(category, cursor), 200);
    })
    .openapi(one, async (c) => {
      const product = await shop.getProduct(c.req.valid('param').id);
      if (!product) throw problem('product.unknown');
      return c.json(toWireProduct(product), 200);
    })
    .openapi(article, async (c) => {
      const { id } = c.req.valid('param');
      const found = [...(await policyDesk.articles()), ...(await shop.listArticles())].find(
        (candidate) => candidate.id === id,
      );
      const shown = found ?? (await library.open(id));
      if (!shown) throw problem('article.unknown');
      return c.json({ id, title: shown.title, body: shown.body }, 200);
    });
}
