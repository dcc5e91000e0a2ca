import { describe, expect, it } from 'vitest';
import type { NewStockAlert, NewTicket } from '../core/record.ts';
import type { Recorder } from './command.ts';
import { createTicket } from './create-ticket.ts';
import { notifyWhenInStock } from './notify-when-in-stock.ts';
import { afterSales, PRICED } from './testing/after-sales.ts';

function recorder(kept: (NewTicket | NewStockAlert)[]): Recorder {
  const about = { id: 'N1', conversationId: 'c', createdAt: '2026-11-12T02:00:00.000Z' };
  return {
    ticket: async (ticket) => {
      kept.push(ticket);
      return { ...ticket, ...about, number: 'TK261112-1', state: 'open' };
    },
    stockAlert: async (alert) => {
      kept.push(alert);
      return { ...alert, ...about, state: 'open' };
    },
  };
}

describe('a note for the shop’s people', () => {
  it('[ACT-93] keeps the customer’s own words with the order, and answers with its number', async () => {
    const at = afterSales();
    const kept: (NewTicket | NewStockAlert)[] = [];
    const input = createTicket.input.parse({
      kind: 'complaint',
      text: ' 包装破了，\n盒子\u0007也湿了 ',
      orderNumber: 'x',
    });
    expect(createTicket.orderNumber(input)).toBe('x');
    const { facts } = await createTicket.record(input, at.context, recorder(kept), await at.order());
    expect(kept).toEqual([{ kind: 'complaint', text: '包装破了，\n盒子也湿了', orderId: 'order-1' }]);
    expect(facts).toMatchObject([{ kind: 'ticket', value: { id: 'N1' }, source: { ref: 'ticket:N1' } }]);
  });

  it('[ACT-93] needs no order; empty, endless and unknown kinds are not taken', async () => {
    const kept: (NewTicket | NewStockAlert)[] = [];
    const input = createTicket.input.parse({ kind: 'suggestion', text: '多点颜色' });
    await createTicket.record(input, afterSales().context, recorder(kept), null);
    expect(kept).toEqual([{ kind: 'suggestion', text: '多点颜色' }]);
    for (const raw of [
      { text: ' ', kind: 'other' },
      { text: 'a'.repeat(2_001), kind: 'other' },
      { text: 'a', kind: 'refund' },
    ])
      expect(createTicket.input.safeParse(raw).success).toBe(false);
  });
});

describe('an alert for goods that are sold out', () => {
  const soldOut = {
    ...PRICED,
    variants: PRICED.variants.map((each, index) => ({ ...each, stock: index === 2 ? 0 : 5 })),
  };
  const run = async (raw: object, product = soldOut) => {
    const kept: (NewTicket | NewStockAlert)[] = [];
    const { context } = afterSales({}, { products: [product] });
    const outcome = await notifyWhenInStock.record(notifyWhenInStock.input.parse(raw), context, recorder(kept), null);
    return { outcome, kept };
  };

  it('[ACT-94] is kept for exactly the option that is sold out', async () => {
    const { outcome, kept } = await run({ productId: 'shoe', variantId: 'shoe-44' });
    expect(kept).toEqual([{ productId: 'shoe', variantId: 'shoe-44' }]);
    expect(outcome.facts).toMatchObject([
      { kind: 'stock-alert', value: { title: { zh: '轻便跑鞋（44）', en: 'Light running shoes (44)' } } },
    ]);
  });

  it('[ACT-94] is refused for what is in stock, no longer sold, or unknown, and nothing is kept', async () => {
    const inStock = await run({ productId: 'shoe', variantId: 'shoe-42' });
    expect(inStock).toMatchObject({ kept: [], outcome: { verdict: { reasons: [{ rule: 'stock-alert.in-stock' }] } } });
    const gone = await run({ productId: 'shoe', variantId: 'shoe-44' }, { ...soldOut, active: false });
    expect(gone).toMatchObject({ kept: [], outcome: { verdict: { reasons: [{ rule: 'stock-alert.not-sold' }] } } });
    const unknown = await run({ productId: 'shoe', variantId: 'shoe-50' });
    expect(unknown).toMatchObject({ kept: [], outcome: { facts: [{ kind: 'not-found' }] } });
  });
});
