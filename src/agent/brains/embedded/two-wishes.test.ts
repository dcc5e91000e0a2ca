import { describe, expect, it } from 'vitest';
import { errandsOfGoods } from './read/errands-of-goods.ts';
import { demoDesk } from './testing/demo-desk.ts';

const WHO = { lin: 'customer-lin-xiaomei', emily: 'customer-emily-carter' } as const;
const desk = (who: keyof typeof WHO) => demoDesk(WHO[who], who === 'lin' ? 'zh' : 'en');

describe('two wishes in one message', () => {
  it.each([
    ['空气炸锅取消，跑鞋换 38 码', ['cancel_order 空气炸锅取消', 'exchange_items 跑鞋换 38 码']],
    ['空气炸锅不要了，跑鞋退货', ['cancel_order 空气炸锅不要了', 'return_items 跑鞋退货']],
    ['跑鞋退掉，空气炸锅改地址', ['return_items 跑鞋退掉', 'change_order_address 空气炸锅改地址']],
    ['水壶退货，买错了，背包取消', ['return_items 水壶退货，买错了', 'cancel_order 背包取消']],
    [
      '帮我把背包取消，另外水壶要开发票，麻烦开一张发票',
      ['cancel_order 帮我把背包取消', 'request_invoice 水壶要开发票，麻烦开一张发票'],
    ],
    ['空气炸锅取消，床品什么时候到', ['cancel_order 空气炸锅取消', 'track_order 床品什么时候到']],
    ['取消背包和水壶，跑鞋换成 43', ['cancel_order 取消背包和水壶', 'exchange_items 跑鞋换成 43']],
    ['背包取消，跑鞋，换成 43', ['cancel_order 背包取消', 'exchange_items 跑鞋，换成 43']],
    ['把跑鞋和连衣裙都退了', null],
    ['跑鞋退了，换成靴子', null],
    ['水壶退货，杯子留着', null],
    ['鞋子退货，跑鞋退款到微信', null],
    ['耳机换一副，键盘退货', ['exchange_items 耳机换一副', 'return_items 键盘退货']],
    ['跑鞋换42，T恤换L', null],
    [
      'cancel the backpack and return the kettle',
      ['cancel_order cancel the backpack', 'return_items return the kettle'],
    ],
    [
      'cancel the backpack, also exchange the shoes for size 38',
      ['cancel_order cancel the backpack', 'exchange_items exchange the shoes for size 38'],
    ],
    ['return the kettle and the hoodie', null],
    [
      'return the kettle and the mug, and cancel the backpack',
      ['return_items return the kettle and the mug', 'cancel_order cancel the backpack'],
    ],
    ['return the kettle, keep the mug', null],
    ['cancel the backpack, I changed my mind', null],
    [
      'where is my headphones order and cancel the backpack',
      ['track_order where is my headphones order', 'cancel_order cancel the backpack'],
    ],
    ['exchange the kettle for another kettle and return the kettle', null],
    [
      'change the address of the backpack order and return the shoes',
      ['change_order_address change the address of the backpack order', 'return_items return the shoes'],
    ],
    ['cancel the lamp; the tent, return it', ['cancel_order cancel the lamp', 'return_items the tent, return it']],
  ])('[EMB-118] %s', (text, expected) => {
    const said = errandsOfGoods(text.replaceAll('，', ',')).map((errand) => `${errand.intent} ${errand.text}`);
    expect(said).toEqual((expected ?? []).map((each) => each.replaceAll('，', ',')));
  });

  it.each([
    ['lin', '空气炸锅取消，跑鞋换 38 码', 'cancel_order', '好', '跑鞋换 38 码', 'exchange_items'],
    ['lin', '空气炸锅不要了，跑鞋退货', 'cancel_order', '好', '跑鞋退货', 'return_items'],
    [
      'emily',
      'cancel the backpack and return the kettle',
      'cancel_order',
      'confirm',
      'return the kettle',
      'return_items',
    ],
    [
      'emily',
      'cancel the backpack, also exchange the shoes for size 39',
      'cancel_order',
      'confirm',
      'exchange the shoes for size 39',
      'exchange_items',
    ],
  ] as const)('[EMB-118] %s: %s is taken up one after the other', async (who, text, first, yes, second, command) => {
    const talk = desk(who);
    const begun = await talk.say(text);
    expect((await talk.openCards()).map(({ quote }) => quote.command)).toEqual([first]);
    expect(begun.text).toContain(who === 'lin' ? '一件一件来' : 'One thing at a time');
    const next = await talk.say(yes);
    expect(next.text).toContain(second);
    expect(next.state.flow?.command).toBe(command);
  });

  it.each([
    ['lin', '把跑鞋和连衣裙都退了', 'XE20261121-1001', ['不想要了', '好'], 'XE20261027-1005'],
    ['emily', 'return the kettle and the hoodie', 'XE20261119-1201', ['changed my mind', 'confirm'], 'XE20261119-1205'],
  ] as const)(
    '[EMB-118] %s: %s says which is first, and comes to the other',
    async (who, text, first, said, second) => {
      const talk = desk(who);
      expect((await talk.say(text)).text).toContain(first);
      let last = '';
      for (const each of said) last = (await talk.say(each)).text;
      expect(last).toContain(second);
    },
  );

  it('[EMB-118] goods that were given back already are named, and no other of the order goes back instead', async () => {
    const talk = desk('emily');
    await talk.say('return the kettle and the hoodie');
    await talk.say('changed my mind');
    const heard = await talk.say('confirm');
    expect(heard.text).toContain('Loopback Hoodie');
    expect(await talk.openCards()).toHaveLength(0);
  });
});
