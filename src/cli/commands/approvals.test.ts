import { afterEach, describe, expect, it } from 'vitest';
import { createApprovals } from '../../agent/approvals.ts';
import { OWN, tokenIn } from '../../agent/testing/kit.ts';
import { memoryGate } from '../../agent/testing/memory-gate.ts';
import type { AmountLimits } from '../../core/limits.ts';
import { findSecret } from '../../identity/secrets.ts';
import { OPERATOR_HEADER } from '../../server/middleware/bearer.ts';
import { OPERATORS } from '../../server/testing/world.ts';
import { type Cli, createCli } from '../testing/surroundings.ts';

let cli: Cli;
afterEach(() => cli.world.remove());

/** A command line before a gate where a cancellation waits for a person. */
async function waiting(limits: AmountLimits = { perAction: 1 }, env: Record<string, string> = {}) {
  const kit = memoryGate();
  kit.gate.limits = () => limits;
  const scope = kit.begin();
  const token = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
  await kit.press(scope, { token, decision: 'confirm' });
  cli = createCli({ env, changes: { approvals: createApprovals(kit.gate) } });
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

  const FOUR_EYES: AmountLimits = { fourEyesAbove: 1 };
  const voicesIn = () => {
    const { approval } = cli.json() as { approval: { approvedBy: { operator: string }[] } };
    return approval.approvedBy.map(({ operator }) => operator);
  };

  it('[ACT-70] two names at one command line are two people', async () => {
    const { kit, id } = await waiting(FOUR_EYES);
    expect(await cli.run('approvals', 'approve', id, '--as', '小兰', '--json')).toBe(0);
    expect(voicesIn()).toEqual(['小兰']);
    expect((await kit.order()).status).toBe('paid');
    expect(await cli.run('approvals', 'approve', id, '--as', 'Ann Lee', '--json')).toBe(0);
    expect(voicesIn()).toEqual(['小兰', 'Ann Lee']);
    expect((await kit.order()).status).toBe('cancelled');
  });

  it.each([
    ['Ann Lee', [' ann  LEE ', 'Ａｎｎ Ｌｅｅ', 'ANN LEE']],
    ['小兰', ['小兰', ' 小兰']],
    [undefined, [undefined, 'cli', 'CLI']],
  ] as const)('[ACT-70] the same name, however written, is one person: %j', async (first, others) => {
    const { kit, id } = await waiting(FOUR_EYES);
    const approve = (name: string | undefined) =>
      cli.run('approvals', 'approve', id, ...(name === undefined ? [] : ['--as', name]));
    expect(await approve(first)).toBe(0);
    for (const name of others) {
      expect(await approve(name)).toBe(1);
      expect(cli.notes()).toContain('您已经同意过了');
    }
    expect((await kit.order()).status).toBe('paid');
  });

  it('[ACT-70] a name at the command line and its token are one person; the configured name counts where none is given', async () => {
    const { kit, id } = await waiting(FOUR_EYES, { XIAOER_OPERATOR: '小兰' });
    expect(await cli.run('approvals', 'approve', id)).toBe(0);
    const byToken = await cli.world.call('POST', `/api/operator/approvals/${id}/approve`, {
      ...{ token: OPERATORS.agent, body: {} },
    });
    expect(await byToken.json()).toMatchObject({ code: 'approval.same-operator' });
    expect((await kit.order()).status).toBe('paid');
    expect(await cli.run('approvals', 'approve', id, '--as', '阿青')).toBe(0);
    expect((await kit.order()).status).toBe('cancelled');
  });

  it('[ACT-70] what is no name decides nothing', async () => {
    const { kit, id } = await waiting(FOUR_EYES);
    for (const name of ['', '  ', 'x'.repeat(65), 'a\nb', 'a\u0000b']) {
      expect(await cli.run('approvals', 'approve', id, `--as=${name}`)).toBe(2);
      expect(cli.notes()).toContain('--as 后面要写一个名字');
    }
    const token = findSecret(cli.world.dataDir, 'local') ?? '';
    for (const name of ['%', '%00', '%20', encodeURIComponent('x'.repeat(65))]) {
      const headers = { [OPERATOR_HEADER]: name };
      const answer = await cli.world.call('POST', `/local/approvals/${id}/approve`, { token, headers, body: {} });
      expect(await answer.json()).toMatchObject({ status: 400, code: 'request.invalid' });
    }
    expect((await kit.order()).status).toBe('paid');
  });
});
