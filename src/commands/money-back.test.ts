import { describe, expect, it } from 'vitest';
import { cny, sampleLine, samplePayment } from '../policy/testing/sample-order.ts';
import { priceProtection } from './price-protection.ts';
import { refundWithoutReturn } from './refund-without-return.ts';
import {
  afterSales,
  DELIVERED,
  effectsOf,
  execute,
  NUMBER,
  PRICED,
  quoteOf,
  ruleAgainst,
  SOCKS,
} from './testing/after-sales.ts';

const broken = {
  orderNumber: NUMBER,
  items: [{ lineId: 'line-1', quantity: 1 }],
  reason: '破了',
  reasonKind: 'damaged-in-transit',
};
const now = (amount: number) => ({
  products: [{ ...PRICED, variants: PRICED.variants.map((each) => ({ ...each, price: cny(amount) })) }],
});

describe('a refund without a return', () => {
  it('[ACT-86] shows the sum and that nothing comes back, books it at once, and leaves its number', async () => {
    const at = afterSales(SOCKS);
    expect(await effectsOf(refundWithoutReturn, broken, at)).toEqual([
      '按您说的情况办理：运输破损。',
      '商品不用寄回。',
      '退款 ¥30，原路退回支付宝，1–3 个工作日到账。',
    ]);
    const outcome = await execute(refundWithoutReturn, broken, at);
    expect(outcome).toMatchObject({ ok: true, effect: { reference: 'R1', refund: { amount: cny(3_000) } } });
    expect((await at.order()).payments.at(-1)).toMatchObject({ kind: 'refund', method: 'alipay', amount: cny(3_000) });
    expect(await at.shop.listReturns('order-1')).toMatchObject([{ kind: 'refund-only', status: 'completed' }]);
  });

  it('[ACT-86] is refused without a reason that the rules take, above their sum, and twice for the same piece', async () => {
    expect(await ruleAgainst(refundWithoutReturn, { ...broken, reasonKind: 'no-reason' }, afterSales(SOCKS))).toBe(
      'refund-only.send-it-back',
    );
    expect(await ruleAgainst(refundWithoutReturn, broken, afterSales(DELIVERED))).toBe('refund-only.amount');
    const at = afterSales({
      ...SOCKS,
      lines: [sampleLine({ unitPrice: cny(3_000) })],
      total: cny(3_800),
      payments: [samplePayment({ amount: cny(3_800) })],
    });
    await execute(refundWithoutReturn, broken, at);
    expect(await ruleAgainst(refundWithoutReturn, broken, at)).toMatch(/already-taken-back|nothing-left|standing/);
  });
});

describe('price protection', () => {
  const whole = { orderNumber: NUMBER };

  it('[ACT-87] pays what each piece costs less today than was paid for it after discounts', async () => {
    // Two pairs at ¥199 less ¥20 together: ¥189 each; ¥170 today.
    const at = afterSales(DELIVERED, now(17_000));
    const quote = await quoteOf(priceProtection, whole, at);
    expect(quote.refund).toMatchObject({ amount: cny(3_800), method: 'alipay' });
    expect(quote.items).toMatchObject([{ orderLineId: 'line-1', quantity: 2 }]);
    expect(quote.effects.map(({ zh }) => zh)).toEqual([
      '按现在的价格补退差价，商品和订单不变。',
      '退款 ¥38，原路退回支付宝，1–3 个工作日到账。',
    ]);
    const single = await quoteOf(priceProtection, { ...whole, items: [{ lineId: 'line-1', quantity: 1 }] }, at);
    expect(single.refund?.amount).toEqual(cny(1_900));
    await execute(priceProtection, whole, at);
    expect((await at.order()).payments.at(-1)).toMatchObject({ kind: 'refund', amount: cny(3_800) });
    expect(await ruleAgainst(priceProtection, whole, at)).toBe('price-protection.not-cheaper');
  });

  it('[ACT-87] is refused when nothing became cheaper, when the days are over, and for what was bought reduced', async () => {
    expect(await ruleAgainst(priceProtection, whole, afterSales(DELIVERED, now(19_000)))).toBe(
      'price-protection.not-cheaper',
    );
    const late = { ...now(17_000), now: '2026-11-20T02:00:00.000Z' };
    expect(await ruleAgainst(priceProtection, whole, afterSales(DELIVERED, late))).toBe('price-protection.window-over');
    const reduced = { ...DELIVERED, lines: [sampleLine({ quantity: 2, discount: cny(2_000), onSale: true })] };
    expect(await ruleAgainst(priceProtection, whole, afterSales(reduced, now(17_000)))).toBe(
      'price-protection.on-sale',
    );
  });

  it('[ACT-87] of several lines only those that became cheaper are paid', async () => {
    const two = {
      ...DELIVERED,
      lines: [sampleLine({ quantity: 1 }), sampleLine({ id: 'line-2', variantId: 'shoe-43', unitPrice: cny(15_000) })],
      total: cny(35_700),
      payments: [samplePayment({ amount: cny(35_700) })],
    };
    const quote = await quoteOf(priceProtection, whole, afterSales(two, now(17_000)));
    expect(quote.items.map(({ orderLineId }) => orderLineId)).toEqual(['line-1']);
    expect(quote.refund?.amount).toEqual(cny(2_900));
  });
});
