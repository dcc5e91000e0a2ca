import { describe, expect, it } from 'vitest';
import { splitsPayment } from './read/split.ts';
import { desk, kinds } from './testing/desk.ts';

describe('one item out of an order', () => {
  it.each([
    ['zh', 'XE20261111-0072 里面的T恤不要了，只取消T恤', '「纯棉圆领 T 恤」'],
    ['zh', '取消T恤那一件，跑鞋留着', '「纯棉圆领 T 恤」'],
    ['zh', '取消T恤', '「纯棉圆领 T 恤」'],
    ['zh', '只取消订单里的一件', '不想要的那件'],
    ['en', 'cancel just the t-shirt from order XE20261111-0072', '“Cotton T-Shirt”'],
    ['en', 'cancel the t-shirt but keep the shoes', '“Cotton T-Shirt”'],
    ['en', 'can I cancel only one item of my order?', 'the one you don’t want'],
  ] as const)('[EMB-92] is not cancelled alone; what can be done is said (%s: %s)', async (locale, text, what) => {
    const talk = desk('ning', locale);
    const heard = await talk.say(text);
    expect(heard.text).toContain(what);
    expect(await talk.openCards()).toEqual([]);
    const card = await talk.say(heard.choices[0]?.send ?? '');
    expect(kinds(card)).toEqual(['confirmation']);
    expect(card.results.at(-1)?.input).toMatchObject({ orderNumber: 'XE20261111-0072', reason: '' });
  });

  it.each([
    ['zh', '只取消T恤', '好的', 'part'],
    ['zh', '只取消T恤', '那等收到再退吧', undefined],
    ['zh', '只取消T恤', '算了', undefined],
    ['en', 'cancel just the t-shirt', 'ok, I’ll return it when it arrives', undefined],
  ] as const)(
    '[EMB-92] and nothing else is done without a word of it (%s: %s, then %s)',
    async (locale, text, then, asking) => {
      const talk = desk('ning', locale);
      await talk.say(text);
      const heard = await talk.say(then);
      expect(heard.state.flow?.asking).toBe(asking);
      expect(await talk.openCards()).toEqual([]);
    },
  );

  it.each([
    ['ning', 'zh', '取消T恤那单'],
    ['ning', 'zh', '取消跑鞋和T恤'],
    ['ning', 'zh', '取消订单'],
    ['emily', 'en', 'cancel the backpack'],
  ] as const)('[EMB-92] the whole of an order is cancelled as ever (%s, %s: %s)', async (who, locale, text) => {
    expect(kinds(await desk(who, locale).say(text))).toEqual(['confirmation']);
  });
});

describe('an order paid by two means', () => {
  it.each([
    ['zh', '一半用微信一半用支付宝付', '好的'],
    ['zh', '用礼品卡付50，剩下的用微信', '好的'],
    ['en', 'can I split the payment between two cards', 'yes please'],
    ['en', 'pay half with my gift card and the rest with alipay', 'yes please'],
  ] as const)('[EMB-92] cannot be had here, and the whole may move to another (%s: %s)', async (locale, text, yes) => {
    const talk = desk('zhou', locale);
    const heard = await talk.say(text);
    expect(heard.text).toContain(locale === 'zh' ? '一种付款方式' : 'one');
    expect(await talk.openCards()).toEqual([]);
    expect((await talk.say(yes)).state.flow).toMatchObject({ command: 'change_order_payment', asking: 'order' });
  });

  it.each([
    ['zh', '跑鞋那单换付款方式', '一半微信一半礼品卡', '微信'],
    ['en', 'change the payment of the shoes order', 'half on wechat and the rest on my gift card', 'wechat'],
  ] as const)('[EMB-92] also where the means is asked for (%s)', async (locale, begin, split, one) => {
    const talk = desk('zhou', locale);
    await talk.say(begin);
    const heard = await talk.say(split);
    expect([heard.state.flow?.asking, ...(await talk.openCards())]).toEqual(['means']);
    const card = await talk.say(one);
    expect(card.results.at(-1)?.input).toMatchObject({
      orderNumber: 'XE20261111-0051',
      paymentMethodId: 'zhou-wechat',
    });
  });

  it.each([
    '退款一半退微信一半退卡',
    '换成微信付',
    '这个要分两次送吗',
    'half of the mugs are broken, the rest is fine',
  ])('[EMB-92] %s is none', (text) => expect(splitsPayment(text)).toBe(false));
});
