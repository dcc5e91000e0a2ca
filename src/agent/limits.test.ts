import { expect, it } from 'vitest';
import { describeOnEachDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { DAY, HOUR } from '../core/instant.ts';
import type { AmountLimits } from '../core/limits.ts';
import { endTurn, kinds, makeKit, OWN, tokenIn } from './testing/kit.ts';

/** What cancelling the sample order pays back, in minor units. */
const REFUND = 38_600;
const WIDE = 1_000_000;

async function begun(database: TestDatabase, limits: AmountLimits) {
  const kit = makeKit(database);
  kit.gate.limits = () => limits;
  const scope = await kit.begin();
  return { kit, scope };
}

async function confirm(database: TestDatabase, limits: AmountLimits) {
  const { kit, scope } = await begun(database, limits);
  const token = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
  return { kit, scope, result: await kit.press(scope, { token, decision: 'confirm' }) };
}

describeOnEachDatabase('what may be paid back without a person', (database) => {
  it.each<[string, AmountLimits, boolean]>([
    ['no limit at all', {}, true],
    ['exactly the limit of one action', { perAction: REFUND }, true],
    ['one minor unit above it', { perAction: REFUND - 1 }, false],
    ['exactly the customer’s day', { perCustomerPerDay: REFUND }, true],
    ['one minor unit above it', { perCustomerPerDay: REFUND - 1 }, false],
    ['exactly the shop’s day', { perShopPerDay: REFUND }, true],
    ['one minor unit above it', { perShopPerDay: REFUND - 1 }, false],
    ['above the sum for two people', { perAction: WIDE, fourEyesAbove: REFUND - 1 }, false],
  ])('[ACT-46] %s %j: done at once %s', async (_name, limits, isDone) => {
    const { kit, result } = await confirm(database, limits);
    expect([result.status, ...kinds(result)]).toEqual(
      isDone ? ['done', 'effect'] : ['awaiting-person', 'handed-to-person'],
    );
    expect((await kit.order()).status).toBe(isDone ? 'cancelled' : 'paid');
    expect(
      (await kit.gate.approvals.list({ state: 'open', limit: 100 })).items.map(({ amount }) => amount.amount),
    ).toEqual(isDone ? [] : [REFUND]);
  });

  /** Two orders of one customer, each with a card in a conversation of its own. */
  async function twoTabs(limits: AmountLimits) {
    const { kit, scope } = await begun(database, limits);
    const { shop } = kit.gate;
    const order = await kit.order();
    const second = { ...order, id: 'order-9', number: 'XE20261105-0009' };
    (shop as typeof shop & { addOrder(added: typeof order): void }).addOrder(second);
    const other = await kit.begin();
    const first = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
    const last = tokenIn(await kit.run(other, 'cancel_order', { orderNumber: second.number }));
    const press = [
      () => kit.press(scope, { token: first, decision: 'confirm' }),
      () => kit.press(other, { token: last, decision: 'confirm' }),
    ] as const;
    return { kit, press };
  }

  it.each([['perCustomerPerDay'], ['perShopPerDay']] as const)(
    '[ACT-46] two tabs that confirm together pass %s only once',
    async (limit) => {
      const { kit, press } = await twoTabs({ [limit]: REFUND + 1 });
      const results = await Promise.all(press.map((each) => each()));
      expect(results.map(({ status }) => status).sort()).toEqual(['awaiting-person', 'done']);
      expect((await kit.gate.approvals.list({ state: 'open', limit: 100 })).items).toHaveLength(1);
    },
  );

  it('[ACT-46] a new day of the shop’s clock begins anew', async () => {
    const { kit, press } = await twoTabs({ perCustomerPerDay: REFUND + 1 });
    expect((await press[0]()).status).toBe('done');
    // 10:00 in Shanghai; the next day there begins in fourteen hours.
    kit.store.clock.advance(15 * HOUR);
    const next = await kit.begin();
    const token = tokenIn(await kit.run(next, 'cancel_order', { orderNumber: 'XE20261105-0009' }));
    expect((await kit.press(next, { token, decision: 'confirm' })).status).toBe('done');
  });

  it('[ACT-46] who proves an order as a guest has the limit of the order’s customer', async () => {
    const { kit, press } = await twoTabs({ perCustomerPerDay: REFUND + 1 });
    expect((await press[0]()).status).toBe('done');
    const guest = await kit.begin({ kind: 'guest' });
    await kit.run(guest, 'verify_order', { orderNumber: 'XE20261105-0009', contact: '13900000001' });
    const token = tokenIn(await kit.run(guest, 'cancel_order', { orderNumber: 'XE20261105-0009' }));
    expect((await kit.press(guest, { token, decision: 'confirm' })).status).toBe('awaiting-person');
  });

  it('[ACT-46] what still waits for a person takes nothing from the day', async () => {
    const { kit, press } = await twoTabs({ perAction: REFUND - 1, perShopPerDay: REFUND });
    expect((await press[0]()).status).toBe('awaiting-person');
    kit.gate.limits = () => ({ perShopPerDay: REFUND });
    // Its card had foretold a person, so a new card is shown first.
    expect(kinds(await press[1]())).toEqual(['refused', 'quote']);
    const scope = await kit.begin();
    const token = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: 'XE20261105-0009' }));
    expect((await kit.press(scope, { token, decision: 'confirm' })).status).toBe('done');
  });

  it('[ACT-46] what a person approves counts on the day on which it goes out', async () => {
    const { kit, press } = await twoTabs({ perShopPerDay: REFUND - 1 });
    expect((await press[0]()).status).toBe('awaiting-person');
    const [open] = (await kit.gate.approvals.list({ state: 'open', limit: 100 })).items;
    kit.store.clock.advance(DAY);
    kit.gate.limits = () => ({ perShopPerDay: REFUND + 1 });
    expect((await kit.gate.approvals.approve(open?.id ?? '', 'Mei', kit.store.clock.now())).ok).toBe(true);
    const scope = await kit.begin();
    const token = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: 'XE20261105-0009' }));
    expect((await kit.press(scope, { token, decision: 'confirm' })).status).toBe('awaiting-person');
  });

  it('[ACT-51] a conversation confirms so many writes in an hour and no more; the card stays good', async () => {
    const { kit, scope } = await begun(database, {});
    kit.gate.budget = { ...kit.gate.budget, writesPerHour: 2 };
    const move = async (street: string, from = scope) => {
      const input = { orderNumber: OWN, address: { street } };
      const token = tokenIn(await kit.run(from, 'change_order_address', input));
      return { token, result: await kit.press(from, { token, decision: 'confirm' }) };
    };
    expect((await move('新街 1 号')).result.status).toBe('done');
    expect((await move('新街 2 号')).result.status).toBe('done');
    const third = await move('新街 3 号');
    expect(third.result.verdict.reasons[0]?.rule).toBe('confirmation.too-many');
    expect((await kit.order()).address.street).toBe('新街 2 号');
    kit.gate.budget = { ...kit.gate.budget, writesPerHour: 3 };
    expect((await kit.press(scope, { token: third.token, decision: 'confirm' })).status).toBe('done');
    await endTurn(kit, scope);
    kit.store.clock.advance(DAY);
    kit.gate.budget = { ...kit.gate.budget, writesPerHour: 1 };
    const tomorrow = await kit.begin({ kind: 'customer', customerId: 'customer-1' }, scope.conversationId);
    expect((await move('新街 4 号', tomorrow)).result.status).toBe('done');
  });
});
