import { afterEach, describe, expect, it } from 'vitest';
import { problemSchema } from '../schemas/common.ts';
import { conversationDetailSchema, conversationSchema, conversationsSchema } from '../schemas/operator.ts';
import { createWorld, OPERATORS, read, type World } from '../testing/world.ts';

let world: World;
afterEach(() => world.remove());

const as = (role: keyof typeof OPERATORS, method: string, path: string, body?: unknown) =>
  world.call(method, `/api/operator/conversations${path}`, {
    token: OPERATORS[role],
    ...(body !== undefined && { body }),
  });

describe('the operator API', () => {
  it('[API-40] an operator reads conversations, answers, takes over, hands back and closes', async () => {
    world = createWorld();
    const { token, conversationId: id } = await world.begin('customer-1');
    await world.call('POST', '/api/conversation/messages', { token, body: { clientMessageId: 'm', text: '转人工' } });

    expect(await read(conversationSchema, as('agent', 'POST', `/${id}/reply`, { text: '我来帮您。' }))).toMatchObject({
      owner: 'person',
      epoch: 2,
    });
    const listed = await read(conversationsSchema, as('viewer', 'GET', '?owner=person'));
    expect(listed).toMatchObject({ conversations: [{ id, customerId: 'customer-1' }], next: null });
    const detail = await read(conversationDetailSchema, as('viewer', 'GET', `/${id}?after=2`));
    expect(detail.events.map(({ kind }) => kind)).toEqual(['ownership-changed', 'person-replied']);
    expect(detail.events[1]?.payload).toEqual({ operator: '小兰', text: '我来帮您。' });

    expect(await read(conversationSchema, as('agent', 'POST', `/${id}/hand-back`))).toMatchObject({ owner: 'bot' });
    expect(await read(conversationSchema, as('agent', 'POST', `/${id}/take-over`))).toMatchObject({ owner: 'person' });
    const closed = await read(conversationSchema, as('agent', 'POST', `/${id}/close`));
    expect(closed).toMatchObject({ owner: 'closed' });
    expect(await read(conversationSchema, as('agent', 'POST', `/${id}/close`))).toEqual(closed);
    const late = await as('agent', 'POST', `/${id}/reply`, { text: '还在吗' });
    expect([late.status, (await read(problemSchema, late)).code]).toEqual([409, 'conversation.closed']);
  });

  it('[API-41] a viewer reads and changes nothing', async () => {
    world = createWorld();
    const { conversationId: id } = await world.begin();
    const tries = [`/${id}/reply`, `/${id}/close`, `/${id}/hand-back`, `/${id}/take-over`];
    for (const path of tries) {
      const refused = await as('viewer', 'POST', path, path.endsWith('reply') ? { text: 'x' } : undefined);
      expect([refused.status, (await read(problemSchema, refused)).code]).toEqual([403, 'operator.not-allowed']);
    }
    expect(await world.conversations.events(id, 0)).toEqual([]);
  });

  it('[API-41] a visitor’s token, an API key and no token open nothing', async () => {
    world = createWorld();
    const { token, conversationId: id } = await world.begin();
    for (const given of [token, 'test-api-key-0123456789', undefined]) {
      const refused = await world.call(
        'GET',
        `/api/operator/conversations/${id}`,
        given === undefined ? {} : { token: given },
      );
      expect([refused.status, (await read(problemSchema, refused)).code]).toEqual([401, 'operator.required']);
    }
  });

  it('[API-40] an unknown conversation is a problem, a long list comes in pages', async () => {
    world = createWorld();
    expect((await as('viewer', 'GET', '/none')).status).toBe(404);
    expect((await as('agent', 'POST', '/none/close')).status).toBe(404);
    for (let index = 0; index < 60; index++) {
      await world.conversations.open({ customerId: null, channel: 'web', locale: null });
    }
    const first = await read(conversationsSchema, as('viewer', 'GET', ''));
    const second = await read(conversationsSchema, as('viewer', 'GET', `?after=${first.next}`));
    expect([first.conversations.length, second.conversations.length, second.next]).toEqual([50, 10, null]);
  });
});
