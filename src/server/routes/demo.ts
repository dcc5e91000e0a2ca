import { createRoute, z } from '@hono/zod-openapi';
import type { ServerDeps } from '../deps.ts';
import type { Limits } from '../middleware/limits.ts';
import { problem } from '../problem.ts';
import { idSchema, json, jsonBody, problems } from '../schemas/common.ts';
import { demoSignInRequestSchema, demoSignInResponseSchema } from '../schemas/shop.ts';
import { createRoutes } from './api.ts';

const signIn = createRoute({
  method: 'post',
  path: '/api/demo/sign-in',
  tags: ['demo'],
  summary: 'A shop token for one of the customers that the demo offers',
  request: { body: jsonBody(demoSignInRequestSchema) },
  responses: {
    200: json(demoSignInResponseSchema, 'To be sent to /api/sessions'),
    ...problems(400, 404, 413, 415, 429),
  },
});

const picture = createRoute({
  method: 'get',
  path: '/demo/pictures/{file}',
  tags: ['demo'],
  summary: 'The drawn picture of a demo product, `<id>.svg`',
  request: { params: z.object({ file: idSchema }) },
  responses: { 200: { description: 'SVG', content: { 'image/svg+xml': { schema: z.string() } } }, ...problems(404) },
});

export function demoRoutes({ demo }: Pick<ServerDeps, 'demo'>, limits: Limits) {
  const routes = createRoutes();
  routes.use('/api/demo/sign-in', limits.sessions);
  return routes
    .openapi(signIn, async (c) => {
      const { customerId } = c.req.valid('json');
      const offer = await demo.offer();
      if (!offer) throw problem('demo.unavailable');
      if (!offer.customers.some(({ id }) => id === customerId)) throw problem('customer.unknown');
      return c.json({ shopToken: await demo.sign(customerId) }, 200);
    })
    .openapi(picture, (c) => {
      const id = /^([\w-]+)\.svg$/.exec(c.req.valid('param').file)?.[1];
      const svg = id === undefined ? null : demo.picture(id);
      if (svg === null) throw problem('route.unknown');
      c.header('cross-origin-resource-policy', 'cross-origin');
      c.header('cache-control', 'public, max-age=86400');
      // Opened by itself an SVG is a document: it may draw, and nothing else.
      c.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
      return c.body(svg, 200, { 'content-type': 'image/svg+xml; charset=utf-8' });
    });
}
