import { describe, expect, it } from 'vitest';
import type { FactDraft, FactKind, FactValues } from '../core/fact.ts';
import type { Parcel, ReturnRequest } from '../core/order.ts';
import { DEFAULT_POLICY, shippedPolicy } from '../policy/shipped.ts';
import { cny, sampleLine, sampleOrder, sampleRequest } from '../policy/testing/sample-order.ts';
import { estimateDelivery } from './estimate-delivery.ts';
import { getCustomer } from './get-customer.ts';
import { getPolicy } from './get-policy.ts';
import { listReturns } from './list-returns.ts';
import { quoteRefund } from './quote-refund.ts';
import { returnItems } from './return-items.ts';
import { afterSales, DELIVERED, NUMBER, PAID, quoteOf } from './testing/after-sales.ts';
import { sample } from './testing/sample-shop.ts';
import { trackReturn } from './track-return.ts';

function valueIn<K extends FactKind>(facts: FactDraft[], kind: K): FactValues[K] {
  const fact = facts.find((each) => each.kind === kind);
  if (!fact) throw new Error(`no ${kind} among ${facts.map((each) => each.kind).join()}`);
  return fact.value as FactValues[K];
}

describe('who the customer is', () => {
  it('[ACT-95] shows his own addresses and means of payment, with phone, e-mail and card numbers masked', async () => {
    const { facts } = await getCustomer.run({}, afterSales().context);
    const { customer } = valueIn(facts, 'customer');
    expect(customer).toMatchObject({
      name: '林晓',
      phone: '139****0001',
      email: 'li***@example.com',
      addresses: [{ street: '平江路 1 号' }],
      paymentMethods: [
        { id: 'alipay-1', method: 'alipay' },
        { id: 'card-1', detail: 'visa ****1234' },
        { id: 'gift-1', balance: cny(50_000) },
        { id: 'gift-poor', balance: cny(100) },
      ],
    });
    expect(JSON.stringify(facts)).not.toMatch(/411111|lin@example|13900000001/);
  });

  it('[ACT-95] tells a guest to sign in and shows nobody', async () => {
    const { context } = afterSales();
    const outcome = await getCustomer.run({}, { ...context, actor: { kind: 'guest' }, customerId: null });
    expect(outcome).toMatchObject({ facts: [], verdict: { reasons: [{ rule: 'customer.guest' }] } });
  });
});

describe('where returns stand', () => {
  const holding = { ...DELIVERED, lines: [sampleLine({ quantity: 2, returnedQuantity: 1 })] };
  const request = (changes: Partial<ReturnRequest> = {}) => sampleRequest({ id: 'R1', ...changes });
  const run = async (returns: ReturnRequest[], returnId?: string) => {
    const at = afterSales(holding, { returns });
    const input = trackReturn.input.parse({ orderNumber: NUMBER, ...(returnId && { returnId }) });
    return (await trackReturn.run(input, at.context, await at.order())).facts;
  };
  const next = async (changes: Partial<ReturnRequest>) =>
    valueIn(await run([request(changes)]), 'returns').returns[0]?.next.zh;

  it('[ACT-97] says what it waits for, with the last day for sending back counted in the shop’s zone', async () => {
    // Requested on the 11th: seven days after that the 18th ends.
    expect(await next({})).toBe('请在11月18日前（含当天）把商品寄回。');
    expect(await next({ createdAt: '2026-11-01T02:00:00.000Z' })).toContain('期限（11月8日）已经过了');
    expect(await next({ status: 'received' })).toBe('店铺已收到退回的商品，验收后退款。');
    expect(await next({ status: 'received', kind: 'exchange' })).toContain('验收后寄出换的商品');
    expect(await next({ status: 'completed', kind: 'refund-only' })).toContain('款项已由店铺退出');
    expect(await next({ status: 'cancelled' })).toBe('这个申请已经撤销。');
  });

  it('[ACT-97] takes the named one, else the latest; a number of another order is answered as none', async () => {
    const two = [request(), request({ id: 'R2', createdAt: '2026-11-12T01:00:00.000Z' })];
    expect(valueIn(await run(two), 'returns').returns.map((each) => each.request.id)).toEqual(['R2']);
    expect(valueIn(await run(two, 'r1'), 'returns').returns.map((each) => each.request.id)).toEqual(['R1']);
    expect(await run(two, 'R9')).toMatchObject([{ kind: 'not-found', value: { what: 'return' } }]);
    expect(await run([request({ orderId: 'order-2', id: 'R3' })], 'R3')).toMatchObject([{ kind: 'not-found' }]);
  });

  it('[ACT-97] lists all of the customer’s own, newest first, and nobody else’s', async () => {
    const foreign = sampleOrder({ id: 'order-2', number: 'F-2', customerId: 'customer-2' });
    const older = sampleOrder({ id: 'order-3', number: 'F-3' });
    const returns = [
      request(),
      request({ id: 'R2', orderId: 'order-2' }),
      request({ id: 'R3', orderId: 'order-3', createdAt: '2026-11-12T01:00:00.000Z' }),
    ];
    const at = sample(holding, [foreign, older], { returns });
    const all = valueIn((await listReturns.run({}, at.context, null)).facts, 'returns');
    expect(all).toMatchObject({ total: 2, returns: [{ request: { id: 'R3' } }, { request: { id: 'R1' } }] });
    const one = valueIn((await listReturns.run({}, at.context, await at.order())).facts, 'returns');
    expect(one.returns.map((each) => each.request.id)).toEqual(['R1']);
    const guest = { ...at.context, actor: { kind: 'guest' as const }, customerId: null };
    expect(valueIn((await listReturns.run({}, guest, null)).facts, 'returns').total).toBe(0);
  });
});

describe('the rules in words', () => {
  it('[ACT-98] come from the shop’s own table, named by its version', async () => {
    const { context } = afterSales();
    const run = async (policy = DEFAULT_POLICY, rule?: 'return' | 'invoice') =>
      valueIn((await getPolicy.run(rule ? { rule } : {}, { ...context, policy })).facts, 'rules');
    const usual = await run();
    expect(usual.rules.map(({ rule }) => rule)).toEqual(['return', 'exchange', 'cancel']);
    expect(usual.version).toBe('china-7-days');
    expect((await run(DEFAULT_POLICY, 'return')).rules[0]?.text.zh).toContain('7 天');
    expect((await run(shippedPolicy('eu-14-days'), 'return')).rules[0]?.text.en).toContain('14 days');
    expect((await run(DEFAULT_POLICY, 'invoice')).rules.map(({ rule }) => rule)).toEqual(['invoice']);
    expect(getPolicy.input.safeParse({ rule: 'everything' }).success).toBe(false);
  });
});

describe('what would be refunded', () => {
  const run = async (order: Parameters<typeof afterSales>[0], raw: object = {}) => {
    const at = afterSales(order);
    const before = await at.order();
    const outcome = await quoteRefund.run(quoteRefund.input.parse({ orderNumber: NUMBER, ...raw }), at.context, before);
    expect(await at.order()).toEqual(before);
    expect(await at.shop.listReturns('order-1')).toEqual([]);
    return outcome;
  };

  it('[ACT-99] of goods that may come back is the sum that the card would show, and opens nothing', async () => {
    const items = [{ lineId: 'line-1', quantity: 1 }];
    const estimate = valueIn((await run(DELIVERED, { items })).facts, 'refund-estimate');
    const quote = await quoteOf(returnItems, { orderNumber: NUMBER, items, reason: '小了' }, afterSales(DELIVERED));
    expect(estimate.refund).toEqual(quote.refund);
    expect(estimate.effects).toEqual(quote.effects);
    expect(estimate.items).toEqual(quote.items);
    const all = valueIn((await run(DELIVERED)).facts, 'refund-estimate');
    expect(all.refund.amount).toEqual(cny(37_800));
    expect(all.items).toMatchObject([{ quantity: 2 }]);
  });

  it('[ACT-99] of an order that was not sent is all that was paid; where the rules say no there is no sum but the reason', async () => {
    const estimate = valueIn((await run(PAID)).facts, 'refund-estimate');
    expect(estimate.refund.amount).toEqual(cny(38_600));
    const late = await run({ ...DELIVERED, deliveredAt: '2026-10-01T12:00:00.000Z' });
    expect(late).toMatchObject({ facts: [], verdict: { allowed: false, reasons: [{ rule: 'return.window-over' }] } });
  });
});

describe('when something arrives', () => {
  const parcel = (changes: Partial<Parcel> = {}): Parcel => ({
    id: 'p1',
    carrier: { zh: '顺丰速运', en: 'SF Express' },
    trackingNumber: 'SF1',
    status: 'in-transit',
    lineIds: ['line-1'],
    events: [],
    ...changes,
  });

  it('[ACT-100] is the carrier’s own date, a parcel each; where there is none that is said, with the shop’s article', async () => {
    const parcels = [parcel({ expectedAt: '2026-11-14T10:00:00.000Z' }), parcel({ id: 'p2', trackingNumber: 'SF2' })];
    const at = afterSales({ ...PAID, status: 'shipped', parcels });
    const known = (await estimateDelivery.run({ orderNumber: NUMBER }, at.context, await at.order())).facts;
    expect(valueIn(known, 'delivery-estimate').parcels).toMatchObject([
      { trackingNumber: 'SF1', expectedAt: '2026-11-14T10:00:00.000Z' },
      { trackingNumber: 'SF2', expectedAt: null },
    ]);
    expect(known.map(({ kind }) => kind)).toEqual(['delivery-estimate']);
    const unsent = afterSales(PAID);
    const facts = (await estimateDelivery.run({ orderNumber: NUMBER }, unsent.context, await unsent.order())).facts;
    expect(valueIn(facts, 'delivery-estimate').parcels).toEqual([]);
    expect(valueIn(facts, 'passages').passages[0]?.articleId).toBe('delivery');
  });

  it('[ACT-100] of a product is what the shop’s articles say, and never a date of its own', async () => {
    const { context } = afterSales();
    const { facts } = await estimateDelivery.run({ productId: 'shoe', city: '苏州' }, context, null);
    expect(facts.map(({ kind }) => kind)).toEqual(['delivery-estimate', 'passages']);
    expect(valueIn(facts, 'delivery-estimate')).toEqual({ orderNumber: null, parcels: [] });
    const gone = await estimateDelivery.run({ productId: 'hat' }, context, null);
    expect(gone.facts).toMatchObject([{ kind: 'not-found', value: { what: 'product' } }]);
    for (const raw of [{}, { orderNumber: '1', productId: '2' }])
      expect(estimateDelivery.input.safeParse(raw).success).toBe(false);
  });
});
