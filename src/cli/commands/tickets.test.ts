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
    await store.tickets.create('t1', {
      kind: 'complaint',
      text: '快递员态度差\n还迟到',
      conversationId,
      at: AT,
      day: '2026-06-01',
    });

    expect(await cli.run('tickets', 'list')).toBe(0);
    expect(cli.state.out).toEqual([
      `TK260601-1  2026-06-01 16:00  待处理  投诉  customer-1  会话 ${conversationId}`,
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

  it('[ACT-69] are found and closed by their number in any spelling, and those from before by their id', async () => {
    const store = given.makeStore();
    const cli = createCli({ changes: { tickets: store.tickets } });
    const note = { kind: 'question', text: '在吗', conversationId: 'c', at: AT, day: '2026-06-01' };
    for (const id of ['0123456789abcdef0123456789abcdef', 'second']) await store.tickets.create(id, note);
    for (const name of ['TK260601-2', 'tk260601-2', ' ＴＫ２６０６０１－２ ', 'TK 260601 — 2', '260601-2', 'second']) {
      expect(await cli.run('tickets', 'show', name, '--json')).toBe(0);
      expect(cli.json()).toMatchObject({ ticket: { id: 'second', number: 'TK260601-2' } });
    }
    for (const name of ['TK260601-3', 'TK260602-2', 'TK260601', 'none', '2']) {
      expect(await cli.run('tickets', 'show', name, '--locale', 'en')).toBe(2);
      expect(cli.notes()).toContain('There is no such ticket.');
    }
    // As an earlier version left it.
    await given.database.query(`update tickets set day = null, count = null where id <> 'second'`, []);
    expect(await cli.run('tickets', 'show', '0123456789abcdef0123456789abcdef')).toBe(0);
    expect(cli.state.out[0]).toContain('0123456789abcdef0123456789abcdef  2026-06-01 16:00');
    expect(await cli.run('tickets', 'close', '0123456789abcdef0123456789abcdef')).toBe(0);
    expect(await cli.run('tickets', 'close', 'tk260601-2')).toBe(0);
    expect(await cli.run('tickets', 'list')).toBe(0);
    expect(cli.notes()).toBe('没有待处理的工单。');
    cli.world.remove();
  });
});
