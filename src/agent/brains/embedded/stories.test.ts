import { describe, expect, it } from 'vitest';
import { desk, kinds } from './testing/desk.ts';

describe('smart service', () => {
  it.each([
    ['zh', '我想了解您的商品的配送时间', '江浙沪 1–2 天'],
    ['zh', '一般几天能到', '其他城市 2–4 天'],
    ['zh', '退款多久到账', '3 个工作日内原路退回'],
    ['zh', '退货运费谁出', '质量问题由我们承担'],
    ['en', 'How long does delivery take?', 'leave the same day'],
    ['en', 'how long do refunds take', 'within 3 working days'],
    ['en', 'who pays for return shipping?', 'You pay the return postage'],
  ] as const)(
    '[EMB-1] a question about the shop is answered in the article’s own words with its source (%s: %s)',
    async (locale, text, words) => {
      const heard = await desk('guest', locale).say(text);
      expect(heard.commands).toEqual(['search_knowledge']);
      expect(heard.text).toContain(words);
      expect(heard.text).not.toContain('**');
      expect(heard.citations).toHaveLength(1);
    },
  );

  it.each([
    ['zh', '你们支持分期付款吗', '还没写明', '转人工'],
    ['en', 'can I pay in instalments?', 'hasn’t written anything', 'Talk to a person'],
  ] as const)(
    '[EMB-2] where the shop has written nothing, that is said and a person is offered (%s)',
    async (locale, text, words, button) => {
      const talk = desk('guest', locale);
      const heard = await talk.say(text);
      expect(heard.text).toContain(words);
      expect(heard.choices.map(({ label }) => label)).toEqual([button]);
      const then = await talk.say(locale === 'zh' ? '好的' : 'yes please');
      expect(then.commands).toEqual(['hand_off']);
    },
  );
});

describe('consultation', () => {
  it.each([
    ['zh', '想买双两百左右的跑鞋，42码，送爸爸', '¥200 左右、42 码'],
    ['zh', '有没有两百左右的跑鞋 42码', '¥200 左右'],
    ['en', "I'd like to buy running shoes around 200, size 42", '¥200'],
  ] as const)(
    '[EMB-3] a need is met with fitting goods as cards and the wishes are named (%s: %s)',
    async (locale, text, words) => {
      const heard = await desk('guest', locale).say(text);
      expect(heard.commands).toEqual(['search_products']);
      expect(kinds(heard)).toEqual(['products']);
      expect(heard.text).toContain(words);
      expect(heard.state.shownProducts).toContain('runner');
    },
  );

  it('[EMB-3] with nothing to go on there is one question first, and after it goods are shown', async () => {
    const talk = desk('guest');
    const asked = await talk.say('女朋友生日送什么好');
    expect(asked.commands).toEqual([]);
    expect(asked.text).toContain('想花多少钱');
    const shown = await talk.say('五百以内，跑鞋吧');
    expect(shown.commands).toEqual(['search_products']);
    expect(kinds(shown)).toEqual(['products']);
  });

  it.each([
    ['zh', '想买跑鞋', '第二个多少钱', '对比前两个', '有便宜点的吗'],
    [
      'en',
      'I want to buy running shoes',
      'how much is the second one?',
      'compare the first two',
      'do you have anything cheaper?',
    ],
  ] as const)(
    '[EMB-4] what was shown can be spoken of by its place, compared and refined (%s)',
    async (locale, find, price, compare, cheaper) => {
      const talk = desk('guest', locale);
      const shown = await talk.say(find);
      const [, second] = shown.state.shownProducts;
      const priced = await talk.say(price);
      expect(priced.commands).toEqual(['get_product']);
      const input = priced.results[0]?.input;
      expect(input).toEqual({ productId: second });
      expect(priced.text).toMatch(/¥\d+/);
      const compared = await talk.say(compare);
      expect(kinds(compared)).toEqual(['comparison']);
      const refined = await talk.say(cheaper);
      expect(refined.results.at(-1)?.input).toMatchObject({ sort: 'price-up', maxPrice: 19_899 });
    },
  );

  it.each([
    ['43码有货吗', '还剩 5 件'],
    ['44码还有吗', '缺货'],
    ['它防水吗', '不防水'],
  ])('[EMB-4] stock and facts come from the product alone (%s)', async (text, words) => {
    const talk = desk('guest');
    await talk.say('想买两百左右的跑鞋 42码');
    await talk.say('追风那款多少钱');
    const heard = await talk.say(text);
    expect(heard.text).toContain(words);
  });

  it('[EMB-4] what the product page does not say is not guessed', async () => {
    const talk = desk('guest');
    await talk.say('想买电热水壶');
    const heard = await talk.say('这个水壶能自动断电吗');
    expect(heard.text).toContain('没有写明');
    expect(heard.choices.map(({ send }) => send)).toContain('转人工');
  });
});

describe('order tracking', () => {
  it.each([
    ['lin', 'zh', '我的快递到哪了', '已到达杭州转运中心'],
    ['lin', 'zh', '查一下物流', '11月12日 06:30'],
    ['emily', 'en', 'Where is my parcel?', 'Arrived at the Hangzhou hub'],
    ['emily', 'en', 'track my order', '12 Nov, 06:30'],
  ] as const)(
    '[EMB-5] the one parcel that is on the road is tracked without asking (%s, %s: %s)',
    async (who, locale, text, words) => {
      const heard = await desk(who, locale).say(text);
      expect(heard.commands).toEqual(['list_orders', 'track_order']);
      expect(heard.text).toContain(words);
      expect(kinds(heard)).toEqual(['tracking']);
    },
  );

  it('[EMB-5] of several under way the customer chooses, and both parcels of an order are told', async () => {
    const talk = desk('wang');
    const asked = await talk.say('我的快递到哪了');
    expect(asked.commands).toEqual(['list_orders']);
    expect(asked.choices.map(({ send }) => send)).toEqual(['XE20261107-0031', 'XE20261106-0032']);
    const told = await talk.say('第一个');
    expect(told.text).toContain('2 个包裹');
    expect(told.text).toContain('正在派送');
  });

  it('[EMB-5] an order that was not sent has no parcel, and none is invented', async () => {
    const heard = await desk('lin').say('空气炸锅发货了没');
    expect(heard.text).toContain('还没有发货');
    expect(kinds(heard)).toEqual([]);
  });

  it('[EMB-5] who has no orders is told so', async () => {
    const heard = await desk('nobody').say('我的快递到哪了');
    expect(heard.commands).toEqual(['list_orders']);
    expect(heard.text).toContain('还没有订单');
  });

  it('[EMB-5] a correction leads to the order before', async () => {
    const talk = desk('wang');
    await talk.say('XE20261107-0031 到哪了');
    const heard = await talk.say('不是这单，是上一单');
    expect(heard.text).toContain('XE20261106-0032');
  });
});

describe('after-sales', () => {
  it.each([
    ['lin', 'zh', '鞋子小了想换大一码', '确认'],
    ['lin', 'zh', '跑鞋太紧了，换43码', '好的'],
    ['guest', 'zh', '鞋子小了想换大一码 XE20261104-0022 qian@example.com', '确认'],
    ['lin', 'en', 'My running shoes are too small, I want to exchange them for one size up', 'yes'],
  ] as const)(
    '[EMB-6] an exchange is quoted at once when nothing is missing and done on yes (%s, %s: %s)',
    async (who, locale, text, yes) => {
      const talk = desk(who, locale);
      const quoted = await talk.say(text);
      expect(quoted.commands.slice(-2)).toEqual(['get_product', 'exchange_items']);
      expect(kinds(quoted)).toEqual(['confirmation']);
      expect(quoted.text).not.toMatch(/办好了|That’s done/);
      expect(quoted.results.at(-1)?.input).toMatchObject({ items: [{ quantity: 1, variantId: 'runner-black-43' }] });
      const done = await talk.say(yes);
      expect(kinds(done)).toEqual(['done']);
      expect(done.text).toMatch(/办好了|That’s done/);
    },
  );

  it('[EMB-6] a return asks only for what is missing: the reason', async () => {
    const talk = desk('emily', 'en');
    const asked = await talk.say('I want to return the kettle');
    expect(asked.commands).toEqual(['list_orders']);
    expect(asked.choices.map(({ label }) => label)).toContain('Faulty or damaged');
    const quoted = await talk.say('Changed my mind');
    expect(quoted.commands).toEqual(['list_orders', 'return_items']);
    expect(quoted.results.at(-1)?.input).toEqual({
      orderNumber: 'XE20261104-0011',
      items: [{ lineId: 'e1', quantity: 1 }],
      reason: 'Changed my mind',
      reasonKind: 'no-reason',
    });
    const done = await talk.press('confirm');
    expect(done.text).toContain('That’s done');
  });

  it.each([
    ['lin', 'zh', '不想要了，取消吧', 'XE20261111-0002'],
    ['lin', 'zh', '空气炸锅取消掉', 'XE20261111-0002'],
    ['emily', 'en', 'cancel my order please', 'XE20261109-0012'],
    ['emily', 'en', 'I want to cancel the backpack', 'XE20261109-0012'],
  ] as const)(
    '[EMB-6] the one order that can be cancelled is quoted, and nothing is done before yes (%s, %s: %s)',
    async (who, locale, text, number) => {
      const talk = desk(who, locale);
      const quoted = await talk.say(text);
      expect(quoted.commands).toEqual(['list_orders', 'cancel_order']);
      expect(kinds(quoted)).toEqual(['confirmation']);
      expect(quoted.text).toMatch(/还没有办理|什么都还没动|Nothing has been done|nothing has changed/);
      expect((await talk.shop.findOrder(number))?.status).toBe('paid');
      const done = await talk.press('confirm');
      expect(kinds(done)).toEqual(['done']);
      expect((await talk.shop.findOrder(number))?.status).toBe('cancelled');
    },
  );

  it.each([
    [
      'zh',
      '帮我改一下收货地址',
      '杭州市西湖区文三路188号5幢302',
      { province: '浙江省', city: '杭州市', district: '西湖区', street: '文三路188号5幢302' },
    ],
    [
      'en',
      'I need to change the delivery address',
      '12 Elm Street, Springfield, IL 62704',
      { street: '12 Elm Street', city: 'Springfield', province: 'IL', postcode: '62704' },
    ],
  ] as const)(
    '[EMB-6] an address is asked for once and only its parts are changed (%s)',
    async (locale, text, address, parts) => {
      const talk = desk('lin', locale);
      const asked = await talk.say(text);
      expect(asked.state.flow?.asking).toBe('address');
      const quoted = await talk.say(address);
      expect(kinds(quoted)).toEqual(['confirmation']);
      await talk.press('confirm');
      expect((await talk.shop.findOrder('XE20261111-0002'))?.address).toMatchObject({ ...parts, name: '林晓' });
    },
  );
});

describe('a person', () => {
  it.each([
    '转人工',
    '我要找真人客服',
    '人工客服',
    '能不能换个人跟我说',
    'I want to talk to a human',
    'get me a real person please',
  ])('[EMB-7] %s always works, also in the middle of something', async (text) => {
    const talk = desk('emily', /[a-z]/.test(text) ? 'en' : 'zh');
    await talk.say('I want to return the kettle');
    const heard = await talk.say(text);
    expect(heard.commands).toEqual(['hand_off']);
    expect(heard.text).toMatch(/同事会在这个对话里回复您|A colleague will answer you/);
    expect(heard.state.flow).toBeNull();
  });

  it.each([
    ['送货要人在家吗', 'zh'],
    ['可以找人代付吗', 'zh'],
    ['are you human or a bot?', 'en'],
    ['不用转人工，我自己看看', 'zh'],
  ] as const)('[EMB-7] 「人」 alone fetches nobody: %s', async (text, locale) => {
    expect((await desk('guest', locale).say(text)).commands).not.toContain('hand_off');
  });

  it('[EMB-7] an answer that fits nothing is said to, and the second time a person is offered', async () => {
    const talk = desk('wang');
    await talk.say('我的快递到哪了');
    const first = await talk.say('嗯那个啥');
    expect(first.text).toContain('没对上');
    expect(first.choices.map(({ label }) => label)).not.toContain('转人工');
    const second = await talk.say('就那个嘛');
    expect(second.choices.map(({ label }) => label)).toContain('转人工');
  });

  it.each([
    ['你们就是骗子，气死我了', '抱歉'],
    ['this is outrageous, worst shop ever', 'sorry'],
  ])('[EMB-7] anger is met with an apology and the offer of a person (%s)', async (text, words) => {
    const heard = await desk('guest').say(text);
    expect(heard.text).toContain(words);
    expect(heard.choices.map(({ send }) => send)).toEqual([words === 'sorry' ? 'Talk to a person' : '转人工']);
  });

  it('[EMB-7] after two misses in a row a person is offered, and a yes fetches one', async () => {
    const talk = desk('guest');
    const first = await talk.say('噗噜噗噜');
    expect(first.state.misses).toBe(1);
    expect(first.choices.length).toBeGreaterThan(1);
    const again = await talk.say('嘀嘀叭叭咚');
    expect(again.choices.map(({ label }) => label)).toEqual(['转人工']);
    expect((await talk.say('好的')).commands).toEqual(['hand_off']);
  });
});
