import { describe, expect, it } from 'vitest';
import type { PaymentMethod } from '../core/customer.ts';
import type { Order } from '../core/order.ts';
import type { Product } from '../core/product.ts';
import type { Verdict } from '../core/verdict.ts';
import { mayExchange } from './exchange.ts';
import { mayChangeItems } from './items.ts';
import type { Policy, PolicyContext } from './policy.ts';
import { DEFAULT_POLICY, shippedPolicy } from './shipped.ts';
import { CHEAPER } from './testing/placed.ts';
import { at, cny, sampleLine, sampleOrder, samplePayment, sampleRequest } from './testing/sample-order.ts';

const TAU = shippedPolicy('tau-retail');
/** Also where something of the order came back before. */
const NO_LIMIT: Policy = {
  ...TAU,
  rules: {
    ...TAU.rules,
    exchange: { ...TAU.rules.exchange, rows: TAU.rules.exchange.rows.slice(0, 1).map((row) => ({ ...row, when: {} })) },
  },
};
const context = at('2026-11-12T02:00:00.000Z');
const rule = (verdict: Verdict) => verdict.reasons[0]?.rule;
const unsent = (changes: Partial<Order> = {}) => sampleOrder({ status: 'paid', ...changes });
const card: PaymentMethod = { id: 'card-1', method: 'card', detail: 'visa 4242' };

/** Shoes at ¥199 in sizes 42 and 43; size 44 costs ¥219. */
const SHOE: Product = {
  ...CHEAPER,
  variants: ['42', '43', '44'].map((size) => ({
    id: `shoe-${size}`,
    sku: size,
    options: [],
    price: cny(size === '44' ? 21_900 : 19_900),
    stock: 1,
  })),
};
const swap = (variantId: string, changes = {}) => [
  { lineId: 'line-1', quantity: 1, variantId, product: SHOE, ...changes },
];

describe('a difference in price that is tangled up with other money', () => {
  /** Bought at ¥199 in size 44; size 42 costs ¥99 today. */
  const cheaperSize = swap('shoe-42', {
    product: {
      ...SHOE,
      variants: SHOE.variants.map((each, index) => (index === 0 ? { ...each, price: cny(9_900) } : each)),
    },
  });
  const bought = { lines: [sampleLine({ variantId: 'shoe-44', unitPrice: cny(19_900) })] };
  const protection = sampleRequest({
    kind: 'price-protection',
    status: 'completed',
    lines: [{ orderLineId: 'line-1', quantity: 1 }],
    refund: cny(5_000),
  });

  it.each<[string, Partial<Order>, Partial<PolicyContext>]>([
    ['of which a part was paid back for a lower price', {}, { returns: [protection] }],
    ['that exceeds what is left of the payment', { payments: [samplePayment({ amount: cny(9_999) })] }, {}],
    [
      'that exceeds it with what is promised',
      { payments: [samplePayment({ amount: cny(19_999) })] },
      {
        returns: [
          sampleRequest({ status: 'requested', lines: [{ orderLineId: 'line-9', quantity: 1 }], refund: cny(10_000) }),
        ],
      },
    ],
  ])('[POLICY-45] leaves to a person a difference %s', (_what, changes, more) => {
    const given = { ...context, ...more };
    const fine = { payments: [samplePayment({ amount: cny(20_000) })] };
    const of = (order: Partial<Order>, under: PolicyContext) => [
      rule(mayChangeItems(unsent({ ...bought, ...order }), cheaperSize, card, TAU, under)),
      rule(mayExchange(sampleOrder({ ...bought, ...order }), cheaperSize, NO_LIMIT, under, card)),
    ];
    expect(of(fine, context)).toEqual(['items.before-shipping', 'exchange.no-limit']);
    expect(of({ ...fine, ...changes }, given)).toEqual(['items.price-difference', 'exchange.price-difference']);
  });

  it('[POLICY-45] charges and pays back nothing of an order that was not paid yet', () => {
    const unpaid = unsent({ status: 'awaiting-payment', payments: [] });
    const policy = { ...DEFAULT_POLICY, priceDifference: 'named-method' as const };
    expect(rule(mayChangeItems(unpaid, swap('shoe-44'), card, policy, context))).toBe('items.price-difference');
    expect(rule(mayChangeItems(unpaid, swap('shoe-43'), null, policy, context))).toBe('items.before-shipping');
  });
});
