import { describe, expect, it } from 'vitest';
import type { Heard } from './testing/counter.ts';
import { desk, kinds } from './testing/desk.ts';

describe('what is asked outright', () => {
  it.each([
    ['过了七天还能退吗', /7 天/, /袜子/],
    ['can i return earphones', /In-ear/, /^$/],
    ['耳机能退吗', /入耳式耳机/, /^$/],
    ['how long is battery life', /Which one/, /2–4 days/],
    ['is the suitcase allowed in the cabin', /nothing|Which one/i, /7 days/],
    ['质量怎么样啊会不会开胶', /哪一款/, /抱歉/],
    ['这鞋质量好吗', /哪一款|没有写明/, /抱歉/],
  ])('[EMB-38] %s is answered by what it is about', async (text, words, never) => {
    const heard = await desk('guest').say(text);
    expect(heard.text).toMatch(words);
    if (never.source !== '^$') expect(heard.text).not.toMatch(never);
  });

  it('[EMB-38] goods that came apart are still a complaint', async () => {
    expect((await desk('lin').say('收到的鞋开胶了')).text).toContain('抱歉');
  });

  it.each(['派送失败了怎么办', '有个快递说派送失败了咋整', 'the delivery failed, what now'])(
    '[EMB-38] %s: the parcel that came back from the door is looked up',
    async (text) => {
      const heard = await desk('mei').say(text);
      expect(kinds(heard)).toEqual(['tracking']);
      expect(heard.text).toContain('XE20261105-0042');
      expect(heard.text).toMatch(/第二天|next day/);
      expect((await desk('guest').say(text)).text).toMatch(/第二天|next day/);
    },
  );

  it.each(['啥时候能到啊', '那什么时候到', 'when will it arrive'])(
    '[EMB-5] %s after tracking is asked of that parcel',
    async (text) => {
      const talk = desk('lin');
      await talk.say('我的快递到哪了');
      const heard = await talk.say(text);
      expect(heard.text).toMatch(/预计明天|Expected delivery/);
      expect(heard.commands).toContain('track_order');
    },
  );

  it.each(['我没付款那单还在吗', '待付款的订单呢'])('[EMB-16] %s: the unpaid order', async (text) => {
    const heard = await desk('mei').say(text);
    expect(heard.text).toContain('XE20261104-0043');
  });

  it('[EMB-38] after a cancellation its own refund is meant', async () => {
    const talk = desk('wang');
    await talk.say('取消空气炸锅');
    await talk.say('确认');
    const heard = await talk.say('was my card refunded');
    expect(heard.text).not.toContain('XE20261020-0036');
    expect(heard.text).toMatch(/XE20261111-0033|can’t see a refund/);
  });
});

describe('first messages', () => {
  it.each([
    ['跑鞋', ['walker', 'runner', 'racer']],
    ['买鞋', ['runner']],
    ['青禾手机', ['jade']],
    ['cheapest headphones', ['headphones']],
    ['headphones', ['headphones']],
  ])('[EMB-39] %s is the name of a thing and shows it', async (text, ids) => {
    const heard = await desk('guest').say(text);
    expect(heard.state.shownProducts).toEqual(expect.arrayContaining(ids));
  });

  it.each(['can somebody actually help me', '有没有人管啊', '😭😭😭', '😡'])(
    '[EMB-39] %s is met with regret and the offer of a person',
    async (text) => {
      const heard = await desk('lin').say(text);
      expect(heard.text).toMatch(/sorry|抱歉/);
      expect(heard.choices.map(({ send }) => send)).toContain(/[a-z]/.test(text) ? 'Talk to a person' : '转人工');
      expect(heard.commands).toEqual([]);
    },
  );

  it('[EMB-39] one size up is an exchange', async () => {
    const heard = await desk('lin', 'en').say('the shoes are too tight, one size up pls');
    expect(heard.results.at(-1)?.input).toMatchObject({ items: [{ variantId: 'runner-black-43' }] });
  });

  it.each(['怎么还没到啊！！！都几天了', '这么慢，我的快递到哪了', 'still waiting, where is my parcel'])(
    '[EMB-40] %s: one sentence of regret before the parcel',
    async (text) => {
      const heard = await desk('lin').say(text);
      expect(heard.text).toMatch(/^(?:让您久等了，抱歉。|Sorry about the wait\.)/);
      expect(kinds(heard)).toEqual(['tracking']);
      expect((await desk('lin').say('我的快递到哪了')).text).not.toContain('抱歉');
    },
  );
});

describe('an open question', () => {
  it('[EMB-41] is asked again once, and never after a chat', async () => {
    const talk = desk('lin');
    await talk.say('帮我改一下收货地址');
    expect((await talk.say('一般几天能到')).text).toContain('我们接着来');
    expect((await talk.say('退款多久到账')).text).not.toContain('我们接着来');
    const heard = await talk.say('杭州市西湖区文三路188号');
    expect(kinds(heard)).toEqual(['confirmation']);
    const other = desk('lin', 'en');
    await other.say('change my address');
    expect((await other.say('what is the weather today')).text).not.toContain('Back to where');
    expect((await other.say('how long do refunds take?')).text).toContain('Back to where');
  });

  it.each([
    ['emily', '我要退货', '改成取消背包那单', 'cancel_order'],
    ['emily', '我要退货', '还是取消背包那单吧', 'cancel_order'],
  ])('[EMB-41] another errand ends it (%s: %s, %s)', async (who, first, then, command) => {
    const talk = desk(who);
    await talk.say(first);
    const heard = await talk.say(then);
    expect(heard.commands).toContain(command);
    expect(heard.state.flow?.command).toBe(command);
  });

  it('[EMB-6] an address that was named while the order was still open is kept', async () => {
    const talk = desk('wang');
    await talk.say('改收货地址');
    await talk.say('改成上海市浦东新区世纪大道100号');
    const heard = await talk.say('第一个');
    expect(heard.results.at(-1)?.input).toMatchObject({ address: { street: '世纪大道100号' } });
    const fresh = desk('wang');
    await fresh.say('改成上海市浦东新区世纪大道100号');
    expect((await fresh.say('第一个')).results.at(-1)?.input).toMatchObject({ address: { street: '世纪大道100号' } });
  });

  it.each(['不想要了，取消吧', '算了取消吧', '取消'])(
    '[EMB-9] %s while a reason is asked calls the return off',
    async (text) => {
      const talk = desk('mei');
      expect((await talk.say('我要退货')).state.flow?.asking).toBe('reason');
      const heard = await talk.say(text);
      expect(heard.state.flow).toBeNull();
      expect(heard.commands).toEqual([]);
    },
  );

  it.each(['XE20261001-0004要退货', 'XE20261001-0004要换货', '我要退四件套'])(
    '[EMB-13] %s: the rule is told before anything is asked',
    async (text) => {
      const heard = await desk('lin').say(text);
      expect(heard.state.flow?.asking ?? 'offer').toBe('offer');
      expect(heard.results.at(-1)?.status).toBe('refused');
    },
  );

  it('[EMB-16] 「最近买的那个」 is the newest', async () => {
    const talk = desk('wang');
    await talk.say('查物流');
    expect((await talk.say('最近买的那个')).text).toContain('XE20261111-0033');
  });
});

describe('choosing goods', () => {
  const search = (heard: Heard) => heard.results.findLast(({ name }) => name === 'search_products')?.input;

  it.each([
    ['他脚宽', { query: expect.stringContaining('跑鞋') }],
    ['42码', { size: '42', query: expect.stringContaining('跑鞋') }],
    ['两百左右', { aroundPrice: 20_000, query: expect.stringContaining('跑鞋') }],
    ['he likes red', { colour: expect.any(String), query: expect.stringContaining('跑鞋') }],
  ])('[EMB-42] %s refines what is being looked for', async (text, input) => {
    const talk = desk('guest');
    await talk.say('想买双跑鞋给爸爸');
    expect(search(await talk.say(text))).toMatchObject(input);
  });

  it('[EMB-42] what she likes is the wish; the budget is not asked for twice, and a wish that finds nothing is not kept', async () => {
    const talk = desk('guest');
    await talk.say('送女朋友生日礼物 300以内');
    const heard = await talk.say('她喜欢马克杯');
    expect(heard.state.flow?.asking ?? null).toBeNull();
    expect(search(heard)).toMatchObject({ maxPrice: 30_000, query: expect.not.stringContaining('喜欢') });
    const before = heard.state.search;
    await talk.say('她喜欢望远镜');
    expect((await talk.say('有没有好看点的')).text).not.toContain('望远镜');
    expect(before).not.toBeNull();
  });

  it.each(['你推荐一个就行', '帮我选一个吧', 'which would you take?', 'just pick one'])(
    '[EMB-42] %s picks the best fit with its reasons',
    async (text) => {
      const talk = desk('guest');
      const shown = await talk.say('想买双跑鞋，两百左右');
      const heard = await talk.say(text);
      expect(heard.state.flow?.slots.productId).toBe(shown.state.shownProducts[0]);
      expect(heard.text).toMatch(/¥\d+/);
      expect(kinds(heard)).toEqual(['products']);
    },
  );

  it('[EMB-42] cheaper is cheaper than what was shown first, until nothing is', async () => {
    const talk = desk('guest');
    await talk.say('想买双跑鞋，两百二左右');
    const heard = await talk.say('有便宜点的吗');
    expect(heard.state.shownProducts).toEqual(['runner']);
    expect((await talk.say('cheaper')).text).toContain('没有比');
    expect((await talk.say('再便宜点')).text).toContain('没有比');
  });
});
