import { createRoute, z } from '@hono/zod-openapi';
import type { ServerDeps } from '../deps.ts';
import { json } from '../schemas/common.ts';
import { createRoutes } from './api.ts';

const health = createRoute({
  method: 'get',
  path: '/health',
  tags: ['service'],
  summary: 'The process is alive',
  responses: { 200: json(z.strictObject({ status: z.literal('ok') }), 'Alive') },
});

const ready = createRoute({
  method: 'get',
  path: '/ready',
  tags: ['service'],
  summary: 'Messages are taken and answered',
  responses: {
    200: json(z.strictObject({ ready: z.literal(true) }), 'Ready'),
    503: json(z.strictObject({ ready: z.literal(false) }), 'Not yet, or no longer'),
  },
});

export function healthRoutes({ ready: isReady }: Pick<ServerDeps, 'ready'>) {
  return createRoutes()
    .openapi(health, (c) => c.json({ status: 'ok' as const }, 200))
    .openapi(ready, async (c) => {
      const now = await isReady().catch(() => false);
      return now ? c.json({ ready: true as const }, 200) : c.json({ ready: false as const }, 503);
    });
}
