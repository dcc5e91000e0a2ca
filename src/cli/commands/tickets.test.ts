import { expect, it } from 'vitest';
import { describeOnEachDatabase } from '../../../tests/support/database.ts';
import { createCli } from '../testing/surroundings.ts';

const AT = '2026-06-01T08:00:00.000Z';

describeOnEachDatabase('tickets', (given) => {
  it('[ACT-65] are listed with the customer’s words, and closed once', async () => {
    const store = given.makeStore();
    const cli = createCli({ changes: { tickets: store.tickets } });
    const { conversationId } = await cli.world.begin('customer-1');
    await store.conversations.create({
      id: conversationId,
      customerId: 'customer-1',
      channel: 'web',
      locale: null,
      at: AT,
    });
    await store.tickets.create('t1', { kind: 'complaint', text: '快递员态度差\n还迟到', conversationId, at: AT });

    expect(await cli.run('tickets', 'list')).toBe(0);
    expect(cli.state.out).toEqual([
      `t1  2026-06-01 16:00  待处理  投诉  customer-1  会话 ${conversationId}`,
      '  快递员态度差',
      '  还迟到',
    ]);
    expect(await cli.run('tickets', 'close', 't1')).toBe(0);
    expect(cli.text()).toBe('工单已关闭。');
    expect(await cli.run('tickets', 'close', 't1', '--json', '--locale', 'en')).toBe(2);
    expect(cli.json()).toEqual({ error: { code: 'ticket.not-open', message: 'There is no such open ticket.' } });
    expect(await cli.run('tickets', 'list')).toBe(0);
    expect(cli.notes()).toBe('没有待处理的工单。');
    expect(await cli.run('tickets', 'list', '--state', 'closed', '--json')).toBe(0);
    expect(cli.json()).toMatchObject({ tickets: [{ id: 't1', state: 'closed', kind: 'complaint' }] });
    await store.erase('customer:customer-1');
    expect(await cli.run('tickets', 'list', '--state', 'closed', '--locale', 'en')).toBe(0);
    expect(cli.notes()).toBe('No closed tickets.');
    cli.world.remove();
  });
});
