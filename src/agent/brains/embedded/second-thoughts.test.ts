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
