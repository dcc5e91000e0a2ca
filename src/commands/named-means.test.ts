import { describe, expect, it } from 'vitest';
import { cny } from '../policy/testing/sample-order.ts';
import { exchangeItems } from './exchange-items.ts';
import { returnItems } from './return-items.ts';
import {
  afterSales,
  DELIVERED,
  effectsOf,
  execute,
  NAMED_METHOD,
  NUMBER,
  quoteOf,
  ruleAgainst,
} from './testing/after-sales.ts';

const settling = { policy: NAMED_METHOD };
const back = (refundTo?: string) => ({
  orderNumber: NUMBER,
  items: [{ lineId: 'line-1', quantity: 1 }],
  reason: '不合适',
  ...(refundTo && { refundTo }),
});
const swap = (variantId: string, paymentMethodId?: string, reasonKind = 'no-reason') => ({
  orderNumber: NUMBER,
  items: [{ lineId: 'line-1', quantity: 1, variantId }],
  reason: '不合适',
  reasonKind,
  ...(paymentMethodId && { paymentMethodId }),
});

describe('returning to a named means of payment', () => {
  it('[ACT-84] shows where the money goes and when it is there, and leaves it with the request', async () => {
    const at = afterSales(DELIVERED, settling);
    expect((await effectsOf(returnItems, back('gift-1'), at)).at(-1)).toBe(
      '我们收到并验收后，7 天内退款 ¥189，退到您的礼品卡，即时到账。',
    );
    expect((await quoteOf(returnItems, back('gift-1'), at)).refund).toMatchObject({
      method: 'gift-card',
      withinDays: 0,
    });
    await execute(returnItems, back('gift-1'), at);
    expect(await at.shop.listReturns('order-1')).toMatchObject([{ refundTo: 'gift-1', refund: cny(18_900) }]);
  });

  it('[ACT-84] refuses what neither paid for the order nor is a gift card, and gift cards where the shop refunds the way it was paid', async () => {
    expect(await ruleAgainst(returnItems, back('card-1'), afterSales(DELIVERED, settling))).toBe('return.refund-to');
    expect(await ruleAgainst(returnItems, back('gift-1'), afterSales(DELIVERED))).toBe('return.refund-to');
    expect(await ruleAgainst(returnItems, back('alipay-1'), afterSales(DELIVERED))).toBeNull();
    expect(await ruleAgainst(returnItems, back('card-2'), afterSales(DELIVERED, settling))).toBe(
      'payment-method.unknown',
    );
  });

  it('[ACT-84] of a fault the shop pays the way back; of a change of mind the customer does', async () => {
    const at = afterSales(DELIVERED);
    expect(await effectsOf(returnItems, back(), at)).toContain(
      '寄回的运费由您承担；核实是质量问题或者发错货的，运费由我们承担。',
    );
    expect(await effectsOf(returnItems, { ...back(), reasonKind: 'faulty' }, at)).toContain('寄回的运费由我们承担。');
  });
});

describe('exchanging with a difference in price', () => {
  it('[ACT-85] shows what is paid when and with what, and leaves it with the request', async () => {
    const at = afterSales(DELIVERED, settling);
    const quote = await quoteOf(exchangeItems, swap('shoe-43', 'card-1'), at);
    expect(quote).toMatchObject({ refund: null, charge: { amount: cny(2_000), method: 'card' } });
    expect(quote.effects.at(-1)).toEqual({
      zh: '换的商品寄出时补差价 ¥20，从您的 Visa 卡 ****1234 支付。',
      en: 'When the replacement is sent, the difference of ¥20 is charged to your Visa card ****1234.',
    });
    await execute(exchangeItems, swap('shoe-43', 'card-1'), at);
    expect(await at.shop.listReturns('order-1')).toMatchObject([
      { kind: 'exchange', refundTo: 'card-1', difference: cny(2_000), refund: cny(0) },
    ]);
  });

  it('[ACT-85] a cheaper one is paid back after the goods are checked', async () => {
    const at = afterSales(DELIVERED, settling);
    const quote = await quoteOf(exchangeItems, swap('shoe-44', 'alipay-1'), at);
    expect(quote.refund).toMatchObject({ amount: cny(3_000), method: 'alipay', withinDays: 3 });
    expect(quote.effects.at(-1)?.zh).toBe(
      '我们收到并验收后，退差价 ¥30 到您的支付宝（原支付方式），1–3 个工作日到账。',
    );
    await execute(exchangeItems, swap('shoe-44', 'alipay-1'), at);
    expect(await at.shop.listReturns('order-1')).toMatchObject([
      { refundTo: 'alipay-1', difference: cny(-3_000), refund: cny(3_000) },
    ]);
  });

  it('[ACT-85] is asked what settles it, goes to a person where the shop wants that, and needs nothing when even', async () => {
    expect(await ruleAgainst(exchangeItems, swap('shoe-43'), afterSales(DELIVERED, settling))).toBe(
      'exchange.settlement-unknown',
    );
    expect(await ruleAgainst(exchangeItems, swap('shoe-43', 'gift-poor'), afterSales(DELIVERED, settling))).toBe(
      'exchange.gift-card-short',
    );
    expect(await ruleAgainst(exchangeItems, swap('shoe-43', 'card-1'), afterSales(DELIVERED))).toBe(
      'exchange.price-difference',
    );
    const even = await effectsOf(exchangeItems, swap('shoe-42', undefined, 'faulty'), afterSales(DELIVERED));
    expect(even).toContain('没有差价，不用补款。');
  });
});
