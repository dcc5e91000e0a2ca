import { createRoute, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import type { ServerDeps } from '../deps.ts';
import type { ServerEnvironment } from '../environment.ts';
import { requireRole } from '../middleware/bearer.ts';
import { problem } from '../problem.ts';
import { json, jsonBody, listingQuery, problems } from '../schemas/common.ts';
import {
  fileQuery,
  idParams,
  importRequestSchema,
  importSchema,
  importsSchema,
  importWithFilesSchema,
  noteRequestSchema,
  removedSchema,
  sourcesSchema,
} from '../schemas/knowledge.ts';
import { zoneOf } from '../zone.ts';
import { type PeopleDoor, peopleRoutes } from './api.ts';

/** Where articles come from: viewer reads, agent brings in and takes away. */
export function knowledgeImportRoutes(
  { library, imports, shop }: Pick<ServerDeps, 'library' | 'imports' | 'shop'>,
  door: PeopleDoor,
  authenticate: MiddlewareHandler<ServerEnvironment>,
) {
  const { routes, path, tags, security } = peopleRoutes(door, 'knowledge', authenticate);
  const one = { tags, security };
  const changing = problems(400, 401, 403, 404, 409, 413, 415, 429);

  routes.openapi(
    createRoute({
      ...{ ...one, method: 'get', path: `${path}/sources` },
      summary: 'Where articles come from',
      responses: { 200: json(sourcesSchema, 'The sources'), ...problems(401, 429) },
    }),
    async (c) => {
      requireRole(c, 'viewer');
      return c.json({ timeZone: await zoneOf(shop), sources: await library.sources() }, 200);
    },
  );
  routes.openapi(
    createRoute({
      ...{ ...one, method: 'post', path: `${path}/sources/{id}/sync` },
      summary: 'Reads a page or a sitemap anew',
      request: { params: idParams },
      responses: { 200: json(importSchema, 'The import'), ...problems(400, 401, 403, 404, 409, 429) },
    }),
    async (c) => {
      requireRole(c, 'agent');
      return c.json(await imports.sync(c.req.valid('param').id, c.get('operator').name), 200);
    },
  );
  routes.openapi(
    createRoute({
      ...{ ...one, method: 'post', path: `${path}/sources/{id}/remove` },
      summary: 'Takes away all articles of a source, from now on',
      request: { params: idParams, body: jsonBody(noteRequestSchema) },
      responses: { 200: json(removedSchema, 'Taken away'), ...changing },
    }),
    async (c) => {
      requireRole(c, 'agent');
      const doer = { by: c.get('operator').name, note: c.req.valid('json').note };
      return c.json({ removed: await library.remove({ sourceId: c.req.valid('param').id }, doer) }, 200);
    },
  );
  routes.openapi(
    createRoute({
      ...{ ...one, method: 'get', path: `${path}/imports` },
      summary: 'Imports, newest first',
      request: { query: listingQuery },
      responses: { 200: json(importsSchema, 'The imports'), ...problems(400, 401, 429) },
    }),
    async (c) => {
      requireRole(c, 'viewer');
      return c.json({ timeZone: await zoneOf(shop), ...(await imports.list(c.req.valid('query'))) }, 200);
    },
  );
  routes.openapi(
    createRoute({
      ...{ ...one, method: 'post', path: `${path}/imports` },
      summary: 'Begins an import; one of files waits for them, one of a page or sitemap is started',
      request: { body: jsonBody(importRequestSchema) },
      responses: { 200: json(importSchema, 'The import'), ...changing },
    }),
    async (c) => {
      requireRole(c, 'agent');
      const { url = null, ...settings } = c.req.valid('json');
      return c.json(await imports.open({ ...settings, url }, c.get('operator').name), 200);
    },
  );
  routes.openapi(
    createRoute({
      ...{ ...one, method: 'get', path: `${path}/imports/{id}` },
      summary: 'An import with each of its files',
      request: { params: idParams },
      responses: { 200: json(importWithFilesSchema, 'The import'), ...problems(400, 401, 404, 429) },
    }),
    async (c) => {
      requireRole(c, 'viewer');
      return c.json(await imports.find(c.req.valid('param').id), 200);
    },
  );
  routes.openapi(
    createRoute({
      ...{ ...one, method: 'post', path: `${path}/imports/{id}/files` },
      summary: 'Adds a file; the body is its bytes, 50 MB at most',
      request: {
        params: idParams,
        query: fileQuery,
        body: {
          required: true,
          content: { 'application/octet-stream': { schema: z.any().openapi({ type: 'string', format: 'binary' }) } },
        },
      },
      responses: { 200: json(importWithFilesSchema, 'The import'), ...changing },
    }),
    async (c) => {
      requireRole(c, 'agent');
      const { id } = c.req.valid('param');
      if (!c.req.header('content-type')?.startsWith('application/octet-stream')) throw problem('knowledge.not-bytes');
      await imports.receive(id, c.req.valid('query').name, c.req.raw.body ?? nothing());
      return c.json(await imports.find(id), 200);
    },
  );
  for (const act of ['start', 'cancel'] as const) {
    routes.openapi(
      createRoute({
        ...{ ...one, method: 'post', path: `${path}/imports/{id}/${act}` },
        summary: act === 'start' ? 'All its files are there: they are read now' : 'Reads no more; what was read stays',
        request: { params: idParams },
        responses: { 200: json(importSchema, 'The import'), ...problems(400, 401, 403, 404, 409, 429) },
      }),
      async (c) => {
        requireRole(c, 'agent');
        return c.json(await imports[act](c.req.valid('param').id), 200);
      },
    );
  }
  return routes;
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
