import { afterEach, describe, expect, it } from 'vitest';
import { problemSchema } from '../schemas/common.ts';
import { eventsResponseSchema, messageResponseSchema } from '../schemas/visitor.ts';
import { createWorld, REPLY, read, type World } from '../testing/world.ts';

let world: World;
afterEach(() => world.remove());

const message = (text: string, clientMessageId = 'm1') => ({ clientMessageId, text });

describe('a visitor’s conversation', () => {
  it('[API-10] a message is accepted, and its reply comes as an event', async () => {
    world = createWorld();
    const { token, conversationId } = await world.begin();
    const posted = await world.call('POST', '/api/conversation/messages', { token, body: message('在吗') });
    expect(posted.status).toBe(202);
    expect(await posted.json()).toMatchObject({
      event: { sequence: 1, kind: 'message', text: '在吗' },
      repeated: false,
    });
    const events = await read(eventsResponseSchema, world.call('GET', '/api/conversation/events?after=1', { token }));
    expect(events).toMatchObject({
      ...{ conversationId, owner: 'bot', progress: null },
      events: [{ sequence: 2, kind: 'reply', reply: REPLY }],
    });
    expect(JSON.stringify(events)).not.toContain('turn-');
  });

  it('[ACT-64] what is told unasked comes as a notice, without what it refers to', async () => {
    world = createWorld();
    const { token, conversationId } = await world.begin();
    const payload = { about: 'effect', reference: 'the-key-of-an-intent', text: '办好了：订单 1 已取消。' } as const;
    world.conversations.append(conversationId, 'notice-sent', payload);
    const events = await read(eventsResponseSchema, world.call('GET', '/api/conversation/events', { token }));
    expect(events.events).toMatchObject([{ sequence: 1, kind: 'notice', text: payload.text }]);
    expect(JSON.stringify(events)).not.toContain('the-key');
  });

  it('[API-10] the same message sent 20 times at once is one message', async () => {
    world = createWorld();
    const { token } = await world.begin();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        world.call('POST', '/api/conversation/messages', { token, body: message('你好') }),
      ),
    );
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(19);
    const { events } = await read(eventsResponseSchema, world.call('GET', '/api/conversation/events', { token }));
    expect(events).toHaveLength(2);
  });

  it('[API-11] a conversation opens to its own token and to nothing else', async () => {
    world = createWorld();
    await world.begin();
    for (const token of [undefined, '', 'xs_', `xs_${'0'.repeat(64)}`, 'jwt.for.customer-1']) {
      const refused = await world.call('GET', '/api/conversation/events', token === undefined ? {} : { token });
      expect([refused.status, (await read(problemSchema, refused)).code]).toEqual([401, 'session.required']);
    }
  });

  it('[API-12] what is no message is refused with a clear code, and nothing is stored', async () => {
    world = createWorld({ limits: { messages: 100 } });
    const { token, conversationId } = await world.begin();
    const bad: [unknown, number, string][] = [
      [message(''), 400, 'message.empty'],
      [message('  \n '), 400, 'message.empty'],
      [message('长'.repeat(4_001)), 413, 'message.too-long'],
      [message('x'.repeat(100_000)), 413, 'request.too-large'],
      [message('\ud83d'), 400, 'request.invalid'],
      [message('a', ''), 400, 'request.invalid'],
      [message('a', '编号'), 400, 'request.invalid'],
      [message('a', 'x'.repeat(65)), 400, 'request.invalid'],
      [{ clientMessageId: 'm', text: 'a', role: 'admin' }, 400, 'request.invalid'],
      [{ clientMessageId: 'm', text: 5 }, 400, 'request.invalid'],
      [{ clientMessageId: 'm', text: 'a', card: { token: 't', decision: 'maybe' } }, 400, 'request.invalid'],
      [[], 400, 'request.invalid'],
      ['{"clientMessageId":', 400, 'request.not-json'],
    ];
    for (const [body, status, code] of bad) {
      const refused = await world.call('POST', '/api/conversation/messages', { token, body });
      expect([refused.status, (await read(problemSchema, refused)).code]).toEqual([status, code]);
    }
    expect(await world.conversations.events(conversationId, 0)).toEqual([]);
  });

  it('[API-12] emoji, HTML, SQL, Markdown and control characters are just text', async () => {
    world = createWorld();
    const { token, conversationId } = await world.begin();
    const texts = [
      '👨‍👩‍👧 好吗',
      '<img src=x onerror=alert(1)>',
      "'; DROP TABLE orders; --",
      '![x](javascript:alert(1))',
      'a\u0007\u001b[31mb',
    ];
    for (const [index, text] of texts.entries()) {
      const posted = await world.call('POST', '/api/conversation/messages', {
        token,
        body: message(text, `m${index}`),
      });
      const { event } = await read(messageResponseSchema, posted);
      expect([posted.status, event]).toMatchObject([202, { text }]);
    }
    expect(await world.conversations.events(conversationId, 0)).toHaveLength(texts.length * 2);
  });
});
