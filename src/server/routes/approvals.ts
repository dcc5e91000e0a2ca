import { createRoute } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import type { Decided } from '../../agent/approvals.ts';
import type { Approval } from '../../agent/ports.ts';
import type { ServerDeps } from '../deps.ts';
import type { ServerEnvironment } from '../environment.ts';
import { requireRole } from '../middleware/bearer.ts';
import {
  type ApprovalAnswer,
  approvalIdParams,
  approvalStateSchema,
  approvalsSchema,
  approveSchema,
  decidedSchema,
  refuseSchema,
} from '../schemas/approvals.ts';
import { json, jsonBody, listingQuery, problems } from '../schemas/common.ts';
import { zoneOf } from '../zone.ts';
import { type PeopleDoor, peopleRoutes } from './api.ts';

/** Without the key under which it is carried out and the input of the command. */
function shown({ intentKey: _key, quote, ...approval }: Approval): ApprovalAnswer {
  const { orderNumber, title, effects } = quote;
  return { ...approval, orderNumber, title, effects };
}

const decided = ({ approval, intent }: Decided) => ({ approval: shown(approval), outcome: intent });

/** Confirmed writes that wait for the shop's people: viewer reads, agent decides. */
export function approvalRoutes(
  { approvals, shop }: Pick<ServerDeps, 'approvals' | 'shop'>,
  door: PeopleDoor,
  authenticate: MiddlewareHandler<ServerEnvironment>,
) {
  const { routes, path, tags, security } = peopleRoutes(door, 'approvals', authenticate);
  routes.openapi(
    createRoute({
      method: 'get',
      path,
      tags,
      security,
      summary: 'What waits for a person, newest first',
      request: { query: listingQuery.extend({ state: approvalStateSchema.optional() }) },
      responses: { 200: json(approvalsSchema, 'The approvals'), ...problems(400, 401, 429) },
    }),
    async (c) => {
      requireRole(c, 'viewer');
      const { items, next } = await approvals.list(c.req.valid('query'));
      return c.json({ timeZone: await zoneOf(shop), approvals: items.map(shown), next }, 200);
    },
  );
  routes.openapi(
    createRoute({
      method: 'post',
      path: `${path}/{id}/approve`,
      tags,
      security,
      summary: 'Agree; with the last voice needed it is carried out and the customer told',
      request: { params: approvalIdParams, body: jsonBody(approveSchema) },
      responses: { 200: json(decidedSchema, 'What came of it'), ...problems(400, 401, 403, 404, 409, 413, 415, 429) },
    }),
    async (c) => {
      requireRole(c, 'agent');
      const { reference = null } = c.req.valid('json');
      const { id } = c.req.valid('param');
      return c.json(decided(await approvals.approve(id, c.get('operator').name, reference)), 200);
    },
  );
  routes.openapi(
    createRoute({
      method: 'post',
      path: `${path}/{id}/refuse`,
      tags,
      security,
      summary: 'Decline; nothing is done and the customer is told the reason',
      request: { params: approvalIdParams, body: jsonBody(refuseSchema) },
      responses: { 200: json(decidedSchema, 'What came of it'), ...problems(400, 401, 403, 404, 409, 413, 415, 429) },
    }),
    async (c) => {
      requireRole(c, 'agent');
      const { reason = '' } = c.req.valid('json');
      const { id } = c.req.valid('param');
      return c.json(decided(await approvals.refuse(id, c.get('operator').name, reason)), 200);
    },
  );
  return routes;
}
