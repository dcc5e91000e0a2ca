import { afterEach, describe, expect, it } from 'vitest';
import { createApprovals } from '../../agent/approvals.ts';
import { OWN, tokenIn } from '../../agent/testing/kit.ts';
import { memoryGate } from '../../agent/testing/memory-gate.ts';
import { type Cli, createCli } from '../testing/surroundings.ts';

let cli: Cli;
afterEach(() => cli.world.remove());

/** A command line before a gate where a cancellation waits for a person. */
async function waiting() {
  const kit = memoryGate();
  kit.gate.limits = async () => ({ perAction: 1 });
  const scope = kit.begin();
  const token = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
  await kit.press(scope, { token, decision: 'confirm' });
  cli = createCli({ changes: { approvals: createApprovals(kit.gate) } });
  await cli.run('approvals', 'list', '--json');
  const [open] = cli.json().approvals as { id: string }[];
  return { kit, id: open?.id ?? '' };
}

describe('approvals', () => {
  it('[ACT-50] are listed and approved', async () => {
    const { kit, id } = await waiting();
    expect(await cli.run('approvals', 'list')).toBe(0);
    expect(cli.state.out[0]).toBe(
      `${id}  待审批  取消订单 ${OWN}  ¥386  超过限额  customer-1  同意 0/1  2026-11-12 10:00 提交，2026-11-15 10:00 过期`,
    );
    expect(await cli.run('approvals', 'approve', id)).toBe(0);
    expect(cli.text()).toContain('已办理，并已在对话里告诉顾客。');
    expect((await kit.order()).status).toBe('cancelled');
    expect(await cli.run('approvals', 'approve', id)).toBe(1);
    expect(cli.notes()).toContain('这个审批已经有结果了');
    expect(await cli.run('approvals', 'list')).toBe(0);
    expect(cli.notes()).toBe('没有待处理的审批。');
  });

  it('[ACT-50] are declined with a reason, also in English and as JSON', async () => {
    const { kit, id } = await waiting();
    expect(await cli.run('approvals', 'refuse', id, '--reason', '请补照片', '--json')).toBe(0);
    expect(cli.json()).toMatchObject({
      outcome: 'refused',
      approval: { refusedBy: { operator: 'cli', reason: '请补照片' } },
    });
    expect((await kit.order()).status).toBe('paid');
    expect(await cli.run('approvals', 'list', '--state', 'refused', '--locale', 'en')).toBe(0);
    expect(cli.text()).toContain('declined  Cancel order');
    expect(await cli.run('approvals', 'list', '--state', 'approved')).toBe(0);
    expect(cli.notes()).toBe('没有同意过的审批。');
    expect(await cli.run('approvals', 'approve', 'none', '--locale', 'en')).toBe(2);
    expect(cli.notes()).toContain('There is no such approval.');
  });
});
