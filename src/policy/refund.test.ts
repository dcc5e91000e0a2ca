import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '../core/money.ts';
import type { Order, OrderLine, ReturnRequest } from '../core/order.ts';
import { refundQuote } from './refund.ts';
import { methodText, refundSplit } from './refund-split.ts';
import { DEFAULT_POLICY } from './shipped.ts';
import { at, cny, sampleLine, sampleOrder, samplePayment, sampleRequest } from './testing/sample-order.ts';

const context = at('2026-11-12T02:00:00.000Z');
const piece = [{ lineId: 'line-1', quantity: 1 }];
const quote = (order: Order, goods: 'whole' | typeof piece, returns: ReturnRequest[] = []) =>
  refundQuote(order, goods, DEFAULT_POLICY, { ...context, returns });
const added = (parts: { amount: { amount: number } }[]) => parts.reduce((total, part) => total + part.amount.amount, 0);

describe('refunds', () => {
  it('[POLICY-7] pay back shipping with the whole order and not with a line', () => {
    expect(quote(sampleOrder(), 'whole').amount).toEqual(cny(20_700));
    expect(quote(sampleOrder(), piece).amount).toEqual(cny(19_900));
    expect(quote(sampleOrder(), 'whole').parts.map((part) => part.label.zh)).toEqual(['轻便跑鞋 × 1', '运费']);
  });

  it('[POLICY-7] share a line’s discount over its pieces so that partial returns add up to the whole', () => {
    // Three pieces for ¥300 less ¥1: ¥299 in all.
    const line = sampleLine({ quantity: 3, unitPrice: cny(10_000), discount: cny(100) });
    const order = (returnedQuantity: number) =>
      sampleOrder({
        lines: [{ ...line, returnedQuantity }],
        shippingFee: cny(0),
        total: cny(29_900),
        payments: [samplePayment({ amount: cny(29_900) })],
      });
    const amounts = [0, 1, 2].map((returned) => quote(order(returned), piece).amount.amount);
    expect(amounts.reduce((a, b) => a + b)).toBe(29_900);
    expect(Math.max(...amounts) - Math.min(...amounts)).toBeLessThanOrEqual(1);
  });

  it('[POLICY-7] share what was taken off the order as a whole over its lines', () => {
    const lines = [sampleLine({ unitPrice: cny(30_000) }), sampleLine({ id: 'line-2', unitPrice: cny(10_000) })];
    const order = sampleOrder({
      lines,
      shippingFee: cny(0),
      total: cny(36_000),
      payments: [samplePayment({ amount: cny(36_000) })],
    });
    expect(quote(order, piece).amount).toEqual(cny(27_000));
    expect(quote(order, [{ lineId: 'line-2', quantity: 1 }]).amount).toEqual(cny(9_000));
  });

  it('[POLICY-7] count for nothing where nothing was paid, also for goods at price zero', () => {
    expect(quote(sampleOrder({ status: 'awaiting-payment', payments: [] }), 'whole')).toMatchObject({ amount: cny(0) });
    const free = sampleOrder({
      lines: [sampleLine({ unitPrice: cny(0) })],
      shippingFee: cny(0),
      total: cny(0),
      payments: [],
    });
    expect(quote(free, piece)).toMatchObject({ amount: cny(0), parts: [], method: 'original' });
  });

  it('[POLICY-8] never exceed what is left after refunds paid and refunds promised', () => {
    const refunded = sampleOrder({
      payments: [samplePayment(), samplePayment({ id: 'r', kind: 'refund', amount: cny(15_000) })],
    });
    expect(quote(refunded, piece).amount).toEqual(cny(5_700));
    expect(added(quote(refunded, piece).parts)).toBe(5_700);
    const two = sampleOrder({ lines: [sampleLine(), sampleLine({ id: 'line-2' })], payments: [samplePayment()] });
    const promised = sampleRequest({ lines: [{ orderLineId: 'line-2', quantity: 1 }], refund: cny(19_900) });
    expect(quote(two, piece, [promised]).amount).toEqual(cny(800));
    expect(quote(two, piece, [{ ...promised, status: 'refused' }]).amount).toEqual(quote(two, piece).amount);
  });

  it('[POLICY-8] give back all that was paid for a whole order whose figures do not add up', () => {
    const odd = sampleOrder({ total: cny(25_000), payments: [samplePayment({ amount: cny(25_000) })] });
    expect(quote(odd, 'whole').amount).toEqual(cny(25_000));
    expect(added(quote(odd, 'whole').parts)).toBe(25_000);
  });

  it('[POLICY-9] go back the way they came, in proportion', () => {
    const payments = [
      samplePayment({ method: 'gift-card', amount: cny(5_000) }),
      samplePayment({ id: 'p2', method: 'card', amount: cny(15_700) }),
    ];
    const order = sampleOrder({ payments });
    const refund = quote(order, 'whole');
    expect(refund.method).toBe('gift-card+card');
    expect(refundSplit(order, refund.amount)).toEqual([
      { method: 'gift-card', amount: cny(5_000) },
      { method: 'card', amount: cny(15_700) },
    ]);
    expect(added(refundSplit(order, quote(order, piece).amount))).toBe(19_900);
    expect(methodText(refund.method)).toEqual({ zh: '礼品卡、银行卡', en: 'gift card and card' });
    const spent = sampleOrder({
      payments: [...payments, samplePayment({ id: 'r', kind: 'refund', method: 'gift-card', amount: cny(5_000) })],
    });
    expect(quote(spent, 'whole').method).toBe('card');
  });
});

/** Any order at all: odd totals, discounts above the price, refunds, several payments, currencies with 0, 2 and 3 decimals. */
const anyOrder = fc
  .record({
    currency: fc.constantFrom('CNY', 'JPY', 'KWD'),
    lines: fc.array(
      fc.record({ quantity: fc.integer({ min: 1, max: 9 }), price: fc.nat(999_999), discount: fc.nat(300_000) }),
      { minLength: 1, maxLength: 4 },
    ),
    shipping: fc.nat(5_000),
    off: fc.integer({ min: -50_000, max: 50_000 }),
    paid: fc.array(fc.record({ method: fc.constantFrom('card', 'gift-card', 'alipay'), amount: fc.nat(2_000_000) }), {
      maxLength: 3,
    }),
    refunded: fc.nat(1_000_000),
  })
  .map(({ currency, lines, shipping, off, paid, refunded }): Order => {
    const in_ = (amount: number) => money(amount, currency);
    const made = lines.map(
      (line, index): OrderLine =>
        sampleLine({
          id: `line-${index}`,
          quantity: line.quantity,
          unitPrice: in_(line.price),
          discount: in_(line.discount),
        }),
    );
    const goods = made.reduce((total, line) => total + line.unitPrice.amount * line.quantity - line.discount.amount, 0);
    const payments = paid.map((each, index) =>
      samplePayment({ id: `p${index}`, method: each.method, amount: in_(each.amount) }),
    );
    return sampleOrder({
      lines: made,
      shippingFee: in_(shipping),
      total: in_(Math.max(0, goods + shipping - off)),
      payments: [...payments, samplePayment({ id: 'r', kind: 'refund', method: 'card', amount: in_(refunded) })],
    });
  });

describe('refunds of any order', () => {
  it('[POLICY-8] stay within what was paid, add up, and reach their methods to the last minor unit', () => {
    fc.assert(
      fc.property(anyOrder, fc.infiniteStream(fc.nat(8)), (order, choices) => {
        const paid = order.payments.reduce(
          (total, each) => total + (each.kind === 'payment' ? each.amount.amount : 0),
          0,
        );
        const before = order.payments.reduce(
          (total, each) => total + (each.kind === 'refund' ? each.amount.amount : 0),
          0,
        );
        const returns: ReturnRequest[] = [];
        let given = 0;
        for (let step = 0; step < 12; step++) {
          const line = order.lines[(choices.next().value ?? 0) % order.lines.length];
          const goods =
            step === 11 ? ('whole' as const) : [{ lineId: line?.id ?? '', quantity: (choices.next().value ?? 0) + 1 }];
          const refund = quote(order, goods, returns);
          expect(refund.amount.amount).toBeGreaterThanOrEqual(0);
          expect(added(refund.parts)).toBe(refund.amount.amount);
          const split = refundSplit(order, refund.amount);
          if (split.length > 0) expect(added(split)).toBe(refund.amount.amount);
          given += refund.amount.amount;
          expect(given).toBeLessThanOrEqual(Math.max(0, paid - before));
          const lines =
            goods === 'whole' ? [] : goods.map(({ lineId, quantity }) => ({ orderLineId: lineId, quantity }));
          returns.push(sampleRequest({ id: `return-${step}`, lines, refund: refund.amount }));
        }
      }),
      { numRuns: 300, seed: 20_261_111 },
    );
  });

  it('[POLICY-7] come to the same for a line whether its pieces come back one by one or at once', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        // Paid in full and beyond, so that the cap stays out of it.
        const rich = { ...order, payments: [samplePayment({ amount: money(99_999_999, order.total.currency) })] };
        for (const line of rich.lines) {
          if (line.discount.amount > line.unitPrice.amount) continue;
          const atOnce = quote(rich, [{ lineId: line.id, quantity: line.quantity }]).amount.amount;
          let oneByOne = 0;
          for (let returned = 0; returned < line.quantity; returned++) {
            const lines = rich.lines.map((each) =>
              each.id === line.id ? { ...each, returnedQuantity: returned } : each,
            );
            oneByOne += quote({ ...rich, lines }, [{ lineId: line.id, quantity: 1 }]).amount.amount;
          }
          expect(oneByOne).toBe(atOnce);
        }
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});
