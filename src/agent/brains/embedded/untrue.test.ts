import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../policy/shipped.ts';
import { demoDesk } from './testing/demo-desk.ts';
import { desk, kinds } from './testing/desk.ts';

const LIN = 'customer-lin-xiaomei';
const EMILY = 'customer-emily-carter';
const STRICT = { ...DEFAULT_POLICY, limits: { ...DEFAULT_POLICY.limits, perAction: 100 } };

describe('what waits for approval', () => {
  it.each([
    ['zhou', 'zh', 'XE20261106-0053 的水壶退货，不喜欢', '确认', '审核好了吗', '还在等同事审核'],
    ['zhou', 'zh', 'XE20261106-0053 的水壶退货，不喜欢', '确认', '退款到哪一步了', '还在等同事审核'],
    ['zhou', 'zh', '取消连衣裙那单', '确认', '同事审核了没', '还在等同事审核'],
    [
      'olivia',
      'en',
      'return the kettle from XE20261106-0063, changed my mind',
      'confirm',
      'has my return been approved?',
      'waiting for a colleague',
    ],
  ] as const)(
    '[EMB-135] %s, %s: %s is told as it stands when asked after',
    async (who, locale, text, yes, ask, words) => {
      const talk = desk(who, locale, undefined, STRICT);
      expect(kinds(await talk.say(text))).toEqual(['confirmation']);
      expect((await talk.say(yes)).results.at(-1)?.status).toBe('awaiting-person');
      const heard = await talk.say(ask);
      expect(heard.text).toContain(words);
      expect(heard.text).not.toMatch(/已完成|已经退了|completed|refunded/);
    },
  );

  it('[EMB-135] is nobody else’s to hear of', async () => {
    const heard = await desk('olivia', 'zh', undefined, STRICT).say('审核好了吗');
    expect(heard.text).not.toContain('审核，现在');
  });
});

describe('money that was paid back', () => {
  it.each([
    ['zh', '取消空气炸锅', '确认', '退了多少钱', '¥279'],
    ['zh', '取消空气炸锅', '确认', '一共退了我多少', '¥279'],
    ['en', 'cancel the air fryer', 'confirm', 'how much did you refund?', '¥279'],
    ['en', 'cancel the air fryer', 'confirm', 'how much did I get back', '¥279'],
  ] as const)('[EMB-136] %s: %s: its sum is told', async (locale, text, yes, ask, sum) => {
    const talk = demoDesk(LIN, locale);
    await talk.say(text);
    await talk.say(yes);
    const heard = await talk.say(ask);
    expect(heard.text).toContain(sum);
    expect(heard.commands).not.toContain('quote_refund');
  });

  it.each([
    ['zh', '取消空气炸锅', '确认', '钱什么时候到', '1–3 个工作日', '收到'],
    ['en', 'cancel the air fryer', 'confirm', 'when will the money arrive?', '1–3 working days', 'receiving'],
  ] as const)(
    '[EMB-136] %s: when it arrives goes by the rule for cancellations',
    async (locale, text, yes, ask, rule, not) => {
      const talk = demoDesk(LIN, locale);
      await talk.say(text);
      await talk.say(yes);
      const heard = await talk.say(ask);
      expect(heard.text).toContain(rule);
      expect(heard.text).not.toContain(not);
    },
  );

  it.each([
    ['zh', '你们什么破店，退钱！！！', '炸锅', '嗯退'],
    ['zh', '退钱', '炸锅', '好'],
    ['zh', '赶紧退钱', '空气炸锅那单', '退吧'],
    ['en', 'give me my money back!!!', 'the air fryer', 'yes'],
    ['en', 'refund me now', 'the air fryer', 'do it'],
  ] as const)(
    '[EMB-137] %s: %s asks for which order, works it out and does it on a yes',
    async (locale, text, goods, yes) => {
      const talk = demoDesk(LIN, locale);
      const asked = await talk.say(text);
      expect(asked.state.flow?.asking).toBe('order');
      expect((await talk.say(goods)).text).toContain('¥279');
      const card = await talk.say(yes);
      expect(kinds(card)).toEqual(['confirmation']);
      expect(card.commands).toContain('cancel_order');
    },
  );
});

describe('a cancellation that is called off and wanted after all', () => {
  it.each([
    ['zh', '取消空气炸锅', '等下，先别取消', '还是取消吧'],
    ['zh', '取消空气炸锅', '算了不取消了', '那还是取消吧'],
    ['zh', '取消空气炸锅', '不用了', '还是帮我取消吧'],
    ['en', 'cancel the air fryer', 'wait, don’t cancel it', 'cancel it after all'],
    ['en', 'cancel the air fryer', 'never mind', 'ok cancel it then'],
  ] as const)('[EMB-138] %s: %s, %s, %s: the card again', async (locale, text, no, after) => {
    const talk = demoDesk(LIN, locale);
    await talk.say(text);
    await talk.say(no);
    expect(await talk.openCards()).toEqual([]);
    const card = await talk.say(after);
    expect(kinds(card)).toEqual(['confirmation']);
    expect(card.commands).toContain('cancel_order');
  });

  it.each([
    ['zh', '跑鞋换38码，小了', '我不换了，取消换货'],
    ['zh', '跑鞋退货，不喜欢', '不退了，取消退货'],
    ['en', 'exchange the running shoes for size 38, too small', 'forget it, cancel the exchange'],
  ] as const)('[EMB-138] %s: %s, %s: the open card is put away, no request is withdrawn', async (locale, text, no) => {
    const talk = demoDesk(LIN, locale);
    expect(kinds(await talk.say(text))).toEqual(['confirmation']);
    const heard = await talk.say(no);
    expect(heard.commands).not.toContain('cancel_return');
    expect(await talk.openCards()).toEqual([]);
  });
});

describe('where something is sent', () => {
  it.each([
    ['zh', '退水壶，不想要了', '确认', '寄到哪里', '售后地址'],
    ['zh', '退水壶，不想要了', '确认', '往哪寄', '售后地址'],
    ['zh', '退水壶，不想要了', '确认', '退货地址是什么', '售后地址'],
    ['en', 'return the kettle, changed my mind', 'confirm', 'where do I send it', 'address in our text message'],
    [
      'en',
      'return the kettle, changed my mind',
      'confirm',
      'what is the return address?',
      'address in our text message',
    ],
  ] as const)(
    '[EMB-139] %s: after %s, %s, %s: the shop’s words on where goods go back',
    async (locale, text, yes, ask, words) => {
      const talk = demoDesk(EMILY, locale);
      await talk.say(text);
      await talk.say(yes);
      const heard = await talk.say(ask);
      expect(heard.text).toContain(words);
      expect(kinds(heard)).not.toContain('tracking');
    },
  );

  it.each([
    ['zhou', 'zh', '退货寄到哪里', '没有写明'],
    ['olivia', 'en', 'where do I send the goods back', 'hasn’t written down'],
  ] as const)(
    '[EMB-139] %s, %s: where the shop has written nothing of it that is said',
    async (who, locale, ask, words) => {
      expect((await desk(who, locale).say(ask)).text).toContain(words);
    },
  );

  it.each([
    ['zh', '把空气炸锅的收货人改成王五', '确认', '订单寄到哪里'],
    ['zh', '把空气炸锅的收货人改成王五', '确认', '寄到哪里'],
    ['en', 'change the name on the air fryer order to Wang Wu', 'confirm', 'where is it being sent to?'],
  ] as const)('[EMB-139] %s: of an order that was spoken of, its own address', async (locale, text, yes, ask) => {
    const talk = demoDesk(LIN, locale);
    await talk.say(text);
    await talk.say(yes);
    const heard = await talk.say(ask);
    expect(heard.text).toContain('文三路');
    expect(kinds(heard)).not.toContain('tracking');
  });
});

describe('an option that is not made', () => {
  it.each([
    [LIN, 'zh', '跑鞋换 45 码', '没有 45 码'],
    [EMILY, 'en', 'exchange the shoes for size 45', 'doesn’t come in size 45'],
    [EMILY, 'en', 'change the backpack to black', 'doesn’t come in black'],
    [EMILY, 'zh', '双肩包换成黑色', '没有 黑色'],
  ] as const)('[EMB-140] %s, %s: %s is no matter of stock', async (who, locale, text, words) => {
    const heard = await demoDesk(who, locale).say(text);
    expect(heard.text).toContain(words);
    expect(heard.text).not.toMatch(/没有货|isn’t in stock/);
    expect(heard.text).toMatch(/^[\p{Lu}“「\p{Script=Han}]/u);
  });
});
