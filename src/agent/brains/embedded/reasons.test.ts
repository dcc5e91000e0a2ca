import { describe, expect, it } from 'vitest';
import { desk, kinds } from './testing/desk.ts';

const labels = (heard: { choices: { label: string }[] }) => heard.choices.map(({ label }) => label);

/** What the card that was shown last would do. */
async function offered(talk: ReturnType<typeof desk>) {
  const [card] = await talk.openCards();
  return card?.quote;
}

describe('who pays the way back', () => {
  it.each([
    ['zh', '水壶想退，不喜欢', 'customer'],
    ['zh', '水壶想退，漏水', 'shop'],
    ['zh', '水壶碎了，我要退货', 'shop'],
    ['zh', '发错水壶了，我要退货', 'shop'],
    ['zh', '水壶跟描述不符，退货', 'shop'],
    ['en', 'I want to return the kettle, changed my mind', 'customer'],
    ['en', 'I want to return the kettle, it leaks', 'shop'],
    ['en', 'you sent me the wrong kettle, I want to return it', 'shop'],
    ['en', 'I want to return the kettle, it is not as described', 'shop'],
  ] as const)('[EMB-76] %s: %s', async (locale, text, payer) => {
    const talk = desk('emily', locale);
    await talk.say(text);
    const effects = JSON.stringify((await offered(talk))?.effects ?? []);
    expect(effects).toContain(payer === 'shop' ? '寄回的运费由我们承担' : '寄回的运费由您承担');
  });

  it('[EMB-76] a reason put right beside the card changes who pays', async () => {
    const talk = desk('emily');
    await talk.say('水壶想退，不喜欢');
    await talk.say('是坏了');
    expect(await talk.openCards()).toHaveLength(1);
    expect((await offered(talk))?.input).toMatchObject({ reasonKind: 'faulty' });
  });

  it.each([
    ['zhou', 'zh', '耳机想退', '不喜欢', ['没拆封', '已经拆封'], '拆封后不支持'],
    ['olivia', 'en', 'return the headphones', 'changed my mind', ['Still sealed', 'Opened'], 'Once opened'],
  ] as const)(
    '[EMB-77] of sealed goods it is asked whether they were opened; a fault needs no such question (%s)',
    async (who, locale, begin, why, buttons, refusal) => {
      const talk = desk(who, locale);
      await talk.say(begin);
      const asked = await talk.say(why);
      expect(labels(asked)).toEqual(buttons);
      expect((await talk.say(buttons[1])).text).toContain(refusal);
      const sealed = desk(who, locale);
      await sealed.say(begin);
      await sealed.say(why);
      expect((await sealed.say(buttons[0])).results.at(-1)?.input).toMatchObject({ items: [{ opened: false }] });
      const faulty = desk(who, locale);
      await faulty.say(begin);
      expect(kinds(await faulty.say(locale === 'zh' ? '没声音，坏的' : "it's broken"))).toEqual(['confirmation']);
    },
  );

  it('[EMB-78] money that cannot go where the customer wants it goes back the way it was paid, and that is said', async () => {
    const talk = desk('zhou');
    await talk.say('退水壶 退到礼品卡');
    const card = await talk.say('不想要了');
    expect(card.text).toContain('原路退回');
    expect(card.results.at(-1)?.input).not.toHaveProperty('refundTo');
    expect(kinds(card)).toEqual(['confirmation']);
  });

  it.each([
    ['zhou', 'zh', '稳步那双鞋不想要了 退了吧', '质保'],
    ['zhou', 'zh', '稳步那双鞋开胶了 我要退', '质保维修'],
    ['olivia', 'en', 'I want to return the wenbu shoes, changed my mind', 'warranty'],
  ] as const)(
    '[EMB-13] a window that is over is told with its last day and the warranty (%s, %s: %s)',
    async (who, locale, text, words) => {
      const heard = await desk(who, locale).say(text);
      expect(heard.text).toMatch(/11月9日|9 Nov/);
      expect(heard.text).toContain(words);
      expect(heard.state.flow).toMatchObject({ command: 'hand_off', asking: 'offer' });
    },
  );
});
