import { createRoute, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import type { Owner } from '../../core/conversation.ts';
import type { ServerDeps } from '../deps.ts';
import type { ServerContext, ServerEnvironment } from '../environment.ts';
import { requireRole } from '../middleware/bearer.ts';
import { problem } from '../problem.ts';
import { afterSchema, idSchema, json, jsonBody, ownerSchema, problems } from '../schemas/common.ts';
import {
  conversationDetailSchema,
  conversationIdParams,
  conversationSchema,
  conversationsSchema,
  operatorReplySchema,
} from '../schemas/operator.ts';
import { zoneOf } from '../zone.ts';
import { type PeopleDoor, peopleRoutes } from './api.ts';
import { lastWords } from './last-words.ts';

const PAGE = 50;

/** What an operator can do to a conversation's owner, by the last part of its address. */
const CHANGES: readonly { path: string; owner: Owner; summary: string }[] = [
  { path: 'take-over', owner: 'person', summary: 'A person answers from now on; the bot is silent' },
  { path: 'hand-back', owner: 'bot', summary: 'The bot answers again' },
  { path: 'close', owner: 'closed', summary: 'The conversation is settled' },
];

/** Conversations as the shop's people see them: viewer reads, agent answers and changes the owner. */
export function operatorRoutes(
  { conversations, shop }: Pick<ServerDeps, 'conversations' | 'shop'>,
  door: PeopleDoor,
  authenticate: MiddlewareHandler<ServerEnvironment>,
) {
  const { routes, path, tags, security } = peopleRoutes(door, 'conversations', authenticate);

  async function load(c: ServerContext, id: string) {
    requireRole(c, 'viewer');
    const conversation = await conversations.get(id);
    if (!conversation) throw problem('conversation.unknown');
    return conversation;
  }

  routes.openapi(
    createRoute({
      method: 'get',
      path,
      tags,
      security,
      summary: 'Conversations, most recently active first',
      request: { query: z.object({ owner: ownerSchema.optional(), after: idSchema.optional() }) },
      responses: { 200: json(conversationsSchema, 'A page'), ...problems(400, 401, 429) },
    }),
    async (c) => {
      requireRole(c, 'viewer');
      const { owner, after } = c.req.valid('query');
      const found = await conversations.list({ limit: PAGE, ...(owner && { owner }), ...(after && { after }) });
      const listed = await Promise.all(
        found.map(async (one) => ({ ...one, last: await lastWords(conversations, one) })),
      );
      const next = found.length < PAGE ? null : (found.at(-1)?.id ?? null);
      return c.json({ conversations: listed, next, timeZone: await zoneOf(shop) }, 200);
    },
  );
  routes.openapi(
    createRoute({
      method: 'get',
      path: `${path}/{id}`,
      tags,
      security,
      summary: 'One conversation with its events, 500 at most after a sequence',
      request: { params: conversationIdParams, query: z.object({ after: afterSchema.default(0) }) },
      responses: { 200: json(conversationDetailSchema, 'The conversation'), ...problems(400, 401, 404, 429) },
    }),
    async (c) => {
      const conversation = await load(c, c.req.valid('param').id);
      const events = await conversations.events(conversation.id, c.req.valid('query').after, 500);
      const progress = conversations.progress(conversation.id);
      return c.json({ conversation, timeZone: await zoneOf(shop), events, progress }, 200);
    },
  );
  routes.openapi(
    createRoute({
      method: 'post',
      path: `${path}/{id}/reply`,
      tags,
      security,
      summary: 'Answer as a person, who thereby takes over',
      request: { params: conversationIdParams, body: jsonBody(operatorReplySchema) },
      responses: { 200: json(conversationSchema, 'Sent'), ...problems(400, 401, 403, 404, 409, 413, 415, 429) },
    }),
    async (c) => {
      requireRole(c, 'agent');
      const { id } = await load(c, c.req.valid('param').id);
      await conversations.personReplies(id, c.get('operator').name, c.req.valid('json').text);
      return c.json(await load(c, id), 200);
    },
  );
  for (const change of CHANGES) {
    routes.openapi(
      createRoute({
        method: 'post',
        path: `${path}/{id}/${change.path}`,
        tags,
        security,
        summary: change.summary,
        request: { params: conversationIdParams },
        responses: { 200: json(conversationSchema, 'Done; a repeat changes nothing'), ...problems(401, 403, 404, 429) },
      }),
      async (c) => {
        requireRole(c, 'agent');
        const { id } = await load(c, c.req.valid('param').id);
        await conversations.setOwner(id, change.owner, c.get('operator').name, change.path);
        return c.json(await load(c, id), 200);
      },
    );
  }
  return routes;
}
