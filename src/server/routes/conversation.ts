import { createRoute, z } from '@hono/zod-openapi';
import type { ServerDeps } from '../deps.ts';
import { requireSession } from '../middleware/bearer.ts';
import type { Limits } from '../middleware/limits.ts';
import { problem } from '../problem.ts';
import { afterSchema, json, jsonBody, problems } from '../schemas/common.ts';
import { eventsResponseSchema, messageRequestSchema, messageResponseSchema } from '../schemas/visitor.ts';
import type { Streams } from '../stream/streams.ts';
import { toWireEvent } from '../wire-events.ts';
import { createRoutes } from './api.ts';

const security = [{ session: [] }];

const post = createRoute({
  method: 'post',
  path: '/api/conversation/messages',
  tags: ['visitor'],
  summary: 'Say something, or press a card',
  security,
  request: { body: jsonBody(messageRequestSchema) },
  responses: {
    200: json(messageResponseSchema, 'It had been accepted before'),
    202: json(messageResponseSchema, 'Accepted durably; the reply comes as an event'),
    ...problems(400, 401, 409, 413, 415, 429),
  },
});

const poll = createRoute({
  method: 'get',
  path: '/api/conversation/events',
  tags: ['visitor'],
  summary: 'What was said after a sequence',
  security,
  request: { query: z.object({ after: afterSchema.default(0) }) },
  responses: { 200: json(eventsResponseSchema, 'Oldest first, 500 at most'), ...problems(400, 401, 429) },
});

const follow = createRoute({
  method: 'get',
  path: '/api/conversation/stream',
  tags: ['visitor'],
  summary: 'The same as server-sent events',
  description:
    '`event: event` with the sequence as `id`, and `event: progress` without one. Goes on after `Last-Event-ID`, or after `after`. A comment every 15 seconds keeps the way open.',
  security,
  request: { query: z.object({ after: afterSchema.optional() }) },
  responses: {
    200: { description: 'The stream', content: { 'text/event-stream': { schema: z.string() } } },
    ...problems(400, 401, 429),
  },
});

export function conversationRoutes(
  { conversations, sessions }: Pick<ServerDeps, 'conversations' | 'sessions'>,
  limits: Limits,
  streams: Streams,
) {
  const routes = createRoutes();
  routes.use('/api/conversation/*', requireSession(sessions));
  routes.use('/api/conversation/messages', limits.messages);
  return routes
    .openapi(post, async (c) => {
      const { clientMessageId, text, card } = c.req.valid('json');
      const { event, repeated } = await conversations.post(c.get('session').conversationId, {
        clientMessageId,
        text,
        ...(card && { card }),
      });
      return c.json({ event: toWireEvent(event), repeated }, repeated ? 200 : 202);
    })
    .openapi(poll, async (c) => {
      const { conversationId } = c.get('session');
      const conversation = await conversations.get(conversationId);
      if (!conversation) throw problem('session.required');
      const events = await conversations.events(conversationId, c.req.valid('query').after, 500);
      const progress = conversations.progress(conversationId);
      return c.json({ conversationId, owner: conversation.owner, events: events.map(toWireEvent), progress }, 200);
    })
    .openapi(follow, (c) => {
      const last = afterSchema.safeParse(c.req.header('last-event-id') ?? undefined);
      return streams.open(c, last.success ? last.data : (c.req.valid('query').after ?? 0));
    });
}
