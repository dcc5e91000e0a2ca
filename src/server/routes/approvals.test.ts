import { afterEach, describe, expect, it } from 'vitest';
import { createApprovals } from '../../agent/approvals.ts';
import { OWN, tokenIn } from '../../agent/testing/kit.ts';
import { memoryGate } from '../../agent/testing/memory-gate.ts';
import { approvalsSchema, decidedSchema } from '../schemas/approvals.ts';
import { problemSchema } from '../schemas/common.ts';
import { createWorld, OPERATORS, read, type World } from '../testing/world.ts';

let world: World;
afterEach(() => world.remove());

/** A server over a gate where a cancellation waits for a person. */
async function waiting(fourEyesAbove?: number) {
  const kit = memoryGate();
  kit.gate.limits = () => ({ perAction: 1, fourEyesAbove });
  const scope = kit.begin();
  const token = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
  await kit.press(scope, { token, decision: 'confirm' });
  kit.endTurn(scope);
  const operators = [
    { name: 'Vera', role: 'viewer', token: OPERATORS.viewer },
    { name: '小兰', role: 'agent', token: OPERATORS.agent },
    { name: '阿青', role: 'admin', token: 'admin-token-0123456789' },
  ];
  world = createWorld({ operators }, { approvals: createApprovals(kit.gate) });
  const [open] = (await read(approvalsSchema, as('viewer', 'GET', '?state=open'))).approvals;
  return { kit, id: open?.id ?? '', open };
}

function as(who: 'viewer' | 'agent' | 'admin', method: string, path: string, body?: unknown) {
  const token = who === 'admin' ? 'admin-token-0123456789' : OPERATORS[who];
  return world.call(method, `/api/operator/approvals${path}`, { token, ...(body !== undefined && { body }) });
}

const codeOf = async (response: Promise<Response>) => (await read(problemSchema, response)).code;

describe('approvals by the API', () => {
  it('[ACT-50] a viewer sees what waits, without its key, and decides nothing', async () => {
    const { id, open } = await waiting();
    expect(open).toMatchObject({
      why: 'limit',
      orderNumber: OWN,
      amount: { amount: 38_600 },
      needed: 1,
      state: 'open',
    });
    expect(JSON.stringify(open)).not.toContain('intentKey');
    expect((await as('viewer', 'POST', `/${id}/approve`, {})).status).toBe(403);
    expect((await as('viewer', 'POST', `/${id}/refuse`, {})).status).toBe(403);
    expect((await world.call('GET', '/api/operator/approvals')).status).toBe(401);
    expect((await as('viewer', 'GET', '?state=everything')).status).toBe(400);
  });

  it('[ACT-50] an agent approves, and it is done; a second decision is a conflict', async () => {
    const { kit, id } = await waiting();
    expect(await read(decidedSchema, as('agent', 'POST', `/${id}/approve`, {}))).toMatchObject({ outcome: 'done' });
    expect((await kit.order()).status).toBe('cancelled');
    expect(await codeOf(as('agent', 'POST', `/${id}/refuse`, { reason: '不行' }))).toBe('approval.not-open');
    expect(await codeOf(as('agent', 'POST', '/nothing/approve', {}))).toBe('approval.unknown');
    expect(await read(approvalsSchema, as('viewer', 'GET', '?state=open'))).toMatchObject({ approvals: [] });
  });

  it('[ACT-48] two operators, by their tokens; one of them twice is not two', async () => {
    const { kit, id } = await waiting(1);
    expect(await read(decidedSchema, as('agent', 'POST', `/${id}/approve`, {}))).toMatchObject({
      outcome: 'awaiting-approval',
    });
    expect(await codeOf(as('agent', 'POST', `/${id}/approve`, {}))).toBe('approval.same-operator');
    expect((await kit.order()).status).toBe('paid');
    expect(await read(decidedSchema, as('admin', 'POST', `/${id}/approve`, {}))).toMatchObject({ outcome: 'done' });
  });

  it('[ACT-50] an agent declines with a reason', async () => {
    const { kit, id } = await waiting();
    const declined = await read(decidedSchema, as('agent', 'POST', `/${id}/refuse`, { reason: '请补照片' }));
    expect(declined).toMatchObject({
      outcome: 'refused',
      approval: { refusedBy: { operator: '小兰', reason: '请补照片' } },
    });
    expect((await kit.order()).status).toBe('paid');
  });
});
