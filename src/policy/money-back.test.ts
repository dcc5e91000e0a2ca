import { describe, expect, it } from 'vitest';
import { money } from '../core/money.ts';
import { arrivalDays } from './arrival.ts';
import { policyLimits } from './limits.ts';
import { mayProtectPrice, protectionQuote } from './price-protection.ts';
import { refundQuote } from './refund.ts';
import { mayRefundOnly } from './refund-only.ts';
import { DEFAULT_POLICY, shippedPolicy } from './shipped.ts';
import { goodsTerms } from './terms.ts';
import { CHEAPER } from './testing/placed.ts';
import { at, cny, sampleLine, sampleOrder, samplePayment, sampleRequest } from './testing/sample-order.ts';

const EU = shippedPolicy('eu-14-days');
const TAU = shippedPolicy('tau-retail');
const context = at('2026-11-12T02:00:00.000Z');
const piece = [{ lineId: 'line-1', quantity: 1 }];

/** Two pairs at ¥199 less ¥20, paid two days ago; today ¥150 a pair. */
const order = sampleOrder({
  lines: [sampleLine({ quantity: 2, discount: cny(2_000) })],
  total: cny(38_600),
  payments: [samplePayment({ amount: cny(38_600) })],
  paidAt: '2026-11-10T02:00:00.000Z',
});
const priced = (price: number) => ({
  ...CHEAPER,
  variants: CHEAPER.variants.map((variant) => ({ ...variant, price: cny(price) })),
});
const wish = (quantity: number, price = 15_000) => [{ lineId: 'line-1', quantity, product: priced(price) }];

describe('price protection', () => {
  it('[POLICY-49] pays what today’s price is below the price paid after discounts, for each piece', () => {
    expect(protectionQuote(order, wish(2), DEFAULT_POLICY, context).amount).toEqual(cny(37_800 - 30_000));
    expect(protectionQuote(order, wish(1), DEFAULT_POLICY, context).amount).toEqual(cny(18_900 - 15_000));
    expect(mayProtectPrice(order, wish(2), DEFAULT_POLICY, context).allowed).toBe(true);
    const dearer = mayProtectPrice(order, wish(1, 18_900), DEFAULT_POLICY, context);
    expect(dearer.reasons[0]?.rule).toBe('price-protection.not-cheaper');
  });

  it('[POLICY-49] never pays the same difference twice, and a return later pays back what was really paid', () => {
    const paid = sampleRequest({
      kind: 'price-protection',
      status: 'completed',
      lines: [{ orderLineId: 'line-1', quantity: 2 }],
      refund: cny(7_800),
    });
    const after = { ...context, returns: [paid] };
    const booked = {
      ...order,
      payments: [...order.payments, samplePayment({ id: 'r', kind: 'refund', amount: cny(7_800) })],
    };
    expect(mayProtectPrice(booked, wish(2), DEFAULT_POLICY, after).reasons[0]?.rule).toBe(
      'price-protection.not-cheaper',
    );
    expect(protectionQuote(booked, wish(2, 14_000), DEFAULT_POLICY, after).amount).toEqual(cny(2_000));
    const back = refundQuote(booked, [{ lineId: 'line-1', quantity: 2 }], DEFAULT_POLICY, after);
    expect(back.amount).toEqual(cny(30_000));
    expect(back.parts.reduce((total, part) => total + part.amount.amount, 0)).toBe(30_000);
    expect(refundQuote(booked, piece, DEFAULT_POLICY, after).amount).toEqual(cny(15_000));
  });

  it('[POLICY-49] pays for each piece once, also one by one, and not for pieces that came back', () => {
    const one = sampleRequest({ kind: 'price-protection', status: 'completed', refund: cny(3_900) });
    const quote = (...returns: (typeof one)[]) =>
      protectionQuote(order, wish(1), DEFAULT_POLICY, { ...context, returns }).amount;
    expect([quote(), quote(one), quote(one, { ...one, id: 'return-2' })]).toEqual([cny(3_900), cny(3_900), cny(0)]);
    expect(quote(one, sampleRequest())).toEqual(cny(0));
  });

  it('[POLICY-49] leaves a large difference, and an unknown day of payment, to a person', () => {
    const large = mayProtectPrice(order, wish(2, 8_000), DEFAULT_POLICY, context);
    expect(large).toMatchObject({
      reasons: [{ rule: 'price-protection.amount' }],
      alternative: { command: 'hand_off' },
    });
    const { paidAt: _, ...undated } = order;
    expect(mayProtectPrice(undated, wish(1), DEFAULT_POLICY, context).reasons[0]?.rule).toBe(
      'price-protection.payment-date-unknown',
    );
    expect(mayProtectPrice(order, wish(1), TAU, context).reasons[0]?.rule).toBe('price-protection.not-offered');
  });
});

describe('money back while the goods stay', () => {
  it('[POLICY-50] is for what is faulty, damaged or missing, in a small amount; else the goods come back or a person decides', () => {
    const ask = (reason: 'faulty' | 'no-reason' | 'not-arrived', price: number) => {
      const small = sampleOrder({
        lines: [sampleLine({ unitPrice: cny(price) })],
        shippingFee: cny(0),
        total: cny(price),
        payments: [samplePayment({ amount: cny(price) })],
      });
      return mayRefundOnly(small, piece, DEFAULT_POLICY, { ...context, reason });
    };
    expect(ask('faulty', 5_000).reasons[0]?.rule).toBe('refund-only.within-window');
    expect(ask('faulty', 5_001)).toMatchObject({
      reasons: [{ rule: 'refund-only.amount' }],
      alternative: { command: 'hand_off' },
    });
    expect(ask('no-reason', 5_000)).toMatchObject({
      reasons: [{ rule: 'refund-only.send-it-back' }],
      alternative: { command: 'return_items' },
    });
    expect(ask('not-arrived', 5_000).reasons[0]?.rule).toBe('refund-only.not-arrived');
  });

  it('[POLICY-50] counts as given back: the same piece is neither refunded nor returned again', () => {
    const done = sampleRequest({ kind: 'refund-only', status: 'completed', refund: cny(4_000) });
    const small = sampleOrder({ lines: [sampleLine({ unitPrice: cny(4_000) })] });
    const verdict = mayRefundOnly(small, piece, DEFAULT_POLICY, { ...context, reason: 'faulty', returns: [done] });
    expect(verdict.reasons[0]?.rule).toBe('refund-only.already-taken-back');
  });
});

describe('when and what', () => {
  it('[POLICY-51] money arrives at once on a gift card, later elsewhere; of several the slowest counts', () => {
    expect(arrivalDays(TAU, 'gift-card')).toEqual({ from: 0, to: 0 });
    expect(arrivalDays(TAU, 'card')).toEqual({ from: 5, to: 7 });
    expect(arrivalDays(TAU, 'gift-card+card')).toEqual({ from: 5, to: 7 });
    expect(refundQuote(order, piece, TAU, context, { id: 'g', method: 'gift-card', detail: '' })).toMatchObject({
      method: 'gift-card',
      withinDays: 0,
    });
    expect(refundQuote(order, piece, TAU, context).withinDays).toBe(7);
  });

  it('[POLICY-52] the delivery cost goes back with the last piece of an order where the rules say so, once', () => {
    const both = [{ lineId: 'line-1', quantity: 2 }];
    expect(refundQuote(order, both, EU, context).amount).toEqual(cny(38_600));
    expect(refundQuote(order, both, DEFAULT_POLICY, context).amount).toEqual(cny(37_800));
    expect(refundQuote(order, piece, EU, context).amount).toEqual(cny(18_900));
    const first = sampleRequest({ refund: cny(18_900) });
    expect(refundQuote(order, piece, EU, { ...context, returns: [first] }).amount).toEqual(cny(19_700));
  });

  it('[POLICY-53] the shop pays the way back of what is not as it should be, the customer that of what he does not want', () => {
    const terms = (reason: 'faulty' | 'no-reason') =>
      goodsTerms(order, { rule: 'return', items: piece, amount: cny(0) }, DEFAULT_POLICY, { ...context, reason });
    expect(terms('faulty')).toEqual({ wayBack: 'shop', refundWithin: 7 });
    expect(terms('no-reason')).toEqual({ wayBack: 'customer', refundWithin: 7 });
    const mixed = {
      rule: 'return' as const,
      amount: cny(0),
      items: [
        { lineId: 'line-1', quantity: 1, reason: 'faulty' as const },
        { lineId: 'line-2', quantity: 1 },
      ],
    };
    const two = { ...order, lines: [...order.lines, sampleLine({ id: 'line-2' })] };
    expect(goodsTerms(two, mixed, DEFAULT_POLICY, context).wayBack).toBe('customer');
  });

  it('[POLICY-54] limits are in minor units of the shop’s own currency, also where it has none or three decimals', () => {
    expect(policyLimits(DEFAULT_POLICY, 'CNY')).toEqual({
      perAction: 500_000,
      perCustomerPerDay: 1_000_000,
      perShopPerDay: 20_000_000,
      fourEyesAbove: 2_000_000,
    });
    expect(policyLimits(DEFAULT_POLICY, 'JPY').perAction).toBe(5_000);
    expect(policyLimits(DEFAULT_POLICY, 'KWD').perAction).toBe(5_000_000);
    expect(policyLimits(TAU, 'USD').perAction).toBeUndefined();
    const yen = (amount: number) => money(amount, 'JPY');
    const small = sampleOrder({
      lines: [sampleLine({ unitPrice: yen(50), discount: yen(0) })],
      shippingFee: yen(0),
      total: yen(50),
      payments: [samplePayment({ amount: yen(50) })],
    });
    expect(mayRefundOnly(small, piece, DEFAULT_POLICY, { ...context, reason: 'faulty' }).allowed).toBe(true);
  });
});
