import { describe, expect, it } from 'vitest';
import { desk, kinds } from './testing/desk.ts';

const labels = (heard: { choices: { label: string }[] }) => heard.choices.map(({ label }) => label);

/** What the card that was shown last would do. */
async function offered(talk: ReturnType<typeof desk>) {
  const [card] = await talk.openCards();
  return card?.quote;
}

describe('money back without a return', () => {
  it.each([
    ['zhou', 'zh', '杯子碎了一个 不想寄回去 直接退钱', 'damaged-in-transit'],
    ['olivia', 'en', 'one mug arrived smashed, just refund me, not sending it back', 'damaged-in-transit'],
    ['zhou', 'zh', '一个杯子坏的 仅退款', 'faulty'],
  ] as const)('[EMB-62] %s: %s %s', async (who, locale, text, reasonKind) => {
    const talk = desk(who, locale);
    const card = await talk.say(text);
    expect(kinds(card)).toEqual(['confirmation']);
    expect(card.results.at(-1)?.input).toMatchObject({ items: [{ lineId: `${who}4`, quantity: 1 }], reasonKind });
    expect((await offered(talk))?.refund?.amount.amount).toBe(3_900);
    expect(kinds(await talk.press('confirm'))).toEqual(['done']);
    expect(await talk.shop.listReturns((await offered(talk))?.orderId ?? 'none')).toEqual([]);
  });

  it.each([
    ['zhou', 'zh', '仅退款', '水壶那单', '杯子', '2个', ['运输破损', '少件漏发', '质量问题', '发错货']],
    [
      'olivia',
      'en',
      'refund me without sending it back',
      'the kettle order',
      'the mugs',
      'two',
      ['Broken on arrival', 'Something is missing', 'Faulty or damaged', 'Wrong item sent'],
    ],
  ] as const)(
    '[EMB-62] order, goods, pieces and reason are asked for one after the other (%s)',
    async (who, locale, begin, order, goods, pieces, reasons) => {
      const talk = desk(who, locale);
      expect((await talk.say(begin)).state.flow?.asking).toBe('order');
      expect((await talk.say(order)).state.flow?.asking).toBe('items');
      expect((await talk.say(goods)).state.flow?.asking).toBe('quantity');
      const why = await talk.say(pieces);
      expect(labels(why)).toEqual(reasons);
      const told = await talk.say(reasons[0]);
      expect(told.commands).toContain('refund_without_return');
      expect(told.results.at(-1)?.input).toMatchObject({ items: [{ lineId: `${who}4`, quantity: 2 }] });
    },
  );

  it.each([
    ['zhou', 'zh', '毛衣不喜欢 不想寄 退款', '退回来', '我要退货'],
    [
      'olivia',
      'en',
      "refund the sweater please, i don't like it and can't send it back",
      'have to come back',
      'I want to return something',
    ],
  ] as const)(
    '[EMB-62] what has to come back is said, and a yes returns the same goods for the same reason (%s)',
    async (who, locale, text, words, button) => {
      const talk = desk(who, locale);
      const told = await talk.say(text);
      expect(told.text).toContain(words);
      expect(labels(told)).toEqual([button]);
      const card = await talk.say(button);
      expect(card.results.at(-1)?.input).toMatchObject({
        items: [{ lineId: `${who}5`, quantity: 1 }],
        reasonKind: 'no-reason',
      });
    },
  );

  it.each([
    ['zhou', 'zh', '水壶给我补50块就算了', '同事'],
    ['olivia', 'en', 'keep the kettle but give me 20% back', 'colleague'],
  ] as const)('[EMB-62] part of the price is a person’s (%s)', async (who, locale, text, words) => {
    const heard = await desk(who, locale).say(text);
    expect(heard.text).toContain(words);
    expect(heard.commands).not.toContain('refund_without_return');
  });
});

describe('something missing', () => {
  it.each([
    ['emily', 'zh', '少了一个杯子', '退款吧'],
    ['emily', 'en', 'a mug is missing from my order', 'refund please'],
  ] as const)(
    '[EMB-69] money for it or a person is asked, and the reason is known (%s, %s)',
    async (who, locale, text, answer) => {
      const talk = desk(who, locale);
      const asked = await talk.say(text);
      expect(asked.state.flow?.asking).toBe('remedy');
      const card = await talk.say(answer);
      expect(card.results.at(-1)?.input).toMatchObject({
        items: [{ lineId: 'e2', quantity: 1 }],
        reasonKind: 'missing',
      });
    },
  );

  it.each([
    ['zh', '少了一个杯子', '补发一个吧'],
    ['en', 'a mug is missing from my order', 'can you send the missing one'],
  ] as const)('[EMB-69] sending it is a person’s (%s)', async (locale, text, answer) => {
    const talk = desk('emily', locale);
    await talk.say(text);
    expect((await talk.say(answer)).commands).toEqual(['hand_off']);
  });

  it.each([
    ['zhou', 'zh', '少发了一个杯子 XE20261108-0056', '还没到的包裹'],
    ['olivia', 'en', 'the mug is missing from XE20261108-0066', 'hasn’t arrived yet'],
  ] as const)(
    '[EMB-69] of an order in several parcels those still on the way are told first (%s)',
    async (who, locale, text, words) => {
      const heard = await desk(who, locale).say(text);
      expect(heard.text).toContain(words);
      expect(kinds(heard)).toEqual(['tracking']);
      expect(heard.state.flow?.asking).not.toBe('remedy');
    },
  );
});

describe('price protection', () => {
  it.each([
    ['zhou', 'zh', '买的水壶降价了 退我差价'],
    ['olivia', 'en', 'kettle got cheaper can i get the difference'],
  ] as const)('[EMB-63] the difference is worked out and shown (%s: %s %s)', async (who, locale, text) => {
    const talk = desk(who, locale);
    const card = await talk.say(text);
    expect(kinds(card)).toEqual(['confirmation']);
    expect((await offered(talk))?.refund?.amount.amount).toBe(2_000);
    expect(kinds(await talk.press('confirm'))).toEqual(['done']);
  });

  it.each([
    ['zhou', 'zh', '价保', '水壶那单'],
    ['olivia', 'en', 'price protection please', 'the kettle order'],
  ] as const)('[EMB-63] without a word of which order that is asked (%s)', async (who, locale, begin, order) => {
    const talk = desk(who, locale);
    expect((await talk.say(begin)).state.flow?.asking).toBe('order');
    const card = await talk.say(order);
    expect(card.results.at(-1)?.input).toEqual({ orderNumber: who === 'zhou' ? 'XE20261106-0053' : 'XE20261106-0063' });
    expect((await offered(talk))?.refund?.amount.amount).toBe(2_000);
  });

  it('[EMB-63] what is no cheaper, or was bought too long ago, is told so', async () => {
    expect((await desk('zhou').say('跑鞋那单 XE20261111-0051 补差价')).text).toContain('没有比您买的时候低');
    expect((await desk('zhou').say('稳步跑鞋降价了 补差价')).text).toContain('7 天');
  });

  it.each([
    ['zh', '你们有价保吗', '付款后 7 天内'],
    ['en', 'do you have price protection', 'within 7 days'],
  ] as const)(
    '[EMB-83] asked for the rule, the shop’s rules say it themselves where no article does (%s)',
    async (locale, text, words) => {
      const heard = await desk('guest', locale).say(text);
      expect(heard.commands).toEqual(['search_knowledge', 'get_policy']);
      expect(JSON.stringify(heard.blocks)).toContain(words);
    },
  );
});

describe('what would be paid back', () => {
  it.each([
    ['emily', 'zh', '退的话能退我多少', '¥246'],
    ['emily', 'zh', '只退水壶能退多少钱', '¥129'],
    ['emily', 'zh', '退两个杯子的话退多少', '¥78'],
    ['emily', 'en', 'how much would i get back for the kettle', '¥129'],
  ] as const)('[EMB-70] %s %s: %s is worked out, and nothing is requested', async (who, locale, text, sum) => {
    const talk = desk(who, locale);
    const heard = await talk.say(text);
    expect(heard.text).toContain(sum);
    expect(kinds(heard)).toEqual(['note']);
    expect(await talk.openCards()).toEqual([]);
    expect(await talk.shop.listReturns('id-XE20261104-0011')).toEqual([]);
  });

  it('[EMB-70] what cannot come back any more is told with the rule', async () => {
    expect((await desk('zhou').say('稳步那双鞋退的话能退多少')).text).toContain('11月9日');
  });

  it('[EMB-70] an order that was not sent is worked out as a cancellation', async () => {
    const talk = desk('zhou');
    const heard = await talk.say('连衣裙那单取消能退多少');
    expect(heard.text).toContain('¥299');
    expect(labels(heard)).toEqual(['取消订单']);
  });
});
