import { createRoute } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import type { Localized } from '../../core/locale.ts';
import type { Audience } from '../../knowledge/ports.ts';
import type { ServerDeps } from '../deps.ts';
import type { ServerEnvironment } from '../environment.ts';
import { requireRole } from '../middleware/bearer.ts';
import { json, jsonBody, problems } from '../schemas/common.ts';
import {
  articlesQuery,
  articlesSchema,
  diffQuery,
  editRequestSchema,
  foundPassagesSchema,
  idParams,
  noteRequestSchema,
  publishRequestSchema,
  removedSchema,
  rollbackRequestSchema,
  searchRequestSchema,
  shownArticleSchema,
  versionDiffSchema,
  versionQuery,
  versionSchema,
} from '../schemas/knowledge.ts';
import { zoneOf } from '../zone.ts';
import { type PeopleDoor, peopleRoutes } from './api.ts';

const AUDIENCES: Record<Audience, Audience[]> = {
  public: ['public'],
  'signed-in': ['public', 'signed-in'],
  internal: ['public', 'signed-in', 'internal'],
};

/** What the clerk may quote: viewer reads, agent changes. */
export function knowledgeArticleRoutes(
  { library, knowledge, shop }: Pick<ServerDeps, 'library' | 'knowledge' | 'shop'>,
  door: PeopleDoor,
  authenticate: MiddlewareHandler<ServerEnvironment>,
) {
  const { routes, path, tags, security } = peopleRoutes(door, 'knowledge', authenticate);
  const articles = `${path}/articles` as const;
  const one = { tags, security };
  const changing = problems(400, 401, 403, 404, 409, 413, 415, 429);

  routes.openapi(
    createRoute({
      ...{ ...one, method: 'get', path: articles },
      summary: 'Articles in their order, with what their published version says',
      request: { query: articlesQuery },
      responses: { 200: json(articlesSchema, 'The articles'), ...problems(400, 401, 429) },
    }),
    async (c) => {
      requireRole(c, 'viewer');
      return c.json({ timeZone: await zoneOf(shop), ...(await library.articles(c.req.valid('query'))) }, 200);
    },
  );
  routes.openapi(
    createRoute({
      ...{ ...one, method: 'get', path: `${articles}/{id}` },
      summary: 'An article with one version’s text and its history',
      request: { params: idParams, query: versionQuery },
      responses: { 200: json(shownArticleSchema, 'The article'), ...problems(400, 401, 404, 429) },
    }),
    async (c) => {
      requireRole(c, 'viewer');
      const shown = await library.show(c.req.valid('param').id, c.req.valid('query').version);
      return c.json({ timeZone: await zoneOf(shop), ...shown }, 200);
    },
  );
  routes.openapi(
    createRoute({
      ...{ ...one, method: 'get', path: `${articles}/{id}/diff` },
      summary: 'What two versions say differently, line by line',
      request: { params: idParams, query: diffQuery },
      responses: { 200: json(versionDiffSchema, 'The lines'), ...problems(400, 401, 404, 429) },
    }),
    async (c) => {
      requireRole(c, 'viewer');
      const { from, to } = c.req.valid('query');
      return c.json({ languages: await library.diff(c.req.valid('param').id, from, to) }, 200);
    },
  );
  routes.openapi(
    createRoute({
      ...{ ...one, method: 'post', path: `${articles}/{id}/versions` },
      summary: 'Writes a version, and publishes it unless told otherwise',
      request: { params: idParams, body: jsonBody(editRequestSchema) },
      responses: { 200: json(versionSchema, 'The version'), ...changing },
    }),
    async (c) => {
      requireRole(c, 'agent');
      const { expected, publish, note, title, body, ...rest } = c.req.valid('json');
      const content = { ...rest, title: title as Localized, body: body as Localized };
      const doer = { by: c.get('operator').name, note };
      return c.json(await library.edit(c.req.valid('param').id, content, doer, { expected, publish }), 200);
    },
  );
  routes.openapi(
    createRoute({
      ...{ ...one, method: 'post', path: `${articles}/{id}/publish` },
      summary: 'Customers are told this version from now on',
      request: { params: idParams, body: jsonBody(publishRequestSchema) },
      responses: { 200: json(versionSchema, 'The version'), ...changing },
    }),
    async (c) => {
      requireRole(c, 'agent');
      const { number, note } = c.req.valid('json');
      const doer = { by: c.get('operator').name, note };
      return c.json(await library.publish(c.req.valid('param').id, number, doer), 200);
    },
  );
  routes.openapi(
    createRoute({
      ...{ ...one, method: 'post', path: `${articles}/{id}/rollback` },
      summary: 'Publishes a copy of an earlier version',
      request: { params: idParams, body: jsonBody(rollbackRequestSchema) },
      responses: { 200: json(versionSchema, 'The version'), ...changing },
    }),
    async (c) => {
      requireRole(c, 'agent');
      const { number, note } = c.req.valid('json');
      const doer = { by: c.get('operator').name, note };
      return c.json(await library.rollback(c.req.valid('param').id, number, doer), 200);
    },
  );
  routes.openapi(
    createRoute({
      ...{ ...one, method: 'post', path: `${articles}/{id}/remove` },
      summary: 'Customers are told it no more, from now on; its versions stay',
      request: { params: idParams, body: jsonBody(noteRequestSchema) },
      responses: { 200: json(removedSchema, 'Taken away'), ...changing },
    }),
    async (c) => {
      requireRole(c, 'agent');
      const doer = { by: c.get('operator').name, note: c.req.valid('json').note };
      return c.json({ removed: await library.remove({ articleId: c.req.valid('param').id }, doer) }, 200);
    },
  );
  routes.openapi(
    createRoute({
      ...{ ...one, method: 'post', path: `${path}/search` },
      summary: 'What a customer would be told',
      request: { body: jsonBody(searchRequestSchema) },
      responses: { 200: json(foundPassagesSchema, 'The passages, best first'), ...problems(400, 401, 413, 415, 429) },
    }),
    async (c) => {
      requireRole(c, 'viewer');
      const { audience, ...query } = c.req.valid('json');
      return c.json({ passages: await knowledge.search({ ...query, audiences: AUDIENCES[audience] }) }, 200);
    },
  );
  return routes;
}
