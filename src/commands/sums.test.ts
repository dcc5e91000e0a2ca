import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney, type Money, money } from '../core/money.ts';
import type { Order } from '../core/order.ts';
import type { Quote } from '../core/quote.ts';
import type { Policy } from '../policy/policy.ts';
import { refundSplit } from '../policy/refund-split.ts';
import { DEFAULT_POLICY, shippedPolicy } from '../policy/shipped.ts';
import { sampleLine, samplePayment } from '../policy/testing/sample-order.ts';
import { cancelOrder } from './cancel-order.ts';
import { cancelReturn } from './cancel-return.ts';
import type { WriteCommand } from './command.ts';
import { priceProtection } from './price-protection.ts';
import { quoteRefund } from './quote-refund.ts';
import { refundWithoutReturn } from './refund-without-return.ts';
import { returnItems } from './return-items.ts';
import { NUMBER, quoteOf, tryQuote } from './testing/after-sales.ts';
import { anyOrder, type Drawn } from './testing/any-order.ts';
import { type Sample, SHOE, sample } from './testing/sample-shop.ts';

const SEED = 20_261_128;
const unlimited = (rule: 'price-protection' | 'refund-only') => ({
  ...DEFAULT_POLICY.rules[rule],
  rows: DEFAULT_POLICY.rules[rule].rows
    .filter((row) => row.rule !== 'amount')
    .map(({ when: { amount: _amount, ...when }, ...row }) => ({ ...row, when })),
});
/** The default rules without a limit on what is paid for goods that stay. */
const UNLIMITED: Policy = {
  ...DEFAULT_POLICY,
  rules: {
    ...DEFAULT_POLICY.rules,
    'price-protection': unlimited('price-protection'),
    'refund-only': unlimited('refund-only'),
  },
};
const EU = shippedPolicy('eu-14-days');

function shopOf({ currency, order }: Drawn, policy: Policy, today?: number): Sample {
  const variants = (order.lines ?? []).map(({ variantId, unitPrice }) => ({
    id: variantId,
    sku: variantId,
    options: [],
    price: today === undefined ? unitPrice : money(Math.floor((unitPrice.amount * today) / 100), currency),
    stock: 100,
  }));
  return sample(order, [], { policy, info: { currency }, products: [{ ...SHOE, variants }] });
}

const amountOf = (parts: { amount: Money }[]) => parts.reduce((total, { amount }) => total + amount.amount, 0);

/** Its parts add up, what is said is what is booked, and each means of payment gets its share to the last minor unit. */
function checkQuote(quote: Quote, order: Order): void {
  if (!quote.refund) return;
  const { amount, parts } = quote.refund;
  expect(amountOf(parts)).toBe(amount.amount);
  expect(amount.amount).toBeGreaterThan(0);
  const said = quote.effects.map(({ zh }) => zh).join('\n');
  expect(said).toContain(`退款 ${formatMoney(amount, 'zh')}，`);
  const split = refundSplit(order, amount);
  expect(amountOf(split)).toBe(amount.amount);
  if (split.length > 1) for (const share of split) expect(said).toContain(formatMoney(share.amount, 'zh'));
}

/** What was paid back, and what requests that stand will still pay back. */
async function given(at: Sample): Promise<number> {
  const order = await at.order();
  const refunded = amountOf(order.payments.filter(({ kind }) => kind === 'refund'));
  const open = (await at.shop.listReturns(order.id)).filter(({ status }) => status === 'requested');
  return refunded + amountOf(open.flatMap(({ refund }) => (refund ? [{ amount: refund }] : [])));
}

async function openReturn(at: Sample): Promise<string | undefined> {
  return (await at.shop.listReturns('order-1')).find(({ status }) => status === 'requested')?.id;
}

const paidFor = (order: Order) => amountOf(order.payments.filter(({ kind }) => kind === 'payment'));

async function run(command: WriteCommand<never>, raw: unknown, at: Sample, key: string): Promise<boolean> {
  const outcome = await tryQuote(command, raw, at);
  if (!outcome.ok) return false;
  const order = await at.order();
  checkQuote(outcome.quote, order);
  expect(await command.execute(outcome.quote, at.context, key)).toMatchObject({ ok: true });
  checkBooks(outcome.quote, order, await at.order());
  return true;
}

/** What is booked at once goes to each means of payment as it was said. */
function checkBooks({ refund }: Quote, before: Order, after: Order): void {
  const booked = after.payments.slice(before.payments.length);
  if (!refund || booked.length === 0) return;
  const by = new Map<string, number>();
  for (const { method, amount } of booked) by.set(method, (by.get(method) ?? 0) + amount.amount);
  const said = refundSplit(before, refund.amount).map(({ method, amount }) => [method, amount.amount] as const);
  expect(by).toEqual(new Map(said));
}

const give = returnItems as unknown as WriteCommand<never>;

describe('sums of any order and any sequence of requests', () => {
  it('[ACT-101] all pieces given back, in whatever parts, pay back what was paid to the minor unit', async () => {
    await fc.assert(
      fc.asyncProperty(anyOrder, fc.infiniteStream(fc.nat(1_000)), async (drawn, choices) => {
        const at = shopOf(drawn, EU);
        const paid = paidFor(await at.order());
        for (let step = 0; step < 30; step++) {
          const left = (await at.order()).lines.filter((line) => line.quantity > line.returnedQuantity);
          const line = left[(choices.next().value ?? 0) % left.length];
          if (!line) break;
          const quantity = 1 + ((choices.next().value ?? 0) % (line.quantity - line.returnedQuantity));
          await run(
            give,
            { orderNumber: NUMBER, items: [{ lineId: line.id, quantity }], reason: '不合适' },
            at,
            `k${step}`,
          );
          expect(await given(at)).toBeLessThanOrEqual(paid);
        }
        expect((await at.order()).lines.every((line) => line.quantity === line.returnedQuantity)).toBe(true);
        expect(await given(at)).toBe(paid);
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  it('[ACT-101] returns, withdrawals, price protection and refunds of what stays, in any order, never pay back more than was paid', async () => {
    const step = fc.record({
      what: fc.constantFrom('return', 'return', 'protect', 'withdraw', 'keep'),
      which: fc.nat(100),
      count: fc.nat(5),
    });
    const done = { return: 0, protect: 0, withdraw: 0, keep: 0 };
    await fc.assert(
      fc.asyncProperty(
        anyOrder,
        fc.integer({ min: 1, max: 110 }),
        fc.array(step, { maxLength: 12 }),
        async (drawn, today, steps) => {
          const at = shopOf(drawn, UNLIMITED, today);
          const paid = paidFor(await at.order());
          for (const [index, { what, which, count }] of steps.entries()) {
            const { lines } = await at.order();
            const line = lines[which % lines.length];
            const items = [{ lineId: line?.id, quantity: 1 + (count % (line?.quantity ?? 1)) }];
            const raw = {
              orderNumber: NUMBER,
              ...(what === 'withdraw' ? { returnId: (await openReturn(at)) ?? 'none' } : { items }),
              ...(what === 'return' && { reason: '不合适' }),
              ...(what === 'keep' && { reason: '破了', reasonKind: 'damaged-in-transit' }),
            };
            const command = {
              return: returnItems,
              protect: priceProtection,
              withdraw: cancelReturn,
              keep: refundWithoutReturn,
            }[what];
            if (await run(command as unknown as WriteCommand<never>, raw, at, `k${index}`)) done[what]++;
            expect(await given(at)).toBeLessThanOrEqual(paid);
          }
        },
      ),
      { seed: SEED, numRuns: 150 },
    );
    // None of them was left out by being refused throughout.
    for (const count of Object.values(done)) expect(count).toBeGreaterThan(30);
  });

  it('[ACT-101] a cancelled order pays back all that was paid, and the estimate beforehand was the same', async () => {
    await fc.assert(
      fc.asyncProperty(anyOrder, async (drawn) => {
        const at = shopOf({ ...drawn, order: { ...drawn.order, status: 'paid' } }, DEFAULT_POLICY);
        const order = await at.order();
        const quote = await quoteOf(cancelOrder, { orderNumber: NUMBER }, at);
        checkQuote(quote, order);
        expect(quote.refund?.amount.amount ?? 0).toBe(paidFor(order));
        const estimate = await quoteRefund.run(quoteRefund.input.parse({ orderNumber: NUMBER }), at.context, order);
        expect(estimate.facts).toMatchObject([
          { value: { refund: { amount: money(paidFor(order), drawn.currency) } } },
        ]);
        await cancelOrder.execute(quote, at.context, 'k');
        checkBooks(quote, order, await at.order());
        expect(await given(at)).toBe(paidFor(order));
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  it('[ACT-101] yen have no decimals and dinars three, in every sentence', async () => {
    const of = (currency: string, amount: number): Drawn => {
      const value = money(amount, currency);
      return {
        currency,
        order: {
          status: 'delivered',
          lines: [sampleLine({ unitPrice: value, discount: money(0, currency), variantId: 'v1' })],
          shippingFee: money(0, currency),
          total: value,
          payments: [samplePayment({ amount: value })],
        },
      };
    };
    const raw = { orderNumber: NUMBER, items: [{ lineId: 'line-1', quantity: 1 }], reason: '不合适' };
    const yen = await quoteOf(returnItems, raw, shopOf(of('JPY', 1_980), DEFAULT_POLICY));
    expect(yen.effects.at(-1)?.zh).toContain('退款 ¥1,980，');
    const dinars = await quoteOf(returnItems, raw, shopOf(of('KWD', 12_345), DEFAULT_POLICY));
    expect(dinars.effects.at(-1)?.en).toContain('12.345');
  });
});
