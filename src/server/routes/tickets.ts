import { createRoute } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import type { Ticket } from '../../core/record.ts';
import type { ServerDeps } from '../deps.ts';
import type { ServerEnvironment } from '../environment.ts';
import { requireRole } from '../middleware/bearer.ts';
import { problem } from '../problem.ts';
import { json, listingQuery, problems } from '../schemas/common.ts';
import {
  closedTicketSchema,
  type TicketAnswer,
  ticketAnswerSchema,
  ticketIdParams,
  ticketStateSchema,
  ticketsSchema,
} from '../schemas/tickets.ts';
import { zoneOf } from '../zone.ts';
import { type PeopleDoor, peopleRoutes } from './api.ts';

type Deps = Pick<ServerDeps, 'tickets' | 'conversations' | 'shop' | 'clock'>;

/** People know an order by its number; of a shop that does not answer the note is shown without. */
async function shown({ conversations, shop }: Deps, { orderId, ...ticket }: Ticket): Promise<TicketAnswer> {
  const conversation = await conversations.get(ticket.conversationId);
  const order = orderId === undefined ? null : await shop.getOrder(orderId).catch(() => null);
  return { ...ticket, customerId: conversation?.customerId ?? null, orderNumber: order?.number ?? null };
}

/** What customers want the shop's people to know: viewer reads, agent closes. */
export function ticketRoutes(deps: Deps, door: PeopleDoor, authenticate: MiddlewareHandler<ServerEnvironment>) {
  const { routes, path, tags, security } = peopleRoutes(door, 'tickets', authenticate);
  routes.openapi(
    createRoute({
      method: 'get',
      path,
      tags,
      security,
      summary: 'What customers left for the shop’s people, newest first',
      request: { query: listingQuery.extend({ state: ticketStateSchema.optional() }) },
      responses: { 200: json(ticketsSchema, 'The tickets'), ...problems(400, 401, 429) },
    }),
    async (c) => {
      requireRole(c, 'viewer');
      const { items, next } = await deps.tickets.list(c.req.valid('query'));
      const tickets = await Promise.all(items.map((ticket) => shown(deps, ticket)));
      return c.json({ timeZone: await zoneOf(deps.shop), tickets, next }, 200);
    },
  );
  routes.openapi(
    createRoute({
      method: 'get',
      path: `${path}/{id}`,
      tags,
      security,
      summary: 'One ticket, by its id or its number',
      request: { params: ticketIdParams },
      responses: { 200: json(ticketAnswerSchema, 'The ticket'), ...problems(400, 401, 404, 429) },
    }),
    async (c) => {
      requireRole(c, 'viewer');
      const ticket = await deps.tickets.find(c.req.valid('param').id);
      if (!ticket) throw problem('ticket.unknown');
      return c.json({ timeZone: await zoneOf(deps.shop), ticket: await shown(deps, ticket) }, 200);
    },
  );
  routes.openapi(
    createRoute({
      method: 'post',
      path: `${path}/{id}/close`,
      tags,
      security,
      summary: 'It was looked after; the customer is told nothing by it',
      request: { params: ticketIdParams },
      responses: { 200: json(closedTicketSchema, 'Closed'), ...problems(400, 401, 403, 404, 429) },
    }),
    async (c) => {
      requireRole(c, 'agent');
      const { id } = c.req.valid('param');
      const closed = await deps.tickets.close(id, c.get('operator').name, deps.clock.now());
      if (!closed) throw problem('ticket.not-open');
      return c.json({ id, state: 'closed' as const }, 200);
    },
  );
  return routes;
}
