import { describe, expect, it } from 'vitest';
import type { GoodsKind } from '../core/order.ts';
import { changedPolicy } from '../policy/testing/changed-policy.ts';
import { sampleLine } from '../policy/testing/sample-order.ts';
import { cancelOrder } from './cancel-order.ts';
import { changeCustomerAddress } from './change-customer-address.ts';
import { exchangeItems } from './exchange-items.ts';
import { refundWithoutReturn } from './refund-without-return.ts';
import { returnItems } from './return-items.ts';
import { afterSales, DELIVERED, effectsOf, NUMBER, PAID, quoteOf, ruleAgainst, SOCKS } from './testing/after-sales.ts';

const wish = (more: object = {}) => ({
  orderNumber: NUMBER,
  reason: '…',
  items: [{ lineId: 'line-1', quantity: 1, ...more }],
});
const SEALED = '前提是商品没有拆封、没有使用过，收到后会核对。';
const GOES_BY = '按您说的情况办理：质量问题。';

const delivered = (kind: GoodsKind) => ({
  ...DELIVERED,
  lines: [sampleLine({ quantity: 2, kind })],
});

describe('what only the customer’s word says', () => {
  it.each([
    ['return_items', returnItems, wish(), DELIVERED],
    ['exchange_items', exchangeItems, wish({ variantId: 'shoe-42' }), DELIVERED],
    ['refund_without_return', refundWithoutReturn, wish(), SOCKS],
  ])('[ACT-140] %s: a reason that decides is on the card and bound to it', async (_name, command, input, order) => {
    const said = await quoteOf(command, { ...input, reasonKind: 'faulty' }, afterSales(order));
    expect(said.effects[0]?.zh).toBe(GOES_BY);
    expect(said.effects[0]?.en).toBe('This goes by what you told us: a fault.');
    expect(said.input).toMatchObject({ reasonKind: 'faulty' });
  });

  it('[ACT-140] a reason that decides nothing is not', async () => {
    expect(await effectsOf(returnItems, { ...wish(), reasonKind: 'other' }, afterSales(DELIVERED))).toEqual(
      await effectsOf(returnItems, wish(), afterSales(DELIVERED)),
    );
    expect((await effectsOf(returnItems, wish(), afterSales(DELIVERED))).join()).not.toContain('按您说的');
  });

  it.each<GoodsKind>(['hygiene', 'opened-seal'])(
    '[ACT-140] %s goods have to be unopened, and that is said',
    async (kind) => {
      expect(await effectsOf(returnItems, wish(), afterSales(delivered(kind)))).toContain(SEALED);
      expect(await ruleAgainst(returnItems, wish({ opened: true }), afterSales(delivered(kind)))).toBe('return.opened');
      const faulty = await effectsOf(returnItems, { ...wish(), reasonKind: 'faulty' }, afterSales(delivered(kind)));
      expect(faulty).toContain(GOES_BY);
      expect(faulty).not.toContain(SEALED);
    },
  );

  it('[ACT-140] of ordinary goods it does not matter', async () => {
    expect(await effectsOf(returnItems, wish(), afterSales(delivered('ordinary')))).not.toContain(SEALED);
  });
});

describe('for whom a rule decides', () => {
  const policy = changedPolicy([
    '- { when: { status: [awaiting-payment, paid] }, then: allow, rule: before-shipping }',
    `- { when: { status: [awaiting-payment, paid], customer: signed-in }, then: allow, rule: before-shipping }
    - { when: { status: [awaiting-payment, paid], customer: guest }, then: person, rule: in-warehouse }`,
  ]);
  const cancel = { orderNumber: NUMBER, reason: '' };

  it('[ACT-141] who has proven an order alone is a guest, whoever’s order it is', async () => {
    const at = afterSales(PAID, { policy });
    const as = (customerId: string | null) => ({ ...at, context: { ...at.context, customerId } });
    expect(await ruleAgainst(cancelOrder, cancel, as('customer-1'))).toBeNull();
    expect(await ruleAgainst(cancelOrder, cancel, as(null))).toBe('cancel.in-warehouse');
    expect(await ruleAgainst(cancelOrder, cancel, as('customer-2'))).toBe('cancel.in-warehouse');
  });

  it('[ACT-141] a card about a profile names whose it is, and that one is changed whoever carries it out', async () => {
    const at = afterSales();
    const quote = await quoteOf(changeCustomerAddress, { address: { street: '观前街 2 号' } }, at);
    expect(quote).toMatchObject({ customerId: 'customer-1', orderId: null });
    for (const customerId of ['customer-2', null])
      expect(await changeCustomerAddress.execute(quote, { ...at.context, customerId }, 'k')).toMatchObject({
        ok: true,
      });
    expect((await at.shop.getCustomer('customer-1'))?.addresses[0]?.street).toBe('观前街 2 号');
    expect((await at.shop.getCustomer('customer-2'))?.addresses).toEqual([]);
  });
});
