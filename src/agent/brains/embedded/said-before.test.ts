import { describe, expect, it } from 'vitest';
import { shippedPolicy } from '../../../policy/shipped.ts';
import { desk, kinds } from './testing/desk.ts';

const TAX = '91330106MA27XL0A3B';

/** Messages, and what the card then holds. */
const SAID = [
  ['zhou', 'zh', [`开发票，抬头杭州小满科技有限公司，税号${TAX}`, '水壶那单', 'a@b.example'], { taxNumber: TAX }],
  ['zhou', 'zh', ['开发票', `抬头杭州小满科技有限公司，税号${TAX}，邮箱a@b.example`, '水壶那单'], { taxNumber: TAX }],
  ['zhou', 'zh', ['改地址，改到上海市浦东新区世纪大道100号', '跑鞋那单'], { address: { street: '世纪大道100号' } }],
  ['zhou', 'zh', ['我要改地址', '上海市浦东新区世纪大道100号', '跑鞋那单'], { address: { city: '上海市' } }],
  ['zhou', 'zh', ['我要改地址', '手机号改成13912345678', '跑鞋那单'], { address: { phone: '13912345678' } }],
  ['zhou', 'zh', ['我要退货', '质量有问题', '水壶那单', '水壶'], { reasonKind: 'faulty' }],
  ['zhou', 'zh', ['我要退货，没拆封，不想要了', '耳机那单'], { items: [{ opened: false }] }],
  ['zhou', 'zh', ['我要退货', '没拆封', '耳机那单', '不喜欢'], { items: [{ opened: false }] }],
  ['zhou', 'zh', ['我要退货，不喜欢', '两个', '杯子那单', '杯子'], { items: [{ lineId: 'zhou4', quantity: 2 }] }],
  ['zhou', 'zh', ['我要换付款方式', '微信', '跑鞋那单'], { paymentMethodId: 'zhou-wechat' }],
  ['zhou', 'zh', ['换个付款方式，用微信', '跑鞋那单'], { paymentMethodId: 'zhou-wechat' }],
  ['zhou', 'zh', ['取消订单', '拍错了', '跑鞋那单'], { reason: '拍错了' }],
  ['ning', 'zh', ['我要改规格', '要43码', '跑鞋'], { items: [{ lineId: 'n3', variantId: 'runner-black-43' }] }],
  [
    'olivia',
    'en',
    ['I need an invoice', `to Acme Trading Ltd, tax number ${TAX}`, 'a@b.example', 'the kettle order'],
    { taxNumber: TAX },
  ],
  [
    'olivia',
    'en',
    ['change the address of an order', '12 Elm Street, Springfield, IL 62704', 'the shoes order'],
    { address: { city: 'Springfield' } },
  ],
  [
    'olivia',
    'en',
    ['I want to return something', "it's faulty", 'the kettle order', 'the kettle'],
    { reasonKind: 'faulty' },
  ],
  [
    'olivia',
    'en',
    ['I want to return something', 'still sealed', 'the headphones order', 'changed my mind'],
    { items: [{ opened: false }] },
  ],
  [
    'olivia',
    'en',
    ['return two, changed my mind', 'the mug order', 'mugs'],
    { items: [{ lineId: 'olivia4', quantity: 2 }] },
  ],
  [
    'olivia',
    'en',
    ['change the payment of my order', 'wechat pay', 'the dress order'],
    { paymentMethodId: 'olivia-wechat' },
  ],
  [
    'olivia',
    'en',
    ['cancel an order', 'I bought it by mistake', 'the dress order'],
    { reason: 'I bought it by mistake' },
  ],
] as const;

describe('what was said before it was asked for', () => {
  it.each(SAID)('[EMB-87] is not asked for again (%s, %s: %j)', async (who, locale, said, input) => {
    const talk = desk(who, locale);
    const heard = [];
    for (const text of said) heard.push(await talk.say(text));
    const card = heard.at(-1);
    expect(card && kinds(card)).toContain('confirmation');
    expect(card?.results.at(-1)?.input).toMatchObject(input);
  });

  it.each([
    ['zhou', 'zh', ['我要换付款方式', '微信'], '记下了'],
    ['zhou', 'zh', ['我要退货', '质量有问题'], '记下了'],
    ['olivia', 'en', ['I want to return something', 'still sealed'], 'Got that'],
  ] as const)('[EMB-87] and is heard to be kept (%s: %j)', async (who, locale, [begin, detail], words) => {
    const talk = desk(who, locale);
    await talk.say(begin);
    const heard = await talk.say(detail);
    expect(heard.state.flow?.asking).toBe('order');
    expect(heard.text).toContain(words);
  });

  it.each([
    ['zhou', 'zh', [`水壶那单开专票，抬头杭州小满科技有限公司，税号${TAX}`, '那开电子普票吧']],
    [
      'olivia',
      'en',
      [
        `a paper invoice for the kettle order, made out to Acme Trading Ltd, tax number ${TAX}`,
        'I need an e-invoice then',
      ],
    ],
  ] as const)(
    '[EMB-87] what was said of an invoice that is a person’s holds for the other (%s)',
    async (who, locale, said) => {
      const talk = desk(who, locale);
      expect((await talk.say(said[0])).state.flow?.command).toBe('hand_off');
      const heard = await talk.say(said[1]);
      expect(heard.state.flow).toMatchObject({
        command: 'request_invoice',
        asking: 'email',
        slots: { taxNumber: TAX },
      });
    },
  );

  it.each([
    [['cancel an order, it was ordered by mistake', 'the dress order']],
    [['cancel an order', 'ordered by mistake', 'the dress order']],
  ])('[EMB-87] one of the shop’s own reasons, too: %j', async (said) => {
    const talk = desk('olivia', 'en', undefined, shippedPolicy('tau-retail'));
    const heard = [];
    for (const text of said) heard.push(await talk.say(text));
    expect(heard.at(-1)?.results.at(-1)?.input).toMatchObject({ reason: 'ordered by mistake' });
  });

  it.each(['开发票，发到我的邮箱', '改收货人手机号'])('[EMB-87] %s names no goods', async (text) => {
    const heard = await desk('zhou').say(text);
    expect(heard.text).not.toContain('没在订单里对上');
  });
});
