import { createRoute, z } from '@hono/zod-openapi';
import type { ServerDeps } from '../deps.ts';
import { problem } from '../problem.ts';
import { json, jsonBody, problems } from '../schemas/common.ts';
import {
  policyCheckRequestSchema,
  policyPublicationSchema,
  policyPublishRequestSchema,
  policyReportSchema,
  policyRollbackRequestSchema,
  policySchema,
  policyVersionsSchema,
} from '../schemas/policy.ts';
import { createRoutes } from './api.ts';

const local = { tags: ['local'], security: [{ local: [] }] };

const show = createRoute({
  ...local,
  method: 'get',
  path: '/local/policy',
  summary: 'The shop’s rules: those of now, or those of a published version',
  request: { query: z.strictObject({ number: z.coerce.number().int().min(1).optional() }) },
  responses: { 200: json(policySchema, 'The rules'), ...problems(400, 401, 404) },
});

const list = createRoute({
  ...local,
  method: 'get',
  path: '/local/policy/versions',
  summary: 'Published versions of the rules, newest first',
  responses: { 200: json(policyVersionsSchema, 'The versions'), ...problems(401) },
});

const check = createRoute({
  ...local,
  method: 'post',
  path: '/local/policy/check',
  summary: 'What is wrong with rules, and which articles say otherwise',
  request: { body: jsonBody(policyCheckRequestSchema) },
  responses: { 200: json(policyReportSchema, 'What was found'), ...problems(400, 401, 413) },
});

const publish = createRoute({
  ...local,
  method: 'post',
  path: '/local/policy/versions',
  summary: 'Publishes rules; nothing is kept of what is not right',
  request: { body: jsonBody(policyPublishRequestSchema) },
  responses: { 200: json(policyPublicationSchema, 'What became of it'), ...problems(400, 401, 413) },
});

const rollback = createRoute({
  ...local,
  method: 'post',
  path: '/local/policy/rollback',
  summary: 'Publishes an earlier version anew',
  request: { body: jsonBody(policyRollbackRequestSchema) },
  responses: { 200: json(policyPublicationSchema, 'What became of it'), ...problems(400, 401, 404) },
});

export function policyRoutes({ policyDesk }: Pick<ServerDeps, 'policyDesk'>) {
  return createRoutes()
    .openapi(show, async (c) => {
      const found = await policyDesk.show(c.req.valid('query').number);
      if (!found) throw problem('policy.unknown');
      return c.json(found as z.infer<typeof policySchema>, 200);
    })
    .openapi(list, async (c) => c.json(await policyDesk.list(), 200))
    .openapi(check, async (c) => {
      const report = await policyDesk.check(c.req.valid('json').yaml);
      return c.json(report as z.infer<typeof policyReportSchema>, 200);
    })
    .openapi(publish, async (c) => {
      const { yaml, by, note, from } = c.req.valid('json');
      const made = await policyDesk.publish(yaml, by, note, from);
      return c.json(made as z.infer<typeof policyPublicationSchema>, 200);
    })
    .openapi(rollback, async (c) => {
      const { number, by, note } = c.req.valid('json');
      const made = await policyDesk.rollback(number, by, note);
      if (!made) throw problem('policy.unknown');
      return c.json(made as z.infer<typeof policyPublicationSchema>, 200);
    });
}
