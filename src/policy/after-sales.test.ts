import { describe, expect, it } from 'vitest';
import type { PaymentMethod } from '../core/customer.ts';
import type { Order } from '../core/order.ts';
import type { Product } from '../core/product.ts';
import type { Verdict } from '../core/verdict.ts';
import { mayChangeAddress } from './address.ts';
import { mayCancel } from './cancel.ts';
import { mayCancelReturn } from './cancel-return.ts';
import { mayChangeCustomerAddress } from './customer-address.ts';
import { differenceQuote } from './difference.ts';
import { mayExchange } from './exchange.ts';
import { mayRequestInvoice } from './invoice.ts';
import { mayChangeItems } from './items.ts';
import { mayChangePayment } from './payment.ts';
import { mayRemind } from './remind.ts';
import { mayReturn } from './return.ts';
import { DEFAULT_POLICY, shippedPolicy } from './shipped.ts';
import { CHEAPER } from './testing/placed.ts';
import { at, cny, sampleLine, sampleOrder, samplePayment, sampleRequest } from './testing/sample-order.ts';

const TAU = shippedPolicy('tau-retail');
const context = at('2026-11-12T02:00:00.000Z');
const rule = (verdict: Verdict) => verdict.reasons[0]?.rule;
const unsent = (changes: Partial<Order> = {}) => sampleOrder({ status: 'paid', ...changes });
const card: PaymentMethod = { id: 'card-1', method: 'card', detail: 'visa 4242' };
const giftCard = (balance: number): PaymentMethod => ({
  id: 'gift-1',
  method: 'gift-card',
  detail: '',
  balance: cny(balance),
});

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

describe('changing an order before it is sent', () => {
  it('[POLICY-44] cancels for the reasons that the shop takes alone, by id or words, and names them otherwise', () => {
    expect(rule(mayCancel(unsent(), { reason: 'changed my mind' }, TAU, context))).toBe('cancel.reason');
    for (const reason of ['no longer needed', ' Ordered by mistake ', '买错了'])
      expect(mayCancel(unsent(), { reason }, TAU, context).allowed).toBe(true);
    expect(mayCancel(unsent(), { reason: 'x' }, TAU, context).reasons[0]?.text.en).toContain(
      'no longer needed, ordered by mistake',
    );
    expect(mayCancel(unsent(), { reason: 'whatever' }, DEFAULT_POLICY, context).allowed).toBe(true);
    expect(rule(mayCancel(sampleOrder({ status: 'processing' }), { reason: 'x' }, TAU, context))).toBe(
      'cancel.not-pending',
    );
  });

  it('[POLICY-44] changes nothing more of an order whose items were changed, where the shop allows it once', () => {
    const changed = unsent({ itemsChangedAt: '2026-11-11T00:00:00.000Z' });
    const verdicts = [
      mayCancel(changed, { reason: 'no longer needed' }, TAU, context),
      mayChangeAddress(changed, TAU, context),
      mayChangeItems(changed, swap('shoe-43'), card, TAU, context),
      mayChangePayment(changed, card, TAU, context),
    ];
    expect(verdicts.map(rule)).toEqual(
      ['cancel', 'address', 'items', 'payment'].map((each) => `${each}.items-changed`),
    );
    expect(mayChangeItems(changed, swap('shoe-43'), card, DEFAULT_POLICY, context).allowed).toBe(true);
  });

  it('[POLICY-44] changes items for options of the same product that are in stock, whole lines, each once', () => {
    const items = (wish: Parameters<typeof mayChangeItems>[1], order = unsent()) =>
      rule(mayChangeItems(order, wish, null, DEFAULT_POLICY, context));
    expect(items(swap('shoe-43'))).toBe('items.before-shipping');
    expect(items([])).toBe('items.no-items');
    expect(items(swap('shoe-43', { lineId: 'another' }))).toBe('items.line-unknown');
    expect(items(swap('shoe-43', { quantity: 2 }))).toBe('items.quantity');
    expect(items([...swap('shoe-43'), ...swap('shoe-43')])).toBe('items.twice');
    expect(items(swap('shoe-42'))).toBe('items.same-variant');
    expect(items(swap('boot-1'))).toBe('items.other-product');
    expect(items(swap('shoe-43', { product: null }))).toBe('items.not-sold');
    const two = unsent({ lines: [sampleLine({ quantity: 2 })] });
    expect(items(swap('shoe-43', { quantity: 2 }), two)).toBe('items.out-of-stock');
    expect(items(swap('shoe-43'), sampleOrder({ status: 'shipped' }))).toBe('items.sent');
  });

  it('[POLICY-44] counts pieces that the order gives up in the same change as free', () => {
    const order = unsent({ lines: [sampleLine(), sampleLine({ id: 'line-2', variantId: 'shoe-43' })] });
    const sold: Product = { ...SHOE, variants: SHOE.variants.map((variant) => ({ ...variant, stock: 0 })) };
    const crossed = [
      { lineId: 'line-1', quantity: 1, variantId: 'shoe-43', product: sold },
      { lineId: 'line-2', quantity: 1, variantId: 'shoe-42', product: sold },
    ];
    expect(mayChangeItems(order, crossed, null, DEFAULT_POLICY, context).allowed).toBe(true);
    expect(rule(mayChangeItems(order, crossed.slice(0, 1), null, DEFAULT_POLICY, context))).toBe('items.out-of-stock');
  });

  it('[POLICY-45] settles a difference by a named means of payment that covers it, or leaves it to a person', () => {
    const dearer = swap('shoe-44');
    expect(differenceQuote(unsent(), dearer)).toMatchObject({ amount: cny(2_000), parts: [{ amount: cny(2_000) }] });
    const settled = (method: PaymentMethod | null, policy = TAU) =>
      rule(mayChangeItems(unsent(), dearer, method, policy, context));
    expect(settled(card, DEFAULT_POLICY)).toBe('items.price-difference');
    expect(settled(null)).toBe('items.settlement-unknown');
    expect(settled(giftCard(1_999))).toBe('items.gift-card-short');
    expect(settled(giftCard(2_000))).toBe('items.before-shipping');
    expect(settled(card)).toBe('items.before-shipping');
    const short = mayExchange(sampleOrder(), dearer, TAU, context, giftCard(0));
    expect(rule(short)).toBe('exchange.gift-card-short');
    expect(short.reasons[0]?.text.en).toContain('¥20');
    expect(mayExchange(sampleOrder(), dearer, TAU, context, card).allowed).toBe(true);
    // Cheaper goods: nothing has to be covered.
    const cheaper = swap('shoe-42', {
      product: { ...SHOE, variants: [{ ...SHOE.variants[1], id: 'shoe-42', price: cny(9_900) }] },
    });
    expect(differenceQuote(unsent({ lines: [sampleLine({ variantId: 'shoe-44' })] }), cheaper).amount).toEqual(
      cny(-10_000),
    );
  });

  it('[POLICY-45] counts no difference between options that cost the same today, and adds up over items', () => {
    const order = unsent({
      lines: [sampleLine({ unitPrice: cny(15_000) }), sampleLine({ id: 'line-2', quantity: 3 })],
    });
    const wish = [...swap('shoe-43'), ...swap('shoe-44', { lineId: 'line-2', quantity: 3 })];
    expect(differenceQuote(order, wish).amount).toEqual(cny(6_000));
  });

  it('[POLICY-46] changes the one payment of an order to another means that covers the total', () => {
    const pay = (method: PaymentMethod, changes: Partial<Order> = {}, policy = TAU) =>
      rule(mayChangePayment(unsent(changes), method, policy, context));
    expect(pay(card)).toBe('payment.before-shipping');
    expect(pay(giftCard(20_699))).toBe('payment.gift-card-short');
    expect(pay(giftCard(20_700))).toBe('payment.before-shipping');
    const byCard = { payments: [samplePayment({ method: 'card', paymentMethodId: 'card-1' })] };
    expect(pay(card, byCard)).toBe('payment.same-method');
    expect(pay({ ...card, id: 'card-2' }, byCard)).toBe('payment.before-shipping');
    expect(pay(card, { payments: [samplePayment(), samplePayment({ id: 'p2' })] })).toBe('payment.several');
    expect(pay(card, { status: 'delivered' })).toBe('payment.sent');
  });
});

describe('after it has arrived', () => {
  it('[POLICY-47] takes one return or exchange of an order where the shop allows one, whatever became of others', () => {
    const order = sampleOrder({ lines: [sampleLine(), sampleLine({ id: 'line-2' })] });
    const item = [{ lineId: 'line-1', quantity: 1 }];
    const after = (returns: Parameters<typeof at>[1]) => rule(mayReturn(order, item, TAU, { ...context, ...returns }));
    const standing = sampleRequest({ lines: [{ orderLineId: 'line-2', quantity: 1 }] });
    expect(after({ returns: [] })).toBe('return.no-limit');
    expect(after({ returns: [standing] })).toBe('return.one-per-order');
    expect(after({ returns: [{ ...standing, status: 'completed' }] })).toBe('return.one-per-order');
    expect(after({ returns: [{ ...standing, status: 'cancelled' }] })).toBe('return.no-limit');
    expect(rule(mayExchange(order, swap('shoe-43'), TAU, { ...context, returns: [standing] }))).toBe(
      'exchange.one-per-order',
    );
    expect(rule(mayReturn(order, item, DEFAULT_POLICY, { ...context, returns: [standing] }))).toBe(
      'return.within-window',
    );
  });

  it('[POLICY-43] looks at a line each time that it is named', () => {
    const order = sampleOrder({ lines: [sampleLine({ quantity: 2, kind: 'hygiene' })] });
    const piece = { lineId: 'line-1', quantity: 1 };
    expect(rule(mayReturn(order, [piece, { ...piece, opened: true }], DEFAULT_POLICY, context))).toBe('return.opened');
    expect(rule(mayReturn(order, [{ ...piece, opened: true }, piece], DEFAULT_POLICY, context))).toBe('return.opened');
    expect(rule(mayReturn(order, [piece, { ...piece, opened: true, reason: 'faulty' }], DEFAULT_POLICY, context))).toBe(
      'return.within-window',
    );
  });

  it('[POLICY-47] pays back to what paid, or to a gift card only where the shop does that', () => {
    const item = [{ lineId: 'line-1', quantity: 1 }];
    const order = sampleOrder({ payments: [samplePayment({ method: 'card', paymentMethodId: 'card-1' })] });
    const to = (method: PaymentMethod, policy = TAU) => rule(mayReturn(order, item, policy, context, method));
    expect(to(card)).toBe('return.no-limit');
    expect(to(giftCard(0))).toBe('return.no-limit');
    expect(to({ ...card, id: 'card-2' })).toBe('return.refund-to');
    expect(to(card, DEFAULT_POLICY)).toBe('return.within-window');
    expect(to(giftCard(0), DEFAULT_POLICY)).toBe('return.refund-to');
  });

  it('[POLICY-47] exchanges for the very same option only what is not as it should be, or where the shop allows it', () => {
    const same = swap('shoe-42');
    expect(rule(mayExchange(sampleOrder(), same, DEFAULT_POLICY, context))).toBe('exchange.same-variant');
    expect(mayExchange(sampleOrder(), same, DEFAULT_POLICY, { ...context, reason: 'faulty' }).allowed).toBe(true);
    expect(mayExchange(sampleOrder(), same, TAU, context, card).allowed).toBe(true);
  });

  it('[POLICY-48] asks again for haste after a day, for an invoice once paid, and withdraws what has not been received', () => {
    const remind = (order: Order, what: 'dispatch' | 'delivery') =>
      rule(mayRemind(order, what, DEFAULT_POLICY, context));
    expect(remind(unsent(), 'dispatch')).toBe('remind.possible');
    const before = (hours: number) =>
      unsent({ reminders: [{ what: 'dispatch', at: `2026-11-${hours > 24 ? 10 : 11}T02:00:00.000Z` }] });
    expect(remind(before(24), 'dispatch')).toBe('remind.already-reminded');
    expect(remind(before(48), 'dispatch')).toBe('remind.possible');
    expect(remind(unsent(), 'delivery')).toBe('remind.not-sent');
    expect(remind(sampleOrder({ status: 'shipped' }), 'delivery')).toBe('remind.possible');
    expect(remind(sampleOrder(), 'delivery')).toBe('remind.delivered');

    const invoice = {
      kind: 'personal',
      title: '林晓',
      taxNumber: '',
      email: 'lin@example.com',
      requestedAt: context.now,
    } as const;
    const invoiced = (order: Order) => rule(mayRequestInvoice(order, DEFAULT_POLICY, context));
    expect(invoiced(sampleOrder())).toBe('invoice.possible');
    expect(invoiced(sampleOrder({ invoice: { ...invoice, status: 'requested' } }))).toBe('invoice.possible');
    expect(invoiced(sampleOrder({ invoice: { ...invoice, status: 'issued' } }))).toBe('invoice.issued');
    expect(invoiced(sampleOrder({ status: 'awaiting-payment' }))).toBe('invoice.not-paid');

    const withdrawn = (changes: Parameters<typeof sampleRequest>[0]) =>
      rule(mayCancelReturn(sampleOrder(), sampleRequest(changes), DEFAULT_POLICY, context));
    expect(withdrawn({})).toBe('cancel-return.possible');
    expect(withdrawn({ status: 'received' })).toBe('cancel-return.received');
    expect(withdrawn({ kind: 'refund-only', status: 'completed' })).toBe('cancel-return.money-sent');
    expect(rule(mayChangeCustomerAddress(DEFAULT_POLICY))).toBe('customer-address.possible');
    expect(rule(mayChangeCustomerAddress(DEFAULT_POLICY, 'guest'))).toBe('customer-address.sign-in');
  });
});
