import { createRoute, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { sameSecret } from '../../identity/digest.ts';
import type { ServerDeps } from '../deps.ts';
import type { ServerContext, ServerEnvironment } from '../environment.ts';
import { bearerOf } from '../middleware/bearer.ts';
import { problem } from '../problem.ts';
import { createRoutes } from '../routes/api.ts';
import { json, jsonBody } from '../schemas/common.ts';
import { MODEL } from './answer.ts';
import { chatDoor } from './chat.ts';
import { completionDoor } from './completion.ts';
import {
  chatRequestSchema,
  chatResponseSchema,
  completionRequestSchema,
  completionResponseSchema,
  errorSchema,
  modelSchema,
  modelsSchema,
} from './schemas.ts';

const tags = ['openai'];
const security = [{ apiKey: [] }];

const refusal = { description: 'An error in OpenAI’s shape', content: { 'application/json': { schema: errorSchema } } };
const errors = { 400: refusal, 401: refusal, 413: refusal, 415: refusal, 429: refusal };

function answers<Schema>(schema: Schema) {
  return {
    200: {
      description: 'The answer; with `stream` as server-sent events, a sentence each',
      content: { 'application/json': { schema }, 'text/event-stream': { schema: z.string() } },
    },
    ...errors,
  };
}

const chat = createRoute({
  method: 'post',
  path: '/v1/chat/completions',
  tags,
  security,
  summary: 'The clerk’s answer to the last user message',
  description:
    'Nothing is kept between calls, and nothing is done: reads only. System, developer and tool messages have no effect. Tokens are counted by our own measure.',
  request: { body: jsonBody(chatRequestSchema) },
  responses: answers(chatResponseSchema),
});

const completion = createRoute({
  method: 'post',
  path: '/v1/completions',
  tags,
  security,
  summary: 'The clerk’s answer to a prompt',
  request: { body: jsonBody(completionRequestSchema) },
  responses: answers(completionResponseSchema),
});

const engine = createRoute({
  method: 'post',
  path: '/v1/engines/{engine}/completions',
  tags,
  security,
  summary: 'The same at the address that older clients use',
  request: { params: z.object({ engine: z.string().max(128) }), body: jsonBody(completionRequestSchema) },
  responses: answers(completionResponseSchema),
});

const models = createRoute({
  method: 'get',
  path: '/v1/models',
  tags,
  security,
  summary: 'The one model there is',
  responses: { 200: json(modelsSchema, 'The models'), 401: refusal, 429: refusal },
});

const model = createRoute({
  method: 'get',
  path: '/v1/models/{model}',
  tags,
  security,
  summary: 'The one model there is',
  request: { params: z.object({ model: z.string().max(128) }) },
  responses: { 200: json(modelSchema, 'The model'), 401: refusal, 404: refusal, 429: refusal },
});

/** 2026-01-01, when the first clerk was at work: the field wants a time and means nothing here. */
const CREATED = 1_767_225_600;
const THE_MODEL = { id: MODEL, object: 'model' as const, created: CREATED, owned_by: MODEL };

function requireKey(keys: readonly string[]): MiddlewareHandler<ServerEnvironment> {
  return async (c, next) => {
    const given = bearerOf(c) ?? '';
    // All are compared: the time says nothing about which one matched.
    if (keys.filter((key) => sameSecret(key, given)).length === 0) throw problem('api-key.required');
    await next();
  };
}

type Deps = Pick<ServerDeps, 'clerk' | 'clock' | 'random' | 'log' | 'verifyShopToken'>;

export function openaiRoutes(deps: Deps, apiKeys: readonly string[]) {
  const routes = createRoutes();
  routes.use('/v1/*', requireKey(apiKeys));
  const complete = (c: ServerContext, body: z.infer<typeof completionRequestSchema>) => completionDoor(deps, c, body);
  return routes
    .openapi(chat, (c): Promise<Response> => chatDoor(deps, c, c.req.valid('json')))
    .openapi(completion, (c): Promise<Response> => complete(c, c.req.valid('json')))
    .openapi(engine, (c): Promise<Response> => complete(c, c.req.valid('json')))
    .openapi(models, (c) => c.json({ object: 'list' as const, data: [THE_MODEL] }, 200))
    .openapi(model, (c) => {
      if (c.req.valid('param').model !== MODEL) throw problem('model.unknown');
      return c.json(THE_MODEL, 200);
    });
}
