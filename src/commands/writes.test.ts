import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../core/json.ts';
import { cny, sampleLine } from '../policy/testing/sample-order.ts';
import { cancelOrder } from './cancel-order.ts';
import { changeOrderAddress } from './change-order-address.ts';
import type { WriteCommand } from './command.ts';
import { exchangeItems } from './exchange-items.ts';
import { returnItems } from './return-items.ts';
import type { Sample } from './testing/sample-shop.ts';
import { quoteFor, sample, UNSENT } from './testing/sample-shop.ts';

const number = { orderNumber: 'XE20261105-0001' };
const pair = sampleLine({ quantity: 2, discount: cny(2_000) });
const delivered = { ...UNSENT, status: 'delivered' as const };

async function quoted<Input>(command: WriteCommand<Input>, raw: unknown, at: Sample) {
  const outcome = await quoteFor(command, raw, at);
  if (!outcome.ok) throw new Error(outcome.verdict.reasons[0]?.rule ?? 'refused');
  return outcome.quote;
}

async function refusedFor<Input>(command: WriteCommand<Input>, raw: unknown, at: Sample) {
  const outcome = await quoteFor(command, raw, at);
  return outcome.ok ? null : outcome.verdict.reasons[0]?.rule;
}

/** Each write with an order it is allowed for and an input. */
const WRITES = [
  { command: cancelOrder as WriteCommand<never>, order: UNSENT, raw: { ...number, reason: '不想要了' } },
  {
    command: changeOrderAddress as unknown as WriteCommand<never>,
    order: UNSENT,
    raw: { ...number, address: { province: '浙江省', city: '杭州市', street: '文三路 9 号' } },
  },
  {
    command: returnItems as WriteCommand<never>,
    order: delivered,
    raw: { ...number, items: [{ lineId: 'line-1', quantity: 1 }], reason: '小了' },
  },
  {
    command: exchangeItems as WriteCommand<never>,
    order: delivered,
    raw: { ...number, items: [{ lineId: 'line-1', quantity: 1, variantId: 'shoe-43' }], reason: '小了' },
  },
];

describe('what a write shows and does', () => {
  for (const { command, order, raw } of WRITES) {
    it(`[ACT-36] ${command.name} changes nothing when quoted, and quotes the same again from its own quote, a day later too`, async () => {
      const at = sample(order);
      const before = await at.order();
      const quote = await quoted(command, raw, at);
      expect(await at.order()).toEqual(before);
      expect(quote).toMatchObject({
        command: command.name,
        orderId: 'order-1',
        orderNumber: number.orderNumber,
        orderVersion: 3,
      });
      const later = { ...at.context, now: '2026-11-13T02:00:00.000Z' };
      const again = await command.quote(quote.input as never, later, before);
      expect(again.ok && canonicalJson(again.quote)).toBe(canonicalJson(quote));
      expect(JSON.parse(JSON.stringify(quote))).toEqual(quote);
    });

    it(`[ACT-37] ${command.name} does exactly what was quoted, once for one key`, async () => {
      const at = sample(order);
      const quote = await quoted(command, raw, at);
      const stored = JSON.parse(JSON.stringify(quote));
      const first = await command.execute(stored, at.context, 'key-1');
      const after = await at.order();
      expect(first).toMatchObject({
        ok: true,
        effect: {
          command: command.name,
          effects: quote.effects,
          items: quote.items,
          refund: quote.refund,
          at: at.context.now,
        },
      });
      expect(after.version).toBe(4);
      const repeated = await command.execute(stored, at.context, 'key-1');
      expect(repeated).toEqual(first);
      expect(await at.order()).toEqual(after);
      expect(await command.execute(stored, at.context, 'key-2')).toEqual({ ok: false, reason: 'changed' });
    });
  }
});

describe('cancelling', () => {
  it('[ACT-38] shows all goods and the refund by means of payment, and books it', async () => {
    const at = sample(UNSENT);
    const quote = await quoted(cancelOrder, number, at);
    expect(quote.items).toMatchObject([{ orderLineId: 'line-1', quantity: 2 }]);
    expect(quote.refund?.amount).toEqual(cny(38_600));
    expect(quote.effects[1]?.zh).toBe(
      '退款 ¥386，原路退回：礼品卡 ¥100（即时到账）、支付宝 ¥286（1–3 个工作日到账）。',
    );
    expect(quote.effects[1]?.en).toBe(
      '¥386 is refunded the way it was paid: ¥100 to your gift card (at once) and ¥286 to your Alipay (in 1 to 3 working days).',
    );
    const outcome = await cancelOrder.execute(quote, at.context, 'k');
    expect(outcome).toMatchObject({
      ok: true,
      effect: { title: { zh: '订单 XE20261105-0001 已取消' }, reference: null },
    });
    expect(await at.order()).toMatchObject({
      status: 'cancelled',
      payments: [
        {},
        {},
        { kind: 'refund', method: 'gift-card', amount: cny(10_000) },
        { kind: 'refund', method: 'alipay', amount: cny(28_600) },
      ],
    });
    expect((await at.shop.getProduct('shoe'))?.variants[0]?.stock).toBe(5);
  });

  it('[ACT-38] of an unpaid order shows that there is no money to give back', async () => {
    const quote = await quoted(cancelOrder, number, sample({ status: 'awaiting-payment', payments: [] }));
    expect(quote.refund).toBeNull();
    expect(quote.effects[1]?.zh).toBe('没有需要退回的款项。');
  });

  it('[ACT-38] is refused by the shop’s rules with the rule’s own reason', async () => {
    expect(await refusedFor(cancelOrder, number, sample({ status: 'processing' }))).toBe('cancel.in-warehouse');
  });
});

describe('returning', () => {
  it('[ACT-39] shows goods, way back and refund, and leaves a request with its number', async () => {
    const at = sample({ ...delivered, lines: [pair] });
    const quote = await quoted(
      returnItems,
      {
        ...number,
        items: [
          { lineId: 'line-1', quantity: 1 },
          { lineId: 'line-1', quantity: 1 },
        ],
        reason: '不喜欢',
      },
      at,
    );
    expect(quote.items).toMatchObject([{ orderLineId: 'line-1', quantity: 2, options: [{ key: 'size' }] }]);
    expect(quote.refund?.amount).toEqual(cny(37_800));
    expect(quote.effects.map((effect) => effect.zh)).toEqual([
      '前提是商品没有用过、穿过或洗过（试一下不算），收到后会核对。',
      '申请提交后，请在 7 天内把商品寄回。',
      '寄回的运费由您承担；核实是质量问题或者发错货的，运费由我们承担。',
      '我们收到并验收后，7 天内退款 ¥378，原路退回：礼品卡 ¥97.93（即时到账）、支付宝 ¥280.07（1–3 个工作日到账）。',
    ]);
    expect(await returnItems.execute(quote, at.context, 'k')).toMatchObject({ ok: true, effect: { reference: 'R1' } });
    expect(await at.shop.listReturns('order-1')).toMatchObject([
      { kind: 'return', lines: [{ orderLineId: 'line-1', quantity: 2 }], refund: cny(37_800), reason: '不喜欢' },
    ]);
    expect(
      await refusedFor(returnItems, { ...number, items: [{ lineId: 'line-1', quantity: 1 }], reason: '再退' }, at),
    ).toBe('return.already-taken-back');
  });

  it('[ACT-39] pieces one after the other pays back to the cent what all at once would', async () => {
    const at = sample({
      ...delivered,
      lines: [sampleLine({ quantity: 2, discount: cny(1_999) })],
      total: cny(38_601),
      payments: [{ id: 'p', method: 'card', kind: 'payment', amount: cny(38_601) }],
    });
    const amounts: number[] = [];
    for (const key of ['k1', 'k2']) {
      const quote = await quoted(
        returnItems,
        { ...number, items: [{ lineId: 'line-1', quantity: 1 }], reason: '小了' },
        at,
      );
      amounts.push(quote.refund?.amount.amount ?? 0);
      expect((await returnItems.execute(quote, at.context, key)).ok).toBe(true);
    }
    expect(amounts.reduce((a, b) => a + b)).toBe(2 * 19_900 - 1_999);
  });

  it('[ACT-39] goods at price zero shows that there is no amount to refund', async () => {
    const at = sample({
      lines: [sampleLine({ unitPrice: cny(0) })],
      total: cny(800),
      payments: [{ id: 'p', method: 'card', kind: 'payment', amount: cny(800) }],
    });
    const quote = await quoted(
      returnItems,
      { ...number, items: [{ lineId: 'line-1', quantity: 1 }], reason: '不要' },
      at,
    );
    expect(quote.refund).toBeNull();
    expect((await returnItems.execute(quote, at.context, 'k')).ok).toBe(true);
    expect(await at.shop.listReturns('order-1')).toMatchObject([{ refund: cny(0) }]);
  });
});

describe('exchanging', () => {
  const wish = (variantId: string) => ({
    ...number,
    items: [{ lineId: 'line-1', quantity: 1, variantId }],
    reason: '小了',
  });

  it('[ACT-40] shows what comes for what, holds the replacement, and leaves a request with its number', async () => {
    const at = sample();
    const quote = await quoted(exchangeItems, wish('shoe-43'), at);
    expect(quote).toMatchObject({
      refund: null,
      items: [
        {
          quantity: 1,
          options: [{ value: { zh: '42' } }],
          replacement: { variantId: 'shoe-43', options: [{ value: { zh: '43' } }] },
        },
      ],
    });
    expect(await exchangeItems.execute(quote, at.context, 'k')).toMatchObject({
      ok: true,
      effect: { reference: 'R1' },
    });
    expect(await at.shop.listReturns('order-1')).toMatchObject([
      {
        kind: 'exchange',
        refund: cny(0),
        lines: [{ orderLineId: 'line-1', quantity: 1, exchangeVariantId: 'shoe-43' }],
      },
    ]);
    expect((await at.shop.getProduct('shoe'))?.variants[1]?.stock).toBe(0);
  });

  it('[ACT-40] is refused for what is sold out or unknown', async () => {
    expect(await refusedFor(exchangeItems, wish('shoe-44'), sample())).toBe('exchange.out-of-stock');
    expect(await refusedFor(exchangeItems, wish('shoe-50'), sample())).toBe('exchange.other-product');
  });
});
