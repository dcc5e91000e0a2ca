import { describe, expect, it } from 'vitest';
import { shippedPolicy } from '../../../policy/shipped.ts';
import { desk, kinds } from './testing/desk.ts';

const labels = (heard: { choices: { label: string }[] }) => heard.choices.map(({ label }) => label);

describe('a shop that settles differences and knows its customers by e-mail or name', () => {
  const tau = shippedPolicy('tau-retail');

  it.each([
    [['return the headset', 'my name is zhou and my zip is 310012']],
    [['i want to return the headphones', 'zhou@example.com']],
  ])('[EMB-80] a guest shows who he is and the matter goes on: %j', async (messages) => {
    const talk = desk('guest', 'en', undefined, tau);
    const asked = await talk.say(messages[0] ?? '');
    expect(asked.text).toContain('e-mail');
    const heard = await talk.say(messages[1] ?? '');
    expect(heard.commands).toContain('find_customer');
    expect(heard.state.flow?.command).toBe('return_items');
    expect(heard.state.flow?.slots.orderNumber).toBe('XE20261105-0054');
  });

  it('[EMB-80] who does not match is told no more than that', async () => {
    const talk = desk('guest', 'en', undefined, tau);
    await talk.say('cancel my order');
    const heard = await talk.say('someone.else@example.com');
    expect(heard.text).toContain('does not match');
    expect(heard.commands).not.toContain('list_returns');
    expect(heard.state.flow?.asking).toBe('verify');
  });

  it.each([
    ['zhou', 'zh', '我要退水壶'],
    ['olivia', 'en', 'I want to return the kettle'],
  ] as const)('[EMB-86] where the rules do not go by a reason none is asked for (%s)', async (who, locale, text) => {
    const heard = await desk(who, locale, undefined, tau).say(text);
    expect(kinds(heard)).toEqual(['confirmation']);
    expect(heard.results.at(-1)?.input).toMatchObject({ reasonKind: 'other' });
    expect((await desk(who, locale).say(text)).state.flow?.asking).toBe('reason');
  });

  it('[EMB-81] a cancellation takes one of the shop’s own reasons, offered as buttons', async () => {
    const talk = desk('olivia', 'en', undefined, tau);
    const asked = await talk.say('cancel the dress order');
    expect(labels(asked)).toEqual(['no longer needed', 'ordered by mistake']);
    const card = await talk.say('i ordered it by mistake');
    expect(card.results.at(-1)?.input).toEqual({ orderNumber: 'XE20261110-0062', reason: 'ordered by mistake' });
  });

  it('[EMB-78] a refund goes to the gift card that the customer names', async () => {
    const talk = desk('zhou', 'zh', undefined, tau);
    await talk.say('退水壶 退到礼品卡');
    const card = await talk.say('不想要了');
    expect(card.results.at(-1)?.input).toMatchObject({ refundTo: 'zhou-gift' });
  });

  it.each([
    ['zh', '退水壶', 'zhou-alipay'],
    ['zh', '退水壶，退到微信', 'zhou-alipay'],
    ['en', 'return the kettle and refund it to my gift card', 'zhou-gift'],
  ] as const)(
    '[EMB-98] where the rules let the customer choose, the card names what the order was paid with (%s: %s)',
    async (locale, text, means) => {
      const talk = desk('zhou', locale, undefined, tau);
      const card = await talk.say(text);
      expect(card.results.at(-1)?.input).toMatchObject({ refundTo: means });
      if (means === 'zhou-alipay') expect(JSON.stringify(card.blocks)).toMatch(/原支付方式|original means of payment/);
    },
  );

  it.each([
    ['zh', '收到的 T 恤两件都换成 XL', '差价用微信付', '差价还是用原来的付款方式吧'],
    [
      'en',
      'exchange both t-shirts that I received for XL',
      'use wechat for the difference',
      'sorry, use the original payment method',
    ],
  ] as const)(
    '[EMB-98] a difference is settled with what the order was paid with unless another is named, and the card says so (%s)',
    async (locale, wish, other, original) => {
      const talk = desk('ning', locale, undefined, tau);
      const first = await talk.say(wish);
      expect(first.results.at(-1)?.input).toMatchObject({ paymentMethodId: 'ning-alipay' });
      expect(JSON.stringify(first.blocks)).toMatch(/原支付方式|original means of payment/);
      expect((await talk.say(other)).results.at(-1)?.input).toMatchObject({ paymentMethodId: 'ning-wechat' });
      expect((await talk.say(original)).results.at(-1)?.input).toMatchObject({ paymentMethodId: 'ning-alipay' });
    },
  );
});
