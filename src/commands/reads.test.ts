import { describe, expect, it } from 'vitest';
import { sampleOrder } from '../policy/testing/sample-order.ts';
import { compareProducts } from './compare-products.ts';
import { getOrder } from './get-order.ts';
import { getProduct } from './get-product.ts';
import { handOff } from './hand-off.ts';
import { listOrders } from './list-orders.ts';
import { searchKnowledge } from './search-knowledge.ts';
import { searchProducts } from './search-products.ts';
import { sample } from './testing/sample-shop.ts';
import { trackOrder } from './track-order.ts';
import { verifyOrder } from './verify-order.ts';

describe('what reads answer', () => {
  it('[ACT-30] products, articles and comparisons come with their source, or as not found', async () => {
    const { context, needs } = sample();
    const found = await searchProducts.run(
      searchProducts.input.parse({ query: ' 跑鞋 ', size: '42', aroundPrice: 20_000 }),
      context,
    );
    expect(needs).toEqual([{ query: '跑鞋', size: '42', aroundPrice: 20_000 }]);
    expect(found.facts).toMatchObject([{ kind: 'product-matches', value: { total: 1 }, source: { kind: 'shop' } }]);
    expect((await getProduct.run({ productId: 'shoe' }, context)).facts).toMatchObject([
      { kind: 'product', source: { kind: 'shop', ref: 'product:shoe' } },
    ]);
    expect((await getProduct.run({ productId: 'hat' }, context)).facts).toMatchObject([
      { kind: 'not-found', value: { what: 'product' } },
    ]);
    expect((await compareProducts.run({ productIds: ['shoe', 'hat'] }, context)).facts).toMatchObject([
      { kind: 'not-found', source: { ref: 'product:hat' } },
    ]);
    expect((await compareProducts.run({ productIds: ['shoe', 'shoe'] }, context)).facts).toMatchObject([
      { kind: 'comparison' },
    ]);
    expect((await searchKnowledge.run({ text: '配送时间' }, context)).facts).toMatchObject([
      { kind: 'passages', source: { kind: 'article', ref: 'delivery' } },
    ]);
    expect((await searchKnowledge.run({ text: '天气' }, context)).facts).toMatchObject([
      { kind: 'not-found', value: { what: 'article' } },
    ]);
  });

  it('[ACT-30] an order is shown with its pictures, and tracked with its parcels', async () => {
    const { context, order } = sample();
    const [view] = (await getOrder.run({ orderNumber: '' }, context, await order())).facts;
    expect(view).toMatchObject({
      kind: 'order',
      value: { order: { id: 'order-1' }, images: { shoe: '/shoe.svg' } },
      source: { ref: 'order:order-1' },
    });
    const [tracking] = (await trackOrder.run({ orderNumber: '' }, context, await order())).facts;
    expect(tracking).toMatchObject({
      kind: 'tracking',
      value: { orderNumber: 'XE20261105-0001', status: 'delivered', parcels: [] },
    });
  });

  it('[ACT-31] a customer’s orders are listed newest first, counted to the last, and are nobody else’s', async () => {
    const more = Array.from({ length: 120 }, (_, index) =>
      sampleOrder({
        id: `old-${index}`,
        number: `OLD-${index}`,
        placedAt: new Date(Date.UTC(2026, 0, 1) + index * 3_600_000).toISOString(),
      }),
    );
    const foreign = sampleOrder({
      id: 'foreign',
      number: 'F-1',
      customerId: 'customer-2',
      placedAt: '2026-11-11T00:00:00.000Z',
    });
    const { context } = sample({}, [...more, foreign]);
    const { facts } = await listOrders.run(listOrders.input.parse({ limit: 3 }), context);
    expect(facts[0]).toMatchObject({
      kind: 'orders',
      value: { total: 121, orders: [{ id: 'order-1' }, { id: 'old-119' }, { id: 'old-118' }] },
    });
    expect(facts.slice(1).map((fact) => fact.source.ref)).toEqual(['order:order-1', 'order:old-119', 'order:old-118']);
  });

  it('[ACT-31] a guest’s orders are those verified in the conversation', async () => {
    const { context } = sample({}, [sampleOrder({ id: 'later', number: 'L-1', placedAt: '2026-11-11T00:00:00.000Z' })]);
    const guest = { ...context, actor: { kind: 'guest' as const }, customerId: null };
    const none = await listOrders.run({ limit: 10 }, guest);
    expect(none.facts).toMatchObject([{ kind: 'orders', value: { total: 0, orders: [] } }]);
    const { facts } = await listOrders.run(
      { limit: 10 },
      { ...guest, verifiedOrderIds: ['order-1', 'later', 'order-1', 'gone'] },
    );
    expect(facts[0]).toMatchObject({ value: { total: 2, orders: [{ id: 'later' }, { id: 'order-1' }] } });
  });

  it('[ACT-32] verification tells a wrong contact and an absent order apart by nothing', async () => {
    const { context } = sample();
    const wrong = await verifyOrder.run({ orderNumber: 'XE20261105-0001', contact: '13900000009' }, context);
    const absent = await verifyOrder.run({ orderNumber: 'XE20991105-0001', contact: '13900000001' }, context);
    expect(wrong).toEqual(absent);
    expect(wrong).toMatchObject({ facts: [], verdict: { allowed: false, reasons: [{ rule: 'verify.no-match' }] } });
    const often = await verifyOrder.run({ orderNumber: 'XE20261105-0001', contact: 'again' }, context);
    expect(often.verdict).toMatchObject({
      reasons: [{ rule: 'verify.too-many-attempts' }],
      alternative: { command: 'hand_off' },
    });
    const right = await verifyOrder.run({ orderNumber: 'xe20261105-0001', contact: '13900000001' }, context);
    expect(right.facts).toMatchObject([
      { kind: 'order-verified', value: { orderId: 'order-1', orderNumber: 'XE20261105-0001' } },
    ]);
  });

  it('[ACT-33] a person can be asked for without a reason, and with one of any length', async () => {
    const { context } = sample();
    for (const [raw, reason] of [
      [{}, 'customer-asked'],
      [{ reason: '  ' }, 'customer-asked'],
      [{ reason: '啊'.repeat(9_000) }, '啊'.repeat(500)],
    ] as const) {
      expect((await handOff.run(handOff.input.parse(raw), context)).facts).toMatchObject([
        { kind: 'hand-off', value: { reason } },
      ]);
    }
  });
});
