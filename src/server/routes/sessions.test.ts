import { afterEach, describe, expect, it } from 'vitest';
import { DAY } from '../../core/instant.ts';
import { problemSchema } from '../schemas/common.ts';
import { sessionResponseSchema } from '../schemas/visitor.ts';
import { createWorld, read, type World } from '../testing/world.ts';

let world: World;
afterEach(() => world.remove());

const post = (body: object = {}, token?: string) =>
  world.call('POST', '/api/sessions', { body, ...(token !== undefined && { token }) });
const start = (body: object = {}, token?: string) => read(sessionResponseSchema, post(body, token));

describe('sessions', () => {
  it('[API-1] a visitor begins as a guest, or as the customer whom the shop’s token names', async () => {
    world = createWorld();
    const guest = await start({ locale: 'en' });
    expect(guest).toMatchObject({ customer: null, token: expect.stringMatching(/^xs_/) });
    expect(await world.conversations.get(guest.conversationId)).toMatchObject({
      customerId: null,
      channel: 'web',
      locale: 'en',
    });
    const customer = await start({ shopToken: 'jwt.for.customer-1' });
    expect(customer.customer).toEqual({ name: '李雷' });
    expect(await world.conversations.get(customer.conversationId)).toMatchObject({
      customerId: 'customer-1',
      locale: 'zh',
    });
  });

  it('[API-1] a shop token that proves nothing is refused and opens nothing', async () => {
    world = createWorld();
    const refused = await post({ shopToken: 'made-up' });
    expect([refused.status, (await read(problemSchema, refused)).code]).toEqual([401, 'shop-token.refused']);
    expect(await world.conversations.list({ limit: 10 })).toEqual([]);
  });

  it('[API-2] a guest comes back to the open conversation with the token it holds', async () => {
    world = createWorld();
    const first = await start();
    expect(await start({}, first.token)).toEqual(first);
    await world.conversations.setOwner(first.conversationId, 'closed', 'x', 'x');
    expect((await start({}, first.token)).conversationId).not.toBe(first.conversationId);
  });

  it('[API-2] a customer comes back to the latest open conversation of the last seven days', async () => {
    world = createWorld();
    const first = await start({ shopToken: 'jwt.for.customer-1' });
    world.clock.advance(6 * DAY);
    const second = await start({ shopToken: 'jwt.for.customer-1' });
    expect(second.conversationId).toBe(first.conversationId);
    expect(second.token).not.toBe(first.token);
    world.clock.advance(2 * DAY);
    const third = await start({ shopToken: 'jwt.for.customer-1' });
    expect(third.conversationId).not.toBe(first.conversationId);
    const again = await start({ shopToken: 'jwt.for.customer-1' }, third.token);
    expect(again.conversationId).toBe(third.conversationId);
    const other = await start({ shopToken: 'jwt.for.customer-2' });
    expect(other.conversationId).not.toBe(third.conversationId);
  });

  it('[API-3] at a change of identity nothing is carried over and the old token is over', async () => {
    world = createWorld();
    const guest = await start();
    const customer = await start({ shopToken: 'jwt.for.customer-1' }, guest.token);
    expect(customer.conversationId).not.toBe(guest.conversationId);
    expect(await world.deps.sessions.resolve(guest.token)).toBeNull();
    const after = await start({}, customer.token);
    expect(after.conversationId).not.toBe(customer.conversationId);
    expect(after.customer).toBeNull();
    expect(await world.deps.sessions.resolve(customer.token)).toBeNull();
  });

  it('[API-4] a new token ends the one that was sent along, and no other', async () => {
    world = createWorld();
    const held = await start({ shopToken: 'jwt.for.customer-1' });
    const elsewhere = await start({ shopToken: 'jwt.for.customer-1' });
    const again = await start({ shopToken: 'jwt.for.customer-1' }, held.token);
    expect(again.conversationId).toBe(held.conversationId);
    expect(await world.deps.sessions.resolve(held.token)).toBeNull();
    expect(await world.deps.sessions.resolve(elsewhere.token)).not.toBeNull();
    expect(await world.deps.sessions.resolve(again.token)).not.toBeNull();
    const guest = await start();
    await world.conversations.setOwner(guest.conversationId, 'closed', 'x', 'x');
    const next = await start({}, guest.token);
    expect(await world.deps.sessions.resolve(guest.token)).toBeNull();
    expect(await start({}, next.token)).toEqual(next);
  });

  it('[API-4] a visitor for whom no token could be issued keeps the one it holds', async () => {
    world = createWorld();
    const held = await start({ shopToken: 'jwt.for.customer-1' });
    expect((await post({ shopToken: 'made-up' }, held.token)).status).toBe(401);
    world.deps.sessions.create = () => Promise.reject(new Error('the store is away'));
    expect((await post({ shopToken: 'jwt.for.customer-1' }, held.token)).status).toBe(500);
    expect(await world.deps.sessions.resolve(held.token)).not.toBeNull();
  });

  it('[API-3] a visitor can forget the session', async () => {
    world = createWorld();
    const { token } = await world.begin();
    expect((await world.call('DELETE', '/api/sessions', { token })).status).toBe(204);
    expect((await world.call('GET', '/api/conversation/events', { token })).status).toBe(401);
  });
});
