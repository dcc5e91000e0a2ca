import { createRoute, z } from '@hono/zod-openapi';
import type { ServerDeps } from '../deps.ts';
import { idSchema, json, jsonBody, problems } from '../schemas/common.ts';
import { policyDiffRequestSchema, policyDiffSchema, replaySchema, turnsSchema } from '../schemas/replay.ts';
import { createRoutes } from './api.ts';

const local = { tags: ['local'], security: [{ local: [] }] };

const turns = createRoute({
  ...local,
  method: 'get',
  path: '/local/turns',
  summary: 'Recorded turns, oldest first',
  request: {
    query: z.strictObject({
      conversation: idSchema.optional(),
      since: z.string().max(40).optional(),
      after: z.string().max(128).optional(),
    }),
  },
  responses: { 200: json(turnsSchema, 'A page'), ...problems(400, 401) },
});

const replay = createRoute({
  ...local,
  method: 'get',
  path: '/local/turns/{id}/replay',
  summary: 'Runs a recorded turn again, offline, and compares it with what was said then',
  request: { params: z.object({ id: idSchema }) },
  responses: { 200: json(replaySchema, 'What came of it'), ...problems(400, 401) },
});

const diff = createRoute({
  ...local,
  method: 'post',
  path: '/local/policy/diff',
  summary: 'Recorded conversations that other rules would decide or answer differently; nothing is published',
  request: { body: jsonBody(policyDiffRequestSchema) },
  responses: { 200: json(policyDiffSchema, 'What would differ'), ...problems(400, 401, 413) },
});

export function replayRoutes({ recordings }: Pick<ServerDeps, 'recordings'>) {
  return createRoutes()
    .openapi(turns, async (c) => {
      const { conversation, since, after } = c.req.valid('query');
      const found = await recordings.turns({
        ...(conversation !== undefined && { conversationId: conversation }),
        ...(since !== undefined && { since }),
        ...(after !== undefined && { after }),
      });
      return c.json(found, 200);
    })
    .openapi(replay, async (c) => {
      const replayed = await recordings.replay(c.req.valid('param').id);
      return c.json(replayed as z.infer<typeof replaySchema>, 200);
    })
    .openapi(diff, async (c) => {
      const { yaml, since } = c.req.valid('json');
      const compared = await recordings.comparePolicy(yaml, since);
      return c.json(compared as z.infer<typeof policyDiffSchema>, 200);
    });
}
