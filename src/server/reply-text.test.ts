import { describe, expect, it } from 'vitest';
import type { Block, Reply } from '../core/reply.ts';
import { replyText } from './reply-text.ts';

const reply = (blocks: Block[], locale: Reply['locale'] = 'zh'): Reply => ({
  locale,
  text: '请看：',
  blocks,
  citations: [],
});

it('[API-69] an order number that begins with # has one #', () => {
  const order = { number: '#W2378156', status: 'delivered', placedAt: 'May 1', total: '$9', lines: [] };
  const reply = {
    locale: 'en' as const,
    text: '',
    citations: [],
    blocks: [{ kind: 'orders' as const, orders: [order] }],
  };
  expect(replyText(reply)).toBe('#W2378156 · delivered · May 1 · $9');
});

describe('a reply as plain text', () => {
  it('[API-69] every card is written out where there are no cards', () => {
    const text = replyText(
      reply([
        {
          kind: 'products',
          products: [
            {
              ...{
                productId: 'p',
                variantId: 'v',
                title: '跑鞋',
                options: '42',
                price: '¥199',
                stock: '有货',
                inStock: true,
              },
              reason: '适合日常慢跑',
            },
          ],
        },
        { kind: 'comparison', titles: ['甲', '乙'], rows: [{ label: '材质', values: ['棉', ''] }] },
        {
          kind: 'orders',
          orders: [
            {
              ...{ number: 'DD1', status: '已发货', placedAt: '5月1日', total: '¥199' },
              lines: [{ title: '跑鞋', options: '42', quantity: 2, price: '¥99.50' }],
            },
          ],
        },
        {
          kind: 'tracking',
          tracking: {
            ...{ orderNumber: 'DD1', status: '已发货' },
            parcels: [
              {
                ...{ carrier: '顺丰', trackingNumber: 'SF1', status: '运输中', expected: '5月3日' },
                events: [{ at: '5月2日', place: '上海', text: '已到达' }],
              },
            ],
          },
        },
        {
          kind: 'confirmation',
          card: {
            ...{
              token: 't',
              title: '取消订单',
              orderNumber: 'DD1',
              items: ['跑鞋 ×1'],
              effects: ['订单取消'],
              refund: '¥199',
            },
            expiresAt: '2026-05-01T00:00:00.000Z',
          },
        },
        { kind: 'done', title: '已取消', lines: ['退款 ¥199'], reference: 'R1' },
        { kind: 'note', title: '可退金额', lines: ['¥199，原路退回'] },
        { kind: 'choices', choices: [{ label: '转人工', send: '转人工' }] },
      ]),
    );
    const parts = [
      ...[
        '请看：',
        '1. 跑鞋 · 42 · ¥199 · 有货',
        '适合日常慢跑',
        '甲 | 乙',
        '材质：棉 | —',
        '#DD1 · 已发货 · 5月1日 · ¥199',
      ],
      ...['跑鞋 · 42 · ×2 · ¥99.50', '顺丰 SF1 · 运输中 · 预计 5月3日', '5月2日 · 上海 · 已到达', '取消订单 · #DD1'],
      ...['订单取消', '退款：¥199', '回复「确认」', '已取消', '单号：R1', '可退金额', '  - ¥199，原路退回', '[转人工]'],
    ];
    for (const part of parts) expect(text).toContain(part);
    expect(text).not.toContain('token');
    expect(replyText(reply([], 'en'))).toBe('请看：');
  });
});
