import { describe, expect, it } from 'vitest';
import { desk, kinds } from './testing/desk.ts';

describe('a refusal', () => {
  it.each(['nope, forget it', 'no', 'never mind', '算了', '不用了', 'nah, keep it'])(
    '[EMB-10] %j after an offer that was not taken up begins nothing',
    async (no) => {
      const talk = desk('emily', 'en');
      await talk.say('return my last order');
      await talk.say('the other one');
      const heard = await talk.say(no);
      expect(heard.commands).toEqual([]);
      expect(kinds(heard)).toEqual([]);
      expect(await talk.openCards()).toHaveLength(0);
    },
  );
});

describe('another address', () => {
  const address = async (talk: ReturnType<typeof desk>) => (await talk.shop.findOrder('XE20261109-0012'))?.address;

  it.each([
    ['不对，改成杭州西湖大道88号', '浙江省杭州市', '', '西湖大道88号'],
    ['改成杭州西湖区文三路1号吧', '浙江省杭州市', '西湖区', '文三路1号'],
    ['不对，是北京市朝阳区建国路5号', '北京市北京市', '朝阳区', '建国路5号'],
  ])('[EMB-31] %s keeps nothing of the place before', async (text, city, district, street) => {
    const talk = desk('emily');
    await talk.say('把背包那单的地址改成上海市浦东新区张江路100号');
    await talk.say(text);
    await talk.say('确认');
    const now = await address(talk);
    expect([`${now?.province}${now?.city}`, now?.district, now?.street]).toEqual([city, district, street]);
  });

  it('[EMB-31] another city without a street asks for the street', async () => {
    const talk = desk('emily');
    await talk.say('把背包那单的地址改成上海市浦东新区张江路100号');
    const heard = await talk.say('不对，改成杭州市');
    expect(heard.text).toContain('街道');
    expect(kinds(heard)).toEqual([]);
    expect(await talk.openCards()).toHaveLength(0);
  });

  it('[EMB-31] another city in English without its province is asked about, and the old card is void', async () => {
    const talk = desk('emily', 'en');
    await talk.say('change the address of my backpack order to 12 Century Road, Pudong, Shanghai');
    const heard = await talk.say('no, make it 88 West Lake Avenue, Hangzhou please?');
    expect(heard.state.flow?.asking).toBe('address');
    expect(await talk.openCards()).toHaveLength(0);
    await talk.say('88 West Lake Avenue, Hangzhou, Zhejiang');
    await talk.say('confirm');
    const now = await address(talk);
    expect(now).toMatchObject({ city: 'Hangzhou', province: 'Zhejiang', street: '88 West Lake Avenue' });
  });

  it.each(['吗', '吧', '呢', '可以吗', '可以吧？', '行吗', '好吗?', '行不行'])(
    '[EMB-31] %s is no part of it',
    async (end) => {
      const talk = desk('emily');
      await talk.say(`把背包那单的地址改成上海市浦东新区张江路100号${end}`);
      await talk.say('确认');
      expect((await address(talk))?.street).toBe('张江路100号');
    },
  );
});

it.each(['收件人改成王五吧', '收件人改成王五可以吗', '收货人写王五'])('[EMB-31] %s names 王五', async (text) => {
  const talk = desk('emily');
  await talk.say('把背包那单的地址改成上海市浦东新区张江路100号');
  await talk.say(text);
  await talk.say('确认');
  expect((await talk.shop.findOrder('XE20261109-0012'))?.address.name).toBe('王五');
});

describe('called off and another thing taken up', () => {
  it.each([
    ['lin', '我要退跑鞋，尺码不合适', '算了不退了，我想换大一码', 'exchange_items'],
    ['lin', '我要退跑鞋，尺码不合适', '不退了，帮我换成43码吧', 'exchange_items'],
    ['lin', '取消空气炸锅', '算了，帮我退了跑鞋吧', 'return_items'],
    ['lin', '取消空气炸锅', '不取消了，改一下地址可以吗', 'change_order_address'],
    [
      'emily',
      'cancel the backpack',
      "actually no, don't cancel. Can I change the address instead?",
      'change_order_address',
    ],
    ['emily', 'cancel the backpack', 'no wait, I want to return the kettle instead', 'return_items'],
    ['emily', 'cancel the backpack', 'never mind, where is my headphones order', 'track_order'],
  ])('[EMB-9] %s: %s, then %s', async (who, first, then, command) => {
    const talk = desk(who);
    await talk.say(first);
    const [before] = await talk.openCards();
    const heard = await talk.say(then);
    expect(heard.state.flow?.command).toBe(command);
    expect(before).toBeDefined();
    expect((await talk.openCards()).map(({ id }) => id)).not.toContain(before?.id);
  });

  it('[EMB-9] an order on the road is told why it cannot come back, and the card is void', async () => {
    const talk = desk('lin');
    await talk.say('取消空气炸锅');
    const heard = await talk.say('算了，帮我退了四件套吧');
    expect(heard.commands).toContain('return_items');
    expect(await talk.openCards()).toHaveLength(0);
  });
});

describe('words beside a card', () => {
  it.each([
    ['不取消', 'zh'],
    ['不取消了', 'zh'],
    ['keep it', 'en'],
    ['never mind', 'en'],
  ] as const)('[EMB-10] %j keeps the order that the card would cancel', async (no, locale) => {
    const talk = desk('lin', locale);
    const card = await talk.say(locale === 'zh' ? '取消空气炸锅' : 'cancel the air fryer');
    expect(card.text).toMatch(/「不取消」|“keep it”/);
    await talk.say(no);
    expect(await talk.openCards()).toHaveLength(0);
    expect((await talk.shop.findOrder('XE20261111-0002'))?.status).toBe('paid');
  });

  it.each(['取消', 'cancel'])('[EMB-10] the bare word %j calls any other card off', async (no) => {
    const talk = desk('emily');
    await talk.say('把背包那单的地址改成上海市浦东新区张江路100号');
    await talk.say(no);
    expect(await talk.openCards()).toHaveLength(0);
  });

  it.each(['对，就是它', '好，取消吧', '取消吧', 'yes, cancel it', "that's the one"])(
    '[EMB-35] %j asks for the word in one line, without the card again',
    async (text) => {
      const talk = desk('lin');
      await talk.say('取消空气炸锅');
      const heard = await talk.say(text);
      expect(heard.text).toMatch(/确认|confirm/);
      expect(heard.text).not.toContain('\n');
      expect(kinds(heard)).toEqual([]);
      expect(await talk.openCards()).toHaveLength(1);
      expect(kinds(await talk.say('确认'))).toEqual(['done']);
    },
  );

  it.each([
    'Yes, please go ahead with the return, thank you',
    "yes, that's correct. please proceed",
    '好的，帮我办理吧谢谢',
    'Sure, return the kettle please',
    '是的，水壶退了吧',
  ])('[EMB-35] [ACT-145] %j says the card over again and is a yes', async (text) => {
    const talk = desk('emily', /[a-z]/.test(text) ? 'en' : 'zh');
    await talk.say('I want to return the kettle, changed my mind');
    const heard = await talk.say(text);
    expect(kinds(heard)).toEqual(['done']);
    expect(heard.commands).toEqual([]);
    expect((await talk.shop.listReturns('id-XE20261104-0011')).length).toBe(1);
    expect(kinds(await talk.say(text))).toEqual([]);
    expect((await talk.shop.listReturns('id-XE20261104-0011')).length).toBe(1);
  });

  it.each(['对，改地址', '好的，就按这个地址改吧', '是的，改到张江路100号'])(
    '[EMB-35] [ACT-145] %s beside the card of that address changes it',
    async (text) => {
      const talk = desk('emily');
      await talk.say('把背包那单的地址改成上海市浦东新区张江路100号');
      expect(kinds(await talk.say(text))).toEqual(['done']);
    },
  );

  it.each(['对，改到张江路101号', '好的，先按这个地址改吧', '好的，改一下背包颜色', 'ok change'])(
    '[EMB-35] [ACT-145] %s beside the card of that address does not',
    async (text) => {
      const talk = desk('emily');
      await talk.say('把背包那单的地址改成上海市浦东新区张江路100号');
      expect(kinds(await talk.say(text))).not.toContain('done');
    },
  );

  it.each(['没有照片', '我没有图片', "I don't have a photo", 'no receipt', '包装没了'])(
    '[EMB-41] %j after the question of return or exchange calls nothing off',
    async (text) => {
      const talk = desk('lin');
      await talk.say('我收到的跑鞋坏了');
      const heard = await talk.say(text);
      expect(heard.state.flow?.asking).toBe('remedy');
    },
  );
});

describe('two needs', () => {
  it('[EMB-17] that lead to one article print it once, and the order asked after is the one meant next', async () => {
    const talk = desk('wang', 'en');
    const heard = await talk.say('where is my order XE20261109-0035 and can I get an invoice');
    expect(heard.text.split('After delivery you can ask').length).toBe(2);
    expect(heard.text).toContain('XE20261109-0035');
    expect(heard.text).toContain('to you or to a company');
    // Of three orders that could be cancelled or refused none is asked about: this one is being packed.
    expect((await talk.say('cancel that order')).text).toContain('already packing it');
  });
});
