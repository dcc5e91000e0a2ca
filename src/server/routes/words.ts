import { createRoute } from '@hono/zod-openapi';
import type { Product } from '../../core/product.ts';
import type { ServerDeps } from '../deps.ts';
import { json, problems } from '../schemas/common.ts';
import { wordsSchema } from '../schemas/local.ts';
import { createRoutes } from './api.ts';

const words = createRoute({
  method: 'get',
  path: '/local/words',
  tags: ['local'],
  security: [{ local: [] }],
  summary: 'What the shop calls its goods, and what its articles are about: for training the reading model',
  responses: { 200: json(wordsSchema, 'The words'), ...problems(401, 503) },
});

const PAGE = 100;

export function wordsRoutes({ shop }: Pick<ServerDeps, 'shop'>) {
  async function products(): Promise<Product[]> {
    const found: Product[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Awaited<ReturnType<typeof shop.listProducts>> = await shop.listProducts({
        limit: PAGE,
        ...(cursor !== '' && { cursor }),
      });
      found.push(...page.items);
      cursor = page.next;
    }
    return found.filter(({ active }) => active);
  }

  return createRoutes().openapi(words, async (c) => {
    const [all, categories, articles] = await Promise.all([products(), shop.listCategories(), shop.listArticles()]);
    const brands = new Map(all.flatMap(({ brand }) => (brand ? [[JSON.stringify(brand), brand] as const] : [])));
    return c.json(
      {
        products: all.map(({ title }) => title),
        categories: categories.map(({ name }) => name),
        brands: [...brands.values()],
        articles: articles.map(({ title, topics }) => ({ title, topics })),
      },
      200,
    );
  });
}
