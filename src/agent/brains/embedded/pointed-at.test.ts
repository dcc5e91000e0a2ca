import { describe, expect, it } from 'vitest';
import { shippedPolicy } from '../../../policy/shipped.ts';
import { desk } from './testing/desk.ts';

const tau = shippedPolicy('tau-retail');
const input = (heard: { results: { name: string; input: unknown }[] }) => heard.results.at(-1)?.input;
const HOME = { province: '浙江省', city: '杭州市', street: '文三路 90 号' };
const NANJING = { province: '江苏省', city: '南京市', street: '中山路 18 号' };

describe('an address that is pointed at', () => {
  it.each([
    ['zh', '跑鞋那单改成默认地址', HOME],
    ['zh', '跑鞋那单寄到我南京的地址', NANJING],
    ['zh', '跑鞋那单的地址改成我南京的地址', NANJING],
  ] as const)('[EMB-99] %s: %s', async (locale, text, address) => {
    const talk = desk('zhou', locale);
    const heard = await talk.say(text);
    const known = heard.results.at(-1)?.name === 'change_order_address' ? heard : await talk.say(text);
    expect(input(known)).toMatchObject({ address });
  });

  it('[EMB-99] the default address becomes one that the account knows by its place', async () => {
    const heard = await desk('zhou', 'zh').say('默认地址改成我南京的地址');
    expect(heard.results.at(-1)).toMatchObject({ name: 'change_customer_address', input: { address: NANJING } });
  });

  it.each(['the same address as order XE20261106-0053', 'the address on order XE20261106-0053'])(
    '[EMB-99] %s: that order is not the one that is changed',
    async (where) => {
      const talk = desk('zhou', 'en');
      const heard = await talk.say(`change the address of order XE20261111-0051 to ${where}`);
      expect(heard.results.at(-1)).toMatchObject({
        name: 'change_order_address',
        input: { orderNumber: 'XE20261111-0051' },
      });
    },
  );

  it('[EMB-99] a flat number alone changes the flat alone', async () => {
    const talk = desk('emily', 'en');
    await talk.say('change the address of the backpack order');
    expect(input(await talk.say('it should be Suite 641, all else stays'))).toEqual({
      orderNumber: 'XE20261109-0012',
      address: { street2: 'Suite 641' },
    });
  });
});

describe('several orders at once', () => {
  it.each([
    "I'd like to cancel all my pending orders",
    'cancel all of my orders that are open'.replace(' that are open', ''),
  ])('[EMB-100] a guest says %s, and who he is when asked: one after the other', async (wish) => {
    const talk = desk('guest', 'en', undefined, tau);
    await talk.say(wish);
    const asked = await talk.say('my email is zhou@example.com');
    expect(asked.state.flow?.slots.later).toEqual(['XE20261110-0052']);
    const card = await talk.say('I no longer need them');
    expect(input(card)).toMatchObject({ orderNumber: 'XE20261111-0051', reason: 'no longer needed' });
  });

  it.each([
    ['zh', '我要取消订单', '两个都取消'],
    ['en', 'I want to cancel an order', 'cancel both'],
  ] as const)('[EMB-100] asked which, both are meant (%s)', async (locale, wish, both) => {
    const talk = desk('zhou', locale);
    expect((await talk.say(wish)).state.flow?.asking).toBe('order');
    expect((await talk.say(both)).state.flow?.slots.later).toEqual(['XE20261110-0052']);
  });
});

describe('several goods', () => {
  it('[EMB-100] "only" one of those that were meant leaves the others', async () => {
    const talk = desk('ning', 'en');
    const both = await talk.say("exchange the shoes and both t-shirts, they don't fit");
    expect(both.state.flow?.slots.lines).toEqual(['n1', 'n2']);
    const heard = await talk.say('only the shoes, for a 43');
    expect(input(heard)).toMatchObject({ items: [{ lineId: 'n1', variantId: 'runner-black-43' }] });
  });
});
