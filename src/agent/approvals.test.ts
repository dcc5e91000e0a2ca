import { expect, it } from 'vitest';
import { describeOnEachDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { HOUR } from '../core/instant.ts';
import type { AmountLimits } from '../core/limits.ts';
import { silentLog } from '../platform/log.ts';
import type { Shop } from '../shops/shop.ts';
import { createApprovals } from './approvals.ts';
import { expireApprovals, reconcile } from './reconcile.ts';
import { keylessShop } from './testing/keyless-shop.ts';
import { endTurn, type Kit, kinds, makeKit, noticesOf, OWN, tokenIn } from './testing/kit.ts';

/** The customer has confirmed what a person has to decide on, and has been told that it waits. */
async function waiting(database: TestDatabase, limits: AmountLimits, wrap?: (shop: Shop) => Shop) {
  const kit = makeKit(database, wrap);
  kit.gate.limits = () => limits;
  const scope = await kit.begin();
  const card = await kit.run(scope, 'cancel_order', { orderNumber: OWN });
  const token = tokenIn(card);
  const told = await kit.press(scope, { token, decision: 'confirm' });
  await endTurn(kit, scope);
  const [open] = (await kit.gate.approvals.list({ state: 'open', limit: 100 })).items;
  if (!open) throw new Error('nothing waits');
  return { kit, scope, token, card, told, id: open.id, approvals: createApprovals(kit.gate) };
}

const decisions = async (kit: Kit, id: string) =>
  (await kit.store.audit.list(id, { limit: 100 })).items
    .toReversed()
    .map(({ decision, payload }) => [decision, (payload as { operator?: string } | null)?.operator]);

describeOnEachDatabase('what a person decides', (database) => {
  it('[ACT-47] is foretold on the card, waits, and is carried out once when it is approved', async () => {
    const { kit, scope, token, card, told, id, approvals } = await waiting(database, { perAction: 1 });
    const quote = card.facts[0]?.kind === 'quote' ? card.facts[0].value.quote : null;
    expect(quote?.effects.at(-1)?.zh).toContain('先由同事审核');
    expect(told.facts[0]).toMatchObject({ kind: 'handed-to-person', value: { why: 'limit', orderNumber: OWN } });
    expect(await reconcile(kit.gate, kit.store.clock, silentLog)).toBe(0);
    expect((await kit.order()).status).toBe('paid');

    expect(await approvals.approve(id, 'Mei')).toMatchObject({ approval: { state: 'approved' }, intent: 'done' });
    const order = await kit.order();
    expect(order.status).toBe('cancelled');
    expect(await noticesOf(kit, scope)).toEqual([expect.stringMatching(/^办好了：/)]);
    await expect(approvals.approve(id, 'Mei')).rejects.toMatchObject({ code: 'approval.not-open', status: 409 });
    await expect(approvals.refuse(id, 'Mei', '')).rejects.toMatchObject({ code: 'approval.not-open' });
    expect(kinds(await kit.press(scope, { token, decision: 'confirm' }))).toEqual(['effect']);
    expect(await kit.order()).toEqual(order);
    expect(await noticesOf(kit, scope)).toHaveLength(1);
    expect(await decisions(kit, scope.conversationId)).toContainEqual(['approved', 'Mei']);
  });

  it('[ACT-47] approved ten times at once it is done once', async () => {
    const { kit, scope, id, approvals } = await waiting(database, { perAction: 1 });
    const voices = Array.from({ length: 10 }, (_, index) => approvals.approve(id, `operator ${index}`));
    const results = await Promise.allSettled(voices);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { payments, total } = await kit.order();
    const refunds = payments.filter(({ kind }) => kind === 'refund').map(({ amount }) => amount.amount);
    expect(refunds.reduce((sum, each) => sum + each, 0)).toBe(total.amount);
    expect(await noticesOf(kit, scope)).toHaveLength(1);
  });

  it('[ACT-47] approved after a person took over it is carried out: people have decided', async () => {
    const { kit, scope, id, approvals } = await waiting(database, { perAction: 1 });
    await kit.store.conversations.personReplies(scope.conversationId, 'Mei', '我看看', scope.now);
    expect(await approvals.approve(id, 'Mei')).toMatchObject({ intent: 'done' });
    expect(await noticesOf(kit, scope)).toHaveLength(1);
  });

  it('[ACT-47] what has changed meanwhile is not done, and the customer is told', async () => {
    const { kit, scope, id, approvals } = await waiting(database, { perAction: 1 });
    const { id: orderId, version: expectedVersion, address } = await kit.order();
    await kit.gate.shop.changeAddress({ key: 'x', orderId, expectedVersion, address: { ...address, street: '别处' } });
    expect(await approvals.approve(id, 'Mei')).toMatchObject({ approval: { state: 'approved' }, intent: 'refused' });
    expect((await kit.order()).status).toBe('paid');
    expect(await noticesOf(kit, scope)).toEqual([expect.stringContaining('没有办成')]);
  });

  it('[ACT-47] a crash between the approval and the platform: it is carried out under its key', async () => {
    const { kit, scope, id } = await waiting(database, { perAction: 1 });
    expect((await kit.gate.approvals.approve(id, 'Mei', scope.now)).ok).toBe(true);
    expect(await reconcile(kit.gate, kit.store.clock, silentLog)).toBe(1);
    expect((await kit.order()).status).toBe('cancelled');
    expect(await noticesOf(kit, scope)).toEqual([expect.stringMatching(/^办好了：/)]);
  });

  it('[ACT-48] above the limit of two pairs of eyes two different people have to agree', async () => {
    const { kit, id, approvals } = await waiting(database, { fourEyesAbove: 1 });
    expect(await approvals.approve(id, 'Mei')).toMatchObject({ approval: { state: 'open', needed: 2 } });
    await expect(approvals.approve(id, 'Mei')).rejects.toMatchObject({ code: 'approval.same-operator', status: 409 });
    expect((await kit.order()).status).toBe('paid');
    const done = await approvals.approve(id, 'Jun');
    expect(done).toMatchObject({ approval: { state: 'approved' }, intent: 'done' });
    expect(done.approval.approvedBy.map(({ operator }) => operator)).toEqual(['Mei', 'Jun']);
    expect((await kit.order()).status).toBe('cancelled');
  });

  it('[ACT-49] what is declined is not done; the customer is told the reason', async () => {
    const { kit, scope, token, id, approvals } = await waiting(database, { perAction: 1 });
    expect(await approvals.refuse(id, 'Mei', '需要先补充照片')).toMatchObject({ intent: 'refused' });
    expect((await kit.order()).status).toBe('paid');
    expect(await noticesOf(kit, scope)).toEqual([expect.stringContaining('原因：需要先补充照片')]);
    expect((await kit.press(scope, { token, decision: 'confirm' })).verdict.reasons[0]?.text.zh).toContain('没有办理');
    expect((await approvals.list({ state: 'refused', limit: 100 })).items).toMatchObject([
      { refusedBy: { operator: 'Mei', reason: '需要先补充照片' } },
    ]);
    await expect(approvals.approve(id, 'Jun')).rejects.toMatchObject({ code: 'approval.not-open' });
    await expect(approvals.approve('nothing', 'Jun')).rejects.toMatchObject({ code: 'approval.unknown', status: 404 });
  });

  it('[ACT-49] what nobody decides lapses, once, and is told', async () => {
    const { kit, scope, id } = await waiting(database, { perAction: 1 });
    kit.store.clock.advance(72 * HOUR - 1);
    expect(await expireApprovals(kit.gate, kit.store.clock)).toBe(0);
    kit.store.clock.advance(1);
    expect(await expireApprovals(kit.gate, kit.store.clock)).toBe(1);
    expect(await expireApprovals(kit.gate, kit.store.clock)).toBe(0);
    expect(await kit.gate.approvals.get(id)).toMatchObject({ state: 'expired' });
    expect(await noticesOf(kit, scope)).toEqual([expect.stringContaining('已经过期')]);
    expect((await kit.order()).status).toBe('paid');
  });

  it('[ACT-49] what has lapsed cannot be approved, also before the clock’s chore has come by', async () => {
    const { kit, id, approvals } = await waiting(database, { fourEyesAbove: 1 });
    await approvals.approve(id, 'Mei');
    kit.store.clock.advance(72 * HOUR);
    await expect(approvals.approve(id, 'Jun')).rejects.toMatchObject({ code: 'approval.not-open', status: 409 });
    expect((await kit.order()).status).toBe('paid');
    expect(await expireApprovals(kit.gate, kit.store.clock)).toBe(1);
  });

  it.each<[string, (waits: Awaited<ReturnType<typeof waiting>>) => Promise<unknown>, string[]]>([
    ['a person and what came of it', ({ approvals, id }) => approvals.approve(id, 'Mei'), ['approved', 'done']],
    ['a person who declines', ({ approvals, id }) => approvals.refuse(id, 'Mei', ''), ['declined']],
    [
      'the clock',
      ({ kit }) => {
        kit.store.clock.advance(72 * HOUR);
        return expireApprovals(kit.gate, kit.store.clock);
      },
      ['lapsed'],
    ],
    [
      'the chore after a crash',
      async ({ kit, id, scope }) => {
        await kit.gate.approvals.approve(id, 'Mei', scope.now);
        return reconcile(kit.gate, kit.store.clock, silentLog);
      },
      ['done'],
    ],
  ])('[ACT-11] what is decided outside of a turn is in the audit as well: %s', async (_who, decide, expected) => {
    const waits = await waiting(database, { perAction: 1 });
    const before = await decisions(waits.kit, waits.scope.conversationId);
    await decide(waits);
    const after = await decisions(waits.kit, waits.scope.conversationId);
    expect(after.slice(before.length).map(([decision]) => decision)).toEqual(expected);
  });

  it('[ACT-45] without keys and without reading back the clerk asks the platform for nothing: a person does it', async () => {
    const platforms: ReturnType<typeof keylessShop>[] = [];
    const { kit, scope, card, told, token, id, approvals } = await waiting(database, {}, (shop) => {
      platforms.push(keylessShop(shop, 'none'));
      return platforms[0] as Shop;
    });
    const quote = card.facts[0]?.kind === 'quote' ? card.facts[0].value.quote : null;
    expect(quote?.effects.at(-1)?.zh).toContain('手工办理');
    expect(told.facts[0]).toMatchObject({ kind: 'handed-to-person', value: { why: 'by-hand' } });
    kit.store.clock.advance(1_000 * HOUR);
    expect([
      await reconcile(kit.gate, kit.store.clock, silentLog),
      await expireApprovals(kit.gate, kit.store.clock),
    ]).toEqual([0, 0]);
    expect(await approvals.approve(id, 'Mei', 'R-77')).toMatchObject({ intent: 'done' });
    expect([platforms[0]?.asked, platforms[0]?.ledger]).toEqual([0, []]);
    expect(await noticesOf(kit, scope)).toEqual([expect.stringContaining('单号 R-77')]);
    expect(kinds(await kit.press(scope, { token, decision: 'confirm' }))).toEqual(['effect']);
  });
});
