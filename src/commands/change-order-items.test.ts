import { describe, expect, it } from 'vitest';
import { shippedPolicy } from '../policy/shipped.ts';
import { cny, sampleLine, samplePayment } from '../policy/testing/sample-order.ts';
import { changeOrderItems } from './change-order-items.ts';
import {
  afterSales,
  effectsOf,
  execute,
  NAMED_METHOD,
  NUMBER,
  PAID,
  PRICED,
  quoteOf,
  ruleAgainst,
  tryQuote,
} from './testing/after-sales.ts';

const to = (variantId: string, paymentMethodId?: string) => ({
  orderNumber: NUMBER,
  items: [{ lineId: 'line-1', variantId }],
  ...(paymentMethodId && { paymentMethodId }),
});
const settling = { policy: NAMED_METHOD };

describe('changing items of an order that was not sent', () => {
  it('[ACT-82] shows both options, what the difference is made of and what pays it, and charges exactly that', async () => {
    const at = afterSales(PAID, settling);
    const quote = await quoteOf(changeOrderItems, to('shoe-43', 'card-1'), at);
    expect(quote).toMatchObject({
      refund: null,
      charge: { amount: cny(4_000), parts: [{ amount: cny(4_000) }], method: 'card' },
      items: [{ quantity: 2, replacement: { variantId: 'shoe-43', options: [{ value: { zh: '43' } }] } }],
    });
    expect(quote.effects[1]).toEqual({
      zh: '补差价 ¥40，从您的 Visa 卡 ****1234 支付。',
      en: 'The difference of ¥40 is charged to your Visa card ****1234.',
    });
    expect(await execute(changeOrderItems, to('shoe-43', 'card-1'), at)).toMatchObject({ ok: true });
    expect(await at.order()).toMatchObject({
      lines: [{ variantId: 'shoe-43', quantity: 2 }],
      payments: [
        { amount: cny(38_600) },
        { kind: 'payment', method: 'card', paymentMethodId: 'card-1', amount: cny(4_000) },
      ],
    });
  });

  it('[ACT-82] pays back what the other option costs less, and says when it arrives', async () => {
    const at = afterSales(PAID, settling);
    const quote = await quoteOf(changeOrderItems, to('shoe-44', 'gift-1'), at);
    expect(quote.refund).toMatchObject({ amount: cny(6_000), method: 'gift-card', withinDays: 0 });
    expect(quote).not.toHaveProperty('charge');
    expect((await effectsOf(changeOrderItems, to('shoe-44', 'gift-1'), at))[1]).toBe(
      '退差价 ¥60 到您的礼品卡，即时到账。',
    );
    await execute(changeOrderItems, to('shoe-44', 'gift-1'), at);
    expect((await at.order()).payments.at(-1)).toMatchObject({ kind: 'refund', amount: cny(6_000) });
    const card = (await at.shop.getCustomer('customer-1'))?.paymentMethods.find(({ id }) => id === 'gift-1');
    expect(card?.balance).toEqual(cny(56_000));
  });

  it('[ACT-82] says beforehand what will no longer be possible, where the rules close the order', async () => {
    const strict = { policy: shippedPolicy('tau-retail') };
    const effects = await effectsOf(changeOrderItems, to('shoe-43', 'card-1'), afterSales(PAID, strict));
    expect(effects.at(-1)).toBe('改过之后，这单就不能再改商品、改地址、换付款方式、取消了，请确认要改的都在这里。');
    const english = await effectsOf(changeOrderItems, to('shoe-43', 'card-1'), afterSales(PAID, strict), 'en');
    expect(english.at(-1)).toContain('change its items, change its address, change its payment or cancel it');
    const open = await effectsOf(changeOrderItems, to('shoe-43', 'card-1'), afterSales(PAID, settling));
    expect(open.join()).not.toContain('不能再');
  });

  it('[ACT-82] asks what settles a difference, and takes no gift card that does not cover it', async () => {
    expect(await ruleAgainst(changeOrderItems, to('shoe-43'), afterSales(PAID, settling))).toBe(
      'items.settlement-unknown',
    );
    expect(await ruleAgainst(changeOrderItems, to('shoe-43', 'gift-poor'), afterSales(PAID, settling))).toBe(
      'items.gift-card-short',
    );
    expect(await ruleAgainst(changeOrderItems, to('shoe-43', 'card-1'), afterSales(PAID))).toBe(
      'items.price-difference',
    );
  });

  it('[ACT-82] is refused for another product, an unknown line, a sent order, and what is not enough in stock', async () => {
    expect(await ruleAgainst(changeOrderItems, to('hat-1', 'card-1'), afterSales(PAID, settling))).toBe(
      'items.other-product',
    );
    const unknown = { orderNumber: NUMBER, items: [{ lineId: 'line-9', variantId: 'shoe-43' }] };
    expect(await ruleAgainst(changeOrderItems, unknown, afterSales(PAID, settling))).toBe('items.line-unknown');
    expect(
      await ruleAgainst(
        changeOrderItems,
        to('shoe-43', 'card-1'),
        afterSales({ ...PAID, status: 'shipped' }, settling),
      ),
    ).toMatch(/^items\./);
    const many = { ...PAID, lines: [sampleLine({ quantity: 6 })] };
    expect(await ruleAgainst(changeOrderItems, to('shoe-43', 'card-1'), afterSales(many, settling))).toBe(
      'items.out-of-stock',
    );
  });

  /** The shoes with sizes at these prices today, size 42 bought at ¥199 each with so much off the line. */
  function priced(bought: number, wanted: number, discount: number, quantity: number) {
    const variants = PRICED.variants.map((variant, index) => ({
      ...variant,
      price: cny(index === 0 ? bought : wanted),
    }));
    const total = 19_900 * quantity - discount + 800;
    const order = {
      ...PAID,
      lines: [sampleLine({ quantity, discount: cny(discount) })],
      total: cny(total),
      payments: [samplePayment({ id: 'p1', paymentMethodId: 'alipay-1', amount: cny(total) })],
    };
    return afterSales(order, { ...settling, products: [{ ...PRICED, variants }] });
  }

  it.each([
    ['costs nothing', 19_900, 0, 2_000, 1, false],
    ['costs less than what was taken off', 19_900, 1_999, 2_000, 1, false],
    ['costs exactly that', 19_900, 2_000, 2_000, 1, true],
    ['costs more', 19_900, 2_001, 2_000, 1, true],
    ['costs less each, and more in all', 19_900, 1_000, 2_000, 2, true],
    ['costs less in all', 19_900, 999, 2_000, 2, false],
    ['costs nothing, with nothing taken off', 19_900, 0, 0, 1, true],
    ['costs as little as the one bought costs today', 500, 500, 2_000, 1, true],
    ['cost what it does and was free with the coupon', 19_900, 19_900, 19_900, 1, true],
  ] as const)(
    '[ACT-72] another option that %s: allowed only if the shop books it',
    async (_, bought, wanted, discount, quantity, fine) => {
      const at = priced(bought, wanted, discount, quantity);
      expect(await ruleAgainst(changeOrderItems, to('shoe-43', 'alipay-1'), at)).toBe(
        fine ? null : 'items.below-discount',
      );
      if (fine)
        return expect(await execute(changeOrderItems, to('shoe-43', 'alipay-1'), at)).toMatchObject({ ok: true });
      // As it was before: the card was shown, and only the shop refused.
      const { id: orderId, version: expectedVersion } = await at.order();
      const lines = [{ orderLineId: 'line-1', variantId: 'shoe-43' }];
      const difference = cny((wanted - 19_900) * quantity);
      const write = { key: 'k', orderId, expectedVersion, lines, difference, paymentMethodId: 'alipay-1' };
      expect(await at.shop.changeItems(write)).toEqual({ ok: false, reason: 'not-possible' });
    },
  );

  it('[ACT-72] the reason names both sums and offers a person', async () => {
    const outcome = await tryQuote(changeOrderItems, to('shoe-43'), priced(19_900, 1_500, 2_000, 1));
    expect(outcome).toMatchObject({
      ok: false,
      verdict: {
        reasons: [{ text: { zh: expect.stringMatching(/¥15.*¥20/), en: expect.stringMatching(/¥15.*¥20/) } }],
        alternative: { text: { zh: expect.stringContaining('人工') } },
      },
    });
  });
});
