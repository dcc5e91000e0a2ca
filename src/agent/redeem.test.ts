import { expect, it } from 'vitest';
import { describeOnEachDatabase } from '../../tests/support/database.ts';
import { systemClock } from '../core/clock.ts';
import { MINUTE } from '../core/instant.ts';
import type { Order } from '../core/order.ts';
import { silentLog } from '../platform/log.ts';
import type { Shop } from '../shops/shop.ts';
import { reconcile } from './reconcile.ts';
import { freeGuard } from './testing/gate-settings.ts';
import { kinds, makeKit, OWN, tokenIn } from './testing/kit.ts';

/** What the shop has paid back, in minor units, over however many payment methods. */
const refunded = (order: Order) =>
  order.payments.filter((payment) => payment.kind === 'refund').reduce((sum, { amount }) => sum + amount.amount, 0);

/** The shop does what it is asked, and its answer is lost that many times. */
function losing(times: number, count: { calls: number }): (shop: Shop) => Shop {
  return (shop) => ({
    ...shop,
    async cancelOrder(write) {
      const answer = await shop.cancelOrder(write);
      if (count.calls++ < times) throw new Error('socket hang up');
      return answer;
    },
  });
}

describeOnEachDatabase('a confirmation', (database) => {
  it('[ACT-5] works once; pressing again tells what was done and does nothing', async () => {
    const kit = makeKit(database);
    const scope = await kit.begin();
    const token = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
    const first = await kit.press(scope, { token, decision: 'confirm' });
    expect([first.status, ...kinds(first)]).toEqual(['done', 'effect']);
    const after = await kit.order();
    expect(after.status).toBe('cancelled');
    for (let press = 0; press < 5; press++) {
      expect(kinds(await kit.press(scope, { token, decision: 'confirm' }))).toEqual(['effect']);
    }
    expect((await kit.press(scope, { token, decision: 'cancel' })).status).toBe('refused');
    expect(await kit.order()).toEqual(after);
    expect(refunded(after)).toBe(after.total.amount);
  });

  it('[ACT-5] pressed twenty times at once has one effect', async () => {
    const kit = makeKit(database);
    const scope = await kit.begin();
    const token = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
    const results = await Promise.all(
      Array.from({ length: 20 }, () => kit.press(scope, { token, decision: 'confirm' })),
    );
    expect(results.some((result) => kinds(result).includes('effect'))).toBe(true);
    const after = await kit.order();
    expect(after.version).toBe(4);
    expect(refunded(after)).toBe(after.total.amount);
  });

  it('[ACT-5] belongs to its conversation and its time', async () => {
    const kit = makeKit(database);
    const scope = await kit.begin();
    const token = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
    const elsewhere = await kit.begin();
    expect((await kit.press(elsewhere, { token, decision: 'confirm' })).status).toBe('refused');
    expect((await kit.press(elsewhere, { token: 'f'.repeat(32), decision: 'confirm' })).status).toBe('refused');
    kit.store.clock.advance(15 * MINUTE);
    const late = { ...scope, now: kit.store.clock.now() };
    const result = await kit.press(late, { token, decision: 'confirm' });
    expect(result.verdict.reasons[0]?.rule).toBe('confirmation.expired');
    expect((await kit.order()).status).toBe('paid');
  });

  it('[ACT-5] can be refused by the customer', async () => {
    const kit = makeKit(database);
    const scope = await kit.begin();
    const token = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
    expect(kinds(await kit.press(scope, { token, decision: 'cancel' }))).toEqual(['quote-cancelled']);
    expect((await kit.press(scope, { token, decision: 'confirm' })).status).toBe('refused');
    expect((await kit.order()).status).toBe('paid');
  });

  it('[ACT-4] is void once the order has changed, and a new card is shown', async () => {
    const kit = makeKit(database);
    const scope = await kit.begin();
    const token = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
    const order = await kit.order();
    await kit.gate.shop.changeAddress({
      key: 'x',
      orderId: order.id,
      expectedVersion: order.version,
      address: { ...order.address, street: '别处' },
    });
    const result = await kit.press(scope, { token, decision: 'confirm' });
    expect(result.verdict).toMatchObject({ allowed: false, reasons: [{ rule: 'confirmation.changed' }] });
    expect(kinds(result)).toEqual(['refused', 'quote']);
    expect(tokenIn(result)).not.toBe(token);
    expect((await kit.order()).status).toBe('paid');
  });

  it('[ACT-9] does nothing after the conversation has changed hands', async () => {
    const kit = makeKit(database);
    const scope = await kit.begin();
    const token = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
    await kit.store.conversations.personReplies(scope.conversationId, 'Mei', '我来看看', scope.now);
    expect((await kit.press(scope, { token, decision: 'confirm' })).status).toBe('refused');
    expect((await kit.order()).status).toBe('paid');
  });

  it('[ACT-6] [ACT-10] a lost answer is asked for again under the same key: one effect', async () => {
    const count = { calls: 0 };
    const kit = makeKit(database, losing(1, count));
    const scope = await kit.begin();
    const token = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
    const result = await kit.press(scope, { token, decision: 'confirm' });
    expect(kinds(result)).toEqual(['effect']);
    expect(count.calls).toBe(2);
    expect(await kit.order().then((order) => [refunded(order) - order.total.amount, order.version])).toEqual([0, 4]);
  });

  it('[ACT-10] a shop that stays silent leaves the outcome unknown, never done', async () => {
    const count = { calls: 0 };
    const kit = makeKit(database, losing(2, count));
    const scope = await kit.begin();
    const token = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
    const result = await kit.press(scope, { token, decision: 'confirm' });
    expect([result.status, ...kinds(result)]).toEqual(['unknown', 'unknown-outcome']);
    expect(count.calls).toBe(2);
    expect(kinds(await kit.press(scope, { token, decision: 'confirm' }))).toEqual(['effect']);
    expect(await kit.order().then((order) => [refunded(order) - order.total.amount, order.version])).toEqual([0, 4]);
  });

  it('[ACT-6] an intent that a crash left is settled under its own key', async () => {
    const kit = makeKit(database);
    const scope = await kit.begin();
    const token = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
    const stored = await kit.store.confirmations.get(token);
    if (!stored) throw new Error('no confirmation');
    const { turnId, conversationId, now } = scope;
    const intent = {
      key: 'crash',
      confirmationId: token,
      turnId,
      conversationId,
      command: 'cancel_order',
      quote: stored.quote,
      plannedAt: now,
    };
    expect((await kit.store.intents.plan(scope, intent, freeGuard(now))).ok).toBe(true);
    await kit.store.conversations.failTurn(turnId);
    expect(await reconcile(kit.gate, systemClock, silentLog)).toBe(1);
    expect(await kit.store.intents.get('crash')).toMatchObject({ state: 'done' });
    expect(await reconcile(kit.gate, systemClock, silentLog)).toBe(0);
    expect(await kit.order().then((order) => [refunded(order) - order.total.amount, order.version])).toEqual([0, 4]);
  });
});
