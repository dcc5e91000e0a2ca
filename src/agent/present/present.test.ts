import { describe, expect, it } from 'vitest';
import type { Fact, FactKind, FactValues, Passage } from '../../core/fact.ts';
import { money } from '../../core/money.ts';
import type { Order } from '../../core/order.ts';
import { ORDER_STATUSES, PARCEL_STATUSES } from '../../core/order.ts';
import type { Attribute, Product } from '../../core/product.ts';
import { sampleLine, sampleOrder } from '../../policy/testing/sample-order.ts';
import { quoteText } from './passage.ts';
import { presentFacts } from './present.ts';
import { dateWords, dayWords, timeWords } from './time.ts';
import { orderStatusWord, parcelStatusWord } from './words.ts';

const NOW = '2026-11-12T02:00:00.000Z';
const SHANGHAI = { timeZone: 'Asia/Shanghai' };

function fact<K extends FactKind>(kind: K, value: FactValues[K], id = '1.1.1'): Fact {
  return { id, kind, value, at: NOW, source: { kind: 'shop', ref: 'x' } } as Fact;
}

const size: Attribute = { key: 'size', label: { zh: '尺码', en: 'Size' }, value: { zh: '42', en: '42' } };
const shoe: Product = {
  id: 'shoe',
  title: { zh: '跑鞋', en: 'Running shoes' },
  description: { zh: '', en: '' },
  category: { id: 'shoes', name: { zh: '鞋', en: 'Shoes' } },
  attributes: [],
  tags: [],
  active: true,
  image: '/shoe.svg',
  variants: [
    { id: 'v1', sku: 's1', options: [size], price: money(19_900, 'CNY'), compareAt: money(25_900, 'CNY'), stock: 3 },
    { id: 'v2', sku: 's2', options: [], price: money(19_950, 'CNY'), stock: 0 },
    { id: 'v3', sku: 's3', options: [], price: money(19_900, 'CNY'), stock: null },
  ],
};
const match = (variantId: string) => ({
  product: shoe,
  variantId,
  reasons: [
    { zh: '42 码有货', en: 'size 42 in stock' },
    { zh: '男款', en: 'for men' },
  ],
});

describe('cards', () => {
  it('[EMB-24] a product card gives price, reduction, stock and reasons in the customer’s language', () => {
    const matches = { matches: [match('v1'), match('v2'), match('v3')], total: 3, unmet: [] };
    const zh = presentFacts([fact('product-matches', matches)], 'zh', SHANGHAI).blocks[0];
    expect(zh).toMatchObject({
      kind: 'products',
      products: [
        {
          title: '跑鞋',
          options: '42',
          price: '¥199',
          compareAt: '¥259',
          stock: '仅剩 3 件',
          inStock: true,
          reason: '42 码有货，男款',
          image: '/shoe.svg',
        },
        { price: '¥199.50', stock: '缺货', inStock: false },
        { stock: '有货', inStock: true },
      ],
    });
    const en = presentFacts([fact('product-matches', matches)], 'en', SHANGHAI).blocks[0];
    expect(en).toMatchObject({
      products: [
        { title: 'Running shoes', stock: 'Only 3 left', reason: 'size 42 in stock, for men' },
        { stock: 'Out of stock' },
        { stock: 'In stock' },
      ],
    });
  });

  it('[EMB-24] no card is made of a variant that the product does not have', () => {
    const matches = { matches: [match('gone')], total: 1, unmet: [] };
    expect(presentFacts([fact('product-matches', matches)], 'zh', SHANGHAI).blocks).toEqual([]);
  });

  it('[EMB-24] orders are one block of at most five cards, each order once, with the shop’s own clock', () => {
    const orders = Array.from(
      { length: 7 },
      (_, index): Order => sampleOrder({ id: `o${index}`, number: `N${index}` }),
    );
    const facts = [...orders, ...orders].map((order, index) =>
      fact('order', { order, images: { shoe: '/shoe.svg' } }, `f${index}`),
    );
    const { blocks } = presentFacts(facts, 'zh', SHANGHAI);
    expect(blocks).toHaveLength(1);
    expect(blocks[0]).toMatchObject({ kind: 'orders' });
    expect(blocks[0]?.kind === 'orders' && blocks[0].orders.map(({ number }) => number)).toEqual([
      'N0',
      'N1',
      'N2',
      'N3',
      'N4',
    ]);
    expect(blocks[0]?.kind === 'orders' && blocks[0].orders[0]).toEqual({
      number: 'N0',
      status: '已签收',
      placedAt: '11月5日 10:00',
      total: '¥207',
      lines: [{ title: '轻便跑鞋', options: '42', quantity: 1, price: '¥199', image: '/shoe.svg' }],
    });
  });

  it('[EMB-24] a line’s own picture stands in for a product that has none any more', () => {
    const order = sampleOrder({ lines: [sampleLine({ image: '/old.jpg' })] });
    const [block] = presentFacts([fact('order', { order, images: {} })], 'en', SHANGHAI).blocks;
    expect(block).toMatchObject({ orders: [{ lines: [{ title: 'Light running shoes', image: '/old.jpg' }] }] });
  });

  it('[EMB-24] tracking shows the newest event first in local time', () => {
    const event = (at: string, zh: string) => ({ at, place: { zh: '杭州' }, text: { zh } });
    const parcel = {
      id: 'p',
      carrier: { zh: '顺丰速运', en: 'SF Express' },
      trackingNumber: 'SF1',
      status: 'in-transit' as const,
      lineIds: [],
      events: [event('2026-11-10T10:00:00.000Z', '已揽收'), event('2026-11-11T22:30:00.000Z', '已到达')],
      expectedAt: '2026-11-13T10:00:00.000Z',
    };
    const order = sampleOrder({ status: 'shipped' });
    const tracking = {
      orderId: order.id,
      orderNumber: order.number,
      status: order.status,
      parcels: [parcel],
      address: order.address,
    };
    const [block] = presentFacts([fact('tracking', tracking)], 'zh', SHANGHAI).blocks;
    expect(block).toMatchObject({
      kind: 'tracking',
      tracking: {
        status: '已发货',
        parcels: [
          {
            carrier: '顺丰速运',
            status: '运输中',
            expected: '11月13日',
            events: [
              { at: '11月12日 06:30', text: '已到达' },
              { at: '11月10日 18:00', text: '已揽收' },
            ],
          },
        ],
      },
    });
    const delivered = { ...tracking, parcels: [{ ...parcel, status: 'delivered' as const }] };
    const [after] = presentFacts([fact('tracking', delivered)], 'zh', SHANGHAI).blocks;
    expect(after?.kind === 'tracking' && after.tracking.parcels[0]).not.toHaveProperty('expected');
    expect(presentFacts([fact('tracking', { ...tracking, parcels: [] })], 'zh', SHANGHAI).blocks).toEqual([]);
  });

  const deed = {
    command: 'exchange_items',
    orderNumber: 'N1',
    title: { zh: '换货：订单 N1', en: 'Exchange from order N1' },
    items: [
      {
        orderLineId: 'l',
        title: { zh: '跑鞋', en: 'Shoes' },
        options: [size],
        quantity: 1,
        replacement: { variantId: 'v', options: [{ ...size, value: { zh: '43', en: '43' } }] },
      },
    ],
    effects: [{ zh: '请在 7 天内寄回。', en: 'Send it back within 7 days.' }],
    refund: {
      amount: money(17_900, 'CNY'),
      parts: [
        { label: { zh: '商品', en: 'Goods' }, amount: money(19_900, 'CNY') },
        { label: { zh: '优惠', en: 'Discount' }, amount: money(-2_000, 'CNY') },
      ],
      method: 'alipay',
      withinDays: 3,
    },
  };

  it('[EMB-24] the confirmation card shows exactly what the quote holds, and until when by the shop’s clock', () => {
    const quote = { ...deed, input: {}, orderId: 'o', orderVersion: 1 };
    const [block] = presentFacts([fact('quote', { quote, token: 't', expiresAt: NOW })], 'zh', SHANGHAI).blocks;
    expect(block).toEqual({
      kind: 'confirmation',
      card: {
        token: 't',
        title: '换货：订单 N1',
        orderNumber: 'N1',
        items: ['跑鞋（42） × 1 → 43'],
        effects: ['请在 7 天内寄回。'],
        refund: '¥179（商品 ¥199，优惠 -¥20）',
        expiresAt: NOW,
        until: '10:00',
      },
    });
  });

  it.each([
    ['zh', '退款 ¥179，原路退回。', '金额组成：商品 ¥199，优惠 -¥20'],
    ['en', '¥179 is refunded the way you paid.', 'Made up of: Goods: ¥199; Discount: -¥20'],
  ] as const)('[EMB-24] %s: the sum of a refund is told once', (locale, sentence, parts) => {
    const effect = { ...deed, effects: [{ zh: sentence, en: sentence }], reference: null, at: NOW };
    const [block] = presentFacts([fact('effect', effect)], locale, SHANGHAI).blocks;
    expect(block?.kind === 'done' && block.lines.slice(1)).toEqual([sentence, parts]);
  });

  it('[EMB-24] what was done is told with its reference', () => {
    const effect = { ...deed, reference: 'R1', at: NOW };
    const [block] = presentFacts([fact('effect', effect)], 'en', SHANGHAI).blocks;
    expect(block).toEqual({
      kind: 'done',
      title: 'Exchange from order N1',
      lines: ['Shoes (42) × 1 → 43', 'Send it back within 7 days.', 'Refund: ¥179 (Goods: ¥199; Discount: -¥20)'],
      reference: 'R1',
    });
  });

  it('[EMB-24] a comparison keeps a row’s gaps visible', () => {
    const rows = [{ label: { zh: '材质', en: 'Material' }, values: [{ zh: '网面' }, null] }];
    const [block] = presentFacts([fact('comparison', { products: [shoe, shoe], rows })], 'zh', SHANGHAI).blocks;
    expect(block).toEqual({
      kind: 'comparison',
      titles: ['跑鞋', '跑鞋'],
      rows: [{ label: '材质', values: ['网面', '—'] }],
    });
  });

  it('[EMB-24] facts that are no cards make none', () => {
    const facts = [fact('hand-off', { reason: 'x' }), fact('not-found', { what: 'order' }), fact('product', shoe)];
    expect(presentFacts(facts, 'zh', SHANGHAI)).toEqual({ blocks: [], citations: [] });
  });
});

describe('sources', () => {
  const passage = (articleId: string, text: string, score: number): Passage => ({
    articleId,
    title: articleId,
    text,
    locale: 'zh',
    topics: [],
    score,
  });
  const passages = fact('passages', {
    passages: [passage('a', '**甲**。', 0.9), passage('b', '乙。', 0.8), passage('c', '丙。', 0.2)],
  });

  it('[EMB-25] only what the reply quotes is cited', () => {
    const { citations } = presentFacts([passages], 'zh', SHANGHAI, '甲。另外您的快递在路上。');
    expect(citations).toEqual([{ articleId: 'a', title: 'a', quote: '甲。' }]);
  });

  it('[EMB-25] a reply in other words cites the passages that answer about as well as the best', () => {
    expect(presentFacts([passages], 'zh', SHANGHAI).citations.map(({ articleId }) => articleId)).toEqual(['a', 'b']);
  });

  it('[EMB-25] marks of Markdown are taken off, the words stay', () => {
    const text =
      '## 标题\n- **一**：`码`\n- [链接](https://a.example)\n\n| 地区 | 时间 |\n| --- | --- |\n| 江浙沪 | 1–2 天 |';
    expect(quoteText(passage('a', text, 1))).toBe('标题\n· 一：码\n· 链接\n\n地区 · 时间\n江浙沪 · 1–2 天');
  });
});

describe('words', () => {
  it.each([
    ['zh', '2026-11-03T06:20:00.000Z', '11月3日 14:20'],
    ['en', '2026-11-03T06:20:00.000Z', '3 Nov, 14:20'],
    ['zh', '2025-12-31T16:30:00.000Z', '1月1日 00:30'],
    ['zh', '2025-12-31T15:30:00.000Z', '2025年12月31日 23:30'],
    ['en', '2025-12-31T15:30:00.000Z', '31 Dec 2025, 23:30'],
  ] as const)('[EMB-26] times are said as the shop’s clock shows them (%s %s)', (locale, at, words) => {
    expect(timeWords(at, 'Asia/Shanghai', locale, NOW)).toBe(words);
  });

  it('[EMB-26] today and tomorrow are named besides their date', () => {
    expect(dayWords(NOW, 'Asia/Shanghai', 'zh', NOW)).toBe('今天（11月12日）');
    expect(dayWords('2026-11-12T16:30:00.000Z', 'Asia/Shanghai', 'en', NOW)).toBe('tomorrow (13 Nov)');
    expect(dayWords('2026-11-15T02:00:00.000Z', 'Asia/Shanghai', 'en', NOW)).toBe(
      dateWords('2026-11-15T02:00:00.000Z', 'Asia/Shanghai', 'en', NOW),
    );
  });

  it('[EMB-26] every status has its word in both languages', () => {
    for (const locale of ['zh', 'en'] as const) {
      const words = [
        ...ORDER_STATUSES.map((status) => orderStatusWord(status, locale)),
        ...PARCEL_STATUSES.map((status) => parcelStatusWord(status, locale)),
      ];
      expect(words.every((word) => /\p{Script=Han}/u.test(word) === (locale === 'zh'))).toBe(true);
    }
  });
});
