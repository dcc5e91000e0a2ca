import { describe, expect, it } from 'vitest';
import { desk, kinds } from './testing/desk.ts';

const labels = (heard: { choices: { label: string }[] }) => heard.choices.map(({ label }) => label);

describe('other options of what was not sent yet', () => {
  it.each([
    ['zhou', 'zh', '跑鞋颜色拍错了 改成红色42', 'XE20261111-0051'],
    ['olivia', 'en', 'change my shoes to red 42', 'XE20261111-0061'],
  ] as const)('[EMB-60] %s: %s %s', async (who, locale, text, number) => {
    const talk = desk(who, locale);
    const card = await talk.say(text);
    expect(kinds(card)).toEqual(['confirmation']);
    expect(card.results.at(-1)?.input).toEqual({
      orderNumber: number,
      items: [{ lineId: `${who}1`, variantId: 'runner-red-42' }],
    });
    expect((await talk.shop.findOrder(number))?.lines[0]?.variantId).toBe('runner-black-41');
    expect(kinds(await talk.press('confirm'))).toEqual(['done']);
    expect((await talk.shop.findOrder(number))?.lines[0]?.variantId).toBe('runner-red-42');
  });

  it.each([
    ['zhou', 'zh', '还没发货吧 帮我换个尺码', '跑鞋那单', '43', ['黑色 42', '黑色 43', '红色 42']],
    [
      'olivia',
      'en',
      'i picked the wrong size, can you change it before it ships',
      'the running shoes',
      '43 please',
      null,
    ],
  ] as const)(
    '[EMB-60] order and option are asked for with what is in stock as buttons (%s)',
    async (who, locale, begin, which, size, stock) => {
      const talk = desk(who, locale);
      const order = await talk.say(begin);
      expect(order.choices).toHaveLength(2);
      const option = await talk.say(which);
      expect(labels(option)).toEqual(stock ?? ['Black, 42', 'Black, 43', 'Red, 42']);
      const card = await talk.say(size);
      expect(card.results.at(-1)?.input).toMatchObject({ items: [{ variantId: 'runner-black-43' }] });
    },
  );

  it('[EMB-60] a correction beside the card makes another one, and the first is void', async () => {
    const talk = desk('zhou');
    await talk.say('跑鞋那单换成43码 还没发货');
    const [first] = await talk.openCards();
    await talk.say('不对 要黑色42的那个');
    const [now, ...others] = await talk.openCards();
    expect(others).toEqual([]);
    expect(now?.id).not.toBe(first?.id);
    expect(now?.quote.input).toMatchObject({ items: [{ variantId: 'runner-black-42' }] });
  });

  it.each([
    ['zhou', 'zh', '跑鞋改成44码', '没有货'],
    ['olivia', 'en', 'change my running shoes to size 44', 'isn’t in stock'],
  ] as const)(
    '[EMB-60] an option that is not in stock is said, and what is there is offered (%s)',
    async (who, locale, text, words) => {
      const heard = await desk(who, locale).say(text);
      expect(heard.text).toContain(words);
      expect(heard.choices.length).toBeGreaterThan(2);
      expect(kinds(heard)).toEqual([]);
    },
  );

  it('[EMB-60] goods that have arrived are told so and exchanged on a yes, without naming size or goods again', async () => {
    const talk = desk('lin');
    const told = await talk.say('跑鞋想换成43码 还没发货');
    expect(told.text).toContain('已经发出');
    expect(labels(told)).toEqual(['我要换货']);
    await talk.say('好的');
    const card = await talk.say('尺码不合适');
    expect(card.results.at(-1)?.input).toMatchObject({ items: [{ lineId: 'l3', variantId: 'runner-black-43' }] });
  });

  it.each([
    ['zhou', 'zh', '跑鞋那单多加一双', '同事'],
    ['olivia', 'en', 'add one more pair to my shoe order', 'colleague'],
  ] as const)('[EMB-60] more or fewer pieces are a person’s (%s)', async (who, locale, text, words) => {
    const heard = await desk(who, locale).say(text);
    expect(heard.text).toContain(words);
    expect(heard.commands).not.toContain('change_order_items');
  });
});

describe('another payment for what was not sent yet', () => {
  it.each([
    ['zhou', 'zh', '跑鞋那单改成微信付', 'zhou-wechat'],
    ['zhou', 'zh', '跑鞋那单换张卡付款', 'zhou-card'],
    ['zhou', 'zh', '跑鞋那单用尾号9212的卡付', 'zhou-card'],
    ['olivia', 'en', 'use wechat for the shoes order', 'olivia-wechat'],
    ['olivia', 'en', 'change the payment of the shoes order to my visa', 'olivia-card'],
  ] as const)('[EMB-61] %s: %s %s', async (who, locale, text, method) => {
    const talk = desk(who, locale);
    const card = await talk.say(text);
    expect(kinds(card)).toEqual(['confirmation']);
    expect(card.results.at(-1)?.input).toMatchObject({ paymentMethodId: method });
    await talk.press('confirm');
    const order = await talk.shop.findOrder(who === 'zhou' ? 'XE20261111-0051' : 'XE20261111-0061');
    expect(order?.payments.map(({ kind, paymentMethodId }) => [kind, paymentMethodId])).toEqual([
      ['payment', `${who}-alipay`],
      ['payment', method],
      ['refund', `${who}-alipay`],
    ]);
  });

  it.each([
    ['zhou', 'zh', '跑鞋那单换个付款方式', ['微信支付', 'Visa 卡 ****9212', '礼品卡（余额 ¥50）']],
    [
      'olivia',
      'en',
      'i want to change how i pay for the shoes',
      ['WeChat Pay', 'Visa card ****9212', 'gift card (balance ¥50)'],
    ],
  ] as const)(
    '[EMB-61] the others of the account are offered, masked, and one that does not cover it leads to the rest (%s)',
    async (who, locale, text, offered) => {
      const talk = desk(who, locale);
      const asked = await talk.say(text);
      expect(labels(asked)).toEqual(offered);
      expect(JSON.stringify(asked)).not.toContain('411111');
      const short = await talk.say(offered[2]);
      expect(short.text).toContain('¥50');
      expect(labels(short)).toEqual(offered.slice(0, 2));
      const card = await talk.say(locale === 'zh' ? '第二个' : 'the second one');
      expect(card.results.at(-1)?.input).toMatchObject({ paymentMethodId: `${who}-card` });
    },
  );

  it('[EMB-61] one that the account does not hold is said, and a change of mind is taken', async () => {
    const talk = desk('zhou');
    const heard = await talk.say('跑鞋那单改成paypal付款');
    expect(heard.text).toContain('没有存这个付款方式');
    await talk.say('微信吧');
    const card = await talk.say('还是用卡吧');
    expect(card.results.at(-1)?.input).toMatchObject({ paymentMethodId: 'zhou-card' });
    expect(await talk.openCards()).toHaveLength(1);
  });

  it.each([
    ['lin', 'zh', '炸锅那单改成微信付款', '没有存别的付款方式'],
    ['emily', 'en', 'pay for the backpack order with another card', 'no other way of paying'],
    ['wang', 'zh', '四件套那单换个付款方式', '没有存别的付款方式'],
  ] as const)(
    '[EMB-61] an account with no other is told so, and a person is offered (%s: %s)',
    async (who, locale, text, words) => {
      const heard = await desk(who, locale).say(text);
      expect(heard.text).toContain(words);
      expect(heard.state.flow).toMatchObject({ command: 'hand_off', asking: 'offer' });
    },
  );
});

describe('the default address', () => {
  it.each([
    ['zhou', 'zh', '改一下默认地址', '上海市浦东新区张江路100号', { city: '上海市', street: '张江路100号' }],
    [
      'olivia',
      'en',
      'change my default address',
      '12 Elm Street, Springfield, IL 62704',
      { city: 'Springfield', street: '12 Elm Street' },
    ],
  ] as const)(
    '[EMB-66] is asked for once and changed on a yes; orders keep theirs (%s)',
    async (who, locale, begin, address, parts) => {
      const talk = desk(who, locale);
      const asked = await talk.say(begin);
      expect(labels(asked)).toEqual(['江苏省南京市鼓楼区中山路 18 号']);
      expect(kinds(await talk.say(address))).toEqual(['confirmation']);
      await talk.press('confirm');
      expect((await talk.shop.getCustomer(who))?.addresses[0]).toMatchObject(parts);
      const number = who === 'zhou' ? 'XE20261111-0051' : 'XE20261111-0061';
      expect((await talk.shop.findOrder(number))?.address.city).toBe('苏州市');
    },
  );

  it('[EMB-66] asked which it is, the clerk shows what the account holds, masked', async () => {
    const heard = await desk('zhou').say('帮我看下我现在默认的是哪个地址');
    expect(kinds(heard)).toEqual(['note']);
    expect(JSON.stringify(heard.blocks)).toContain('文三路');
    expect(JSON.stringify(heard.blocks)).not.toContain('13900000001');
  });

  it('[EMB-66] one of the account’s own is taken by its place', async () => {
    const card = await desk('zhou').say('默认地址设成第二个');
    expect(card.results.at(-1)?.input).toMatchObject({ address: { city: '南京市', street: '中山路 18 号' } });
  });

  it('[EMB-66] the address that it already is gets the question again, not a card', async () => {
    const talk = desk('zhou');
    await talk.say('改一下默认地址');
    const heard = await talk.say('浙江省杭州市西湖区文三路 90 号');
    expect(heard.text).toContain('一样');
    expect(heard.state.flow?.asking).toBe('address');
  });

  it.each([
    ['zhou', 'zh', '帮我多存一个地址', '同事'],
    ['olivia', 'en', 'can you add a second address to my account', 'colleague'],
    ['guest', 'zh', '改一下我的默认地址', '没有登录'],
    ['guest', 'en', 'change my default address', 'not signed in'],
  ] as const)('[EMB-66] %s %s: %s ends without a card', async (who, locale, text, words) => {
    const heard = await desk(who, locale).say(text);
    expect(heard.text).toContain(words);
    expect(heard.commands).not.toContain('change_customer_address');
  });
});
