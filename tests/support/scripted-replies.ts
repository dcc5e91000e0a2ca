import type { Block, Locale, Reply } from '../../src/core/wire.ts';

export function reply(text: string, blocks: Block[] = [], locale: Locale = 'zh', more: Partial<Reply> = {}): Reply {
  return { locale, text, blocks, citations: [], ...more };
}

const PICTURE = '/demo/pictures/shoe.svg';

function products(locale: Locale): Block {
  const zh = locale === 'zh';
  const card = (number: number, title: string, price: string, reason: string) => ({
    productId: `p${number}`,
    variantId: `p${number}-42`,
    title,
    options: zh ? '42 码 · 深灰' : 'Size 42 · dark grey',
    price,
    stock: zh ? '有货' : 'In stock',
    inStock: true,
    reason,
    image: PICTURE,
  });
  return {
    kind: 'products',
    products: zh
      ? [
          {
            ...card(1, '云行轻量缓震跑鞋', '¥199', '价格正合您的预算，42 码有货；鞋底缓震，长辈走路也舒服。'),
            compareAt: '¥259',
          },
          card(2, '松间宽楦健步鞋', '¥219', '宽楦，脚背高也不挤。'),
          { ...card(3, '竹影透气网面跑鞋', '¥189', '网面透气，夏天穿凉快。'), stock: '仅剩 2 双', inStock: true },
        ]
      : [
          {
            ...card(1, 'Cloudstep light running shoes', '¥199', 'Right on budget, size 42 in stock.'),
            compareAt: '¥259',
          },
          card(2, 'Pinewalk wide walking shoes', '¥219', 'A wide last, easy on high insteps.'),
        ],
  };
}

/** What the scripted clerk answers, by a word in the message: one of every kind of block. */
export const SAMPLES: Record<string, () => Reply> = {
  配送: () =>
    reply(
      '现货订单付款后 24 小时内发出，江浙沪一般 1–2 天送到，其他地区 2–4 天。\n偏远地区会慢一些，详见https://shop.example/delivery，谢谢。',
      [
        {
          kind: 'choices',
          choices: [
            { label: '能指定快递吗', send: '能指定快递吗？' },
            { label: '运费多少', send: '运费怎么算？' },
          ],
        },
      ],
      'zh',
      { citations: [{ articleId: 'delivery', title: '配送时间与范围', quote: '现货订单付款后 24 小时内发出。' }] },
    ),
  delivery: () =>
    reply(
      'Orders in stock leave our warehouse within 24 hours of payment and usually arrive in 2 to 4 days.',
      [{ kind: 'choices', choices: [{ label: 'Can I choose the carrier?', send: 'Can I choose the carrier?' }] }],
      'en',
      { citations: [{ articleId: 'delivery', title: 'Delivery times', quote: 'Within 24 hours.' }] },
    ),
  跑鞋: () => reply('按「两百左右、42 码、送爸爸」给您挑了三双，都有现货：', [products('zh')]),
  shoes: () => reply('Two pairs around 200 yuan in size 42, both in stock:', [products('en')], 'en'),
  对比: () =>
    reply('两双主要差在这几点：', [
      {
        kind: 'comparison',
        titles: ['云行轻量缓震跑鞋', '松间宽楦健步鞋'],
        rows: [
          { label: '价格', values: ['¥199', '¥219'] },
          { label: '重量', values: ['226 克', '268 克'] },
          { label: '鞋楦', values: ['标准', '宽楦'] },
        ],
      },
    ]),
  快递: () =>
    reply('您的包裹正在派送，今天下午就能到：', [
      {
        kind: 'tracking',
        tracking: {
          orderNumber: '2025110300018',
          status: '已发货',
          parcels: [
            {
              carrier: '顺丰速运',
              trackingNumber: 'SF1439922017665',
              status: '派送中',
              expected: '今天 18:00 前',
              events: [
                { at: '11月5日 09:12', place: '杭州', text: '快递员王师傅正在为您派送' },
                { at: '11月5日 06:40', place: '杭州', text: '到达【西湖文三路营业点】' },
                { at: '11月4日 22:05', place: '金华', text: '离开【金华转运中心】' },
                { at: '11月3日 19:30', place: '义乌', text: '已揽收' },
              ],
            },
          ],
        },
      },
    ]),
  订单: () =>
    reply('您最近的订单是这一笔：', [
      {
        kind: 'orders',
        orders: [
          {
            number: '2025110300018',
            status: '待发货',
            placedAt: '11月3日 15:20',
            total: '¥458',
            lines: [
              { title: '云行轻量缓震跑鞋', options: '42 码 / 深灰', quantity: 1, price: '¥199', image: PICTURE },
              { title: '紫砂小壶', options: '', quantity: 1, price: '¥259' },
            ],
          },
        ],
      },
    ]),
  退货: () =>
    reply('您有一个申请，在下面：', [
      {
        kind: 'note',
        title: '退货 RT20251104009 · 已申请',
        lines: [
          '订单 2025110300018，11月4日申请',
          '云行轻量缓震跑鞋（42 码 / 深灰） × 1',
          '请在11月11日前（含当天）把商品寄回。',
        ],
      },
    ]),
  return: () =>
    reply(
      'You have one request:',
      [
        {
          kind: 'note',
          title: 'Return RT20251104009 · requested',
          lines: ['Order 2025110300018, requested on 4 Nov', 'Please send the goods back by 11 Nov.'],
        },
      ],
      'en',
    ),
};

export function confirmationReply(token: string, expiresAt: string, locale: Locale = 'zh'): Reply {
  const zh = locale === 'zh';
  const card = {
    token,
    title: zh ? '取消订单' : 'Cancel the order',
    orderNumber: '2025110300018',
    items: zh ? ['云行轻量缓震跑鞋（42 码 / 深灰）× 1'] : ['Cloudstep running shoes (42, dark grey) × 1'],
    effects: zh
      ? ['订单 2025110300018 整单取消，不再发货', '¥199 原路退回支付宝，3 天内到账']
      : ['Order 2025110300018 is cancelled and will not be sent', '¥199 goes back to Alipay within 3 days'],
    refund: zh ? '¥199' : '¥199 to Alipay',
    expiresAt,
  };
  const text = zh ? '请看一下，确认后我就为您取消：' : 'Please have a look. I will cancel it once you confirm:';
  return reply(text, [{ kind: 'confirmation', card }], locale);
}

export function doneReply(): Reply {
  return reply('办好了，订单已取消。', [
    { kind: 'done', title: '订单已取消', lines: ['¥199 已原路退回支付宝，3 天内到账'], reference: 'RF20251105001' },
  ]);
}
