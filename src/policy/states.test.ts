import { describe, expect, it } from 'vitest';
import { ORDER_STATUSES } from '../core/order.ts';
import { mayChangeAddress } from './address.ts';
import { mayCancel } from './cancel.ts';
import { mayExchange } from './exchange.ts';
import { mayReturn } from './return.ts';
import { DEFAULT_POLICY } from './shipped.ts';
import { changedPolicy } from './testing/changed-policy.ts';
import { at, sampleLine, sampleOrder, sampleRequest } from './testing/sample-order.ts';

const context = at('2026-11-12T02:00:00.000Z');
const items = [{ lineId: 'line-1', quantity: 1 }];
const ANY = { reason: '' };

/** State → rule and alternative, for each wish. */
const TABLE = {
  'awaiting-payment': ['cancel.before-shipping', 'address.before-shipping', 'return.not-sent', 'cancel_order'],
  paid: ['cancel.before-shipping', 'address.before-shipping', 'return.not-sent', 'cancel_order'],
  processing: ['cancel.in-warehouse', 'address.in-warehouse', 'return.in-warehouse', 'hand_off'],
  'partially-shipped': ['cancel.in-warehouse', 'address.shipped', 'return.on-the-way', undefined],
  shipped: ['cancel.shipped', 'address.shipped', 'return.on-the-way', undefined],
  delivered: ['cancel.delivered', 'address.delivered', 'return.within-window', undefined],
  completed: ['cancel.completed', 'address.delivered', 'return.order-completed', 'hand_off'],
  cancelled: ['cancel.already-cancelled', 'address.cancelled', 'return.order-cancelled', undefined],
} as const;

describe('what an order’s state allows', () => {
  for (const status of ORDER_STATUSES) {
    it(`[POLICY-3] decides for ${status}`, () => {
      const order = sampleOrder({ status });
      const [cancel, address, giveBack, alternative] = TABLE[status];
      const verdicts = [
        mayCancel(order, ANY, DEFAULT_POLICY, context),
        mayChangeAddress(order, DEFAULT_POLICY, context),
        mayReturn(order, items, DEFAULT_POLICY, context),
      ];
      expect(verdicts.map((verdict) => verdict.reasons[0]?.rule)).toEqual([cancel, address, giveBack]);
      const last = verdicts[2];
      expect(last && 'alternative' in last ? last.alternative?.command : undefined).toBe(alternative);
      for (const verdict of verdicts) {
        for (const reason of verdict.reasons) {
          expect(reason.text.zh).toMatch(/\p{Script=Han}/u);
          expect(reason.text.en).not.toMatch(/\p{Script=Han}|undefined/u);
        }
      }
    });
  }

  it('[POLICY-3] sends what the warehouse already has to a person, and what is on its way to a return', () => {
    expect(mayCancel(sampleOrder({ status: 'processing' }), ANY, DEFAULT_POLICY, context)).toMatchObject({
      alternative: { command: 'hand_off' },
    });
    expect(mayCancel(sampleOrder({ status: 'shipped' }), ANY, DEFAULT_POLICY, context)).toMatchObject({
      alternative: { command: 'return_items' },
    });
  });

  it('[POLICY-3] follows another shop’s table', () => {
    const policy = changedPolicy(
      [
        'status: [awaiting-payment, paid] }, then: allow, rule: before-shipping',
        'status: [awaiting-payment, paid, processing] }, then: allow, rule: before-shipping',
      ],
      [
        'status: [processing, partially-shipped] }, then: person, rule: in-warehouse',
        'status: partially-shipped }, then: person, rule: in-warehouse',
      ],
    );
    expect(mayCancel(sampleOrder({ status: 'processing' }), ANY, policy, context).allowed).toBe(true);
  });

  it('[POLICY-4] leaves a paid order without any payment on record to a person', () => {
    const order = sampleOrder({ payments: [] });
    expect(mayReturn(order, items, DEFAULT_POLICY, context).reasons[0]?.rule).toBe('refund.payment-unknown');
    expect(mayCancel({ ...order, status: 'paid' }, ANY, DEFAULT_POLICY, context).reasons[0]?.rule).toBe(
      'refund.payment-unknown',
    );
    expect(mayCancel({ ...order, status: 'awaiting-payment' }, ANY, DEFAULT_POLICY, context).allowed).toBe(true);
  });
});

describe('what may come back', () => {
  const rule = (order = sampleOrder(), wish = items, returns = context.returns) =>
    mayReturn(order, wish, DEFAULT_POLICY, { ...context, returns }).reasons[0]?.rule;

  it('[POLICY-5] refuses goods sold as final, foreign lines, nothing, and no whole number of pieces', () => {
    expect(rule(sampleOrder({ lines: [sampleLine({ finalSale: true })] }))).toBe('return.final-sale');
    expect(rule(sampleOrder(), [{ lineId: 'another', quantity: 1 }])).toBe('return.line-unknown');
    expect(rule(sampleOrder(), [])).toBe('return.no-items');
    for (const quantity of [0, -1, 1.5, Number.NaN])
      expect(rule(sampleOrder(), [{ lineId: 'line-1', quantity }])).toBe('return.quantity');
  });

  it('[POLICY-5] counts what came back, what is on its way back, and the same line named twice', () => {
    const three = sampleOrder({ lines: [sampleLine({ quantity: 3 })] });
    const two = [{ lineId: 'line-1', quantity: 2 }];
    expect(rule(three, two)).toBe('return.within-window');
    expect(rule(three, [...two, ...two])).toBe('return.quantity');
    expect(rule(three, [...two, ...items])).toBe('return.within-window');
    expect(
      rule(three, two, [sampleRequest({ lines: two.map((item) => ({ orderLineId: item.lineId, quantity: 2 })) })]),
    ).toBe('return.quantity');
    const back = sampleOrder({ lines: [sampleLine({ quantity: 3, returnedQuantity: 3 })] });
    expect(rule(back)).toBe('return.already-taken-back');
  });

  it('[POLICY-5] does not count one piece twice where the shop keeps both the request and the returned quantity', () => {
    const order = sampleOrder({ lines: [sampleLine({ quantity: 2, returnedQuantity: 1 })] });
    expect(rule(order, items, [sampleRequest()])).toBe('return.within-window');
  });

  it('[POLICY-5] forgets requests that were refused or withdrawn', () => {
    for (const status of ['refused', 'cancelled'] as const)
      expect(rule(sampleOrder(), items, [sampleRequest({ status })])).toBe('return.within-window');
  });

  it('[POLICY-5] asks of an exchange what it asks of a return', () => {
    const order = sampleOrder({ lines: [sampleLine({ finalSale: true })] });
    const wish = [{ lineId: 'line-1', quantity: 1, variantId: 'shoe-43', product: null }];
    expect(mayExchange(order, wish, DEFAULT_POLICY, context).reasons[0]?.rule).toBe('exchange.final-sale');
  });
});
