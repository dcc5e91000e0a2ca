import { createRoute } from '@hono/zod-openapi';
import type { ServerDeps } from '../deps.ts';
import { auditCheckSchema, auditEntriesSchema } from '../schemas/audit.ts';
import { json, listingQuery, problems } from '../schemas/common.ts';
import { conversationIdParams } from '../schemas/operator.ts';
import { zoneOf } from '../zone.ts';
import { createRoutes } from './api.ts';

const tags = ['local'];
const security = [{ local: [] }];

const check = createRoute({
  method: 'get',
  path: '/local/audit/check',
  tags,
  security,
  summary: 'Recomputes the chain of all decisions',
  responses: { 200: json(auditCheckSchema, 'Whether it holds'), ...problems(401) },
});

const list = createRoute({
  method: 'get',
  path: '/local/audit/conversations/{id}',
  tags,
  security,
  summary: 'Every decision of one conversation, newest first',
  request: { params: conversationIdParams, query: listingQuery },
  responses: { 200: json(auditEntriesSchema, 'The entries'), ...problems(400, 401) },
});

export function auditRoutes({ audit, shop }: Pick<ServerDeps, 'audit' | 'shop'>) {
  return createRoutes()
    .openapi(check, async (c) => c.json(await audit.verify(), 200))
    .openapi(list, async (c) => {
      const { items, next } = await audit.list(c.req.valid('param').id, c.req.valid('query'));
      const entries = items.map(({ conversationId: _same, ...entry }) => entry);
      return c.json({ timeZone: await zoneOf(shop), entries, next }, 200);
    });
}
