import { expect, it } from 'vitest';
import { describeOnEachDatabase } from '../../tests/support/database.ts';
import { COMMAND_NAMES } from '../core/command.ts';
import { commandContext } from './gate-context.ts';
import { quoteCard } from './present/quote-card.ts';
import { intentKey } from './redeem.ts';
import { ABSENT, FOREIGN, kinds, makeKit, OWN, tokenIn } from './testing/kit.ts';

/** A well-formed input of each command about the order of that number. */
const INPUTS: Record<string, (orderNumber: string) => unknown> = {
  get_order: (orderNumber) => ({ orderNumber }),
  track_order: (orderNumber) => ({ orderNumber }),
  cancel_order: (orderNumber) => ({ orderNumber, reason: '不想要了' }),
  change_order_address: (orderNumber) => ({ orderNumber, address: { street: '新街 2 号' } }),
  return_items: (orderNumber) => ({ orderNumber, items: [{ lineId: 'line-1', quantity: 1 }], reason: '不喜欢' }),
  exchange_items: (orderNumber) => ({
    orderNumber,
    items: [{ lineId: 'line-1', quantity: 1, variantId: 'shoe-43' }],
    reason: '小了',
  }),
};

describeOnEachDatabase('the gate', (database) => {
  it('[ACT-1] runs the closed list alone', async () => {
    const kit = makeKit(database);
    const scope = await kit.begin();
    for (const name of ['refund_everything', 'constructor', '__proto__', '', 'CANCEL_ORDER']) {
      expect(await kit.run(scope, name, { orderNumber: OWN })).toMatchObject({ status: 'invalid', facts: [] });
    }
    expect(await kit.order()).toMatchObject({ status: 'paid', version: 3 });
  });

  it.each([
    [null],
    ['text'],
    [[]],
    [{}],
    [{ orderNumber: 7 }],
    [{ orderNumber: OWN, refund: 1_000_000 }],
    [{ orderNumber: '' }],
  ])('[ACT-1] refuses the malformed input %j', async (input) => {
    const kit = makeKit(database);
    const result = await kit.run(await kit.begin(), 'cancel_order', input);
    expect(result.status).toBe('invalid');
    expect(result.facts).toEqual([]);
  });

  it('[ACT-2] answers a foreign order as an absent one, for every command', async () => {
    const kit = makeKit(database);
    const scope = await kit.begin();
    const aboutOrders = Object.entries(INPUTS);
    expect(
      aboutOrders.map(([name]) => name).filter((name) => !(COMMAND_NAMES as readonly string[]).includes(name)),
    ).toEqual([]);
    for (const [name, input] of aboutOrders) {
      const { input: given, ...foreign } = await kit.run(scope, name, input(FOREIGN));
      const { input: alsoGiven, ...absent } = await kit.run(scope, name, input(ABSENT));
      expect(given).not.toEqual(alsoGiven);
      expect(foreign).toEqual(absent);
      expect(kinds({ ...foreign, input: given })).toEqual(['not-found']);
    }
  });

  it('[ACT-3] shows a card and does nothing', async () => {
    const kit = makeKit(database);
    const scope = await kit.begin();
    const before = await kit.order();
    const result = await kit.run(scope, 'cancel_order', { orderNumber: OWN });
    expect(result.status).toBe('confirmation-needed');
    expect(kinds(result)).toEqual(['quote']);
    expect(await kit.order()).toEqual(before);
    expect(await kit.store.intents.listUnsettled()).toEqual([]);
  });

  it('[ACT-8] keeps one card open per conversation', async () => {
    const kit = makeKit(database);
    const scope = await kit.begin();
    const first = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
    const second = tokenIn(
      await kit.run(scope, 'change_order_address', { orderNumber: OWN, address: { street: '新街 2 号' } }),
    );
    const open = await kit.store.confirmations.listOpen(scope.conversationId, scope.now);
    expect(open.map(({ id }) => id)).toEqual([second]);
    expect((await kit.press(scope, { token: first, decision: 'confirm' })).status).toBe('refused');
    expect((await kit.order()).status).toBe('paid');
  });

  it('[ACT-11] ties what was confirmed to the card that was shown and to the effect’s own key', async () => {
    const kit = makeKit(database);
    const scope = await kit.begin();
    const token = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
    const card = await kit.store.confirmations.get(token);
    await kit.press(scope, { token, decision: 'confirm' });
    const [shown, done] = (await kit.store.audit.list(scope.conversationId, { limit: 100 })).items
      .toReversed()
      .map(({ payload }) => payload);
    expect(shown).toMatchObject({ quoteHash: card?.quoteHash });
    expect(done).toMatchObject({
      card: {
        quoteHash: card?.quoteHash,
        intent: intentKey(token),
        orderNumber: OWN,
        refund: card?.quote.refund?.amount,
        charge: null,
      },
    });
  });

  it('[ACT-11] leaves an entry for every decision', async () => {
    const kit = makeKit(database);
    const scope = await kit.begin();
    await kit.run(scope, 'get_order', { orderNumber: FOREIGN });
    const token = tokenIn(await kit.run(scope, 'cancel_order', { orderNumber: OWN }));
    await kit.press(scope, { token, decision: 'confirm' });
    const rows = await database.database.query<{ command: string; decision: string }>(
      'select command, decision from audit order by 1, 2',
      [],
    );
    expect(rows.map(({ command, decision }) => `${command} ${decision}`)).toEqual([
      'cancel_order confirmation-needed',
      'cancel_order done',
      'get_order refused',
    ]);
  });

  it('[ACT-12] makes no card at a door that only reads', async () => {
    const kit = makeKit(database);
    const scope = { ...(await kit.begin()), mode: 'read-only' as const };
    const result = await kit.run(scope, 'cancel_order', { orderNumber: OWN });
    expect(result.status).toBe('refused');
    expect(await kit.store.confirmations.listOpen(scope.conversationId, scope.now)).toEqual([]);
    expect(kinds(await kit.run(scope, 'hand_off', { reason: 'asked' }))).toEqual(['refused']);
  });

  it('[ACT-13] shows a guest an order once its contact was named, in that conversation alone', async () => {
    const kit = makeKit(database);
    const guest = await kit.begin({ kind: 'guest' });
    expect(kinds(await kit.run(guest, 'get_order', { orderNumber: OWN }))).toEqual(['not-found']);
    const wrong = await kit.run(guest, 'verify_order', { orderNumber: OWN, contact: '13900000002' });
    expect(wrong.status).toBe('refused');
    expect(kinds(await kit.run(guest, 'get_order', { orderNumber: OWN }))).toEqual(['not-found']);
    const right = await kit.run(guest, 'verify_order', { orderNumber: OWN, contact: '13900000001' });
    expect(kinds(right)).toEqual(['order-verified']);
    expect(kinds(await kit.run(guest, 'get_order', { orderNumber: OWN }))).toEqual(['order']);
    const other = await kit.begin({ kind: 'guest' });
    expect(kinds(await kit.run(other, 'get_order', { orderNumber: OWN }))).toEqual(['not-found']);
  });
});

describeOnEachDatabase('a write about the customer himself', (database) => {
  const address = {
    name: '林晓',
    phone: '13900000001',
    city: '杭州市',
    district: '西湖区',
    province: '浙江省',
    street: '文三路 1 号',
  };

  const customer = {
    id: 'customer-1',
    name: '林晓',
    phone: '',
    email: '',
    locale: null,
    addresses: [],
    paymentMethods: [],
  };

  it('[ACT-42] is shown, confirmed and done like any other, and needs no order', async () => {
    const changed: unknown[] = [];
    const kit = makeKit(database, (shop) => ({
      ...shop,
      getCustomer: async () => customer,
      async changeCustomerAddress(write) {
        changed.push([write.customerId, write.address.street]);
        return { ok: true, value: customer, repeated: false };
      },
    }));
    const scope = await kit.begin();
    const shown = await kit.run(scope, 'change_customer_address', { address });
    const quote = shown.facts[0]?.kind === 'quote' ? shown.facts[0].value.quote : null;
    expect(quote).toMatchObject({ orderId: null, orderNumber: null, orderVersion: null });
    expect(changed).toEqual([]);
    const done = await kit.press(scope, { token: tokenIn(shown), decision: 'confirm' });
    expect([done.status, ...kinds(done)]).toEqual(['done', 'effect']);
    expect(changed).toEqual([['customer-1', '文三路 1 号']]);
    expect(quoteCard(shown.facts[0]?.value as never, 'zh', 'Asia/Shanghai').orderNumber).toBeNull();
  });

  it('[ACT-42] is refused to somebody whom nobody knows', async () => {
    const kit = makeKit(database);
    const result = await kit.run(await kit.begin({ kind: 'guest' }), 'change_customer_address', { address });
    expect(result.verdict.reasons[0]?.rule).toBe('customer.required');
    expect(await kit.gate.confirmations.listOpen('x', '2026-01-01T00:00:00.000Z')).toEqual([]);
  });

  it('[ACT-63] a guest who has shown who he is sees and changes what is his, in that conversation alone', async () => {
    const kit = makeKit(database);
    kit.gate.identifier = { identify: async () => ({ ok: true, customer }) };
    const guest = await kit.begin({ kind: 'guest' });
    const context = await commandContext(kit.gate, guest);
    expect(context.customerId).toBeNull();
    await context.identify({ email: 'lin@example.com' });
    expect((await commandContext(kit.gate, guest)).customerId).toBe('customer-1');
    expect(kinds(await kit.run(guest, 'get_order', { orderNumber: OWN }))).toEqual(['order']);
    expect(kinds(await kit.run(guest, 'get_order', { orderNumber: FOREIGN }))).toEqual(['not-found']);
    const other = await kit.begin({ kind: 'guest' });
    expect(kinds(await kit.run(other, 'get_order', { orderNumber: OWN }))).toEqual(['not-found']);
  });
});
