import { expect, it } from 'vitest';
import { describeOnEachDatabase } from '../../tests/support/database.ts';
import { COMMANDS } from '../commands/registry.ts';
import type { CommandResult } from '../core/command.ts';
import type { GateScope } from './scope.ts';
import { ABSENT, FOREIGN, type Kit, kinds, makeKit, OWN } from './testing/kit.ts';

/** A well-formed input of every command that may name an order. */
const ABOUT_ORDERS: Record<string, object> = {
  get_order: {},
  track_order: {},
  estimate_delivery: {},
  list_returns: {},
  track_return: {},
  quote_refund: {},
  cancel_order: { reason: '不想要了' },
  change_order_address: { address: { street: '新街 2 号' } },
  change_order_items: { items: [{ lineId: 'line-1', variantId: 'shoe-43' }] },
  change_order_payment: { paymentMethodId: 'card-1' },
  return_items: { items: [{ lineId: 'line-1', quantity: 1 }], reason: '不喜欢' },
  exchange_items: { items: [{ lineId: 'line-1', quantity: 1, variantId: 'shoe-43' }], reason: '小了' },
  refund_without_return: { items: [{ lineId: 'line-1', quantity: 1 }], reason: '破了', reasonKind: 'faulty' },
  price_protection: {},
  cancel_return: {},
  request_invoice: { kind: 'personal', title: '林晓', email: 'lin@example.com' },
  expedite: { what: 'dispatch' },
  create_ticket: { kind: 'complaint', text: '太慢了' },
};

async function nothingIsOpen(kit: Kit, scope: GateScope): Promise<void> {
  expect(await kit.store.confirmations.listOpen(scope.conversationId, scope.now)).toEqual([]);
  expect(await kit.order()).toMatchObject({ status: 'paid', version: 3 });
}

const reason = (result: CommandResult) => result.verdict.reasons[0];

describeOnEachDatabase('what customers mistype', (database) => {
  it('[ACT-80] an order is found however its number is written, with letters O for zeros too', async () => {
    const kit = makeKit(database);
    const scope = await kit.begin();
    for (const orderNumber of [
      ` ${OWN} `,
      '＃ｘｅ２０２６１１０５－０００１',
      'xe 2026 1105 - 0001',
      'XE2O2611O5-OOO1',
    ]) {
      expect([orderNumber, kinds(await kit.run(scope, 'get_order', { orderNumber }))]).toEqual([
        orderNumber,
        ['order'],
      ]);
    }
  });

  it('[ACT-80] zeros for letters find nobody else’s order, and 19 digits are a number like another', async () => {
    const kit = makeKit(database);
    const scope = await kit.begin();
    const absent = await kit.run(scope, 'get_order', { orderNumber: ABSENT });
    for (const orderNumber of [FOREIGN.replaceAll('0', 'O'), '1234567890123456789', '0', 'OOO'])
      expect({ ...(await kit.run(scope, 'get_order', { orderNumber })), input: absent.input }).toEqual(absent);
  });

  it('[ACT-102] every command that names an order answers a foreign one as one that does not exist', async () => {
    const kit = makeKit(database);
    const scope = await kit.begin();
    const named = COMMANDS.filter((command) => 'orderNumber' in command && command.name !== 'notify_when_in_stock');
    expect(named.map(({ name }) => name).sort()).toEqual(Object.keys(ABOUT_ORDERS).sort());
    for (const [name, input] of Object.entries(ABOUT_ORDERS)) {
      const foreign = await kit.run(scope, name, { ...input, orderNumber: FOREIGN });
      const absent = await kit.run(scope, name, { ...input, orderNumber: ABSENT });
      expect({ ...foreign, input: null }).toEqual({ ...absent, input: null });
      expect([name, kinds(foreign)]).toEqual([name, ['not-found']]);
    }
  });

  it('[ACT-102] a quantity that is no count is told as such, and nothing is opened', async () => {
    const kit = makeKit(database);
    const scope = await kit.begin();
    for (const quantity of [0, -1, 1.5, 1e9, Number.POSITIVE_INFINITY, Number.NaN, '2', null]) {
      const input = { orderNumber: OWN, items: [{ lineId: 'line-1', quantity }], reason: '小了' };
      const result = await kit.run(scope, 'return_items', input);
      expect(result.status).toBe('invalid');
      expect(result.facts).toMatchObject([{ kind: 'refused', value: { reasons: [{ rule: 'input.quantity' }] } }]);
    }
    await nothingIsOpen(kit, scope);
  });

  it.each([
    [{ street: '街'.repeat(201) }, 'input.too-long', '街道地址太长了，最多 200 个字'],
    [{ city: 'x'.repeat(100_000) }, 'input.too-long', '城市太长了'],
    [{ street: '新街 2 号\n3 楼' }, 'input.characters', '街道地址里有换行'],
    [{ name: '林\u0000晓' }, 'input.characters', '姓名里有换行'],
    [{ phone: '<script>' }, 'input.phone', '这个电话号码不对'],
  ])('[ACT-102] an address that cannot be one is told as such: case %#', async (address, rule, words) => {
    const kit = makeKit(database);
    const scope = await kit.begin();
    const result = await kit.run(scope, 'change_order_address', { orderNumber: OWN, address });
    expect(result.status).toBe('invalid');
    expect(reason(result)?.rule).toBe(rule);
    expect(reason(result)?.text.zh).toContain(words);
    await nothingIsOpen(kit, scope);
  });

  it.each(['شارع الملك فهد ١٢', 'ถนนสุขุมวิท 55', '東京都渋谷区神南１丁目', 'Straße des 17. Juni 135', '文三路 9 号 🏠'])(
    '[ACT-102] an address may be in any script: %s',
    async (street) => {
      const kit = makeKit(database);
      const scope = await kit.begin();
      const result = await kit.run(scope, 'change_order_address', { orderNumber: OWN, address: { street } });
      expect(result.status).toBe('confirmation-needed');
      expect(JSON.stringify(result.facts)).toContain(street);
    },
  );

  it('[ACT-102] an endless number, reason or title is told as such', async () => {
    const kit = makeKit(database);
    const scope = await kit.begin();
    const long = await kit.run(scope, 'get_order', { orderNumber: '9'.repeat(65) });
    expect(reason(long)?.text.zh).toContain('订单号太长了');
    const invoice = { orderNumber: OWN, kind: 'personal', title: '抬'.repeat(201), email: 'a@b.c' };
    expect(reason(await kit.run(scope, 'request_invoice', invoice))?.text.en).toContain('title is too long');
    await nothingIsOpen(kit, scope);
  });
});
