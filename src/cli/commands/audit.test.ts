import { expect, it } from 'vitest';
import { describeOnEachDatabase, type TestStore } from '../../../tests/support/database.ts';
import { createCli } from '../testing/surroundings.ts';

const AT = '2026-06-01T08:00:00.000Z';

async function written(store: TestStore): Promise<void> {
  await store.conversations.create({ id: 'c1', customerId: 'alice', channel: 'web', locale: null, at: AT });
  for (const decision of ['confirmation-needed', 'done', 'refused'])
    await store.audit.append({
      ...{ at: AT, conversationId: 'c1', turnId: 't1', command: 'cancel_order', decision },
      payload: { reasons: [] },
    });
}

describeOnEachDatabase('the record of decisions', (given) => {
  it('[ACT-54] is verified, and a changed entry is named with an exit code that is not 0', async () => {
    const store = given.makeStore();
    await written(store);
    const cli = createCli({ changes: { audit: store.audit } });
    expect(await cli.run('audit', 'verify')).toBe(0);
    expect(cli.text()).toBe('记录完整：3 条，逐条相符。');
    await given.database.query(`update audit set decision = 'done' where sequence = 3`, []);
    expect(await cli.run('audit', 'verify')).toBe(1);
    expect(cli.text()).toContain('第 3 条与写入时不符（之前的 2 条相符）');
    expect(await cli.run('audit', 'verify', '--json')).toBe(1);
    expect(cli.json()).toEqual({ ok: false, entries: 2, brokenAt: 3 });
    await given.database.query('delete from audit where sequence = 1', []);
    expect(await cli.run('audit', 'verify', '--json')).toBe(1);
    expect(cli.json()).toEqual({ ok: false, entries: 0, brokenAt: 1 });
    cli.world.remove();
  });

  it('[ACT-54] is listed for one conversation, and without words once its customer is erased', async () => {
    const store = given.makeStore();
    await written(store);
    const cli = createCli({ changes: { audit: store.audit } });
    expect(await cli.run('audit', 'list', 'c1')).toBe(0);
    expect(cli.state.out.at(-2)).toBe('1  2026-06-01 16:00:00  cancel_order  confirmation-needed');
    expect(cli.state.out).toHaveLength(6);
    await store.erase('customer:alice');
    expect(await cli.run('audit', 'list', 'c1', '--json')).toBe(0);
    expect((cli.json().entries as { payload: unknown }[]).map(({ payload }) => payload)).toEqual([null, null, null]);
    expect(await cli.run('audit', 'verify')).toBe(0);
    expect(await cli.run('audit', 'list', 'none')).toBe(0);
    expect(cli.notes()).toBe('这个会话没有记录。');
    cli.world.remove();
  });
});
