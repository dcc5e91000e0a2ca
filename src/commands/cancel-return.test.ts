import { describe, expect, it } from 'vitest';
import type { ReturnRequest } from '../core/order.ts';
import { cny, sampleLine, sampleRequest } from '../policy/testing/sample-order.ts';
import { cancelReturn } from './cancel-return.ts';
import { exchangeItems } from './exchange-items.ts';
import {
  afterSales,
  DELIVERED,
  effectsOf,
  execute,
  NUMBER,
  quoteOf,
  ruleAgainst,
  tryQuote,
} from './testing/after-sales.ts';

const number = { orderNumber: NUMBER };
const holding = { ...DELIVERED, lines: [sampleLine({ quantity: 2, discount: cny(2_000), returnedQuantity: 1 })] };
const at = (...returns: ReturnRequest[]) => afterSales(holding, { returns });
const request = (changes: Partial<ReturnRequest> = {}) => sampleRequest({ id: 'R1', ...changes });

describe('withdrawing a return', () => {
  it('[ACT-91] shows the goods and what is no longer paid, and gives the pieces back', async () => {
    const shop = at(request());
    const quote = await quoteOf(cancelReturn, number, shop);
    expect(quote.items).toMatchObject([{ orderLineId: 'line-1', quantity: 1 }]);
    expect(quote.title.zh).toBe(`撤销退货 R1：订单 ${NUMBER}`);
    expect(await effectsOf(cancelReturn, number, shop)).toEqual([
      '商品留在您那里，不用寄回。',
      '原定的退款 ¥199 不再退。',
    ]);
    expect(await execute(cancelReturn, number, shop)).toMatchObject({
      ok: true,
      effect: { title: { zh: '退货 R1 已撤销', en: 'Return R1 has been withdrawn' }, reference: 'R1' },
    });
    expect(await shop.shop.listReturns('order-1')).toMatchObject([{ status: 'cancelled' }]);
    expect((await shop.order()).lines[0]?.returnedQuantity).toBe(0);
  });

  it('[ACT-91] of an exchange the replacement goes back into stock', async () => {
    const shop = afterSales(DELIVERED);
    const raw = {
      ...number,
      items: [{ lineId: 'line-1', quantity: 1, variantId: 'shoe-42' }],
      reason: '坏了',
      reasonKind: 'faulty',
    };
    await execute(exchangeItems, raw, shop, 'k1');
    const stock = async () => (await shop.shop.getProduct('shoe'))?.variants[0]?.stock;
    expect(await stock()).toBe(4);
    expect(await effectsOf(cancelReturn, number, shop)).toContain('换的商品不再寄出，为您留的货会放回库存。');
    await execute(cancelReturn, number, shop, 'k2');
    expect(await stock()).toBe(5);
  });

  it('[ACT-91] of several it asks which; a number that is not on the order is answered as none', async () => {
    const two = at(request(), request({ id: 'R2', status: 'approved' }));
    const outcome = await tryQuote(cancelReturn, number, two);
    expect(outcome).toMatchObject({ ok: false, verdict: { reasons: [{ rule: 'cancel-return.which' }] } });
    expect(!outcome.ok && outcome.verdict.reasons[0]?.text.zh).toContain('R1');
    expect(await ruleAgainst(cancelReturn, { ...number, returnId: 'r2' }, two)).toBeNull();
    expect(await ruleAgainst(cancelReturn, { ...number, returnId: 'R9' }, two)).toBe('cancel-return.none');
    expect(await ruleAgainst(cancelReturn, number, afterSales(DELIVERED))).toBe('cancel-return.none');
  });

  it('[ACT-91] what the shop has received, paid or ended is refused in the rule’s words', async () => {
    expect(await ruleAgainst(cancelReturn, number, at(request({ status: 'received' })))).toBe('cancel-return.received');
    expect(await ruleAgainst(cancelReturn, number, at(request({ status: 'completed' })))).toBe(
      'cancel-return.completed',
    );
    expect(await ruleAgainst(cancelReturn, number, at(request({ status: 'cancelled' })))).toBe(
      'cancel-return.already-cancelled',
    );
    expect(await ruleAgainst(cancelReturn, number, at(request({ kind: 'refund-only', status: 'completed' })))).toBe(
      'cancel-return.money-sent',
    );
  });
});
