import { describe, expect, it } from 'vitest';
import { shippedPolicy } from '../../../policy/shipped.ts';
import { desk, kinds } from './testing/desk.ts';

const wished = (heard: { results: { input: unknown }[] }) => heard.results.at(-1)?.input;

describe('an exchange of several goods', () => {
  it.each([
    ['zh', '跑鞋换43码，T恤两件换L码，都小了'],
    ['en', 'exchange the shoes for a 43 and both t-shirts for an L, they are too small'],
  ] as const)('[EMB-79] each gets its own new option from its own words (%s)', async (locale, text) => {
    const heard = await desk('ning', locale).say(text);
    expect(wished(heard)).toMatchObject({
      items: [
        { lineId: 'n1', quantity: 1, variantId: 'runner-black-43' },
        { lineId: 'n2', quantity: 2, variantId: 'tee-black-L' },
      ],
    });
  });

  it.each([
    ['zh', '跑鞋和T恤都换一下尺码 不合适', '43', 'L码'],
    ['en', "exchange the shoes and both t-shirts, they don't fit", '43', 'L'],
  ] as const)(
    '[EMB-79] what none was named for is asked, one after the other (%s)',
    async (locale, begin, first, second) => {
      const talk = desk('ning', locale);
      const shoes = await talk.say(begin);
      expect(shoes.state.flow?.asking).toBe('size');
      const shirt = await talk.say(first);
      expect(shirt.state.flow?.asking).toBe('size');
      expect(shirt.text).toMatch(/T 恤|T-Shirt/);
      expect(wished(await talk.say(second))).toMatchObject({
        items: [{ variantId: 'runner-black-43' }, { variantId: 'tee-black-L' }],
      });
    },
  );

  it.each([
    ['zh', '还没发货 跑鞋改成43 T恤改成L'],
    ['en', 'before it ships, change the shoes to 43 and the t-shirt to L'],
  ] as const)('[EMB-60] so it is before sending (%s)', async (locale, text) => {
    const heard = await desk('ning', locale).say(text);
    expect(wished(heard)).toEqual({
      orderNumber: 'XE20261111-0072',
      items: [
        { lineId: 'n3', variantId: 'runner-black-43' },
        { lineId: 'n4', variantId: 'tee-black-L' },
      ],
    });
  });

  it.each([
    ['zh', '还没发货 T恤改成XL码', '差价'],
    ['en', 'change the t-shirt of XE20261111-0072 to XL', 'price difference'],
  ] as const)(
    '[EMB-79] a difference in price is a person’s where the shop says so (%s)',
    async (locale, text, words) => {
      const heard = await desk('ning', locale).say(text);
      expect(heard.text).toContain(words);
      expect(heard.state.flow).toMatchObject({ command: 'hand_off', asking: 'offer' });
    },
  );

  it.each([
    ['zh', '还没发货 T恤改成XL码', '微信'],
    ['en', 'change the t-shirt of XE20261111-0072 to XL', 'wechat'],
  ] as const)(
    '[EMB-79] else it is asked what settles it, and the card shows the sum (%s)',
    async (locale, text, means) => {
      const talk = desk('ning', locale, undefined, shippedPolicy('tau-retail'));
      const asked = await talk.say(text);
      expect(asked.state.flow?.asking).toBe('means');
      expect(asked.choices.length).toBe(4);
      expect(wished(await talk.say(means))).toMatchObject({ paymentMethodId: 'ning-wechat' });
      const [card] = await talk.openCards();
      expect(card?.quote.charge?.amount.amount).toBe(1_000);
    },
  );

  it.each([
    ['zhou', 'zh', '水壶坏了 换个新的', 'kettle-one'],
    ['olivia', 'en', 'the kettle is broken, I want a replacement', 'kettle-one'],
  ] as const)(
    '[EMB-79] faulty goods are replaced by the very same where there is one (%s)',
    async (who, locale, text, variantId) => {
      const talk = desk(who, locale);
      const first = await talk.say(text);
      const heard =
        kinds(first).length > 0
          ? first
          : await talk.say(locale === 'zh' ? '换同款新的' : 'I want to exchange something');
      const card = kinds(heard).length > 0 ? heard : await talk.say('The same one again');
      expect(wished(card)).toMatchObject({ items: [{ lineId: `${who}3`, variantId }], reasonKind: 'faulty' });
    },
  );

  it('[EMB-79] what merely does not please is not replaced by the same', async () => {
    const heard = await desk('zhou').say('水壶不喜欢 换个新的');
    expect(kinds(heard)).toEqual([]);
    expect(heard.text).toContain('换不了');
  });
});
