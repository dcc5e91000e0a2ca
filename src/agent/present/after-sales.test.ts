import { describe, expect, it } from 'vitest';
import { changeOrderItems } from '../../commands/change-order-items.ts';
import { getCustomer } from '../../commands/get-customer.ts';
import { getPolicy } from '../../commands/get-policy.ts';
import { quoteRefund } from '../../commands/quote-refund.ts';
import { returnItems } from '../../commands/return-items.ts';
import { afterSales, DELIVERED, NAMED_METHOD, NUMBER, PAID, quoteOf } from '../../commands/testing/after-sales.ts';
import type { Fact, FactKind, FactValues } from '../../core/fact.ts';
import { money } from '../../core/money.ts';
import type { Quote } from '../../core/quote.ts';
import type { Block } from '../../core/reply.ts';
import { sampleRequest } from '../../policy/testing/sample-order.ts';
import { presentFacts } from './present.ts';

const NOW = '2026-11-12T02:00:00.000Z';
const SHANGHAI = { timeZone: 'Asia/Shanghai' };

function fact<K extends FactKind>(kind: K, value: FactValues[K]): Fact {
  return { id: 'f', kind, value, source: { kind: 'shop', ref: 'x' }, at: NOW } as Fact;
}

function shown(facts: Fact[], locale: 'zh' | 'en'): Block[] {
  return presentFacts(facts, locale, SHANGHAI).blocks;
}

const draftsOf = (facts: object[]) => facts.map((draft) => ({ ...draft, id: 'f', at: NOW }) as Fact);

describe('what is shown after a sale', () => {
  it('[ACT-103] a return’s card lists goods, way back, sum with its parts, where the money goes and when it is there', async () => {
    const raw = { orderNumber: NUMBER, items: [{ lineId: 'line-1', quantity: 2 }], reason: '不合适' };
    const quote = await quoteOf(returnItems, raw, afterSales(DELIVERED));
    const card = (locale: 'zh' | 'en') => shown([fact('quote', { quote, token: 't', expiresAt: NOW })], locale)[0];
    expect(card('zh')).toMatchObject({
      kind: 'confirmation',
      card: {
        title: `退货：订单 ${NUMBER}`,
        items: ['轻便跑鞋（42） × 2'],
        effects: [
          '前提是商品没有用过、穿过或洗过（试一下不算），收到后会核对。',
          '申请提交后，请在 7 天内把商品寄回。',
          '寄回的运费由您承担；核实是质量问题或者发错货的，运费由我们承担。',
          '我们收到并验收后，7 天内退款 ¥378，原路退回支付宝，1–3 个工作日到账。',
        ],
        refund: '¥378（轻便跑鞋 × 2 ¥398，这件商品分摊的优惠 -¥20）',
      },
    });
    expect(card('en')).toMatchObject({
      card: {
        effects: [
          'The goods must not have been worn, washed or used (trying them is fine); we check that when they arrive.',
          'Please send the goods back within 7 days of the request.',
          'You pay for sending them back; if they turn out to be faulty or not what you ordered, we pay.',
          'Within 7 days after we have received and checked the goods, ¥378 is refunded to your Alipay and arrives in 1 to 3 working days.',
        ],
        refund: '¥378 (Light running shoes × 2: ¥398; Its share of discounts: -¥20)',
      },
    });
  });

  it('[ACT-103] a difference to pay stands on the card and on what was done, with its parts when there are several', async () => {
    const raw = { orderNumber: NUMBER, items: [{ lineId: 'line-1', variantId: 'shoe-43' }], paymentMethodId: 'card-1' };
    const quote = await quoteOf(changeOrderItems, raw, afterSales(PAID, { policy: NAMED_METHOD }));
    const parts = [
      { label: { zh: '43 × 1', en: '43 × 1' }, amount: money(2_000, 'CNY') },
      { label: { zh: '44 × 1', en: '44 × 1' }, amount: money(-500, 'CNY') },
    ];
    const several: Quote = { ...quote, charge: { amount: money(1_500, 'CNY'), parts, method: 'card' } };
    const [card] = shown([fact('quote', { quote: several, token: 't', expiresAt: NOW })], 'zh');
    expect(card).toMatchObject({ card: { items: ['轻便跑鞋（42） × 2 → 43'], refund: null } });
    expect(card?.kind === 'confirmation' && card.card.effects.at(-1)).toBe('补差价 ¥15（43 × 1 ¥20，44 × 1 -¥5）');
    const effect = { ...several, reference: null, at: NOW };
    const [done] = shown([fact('effect', effect)], 'en');
    expect(done?.kind === 'done' && done.lines.at(-1)).toBe('To pay: ¥15 (43 × 1: ¥20; 44 × 1: -¥5)');
  });

  it('[ACT-103] a return says its number, state, goods and what comes next', () => {
    const view = {
      request: sampleRequest({ id: 'R7', status: 'approved' }),
      orderNumber: NUMBER,
      items: [{ orderLineId: 'line-1', title: { zh: '跑鞋', en: 'Shoes' }, options: [], quantity: 1 }],
      next: { zh: '请在11月18日前（含当天）把商品寄回。', en: 'Please send the goods back by 18 Nov.' },
    };
    const facts = [fact('returns', { returns: [view], total: 1 })];
    expect(shown(facts, 'zh')).toEqual([
      {
        kind: 'note',
        title: '退货 R7 · 已同意',
        lines: [`订单 ${NUMBER}，11月11日申请`, '跑鞋 × 1', '退款 ¥199', '请在11月18日前（含当天）把商品寄回。'],
      },
    ]);
    expect(shown(facts, 'en')).toMatchObject([
      {
        title: 'Return R7 · approved',
        lines: [
          `Order ${NUMBER}, requested on 11 Nov`,
          'Shoes × 1',
          'Refund: ¥199',
          'Please send the goods back by 18 Nov.',
        ],
      },
    ]);
  });

  it('[ACT-103] a calculation says that it is one; a rule stands in lines; a profile is masked', async () => {
    const at = afterSales(DELIVERED);
    const run = quoteRefund.run(quoteRefund.input.parse({ orderNumber: NUMBER }), at.context, await at.order());
    const [sum] = shown(draftsOf((await run).facts), 'zh');
    expect(sum).toMatchObject({ kind: 'note', title: `订单 ${NUMBER} 可退金额` });
    expect(sum?.kind === 'note' && sum.lines.at(-1)).toBe('这只是试算，还没有提交任何申请。');
    expect(sum?.kind === 'note' && sum.lines[1]).toBe('退款 ¥378（轻便跑鞋 × 2 ¥398，这件商品分摊的优惠 -¥20）');
    const rules = shown(draftsOf((await getPolicy.run({ rule: 'return' }, at.context)).facts), 'zh');
    expect(rules).toMatchObject([{ kind: 'note', title: '退货' }]);
    expect(rules[0]?.kind === 'note' && rules[0].lines.length).toBeGreaterThan(1);
    const [profile] = shown(draftsOf((await getCustomer.run({}, at.context)).facts), 'zh');
    expect(profile).toMatchObject({
      title: '您的资料',
      lines: [
        '林晓，139****0001，li***@example.com',
        '地址：林晓，139****0001，江苏省苏州市姑苏区平江路 1 号',
        '付款方式：支付宝',
        '付款方式：Visa 卡 ****1234',
        '付款方式：礼品卡（余额 ¥500）',
        '付款方式：礼品卡（余额 ¥1）',
      ],
    });
  });

  it('[ACT-103] an expected day is the carrier’s; none is said to be none, and without a parcel there is no card', () => {
    const parcel = (trackingNumber: string, expectedAt: string | null) => ({
      trackingNumber,
      carrier: { zh: '顺丰速运', en: 'SF Express' },
      status: 'in-transit' as const,
      expectedAt,
    });
    const parcels = [parcel('SF1', '2026-11-13T10:00:00.000Z'), parcel('SF2', null)];
    const facts = [fact('delivery-estimate', { orderNumber: NUMBER, parcels })];
    expect(shown(facts, 'zh')).toMatchObject([
      { lines: ['顺丰速运 SF1 · 运输中 · 预计明天（11月13日）', '顺丰速运 SF2 · 运输中 · 快递没有给出预计日期'] },
    ]);
    expect(shown(facts, 'en')).toMatchObject([
      {
        lines: [
          'SF Express SF1 · on its way · expected tomorrow (13 Nov)',
          'SF Express SF2 · on its way · the carrier has named no day',
        ],
      },
    ]);
    expect(shown([fact('delivery-estimate', { orderNumber: null, parcels: [] })], 'zh')).toEqual([]);
  });
});
