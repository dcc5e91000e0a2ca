import { afterEach, describe, expect, it } from 'vitest';
import { memoryRecords } from '../../agent/testing/memory-records.ts';
import { problemSchema } from '../schemas/common.ts';
import { closedTicketSchema, ticketsSchema } from '../schemas/tickets.ts';
import { fakeShop } from '../testing/shop.ts';
import { createWorld, OPERATORS, read, type World } from '../testing/world.ts';

let world: World;
afterEach(() => world.remove());

/** A server with two notes, one of them about an order. */
async function begin(changes: Parameters<typeof createWorld>[1] = {}) {
  const { tickets } = memoryRecords(
    () => [],
    () => null,
  );
  const getOrder = async (id: string) => ({ id, number: 'DD1001' }) as never;
  world = createWorld({}, { tickets, shop: { ...fakeShop(), getOrder }, ...changes });
  const { conversationId } = await world.begin('customer-1');
  const at = '2026-05-01T00:00:00.000Z';
  await tickets.create('t1', {
    kind: 'complaint',
    text: '快递员态度差',
    orderId: 'o1',
    conversationId,
    at,
    day: '2026-05-01',
  });
  await tickets.create('t2', { kind: 'suggestion', text: '多出点大码', conversationId, at, day: '2026-05-01' });
  return { conversationId };
}

function as(who: 'viewer' | 'agent', method: string, path: string) {
  return world.call(method, `/api/operator/tickets${path}`, { token: OPERATORS[who] });
}

describe('tickets by the API', () => {
  it('[ACT-65] a viewer reads whose they are and about which order, and closes none', async () => {
    const { conversationId } = await begin();
    const { tickets } = await read(ticketsSchema, as('viewer', 'GET', '?state=open'));
    expect(tickets).toMatchObject([
      { id: 't2', orderNumber: null },
      {
        id: 't1',
        customerId: 'customer-1',
        conversationId,
        orderNumber: 'DD1001',
        text: '快递员态度差',
        state: 'open',
      },
    ]);
    expect((await as('viewer', 'POST', '/t1/close')).status).toBe(403);
    expect((await world.call('GET', '/api/operator/tickets')).status).toBe(401);
    expect((await as('viewer', 'GET', '?state=lost')).status).toBe(400);
  });

  it('[ACT-65] an agent closes one, once', async () => {
    await begin();
    expect(await read(closedTicketSchema, as('agent', 'POST', '/t1/close'))).toEqual({ id: 't1', state: 'closed' });
    for (const id of ['t1', 'none'])
      expect((await read(problemSchema, as('agent', 'POST', `/${id}/close`))).code).toBe('ticket.not-open');
    expect((await read(ticketsSchema, as('viewer', 'GET', '?state=closed'))).tickets.map(({ id }) => id)).toEqual([
      't1',
    ]);
  });

  it('[ACT-65] are read while the shop does not answer', async () => {
    const gone = async () => {
      throw new Error('no line');
    };
    await begin({ shop: { ...fakeShop(), info: gone, getOrder: gone } });
    expect(await read(ticketsSchema, as('viewer', 'GET', ''))).toMatchObject({
      timeZone: 'UTC',
      tickets: [{ id: 't2' }, { id: 't1', orderNumber: null }],
    });
  });
});
