import { createRoute } from '@hono/zod-openapi';
import { customerIdOf } from '../../core/actor.ts';
import type { Conversation } from '../../core/conversation.ts';
import { DAY, elapsed } from '../../core/instant.ts';
import type { Locale } from '../../core/locale.ts';
import type { SessionRequest } from '../../core/wire.ts';
import type { ServerDeps } from '../deps.ts';
import { bearerOf } from '../middleware/bearer.ts';
import type { Limits } from '../middleware/limits.ts';
import { problem } from '../problem.ts';
import { json, jsonBody, problems } from '../schemas/common.ts';
import { sessionRequestSchema, sessionResponseSchema } from '../schemas/visitor.ts';
import type { Streams } from '../stream/streams.ts';
import { createRoutes } from './api.ts';

const CHANNEL = 'web';
/** A conversation that lay still for longer is not taken up again. */
const RESUMED_WITHIN = 7 * DAY;

const begin = createRoute({
  method: 'post',
  path: '/api/sessions',
  tags: ['visitor'],
  summary: 'Begin as a guest or as the customer that the shop token names, or come back to the open conversation',
  description:
    'Without a shop token a guest who sends the session token it holds as bearer comes back to its conversation. Whenever a new token is issued, the one sent along is revoked; one of another identity is never taken over.',
  request: { body: jsonBody(sessionRequestSchema) },
  responses: { 200: json(sessionResponseSchema, 'The session'), ...problems(400, 401, 413, 415, 429) },
});

const end = createRoute({
  method: 'delete',
  path: '/api/sessions',
  tags: ['visitor'],
  summary: 'Forget the session token, at sign-out',
  security: [{ session: [] }],
  responses: { 204: { description: 'Forgotten' } },
});

type Deps = Pick<ServerDeps, 'conversations' | 'sessions' | 'verifyShopToken' | 'shop' | 'clock'>;

export function sessionRoutes(deps: Deps, limits: Limits, streams: Pick<Streams, 'endOf'>) {
  const { conversations, sessions } = deps;
  const isFresh = (found: Conversation) => elapsed(found.updatedAt, deps.clock.now()) <= RESUMED_WITHIN;

  async function revoke(token: string): Promise<void> {
    await sessions.remove(token);
    streams.endOf(token);
  }

  async function openFor(customerId: string | null, locale: Locale | null): Promise<Conversation> {
    if (customerId !== null) {
      const recent = await conversations.list({ customerId, limit: 20 });
      const latest = recent.find(({ channel, owner }) => channel === CHANNEL && owner !== 'closed');
      if (latest && isFresh(latest)) return latest;
    }
    return conversations.open({ customerId, channel: CHANNEL, locale });
  }

  /** The guest's own session, when that is what the token stands for. Somebody else's is over: another person sits here now. */
  async function comeBack(token: string | null, customerId: string | null) {
    const held = token === null ? null : await sessions.resolve(token);
    if (token === null || held === null) return null;
    if (customerIdOf(held.actor) !== customerId) {
      await revoke(token);
      return null;
    }
    // A customer gets a session of full length.
    if (customerId !== null) return null;
    const conversation = await conversations.get(held.conversationId);
    if (!conversation || conversation.owner === 'closed' || !isFresh(conversation)) return null;
    return { token, conversationId: held.conversationId, customer: null, expiresAt: held.expiresAt };
  }

  async function startSession(request: SessionRequest, held: string | null) {
    const actor = request.shopToken === undefined ? null : await deps.verifyShopToken(request.shopToken);
    if (request.shopToken !== undefined && actor === null) throw problem('shop-token.refused');
    const customerId = actor?.customerId ?? null;
    const resumed = await comeBack(held, customerId);
    if (resumed) return resumed;
    const customer = customerId === null ? null : await deps.shop.getCustomer(customerId);
    const conversation = await openFor(customerId, request.locale ?? customer?.locale ?? null);
    const { token, expiresAt } = await sessions.create(conversation.id, customerId);
    // Only now: a visitor for whom none could be issued keeps what it holds.
    if (held !== null) await revoke(held);
    return {
      token,
      conversationId: conversation.id,
      customer: customerId === null ? null : { name: customer?.name ?? '' },
      expiresAt,
    };
  }

  const routes = createRoutes();
  routes.use('/api/sessions', limits.sessions);
  return routes
    .openapi(begin, async (c) => {
      const { shopToken, locale } = c.req.valid('json');
      const request = { ...(shopToken !== undefined && { shopToken }), ...(locale !== undefined && { locale }) };
      return c.json(await startSession(request, bearerOf(c)), 200);
    })
    .openapi(end, async (c) => {
      const token = bearerOf(c);
      if (token !== null) await revoke(token);
      return c.body(null, 204);
    });
}
